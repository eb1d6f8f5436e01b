"""The comparison of a submission as a plain document, the way `Submission.comparison` keeps it, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from qingzhuang.engine.admit.comparing.domain import Comparison, HeldField, KnownForm, Overlap, Shared, Source
from qingzhuang.engine.admit.comparing.findings import Compared
from qingzhuang.engine.admit.comparing.proposal import Proposal
from qingzhuang.engine.admit.costing.domain import ACT_NAMES, Act, Cost, Estimate
from qingzhuang.engine.admit.domain import Application, AskedField, Frequency, Kind


@dataclass(frozen=True, slots=True)
class KeptComparison:
    """
    What comparing found when the application was handed in, kept as it was then.

    held: its fields beside what is held. rows: people, households or things one village lists each time;
    estimate: None where nothing was compared. proposal: None where no data are asked. whole: the estimate of
    all that the office wants, what it turned into data (要数) among it; `estimate` where it turned nothing.
    """

    held: tuple[HeldField, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    estimate: Estimate | None = None
    proposal: Proposal | None = None
    rows: int = 1
    whole: Estimate | None = None

    @property
    def data(self) -> tuple[HeldField, ...]:
        """The fields that ask something; the sheet's own blanks left out."""
        return tuple(field for field in self.held if field.is_data)

    @property
    def supplied(self) -> tuple[HeldField, ...]:
        """Fields the platform gives by its proposal."""
        return self.proposal.supplied if self.proposal else ()

    @property
    def asked(self) -> tuple[HeldField, ...]:
        """Fields that are left for the village by the proposal."""
        return self.proposal.asked if self.proposal else self.data

    @property
    def least(self) -> Cost | None:
        """What the proposal costs; as asked where there is none; None where nothing was compared."""
        if self.estimate is None:
            return None
        if self.proposal is None:
            return self.estimate.as_asked
        return self.estimate.own if self.proposal.is_new_form else self.estimate.least

    @property
    def least_hours(self) -> float:
        """Hours a year of `least`; 0 where nothing was compared."""
        return self.least.hours if self.least else 0.0

    @property
    def least_minutes(self) -> int:
        """Minutes of one village, one time, that `least_hours` rests on."""
        return self.least.minutes if self.least else 0

    @property
    def least_lines(self) -> tuple[str, ...]:
        """
        How `least_minutes` come about, one Chinese line each; a form of its own is handed out too.
        """
        if self.estimate is None:
            return ()
        if self.proposal is None:
            return self.estimate.asked_lines
        lines = self.estimate.least_lines
        return self.own_lines if self.proposal.is_new_form else lines

    @property
    def is_turned(self) -> bool:
        """Whether its department turned some of it into data (要数) before it was handed in."""
        return self.whole is not None and self.whole != self.estimate

    @property
    def own_lines(self) -> tuple[str, ...]:
        """How the minutes of a form of its own come about, what is held filled in, one Chinese line each."""
        if self.estimate is None or not self.estimate.own_minutes:
            return ()
        lines = self.estimate.least_lines
        handling = (line for line in self.estimate.asked_lines if line.startswith(ACT_NAMES[Act.HANDLE]))
        return (*lines, *(line for line in handling if line not in lines))


def fields_wanted(asked: Application, kept: KeptComparison) -> tuple[HeldField, ...]:
    """All that is wanted: the data fields compared, and those its department turned into data (要数)."""
    compared = {(field.label, field.place) for field in kept.held}
    given = (field for field in asked.supplied if (field.label, field.place) not in compared)
    return (*kept.data, *map(_given, given))


def comparison_to_document(compared: Compared, *, rows: int) -> dict[str, Any]:
    """
    What comparing found as JSON types; `comparison_from_document` gives it back. Findings are kept apart.

    rows: what one village lists each time, as it was compared with.
    """
    proposal = compared.proposal
    return {
        "held": [asdict(field) for field in compared.held],
        "overlaps": [asdict(overlap) for overlap in compared.overlaps],
        "estimate": asdict(compared.estimate),
        "proposal": proposal
        and {
            "supplied": [_place(compared.held, field) for field in proposal.supplied],
            "asked": [_place(compared.held, field) for field in proposal.asked],
            "join": proposal.join and asdict(proposal.join),
            "sentence": proposal.sentence,
        },
        "rows": rows,
        "whole": compared.whole and asdict(compared.whole),
    }


def comparison_from_document(document: Mapping[str, Any]) -> KeptComparison:
    """The comparison a document holds; of an empty one: nothing compared."""
    if not document:
        return KeptComparison()
    held = tuple(map(_held, document["held"]))
    proposal, estimate = document["proposal"], _estimate(document["estimate"])
    return KeptComparison(
        held=held,
        overlaps=tuple(map(_overlap, document["overlaps"])),
        estimate=estimate,
        proposal=_proposal(proposal, held) if proposal else None,
        rows=int(document["rows"]),
        whole=_estimate(document.get("whole")) or estimate,
    )


def _given(field: AskedField) -> HeldField:
    """A field its department takes as data: somebody has looked at it, whatever share is known."""
    known = (Source("平台", "", 1.0, field.element),)
    return HeldField(
        field.label,
        field.place,
        field.element,
        "",
        Comparison.SAME,
        "部门已经改成要数",
        known,
        treatment="供数",
        is_sure=True,
    )


def _estimate(document: Mapping[str, Any] | None) -> Estimate | None:
    return Estimate(**_with_tuples(document)) if document else None


def _place(held: Sequence[HeldField], field: HeldField) -> int:
    """Where a proposed field stands; its treatment may have been reworded since (并入《…》)."""
    return next(at for at, each in enumerate(held) if (each.label, each.place) == (field.label, field.place))


def _held(document: Mapping[str, Any]) -> HeldField:
    sources = tuple(Source(**source) for source in document["sources"])
    return HeldField(**{**document, "comparison": Comparison(document["comparison"]), "sources": sources})


def _overlap(document: Mapping[str, Any]) -> Overlap:
    shared = tuple(Shared(**each) for each in document["shared"])
    return Overlap(**{**document, "form": _form(document["form"]), "shared": shared})


def _form(document: Mapping[str, Any]) -> KnownForm:
    words = _with_tuples(document)
    words["fields"] = tuple((label, key) for label, key in document["fields"])
    words["kind"] = Kind(words["kind"])
    words["frequency"] = Frequency(words["frequency"]) if words["frequency"] else None
    return KnownForm(**words)


def _proposal(document: Mapping[str, Any], held: Sequence[HeldField]) -> Proposal:
    join = document["join"]
    return Proposal(
        supplied=tuple(held[at] for at in document["supplied"]),
        asked=tuple(held[at] for at in document["asked"]),
        join=_form(join) if join else None,
        sentence=document["sentence"],
    )


def _with_tuples(document: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in document.items()}
