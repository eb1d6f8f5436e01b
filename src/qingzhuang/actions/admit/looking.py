"""A form as the village will see it: one invented line, what is filled in already and what is asked."""

from dataclasses import dataclass

from qingzhuang.actions.admit.finding import Examined, examined
from qingzhuang.engine.admit.domain import Application, AskedField
from qingzhuang.engine.admit.samples import sample_of
from qingzhuang.engine.admit.wanted import whole
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue


@dataclass(frozen=True, slots=True)
class SeenCell:
    """One column with its invented value. is_asked: the village fills it; then value is ""."""

    label: str
    place: str
    value: str
    is_asked: bool


@dataclass(frozen=True, slots=True)
class VillageView:
    """
    What a village sees. n_rows: lines it will list. minutes: of one village each time, whole; is_provisional:
    estimated, not measured. is_sent: a form reaches the village at all. join: title of the form it goes into.
    """

    cells: tuple[SeenCell, ...]
    n_rows: int
    minutes: int
    is_provisional: bool
    is_sent: bool
    join: str

    @property
    def n_asked(self) -> int:
        """Columns the village fills."""
        return sum(cell.is_asked for cell in self.cells)


def village_view(actor: Actor, *, application: Application, today: str) -> VillageView:
    """
    The application as a village will see it; by the way that was chosen, else by the least one. R-APP-16.

    Nobody's data are shown: the line is invented. Nothing is written. today: ISO day.

    Raises:
        RefusedError: the actor neither applies nor reviews.
    """
    is_chosen = bool(application.supplied)
    found = examined(actor, application if is_chosen else whole(application), today=today)
    asked = {field.place for field in (application if is_chosen else found.least).fields}
    catalogue = load_catalogue(county_catalogue())

    def seen(field: AskedField) -> SeenCell:
        element = catalogue.elements.get(field.element.partition("@")[0])
        is_asked = field.place in asked
        return SeenCell(field.label, field.place, "" if is_asked else sample_of(element), is_asked)

    kept = found.kept
    proposal, estimate = kept.proposal, kept.estimate
    join = proposal.join.title if proposal and proposal.join else ""
    return VillageView(
        cells=tuple(map(seen, whole(application).fields)),
        n_rows=kept.rows,
        minutes=_minutes(found),
        is_provisional=estimate is None or estimate.is_provisional,
        is_sent=bool(asked),
        join=join,
    )


def _minutes(found: Examined) -> int:
    """Minutes of one village, one time, by the least way."""
    estimate, proposal = found.kept.estimate, found.kept.proposal
    if estimate is None:
        return 0
    return estimate.own_minutes if proposal is None or proposal.is_new_form else estimate.least_minutes
