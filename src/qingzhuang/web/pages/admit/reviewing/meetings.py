"""Minutes of joint reviews: list, write, read, print."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.meeting import Held, record_minutes
from qingzhuang.actions.admit.papers import minutes_paper
from qingzhuang.engine.admit.outcomes import OUTCOME_NAMES
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.meetings import meeting, meetings, to_discuss
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.reviewing.typed import ids_of
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.fill.forms import attachment
from qingzhuang.web.rendering import say_next, shown


@page(Right.REVIEW)
def all_meetings(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The meetings that were held, the newest first."""
    return shown(request, "reviewing/meetings.html", {"rows": meetings(actor)})


@page(Right.REVIEW, posts=True)
def new_meeting(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Write down a meeting."""
    if request.method != "POST":
        return _asked(request, actor)
    typed = request.POST
    held = Held(
        held_on=typed.get("held_on", ""),
        attendees=typed.get("attendees", ""),
        text=typed.get("text", ""),
        submissions=ids_of(typed.getlist("submissions")),
    )
    try:
        row = record_minutes(actor, held=held, today=today())
    except RefusedError as refusal:
        return _asked(request, actor, problem=refusal.problem.sentence)
    say_next(request, "纪要记下了，可以打印。")
    return HttpResponseRedirect(reverse("meeting", kwargs={"minutes_id": row.pk}))


@page(Right.REVIEW)
def one_meeting(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """One meeting's minutes."""
    row, discussed = meeting(actor, minutes_id)
    context = {"row": row, "discussed": discussed, "outcomes": OUTCOME_NAMES}
    return shown(request, "reviewing/meeting.html", context)


@page(Right.REVIEW)
def minutes_file(request: HttpRequest, actor: Actor, minutes_id: int) -> HttpResponse:
    """The minutes as PDF."""
    paper = minutes_paper(actor, minutes_id=minutes_id)
    return attachment(paper.content, paper.name)


def _asked(request: HttpRequest, actor: Actor, *, problem: str = "") -> HttpResponse:
    context = {
        "held_on": request.POST.get("held_on", today()),
        "attendees": request.POST.get("attendees", ""),
        "text": request.POST.get("text", ""),
        "submissions": to_discuss(actor),
        "ticked": request.POST.getlist("submissions"),
        "problems": [problem] if problem else (),
    }
    return shown(request, "reviewing/new_meeting.html", context, status=422 if problem else 200)
