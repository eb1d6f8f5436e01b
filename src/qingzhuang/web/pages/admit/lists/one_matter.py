"""One matter of the register: what it is, what it went into; ended, merged, put into a book by 减负办."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from qingzhuang.actions.admit.ending import end_matter, merge_matter, put_in_book
from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, KIND_NAMES, Kind
from qingzhuang.engine.admit.lists.domain import BOOK_NAMES
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.queries.matters import Chosen, books, matter, matters
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import day_of
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown


@page(Right.READ, posts=True)
def one_matter(request: HttpRequest, actor: Actor, matter_id: int) -> HttpResponse:
    """One matter for everybody to read; what is sent to it is for those who keep the register."""
    if request.method != "POST":
        return _drawn(request, actor, matter_id)
    allow(actor, Right.CURATE)
    try:
        say_next(request, _done(request, actor, matter_id))
    except RefusedError as refusal:
        return _drawn(request, actor, matter_id, problem=refusal.problem.sentence)
    return HttpResponseRedirect(reverse("matter", kwargs={"matter_id": matter_id}))


def _done(request: HttpRequest, actor: Actor, matter_id: int) -> str:
    """Do what was asked; the sentence that says so."""
    today = timezone.localdate().isoformat()
    step = request.POST.get("step", "")
    if step == "book":
        book = request.POST.get("book", "")
        put_in_book(actor, matter_id=matter_id, book=book, today=today)
        return f"放进{BOOK_NAMES[book]}了。" if book else "不在两本账里了。"
    on = day_of(request.POST.get("on", "")) or today
    if step == "merge":
        into = merge_matter(actor, matter_id=matter_id, into=request.POST.get("into", ""), on=on, today=today)
        return f"{on} 起整合到“{into}”。"
    end_matter(actor, matter_id=matter_id, on=on, why=request.POST.get("why", ""), today=today)
    return f"{on} 起停了。"


def _drawn(request: HttpRequest, actor: Actor, matter_id: int, *, problem: str = "") -> HttpResponse:
    """The page, with what went wrong."""
    today = timezone.localdate().isoformat()
    seen = matter(actor, matter_id)
    may_curate = actor.may(Right.CURATE)
    alike = matters(actor, on=today, chosen=Chosen(kind=seen.line.kind.value)) if may_curate else ()
    context = {
        "seen": seen,
        "line": seen.line,
        "kind": KIND_NAMES[seen.line.kind],
        "often": FREQUENCY_NAMES[seen.line.frequency] if seen.line.frequency else "",
        "book_name": BOOK_NAMES.get(seen.line.book, ""),
        "is_ledger": seen.line.kind is Kind.LEDGER,
        "book_names": {"": "不放进两本账", **BOOK_NAMES},
        "books": books(actor, on=today),
        "targets": [each.name for each in alike if each.id != seen.line.id],
        "may_curate": may_curate,
        "posted": request.POST,
        "today": today,
        "problems": [problem] if problem else (),
    }
    return shown(request, "lists/matter.html", context, status=422 if problem else 200)
