"""Versions of the three lists: what changed from one to the next, and publishing a new one."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from qingzhuang.actions.admit.listing import ListWish, Published, publish_lists
from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.lists.domain import PRINTED, USUAL_NAMES
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.lists import Version, changes_between, version_on, versions
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.lists.files_in import MOST_KB, carried, file_in, told
from qingzhuang.web.pages.days import day_of
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown


@page(Right.READ)
def lists_changes(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every version, and what changed between two of them; the newest against the one before it first."""
    all_of_them = versions(actor)
    by_id = {str(version.id): version for version in all_of_them}
    new = by_id.get(request.GET.get("new", "")) or (all_of_them[0] if all_of_them else None)
    old = by_id.get(request.GET.get("old", "")) or _earlier(all_of_them, new)
    context = {
        "versions": all_of_them,
        "options": {str(each.id): f"{each.effective_from} 起" for each in all_of_them},
        "old": old,
        "new": new,
        "changes": changes_between(actor, old.id, new.id) if old is not None and new is not None else None,
        "classes": PRINTED,
        "may_publish": actor.may(Right.CURATE),
    }
    return shown(request, "lists/changes.html", context)


def _earlier(all_of_them: tuple[Version, ...], new: Version | None) -> Version | None:
    """The version right before another."""
    earlier = [each for each in all_of_them if new is not None and each.effective_from < new.effective_from]
    return earlier[0] if earlier else None


@page(Right.CURATE, posts=True)
def lists_publish(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Hand in the county's lists, see what changes, publish them from a day on."""
    today = timezone.localdate().isoformat()
    if request.method != "POST":
        return _drawn(request, actor, today)
    is_trial = request.POST.get("step") != "publish"
    try:
        given = file_in(request)
        wish = _wish(request, today, is_trial=is_trial)
        published = publish_lists(actor, given=given, wish=wish)
    except RefusedError as refusal:
        return _drawn(request, actor, today, problems=[refusal.problem.sentence])
    if published.problems:
        return _drawn(request, actor, today, problems=told(published.problems))
    if is_trial:
        return _drawn(request, actor, today, published=published, hidden=carried(given), wish=wish)
    say_next(
        request, f"公布好了：{len(published.lines)} 条，{wish.effective_from} 起执行。旧的一版还查得到。"
    )
    return HttpResponseRedirect(reverse("lists"))


def _wish(request: HttpRequest, today: str, *, is_trial: bool) -> ListWish:
    """How the file is to be published."""
    return ListWish(
        effective_from=day_of(request.POST.get("from", "")) or today,
        basis=request.POST.get("basis", ""),
        note=request.POST.get("note", ""),
        names=tuple((each, request.POST.get(f"name_{each.value}", "")) for each in PRINTED),
        is_trial=is_trial,
    )


def _drawn(
    request: HttpRequest,
    actor: Actor,
    today: str,
    *,
    published: Published | None = None,
    hidden: dict[str, str] | None = None,
    wish: ListWish | None = None,
    problems: list[str] | None = None,
) -> HttpResponse:
    """The form, or what the file comes to."""
    version = version_on(actor, on=today)
    context = {
        "published": published,
        "carried": hidden or {},
        "effective_from": wish.effective_from if wish else request.POST.get("from", ""),
        "basis": request.POST.get("basis", ""),
        "note": request.POST.get("note", ""),
        "names": _names(request, version),
        "classes": PRINTED,
        "most": MOST_KB,
        "problems": problems or (),
    }
    return shown(request, "lists/publish.html", context, status=422 if problems else 200)


def _names(request: HttpRequest, version: Version | None) -> dict[ListClass, tuple[str, str]]:
    """What was typed as the name of each list, and what it is called now."""
    now = version.names if version is not None else USUAL_NAMES
    return {each: (request.POST.get(f"name_{each.value}", ""), now[each]) for each in PRINTED}
