"""Filling a department's form: hand it in, see what is still missing, take the filled one home."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.fill.serving import Upload, fetch_filled, fill_upload
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.forms import sent_lately
from qingzhuang.store.queries.organisations import villages_below
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import shown

_MOST_LINES = 50  # of the list of what is missing; the rest is in the file one carries along


@page(Right.FILL, posts=True)
def fill(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Hand in a form; then the page that says what came of it."""
    if request.method != "POST":
        return _asked(request, actor)
    given = request.FILES.get("form")
    upload = Upload(given.name or "", given.read()) if given else Upload("", b"")
    who = request.POST.get("who", "").strip() or None
    try:
        served = fill_upload(
            actor, upload=upload, region=request.POST.get("region", ""), who=who, today=today()
        )
    except RefusedError as refusal:
        return _asked(request, actor, problem=refusal.problem.sentence)
    return HttpResponseRedirect(reverse("filled", kwargs={"sent_id": served.sent_id}))


@page(Right.FILL)
def filled(request: HttpRequest, actor: Actor, sent_id: int) -> HttpResponse:
    """What a filling came to: so many cells filled, so many missing, where."""
    served = fetch_filled(actor, sent_id=sent_id, today=today(), is_taken=False)
    lines = served.to_carry.splitlines()
    context = {"served": served, "lines": lines[:_MOST_LINES], "n_more": max(0, len(lines) - _MOST_LINES)}
    return shown(request, "fill/filled.html", context)


@page(Right.FILL)
def filled_file(request: HttpRequest, actor: Actor, sent_id: int) -> HttpResponse:
    """The filled form itself, made from what is known at this moment."""
    served = fetch_filled(actor, sent_id=sent_id, today=today())
    return attachment(served.content, served.file_name)


@page(Right.FILL)
def filled_list(request: HttpRequest, actor: Actor, sent_id: int) -> HttpResponse:
    """The list of what is missing, to print and carry along."""
    served = fetch_filled(actor, sent_id=sent_id, today=today(), is_taken=False)
    name = f"{served.file_name.rpartition('.')[0]}-缺项清单.txt"
    return attachment(served.to_carry.encode(), name)


def attachment(content: bytes, name: str) -> HttpResponse:
    """A file that is saved, never opened inside the page (TRUST.md §4.2)."""
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _asked(request: HttpRequest, actor: Actor, *, problem: str = "") -> HttpResponse:
    """The form, with what went wrong."""
    villages = dict(villages_below(actor, ""))
    context = {
        "villages": villages,
        "region": request.POST.get("region", ""),
        "who": request.POST.get("who", ""),
        "problems": [problem] if problem else (),
        "lately": sent_lately(actor),
    }
    return shown(request, "fill/fill.html", context, status=422 if problem else 200)
