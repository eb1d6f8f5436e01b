"""One application with all its evidence, the way it is looked at before an opinion is written."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from qingzhuang.actions.admit.clocks import working_days_left
from qingzhuang.engine.admit.comparing.domain import Comparison, HeldField
from qingzhuang.engine.admit.comparing.findings import doubts_of, held_sentence
from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, KIND_NAMES, Finding, Topic, Weight
from qingzhuang.engine.admit.fourquestions import four_questions
from qingzhuang.engine.admit.outcomes import OUTCOME_NAMES
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.budgets import budget_of
from qingzhuang.store.queries.consultations import consulted_on
from qingzhuang.store.queries.polls import polls_on
from qingzhuang.store.queries.reviews import (
    decisions_on,
    is_waiting,
    original_form,
    paper,
    precedents,
    review,
)
from qingzhuang.store.reviewed import Reviewed, is_there
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.fill.forms import attachment
from qingzhuang.web.rendering import shown

_FILTERS = ("all", "new", "held")


@dataclass(frozen=True, slots=True)
class Row:
    """One asked field as the table shows it. definition: what the department says it means."""

    field: HeldField
    definition: str
    tag: str
    words: str
    is_new: bool


# How a comparison is shown: class of its tag, word.
_TAGS = {
    Comparison.SAME: ("c-tag--ok", "相同"),
    Comparison.CONVERTIBLE: ("c-tag--ok", "可换算"),
    Comparison.DIFFERENT: ("c-tag--gap", "口径不同"),
    Comparison.NEW: ("c-tag--calc", "新"),
}

_DOUBTFUL = ("c-tag--gap", "像，要确认")


@page(Right.REVIEW)
def reviewed(request: HttpRequest, actor: Actor, submission_id: int) -> HttpResponse:
    """The review page."""
    found, day = review(actor, submission_id), today()
    wanted = request.GET.get("show", "all")
    show = wanted if wanted in _FILTERS else "all"
    opinions = decisions_on(actor, submission_id)
    context = _evidence(found, day) | {
        "rows": [row for row in _rows(found) if show == "all" or row.is_new is (show == "new")],
        "show": show,
        "days": working_days_left(actor, due=[found.due_on], today=day)[found.due_on],
        "precedents": precedents(actor, found, today=day),
        "budget": budget_of(actor, found.office, year=int(day[:4])),
        "polls": polls_on(actor, submission_id),
        "consulted": consulted_on(actor, submission_id),
        "open": next((each for each in opinions if each.dropped_at is None), None),
        "dropped": [each for each in opinions if each.dropped_at is not None],
        "is_waiting": is_waiting(actor, submission_id),
        "outcomes": OUTCOME_NAMES,
        "today": day,
    }
    return shown(request, "reviewing/review.html", context)


@page(Right.REVIEW)
def beside(request: HttpRequest, actor: Actor, submission_id: int, at: int) -> HttpResponse:
    """An application and a form that asks the same, side by side."""
    found = review(actor, submission_id)
    if at >= len(found.kept.overlaps):
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    overlap = found.kept.overlaps[at]
    here = {each.here: each.there for each in overlap.shared}
    there = {each.there for each in overlap.shared}
    context = {
        "found": found,
        "overlap": overlap,
        "pairs": [(field.label, here.get(field.label, "")) for field in found.kept.data],
        "alone": [label for label, _ in overlap.form.fields if label not in there],
        "frequencies": FREQUENCY_NAMES,
    }
    return shown(request, "reviewing/beside.html", context)


@page(Right.REVIEW)
def form_file(request: HttpRequest, actor: Actor, submission_id: int) -> HttpResponse:
    """The form as it was handed in."""
    name, content = original_form(actor, submission_id)
    return attachment(content, name)


@page(Right.REVIEW)
def paper_file(request: HttpRequest, actor: Actor, submission_id: int, attachment_id: int) -> HttpResponse:
    """A paper that came with the application."""
    name, content = paper(actor, submission_id, attachment_id)
    return attachment(content, name)


def _evidence(found: Reviewed, day: str) -> dict[str, object]:
    """What the machine found, sorted for the page."""
    return {
        "found": found,
        "asked": found.application,
        "kept": found.kept,
        "n_data": len(found.fields),
        "headline": held_sentence(found.fields),
        "suggestion": found.suggestion,
        "questions": four_questions(found.application, on=day),
        "rules": _of(found, Topic.RULE, Topic.BASIS, Topic.MONEY),
        "listed": _of(found, Topic.LIST),
        "clashes": _of(found, Topic.CLASH),
        "doubts": doubts_of(found.findings, said=held_sentence(found.fields)),
        "kind": KIND_NAMES[found.application.kind],
        "often": FREQUENCY_NAMES[found.application.frequency] if found.application.frequency else "没写频次",
        "blocks": Weight.BLOCKS,
        "warns": Weight.WARNS,
    }


def _of(found: Reviewed, *topics: Topic) -> list[Finding]:
    return [finding for finding in found.findings if finding.topic in topics]


def _rows(found: Reviewed) -> list[Row]:
    """The data fields, new ones first."""
    definitions = {
        (field.label, field.place): field.definition
        for field in (*found.application.fields, *found.application.supplied)
    }
    rows = [
        Row(
            field,
            definitions.get((field.label, field.place), ""),
            *(_DOUBTFUL if field.is_doubtful else _TAGS[field.comparison]),
            is_new=not is_there(field),
        )
        for field in found.fields
    ]
    return sorted(rows, key=lambda row: not row.is_new)
