"""Everything the machine finds about an application, gathered from the store and judged by the engine."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from qingzhuang.actions.admit.readings import Reading
from qingzhuang.engine.admit.comparing.domain import KnownForm
from qingzhuang.engine.admit.comparing.findings import Compared, Known, compared
from qingzhuang.engine.admit.comparing.index import OverlapIndex, build_index
from qingzhuang.engine.admit.comparisons import (
    KeptComparison,
    comparison_from_document,
    comparison_to_document,
)
from qingzhuang.engine.admit.costing.domain import Estimate
from qingzhuang.engine.admit.domain import Application, Finding, Topic, Weight
from qingzhuang.engine.admit.listed import list_findings
from qingzhuang.engine.admit.lists.ledgers import ledger_findings
from qingzhuang.engine.admit.rules import Rule, breaches
from qingzhuang.engine.admit.wanted import whole
from qingzhuang.engine.calendar.days import Calendar
from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.reference.holidays import load_calendar
from qingzhuang.files.reference.hours.minutes import load_minutes
from qingzhuang.files.reference.rulespack import load_rules
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.queries.holdings import Held, holdings_within
from qingzhuang.store.queries.knownforms import SENT, counted_before, hours_left, known_forms, known_mark
from qingzhuang.store.queries.lists import lists_in_force
from qingzhuang.store.queries.matters import ledger_room

_HEAVIEST_FIRST = tuple(Weight)
_UNIT = re.compile(r"[(（][^()（）]*[)）]$")


@dataclass(frozen=True, slots=True)
class Examined:
    """
    What was found. findings: the heaviest first. comparison: JSON (engine.admit.comparisons), of the fields
    that villages would fill. least: the application with held fields turned into data (要数).
    wanted: hours of all that the office wants, what was turned into data already among it.
    """

    findings: tuple[Finding, ...]
    comparison: dict[str, Any]
    least: Application
    wanted: Estimate

    @property
    def kept(self) -> KeptComparison:
        """The comparison as it will be read again."""
        return comparison_from_document(self.comparison)


def findings_of(actor: Actor, application: Application, *, today: str) -> Examined:
    """
    What the machine finds about an application as it stands. today: ISO day. Rules R-APP-10 to R-APP-13.

    Compared with what is held (numbers only), with every matter known, with the rules in force, the three
    lists, the calendar and the office's hours. Nothing is written.

    Raises:
        RefusedError: the actor neither applies nor reviews.
    """
    return examined(actor, application, today=today)


def examined(actor: Actor, application: Application, *, today: str) -> Examined:
    """As `findings_of`, for other actions of this room."""
    county = county_catalogue()
    catalogue = load_catalogue(county_catalogue())
    held = holdings_within(actor, application.regions or actor.places, catalogue=catalogue)
    rows = _rows(whole(application), held, catalogue)
    known = Known(
        catalogue=catalogue,
        holdings=held.coverage,
        index=_known_index(Reading(actor), known_mark(actor), today, county),
        costs=load_minutes(today, county),
        rows=rows,
        on=today,
    )
    found = compared(application, known)
    findings = (
        *found.findings,
        *_supplied_findings(application, held),
        *_rule_findings(
            actor, application, rules=load_rules(county), calendar=load_calendar(county), on=today
        ),
        *list_findings(application, lists_in_force(actor, on=today)),
        *ledger_findings(application, ledger_room(actor, on=today)),
        *_budget_findings(actor, application, found, today),
    )
    ordered = tuple(sorted(findings, key=lambda finding: _HEAVIEST_FIRST.index(finding.weight)))
    wanted = found.whole or found.estimate
    return Examined(ordered, comparison_to_document(found, rows=rows), _least(application, found), wanted)


@lru_cache(maxsize=2)  # two days, around midnight
def _known_index(
    reading: Reading,
    mark: tuple[object, ...],  # noqa: ARG001 (a key)
    on: str,
    county: Path | None,  # noqa: ARG001 (a key)
) -> OverlapIndex:
    """Every matter known on an ISO day, ready to be compared with; read anew only after it has changed."""
    catalogue = load_catalogue(county_catalogue())
    known = (_of_labels(form, catalogue) for form in known_forms(reading.actor, on=on))
    return build_index(tuple(known), catalogue=catalogue)


def _of_labels(form: KnownForm, catalogue: Catalogue) -> KnownForm:
    """
    Of what is printed on a form that a village filled, only labels the catalogue knows.

    Anything else may be what somebody typed into it, a resident's name among others: an office that asks for
    a column of that name must not learn that it stands there.
    """
    if not form.id.startswith(SENT):
        return form
    labels = tuple(each for each in form.fields if _bare(each[0]) in catalogue.codes_by_label)
    return replace(form, fields=labels)


def _bare(label: str) -> str:
    """The key of a label without the unit behind it: 低保金额（元/月） is looked up as 低保金额."""
    return label_key(_UNIT.sub("", label))


def _least(application: Application, found: Compared) -> Application:
    """Fields that are held are supplied; the sheet's own blanks ask nobody."""
    if found.proposal is None:
        return application
    supplied = {(field.label, field.place) for field in found.proposal.supplied}
    asked = {(field.label, field.place) for field in found.held if field.is_data} - supplied
    return replace(
        application,
        fields=tuple(field for field in application.fields if (field.label, field.place) in asked),
        supplied=(
            *application.supplied,
            *(field for field in application.fields if (field.label, field.place) in supplied),
        ),
    )


