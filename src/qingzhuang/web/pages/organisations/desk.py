"""The desk: the first page after signing in, one sentence and the few things that wait (UX.md S1)."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from qingzhuang.engine.admit.domain import KIND_NAMES
from qingzhuang.engine.admit.periods import period_words
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.obligations import open_duties
from qingzhuang.store.queries.waiting import waiting_for
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import shown

_MOST = 50  # lines on the desk; a person with more has a list of their own for it


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the desk. due: ISO day, "" for none. address: where it is done. verb: on its button."""

    title: str
    about: str
    due: str
    address: str
    verb: str
    icon: str


@page(Right.READ)
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits for this person, the nearest day first; the first line has the filled button."""
    today = timezone.localdate().isoformat()
    lines = sorted([*_asked(actor, today), *_landed(actor, today)], key=lambda line: line.due or "9999")
    context = {
        "lines": lines[:_MOST],
        "n": len(lines),
        "n_today": sum(bool(line.due) and line.due <= today for line in lines),
        "today": today,
        "can_check": actor.may(Right.CHECK),
    }
    return shown(request, "organisations/home.html", context)


def _asked(actor: Actor, today: str) -> list[Line]:
    """What others wait for: reviews, signatures, answers, applications that came back."""
    return [
        Line(
            title=each.title,
            about=each.who,
            due=each.due,
            address=reverse(each.path_name, kwargs=each.arguments or None),
            verb=each.verb,
            icon="inbox",
        )
        for each in waiting_for(actor, today=today)
    ]


def _landed(actor: Actor, today: str) -> list[Line]:
    """What landed on the villages where the actor may fill forms, each with its admission number."""
    if not actor.may(Right.FILL):
        return []
    return [
        Line(
            title=duty.title,
            about=f"{duty.issuer} · {duty.number} · {KIND_NAMES[duty.kind]} · {period_words(duty.period)}",
            due=duty.due,
            address=reverse("register_number", kwargs={"year": duty.number.year, "seq": duty.number.seq}),
            verb="看要填什么",
            icon="file-spreadsheet",
        )
        for duty in open_duties(actor, on=today)
    ]
