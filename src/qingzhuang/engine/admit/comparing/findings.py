"""An application compared with everything known, told as findings with numbers in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qingzhuang.engine.admit.clashes import clashes
from qingzhuang.engine.admit.comparing.domain import COMPARISON_NAMES, HeldField, Overlap
from qingzhuang.engine.admit.comparing.held import Holdings, held_fields
from qingzhuang.engine.admit.comparing.index import OverlapIndex
from qingzhuang.engine.admit.comparing.proposal import Proposal, propose, with_join
from qingzhuang.engine.admit.costing.domain import ActCosts, Estimate
from qingzhuang.engine.admit.costing.hours import hours_a_year
from qingzhuang.engine.admit.domain import Application, Finding, Topic, Weight
from qingzhuang.engine.admit.wanted import whole
from qingzhuang.engine.catalogue.elements import Catalogue

_FORM_STEP, _SCOPE_STEP = "form", "scope"
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Known:
    """
    What an application is compared with.

    holdings: element key → what is known where it lands. index: all known matters. costs: minutes of each
    act. rows: people, households or things one village would list each time. on: today, ISO. own_id: id under
    which the application itself is in the index, "" for none.
    """

    catalogue: Catalogue
    holdings: Holdings
    index: OverlapIndex
    costs: ActCosts
    rows: int
    on: str
    own_id: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """
    All that comparing found; proposal is None where the application asks no data.

    whole: hours of all that the office wants, where it turned some of it into data (要数); None where not.
    """

    held: tuple[HeldField, ...]
    overlaps: tuple[Overlap, ...]
    estimate: Estimate
    proposal: Proposal | None
    findings: tuple[Finding, ...]
    whole: Estimate | None = None


def compare(application: Application, known: Known) -> tuple[Finding, ...]:
    """Findings about fields held, overlaps, hours and clashes, in this order."""
    return compared(application, known).findings


def compared(application: Application, known: Known) -> Compared:
    """The application beside everything known: fields, overlaps, hours, proposal and the findings of them."""
    held = held_fields(
        application.fields, catalogue=known.catalogue, holdings=known.holdings, on=known.on,
        issuer=application.issuer,
    )  # fmt: skip
    near = known.index.similar(
        application.fields, title=application.title, kind=application.kind, leave_out=known.own_id
    )
    overlaps = tuple(overlap for overlap in near if overlap.is_overlap)
    proposal = propose(application, held, index=known.index, leave_out=known.own_id)
    held = with_join(held, proposal)
    estimate = hours_a_year(
        application,
        held=held,
        catalogue=known.catalogue,
        costs=known.costs,
        rows=known.rows,
        asked=proposal.asked if proposal else None,
    )
    all_of_it = _whole(application, known)
    live = [form for form in known.index.forms if form.is_live and form.id != known.own_id]
    findings = (
        *_of_held(held, proposal),
        *map(_of_overlap, overlaps),
        _of_hours(estimate, proposal, all_of_it),
        *clashes(application, live),
    )
    return Compared(held, overlaps, estimate, proposal, findings, all_of_it)


def _whole(application: Application, known: Known) -> Estimate | None:
    """What sending also what was turned into data would cost; None where nothing was. Rule R-APP-09."""
    if not application.supplied:
        return None
    wanted = whole(application)
    held = held_fields(
        wanted.fields,
        catalogue=known.catalogue,
        holdings=known.holdings,
        on=known.on,
        issuer=wanted.issuer,
    )
    return hours_a_year(wanted, held=held, catalogue=known.catalogue, costs=known.costs, rows=known.rows)


def doubts_of(findings: Sequence[Finding], *, said: str) -> tuple[Finding, ...]:
    """What weakens the comparison, such as villages without rosters; what is `said` beside it left out."""
    topics = (Topic.HELD, Topic.HOURS)
    return tuple(
        each
        for each in findings
        if each.topic in topics and each.weight is Weight.WARNS and each.sentence != said
    )


def held_sentence(held: Sequence[HeldField]) -> str:
    """
    How many of the fields are there already: `20 项里 17 项已经有了，真正新的 3 项。` Rule R-DUP-01.

    The sheet's own blanks are left out; a field held in another definition is counted by itself.
    """
    data = [field for field in held if field.is_data]
    n_held = sum(field.is_held for field in data)
    n_noted = sum(field.is_noted for field in data)
    n_doubtful = sum(field.is_doubtful for field in data)
    n_new = len(data) - n_held - n_noted - n_doubtful
    if n_new == len(data):
        return f"{n_new} 项都是新的，平台里没有。"
    said = [f"{len(data)} 项里 {n_held} 项已经有了"]
    if n_noted:
        said.append(f"{n_noted} 项口径不同")
    if n_doubtful:
        said.append(f"{n_doubtful} 项看着像、要你确认")
    said.append(f"真正新的 {n_new} 项" if n_new else "没有新的")
    return "，".join(said) + "。"


def _of_held(held: Sequence[HeldField], proposal: Proposal | None) -> Iterator[Finding]:
    data = [field for field in held if field.is_data]
    if proposal is None:
        return
    weight = Weight.WARNS if proposal.supplied else Weight.INFORMS
    yield Finding(Topic.HELD, weight, held_sentence(held), tuple(map(_line, data)), step=_FORM_STEP)
    asked = tuple(f"{field.label}：{field.treatment}" for field in proposal.asked)
    yield Finding(Topic.HELD, Weight.INFORMS, proposal.sentence, asked, step=_FORM_STEP)


def _line(field: HeldField) -> str:
    said = [COMPARISON_NAMES[field.comparison]]
    said += [field.why] if field.why else []
    said += [
        f"{source.name}{f' {source.day}' if source.day else ''}，{source.share * _PERCENT:.0f}% 的对象有"
        for source in field.sources[:1]
    ]
    said.append(field.treatment)
    return f"{field.label}：{'；'.join(said)}"


def _of_overlap(overlap: Overlap) -> Finding:
    form = overlap.form
    when = f"，{form.month[:4]}年{int(form.month[5:7])}月发过" if len(form.month) >= len("2026-03") else ""
    sentence = (
        f"和《{form.title}》（{form.issuer}{when}）撞了：{overlap.n_asked} 项重 {len(overlap.shared)} 项。"
    )
    number = (f"准入编号：{form.number}",) if form.number else ()
    lines = tuple(f"这边“{each.here}”，那边“{each.there}”" for each in overlap.shared)
    return Finding(Topic.OVERLAP, Weight.WARNS, sentence, (*number, *lines), step=_FORM_STEP)


def _of_hours(estimate: Estimate, proposal: Proposal | None, all_of_it: Estimate | None) -> Finding:
    provisional = "（暂估）" if estimate.is_provisional else ""
    asked = all_of_it or estimate
    sentence = f"照发，一年 {_hours(asked.as_asked_hours)} 小时{provisional}：{asked.formula}。"
    evidence = [*asked.asked_lines]
    if all_of_it is not None:
        sentence += f"改成要数以后，一年 {_hours(estimate.own.hours)} 小时：{estimate.own.formula}。"
    if proposal is not None and (proposal.supplied or all_of_it is None):
        cost = estimate.own if proposal.is_new_form else estimate.least
        sentence += f"按建议，一年 {_hours(cost.hours)} 小时：{cost.formula}。"
        evidence += [f"按建议还要：{line}" for line in estimate.least_lines]
    return Finding(Topic.HOURS, Weight.INFORMS, sentence, tuple(evidence), step=_SCOPE_STEP)


def _hours(hours: float) -> str:
    return f"{hours:,.1f}".removesuffix(".0")
