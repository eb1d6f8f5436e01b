"""What the gate answered, as the applying office reads it."""

from django.http import HttpRequest, HttpResponse

from qingzhuang.actions.admit.papers import own_letter
from qingzhuang.engine.admit.opinions import STEP_NAMES, reasons_of
from qingzhuang.engine.admit.outcomes import OUTCOME_NAMES, Outcome
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.reviews import reply_to_office
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.fill.forms import attachment
from qingzhuang.web.rendering import shown


@page(Right.APPLY)
def gate_reply(request: HttpRequest, actor: Actor, submission_id: int) -> HttpResponse:
    """The decision on one of my office's applications: what to put right step by step, or the number."""
    row = reply_to_office(actor, submission_id)
    context = {
        "row": row,
        "outcomes": OUTCOME_NAMES,
        "is_returned": row.outcome == Outcome.RETURNED,
        "reasons": {STEP_NAMES[step]: whys for step, whys in reasons_of(row.opinion).items()},
        "admission": getattr(row, "admission", None),
    }
    return shown(request, "reviewing/reply.html", context)


@page(Right.APPLY)
def gate_letter(request: HttpRequest, actor: Actor, submission_id: int) -> HttpResponse:
    """The opinion letter on one of my office's applications."""
    paper = own_letter(actor, submission_id=submission_id)
    return attachment(paper.content, paper.name)
