"""Taking in a county's register of matters, and the caps of the two books."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from qingzhuang.actions.admit.registering import MatterChanges, MatterWish, import_matters, set_cap
from qingzhuang.engine.admit.domain import KIND_NAMES
from qingzhuang.engine.admit.lists.domain import BOOK_NAMES
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.matters import books
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.lists.files_in import MOST_KB, carried, file_in, told
from qingzhuang.web.pages.days import day_of
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown

_MOST_SHOWN = 200


@page(Right.CURATE, posts=True)
def matters_import(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Hand in the county's register, see what it comes to, confirm; or set the cap of a book."""
    today = timezone.localdate().isoformat()
    if request.method != "POST":
        return _drawn(request, actor, today)
    try:
        if request.POST.get("step") == "cap":
            return _capped(request, actor, today)
        return _taken(request, actor, today)
    except RefusedError as refusal:
        return _drawn(request, actor, today, problems=[refusal.problem.sentence])


def _capped(request: HttpRequest, actor: Actor, today: str) -> HttpResponse:
    book, most = request.POST.get("book", ""), request.POST.get("most", "")
    since = day_of(request.POST.get("from", "")) or today
    set_cap(actor, book=book, most=most, effective_from=since, today=today)
    say_next(request, f"{since} 起，{BOOK_NAMES[book]}最多 {most.strip()} 本。")
    return HttpResponseRedirect(reverse("matters_import"))


def _taken(request: HttpRequest, actor: Actor, today: str) -> HttpResponse:
    is_trial = request.POST.get("step") != "import"
    given = file_in(request)
    on = day_of(request.POST.get("on", "")) or today
    wish = MatterWish(on=on, today=today, is_trial=is_trial)
    changes = import_matters(actor, given=given, wish=wish)
    if changes.problems:
        return _drawn(request, actor, today, problems=told(changes.problems))
    if is_trial:
        return _drawn(request, actor, today, changes=changes, hidden=carried(given))
    say_next(
        request,
        f"导入好了：新进 {len(changes.entered)} 件，在用的 {changes.n_kept} 件；停了 {changes.n_ended} 件。",
    )
    return HttpResponseRedirect(reverse("matters"))


def _drawn(
    request: HttpRequest,
    actor: Actor,
    today: str,
    *,
    changes: MatterChanges | None = None,
    hidden: dict[str, str] | None = None,
    problems: list[str] | None = None,
) -> HttpResponse:
    """The forms, or what the file comes to."""
    context = {
        "changes": changes,
        "carried": hidden or {},
        "on": request.POST.get("on", ""),
        "posted": request.POST,
        "books": books(actor, on=today),
        "book_names": BOOK_NAMES,
        "kind_names": KIND_NAMES,
        "most": MOST_KB,
        "most_shown": _MOST_SHOWN,
        "problems": problems or (),
    }
    return shown(request, "lists/matters_import.html", context, status=422 if problems else 200)