def _rows(application: Application, held: Held, catalogue: Catalogue) -> int:
    """How many lines one village lists: as the office says, else all it has of the kind. R-APP-10."""
    if application.rows:
        return application.rows
    elements = [catalogue.elements.get(field.element.partition("@")[0]) for field in application.fields]
    kinds = [element.subject for element in elements if element is not None]
    if SubjectKind.PERSON in kinds:
        return max(1, held.persons)
    if SubjectKind.HOUSEHOLD in kinds:
        return max(1, held.households)
    return 1


def _supplied_findings(application: Application, held: Held) -> tuple[Finding, ...]:
    found = []
    if application.supplied:
        n, left = len(application.supplied), len(application.fields)
        sentence = f"部门要 {n + left} 项，其中 {n} 项改成要数，村里只填 {left} 项。"
        lines = tuple(f"{field.label}：要数" for field in application.supplied)
        found.append(Finding(Topic.HELD, Weight.INFORMS, sentence, lines, step="form"))
    if held.n_empty and application.fields:
        n_with = held.n_villages - held.n_empty
        sentence = (
            f"看了 {held.n_villages} 个村，{held.n_empty} 个村平台里还没有名册；"
            f"各项有多少，是按有名册的 {n_with} 个村算的。"
        )
        found.append(Finding(Topic.HELD, Weight.WARNS, sentence, step="form"))
    if held.is_sample and application.fields:
        sentence = f"各项有多少，是抽 {held.n_looked_at:,} 个对象看的（一共约 {held.n_subjects:,} 个）。"
        found.append(Finding(Topic.HELD, Weight.INFORMS, sentence, step="form"))
    return tuple(found)


def _rule_findings(
    actor: Actor, application: Application, *, rules: tuple[Rule, ...], calendar: Calendar, on: str
) -> tuple[Finding, ...]:
    already = counted_before(actor, application, rules=rules, on=on)
    return breaches(application, rules=rules, on=on, already=already, calendar=calendar)


def _budget_findings(
    actor: Actor, application: Application, found: Compared, today: str
) -> tuple[Finding, ...]:
    budget = hours_left(actor, application.office, year=int(today[:4])) if application.office else None
    if budget is None:
        return ()
    hours = found.estimate.own_hours if application.supplied else found.estimate.as_asked_hours
    is_over = hours > budget.left
    said = "改成要数以后这件还要" if application.supplied else "这件照发要"
    sentence = (
        f"今年的工时预算还剩 {max(budget.left, 0):,.0f} 小时，{said} {hours:,.0f} 小时"
        f"{'，不够。' if is_over else '。'}"
    )
    evidence = (f"预算 {budget.hours:,.0f} 小时，已用 {budget.used:,.0f} 小时",)
    return (
        Finding(Topic.BUDGET, Weight.WARNS if is_over else Weight.INFORMS, sentence, evidence, step="scope"),
    )
