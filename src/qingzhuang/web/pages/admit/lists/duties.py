"""The three lists: is this thing for our village to do? UX.md S6."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from qingzhuang.actions.admit.listing import print_lists
from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.lists.domain import PRINTED, DutyLine
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.lists import Version, duties, version_on
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.fill.forms import attachment
from qingzhuang.web.rendering import shown

_MOST_FOUND = 30  # of what was typed; whoever finds more has to type more
_MOST_TYPED = 100
_VERDICTS = {
    ListClass.DUTY: "归村里做",
    ListClass.SUPPORT: "村里协助，带着支持来",
    ListClass.NOT_OURS: "不归村里做",
}


@page(Right.READ)
def lists(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One list with its lines; of words typed, the lines of all three that are meant."""
    today = timezone.localdate()
    typed = request.GET.get("q", "").strip()[:_MOST_TYPED]
    version = version_on(actor, on=today.isoformat())
    found = duties(actor, on=today.isoformat(), words=typed)
    here = _class(request.GET.get("list", ""))
    context = {
        "version": version,
        "before": _before(actor, version, f"{today.year - 1}-12-31"),
        "typed": typed,
        "here": here.value,
        "classes": PRINTED,
        "rows": found[:_MOST_FOUND] if typed else tuple(x for x in found if x.list_class is here),
        "n_found": len(found),
        "verdict": _verdict(found) if typed else "",
        "verdicts": _VERDICTS,
        "may_publish": actor.may(Right.CURATE),
        "may_check": actor.may(Right.CHECK),
    }
    return shown(request, "lists/lists.html", context)


@page(Right.READ)
def wall_file(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The lists as a PDF for the wall, A3 or A4."""
    size = "a4" if request.GET.get("size") == "a4" else "a3"
    today = timezone.localdate().isoformat()
    content = print_lists(actor, on=today, size=size, county=settings.COUNTY_NAME)
    return attachment(content, f"三张清单（上墙，{size.upper()}）.pdf")


def _class(text: str) -> ListClass:
    """The list of a tab; the first one for anything else."""
    return ListClass(text) if text in {each.value for each in PRINTED} else ListClass.DUTY


def _before(actor: Actor, version: Version | None, day: str) -> Version | None:
    """The version at the end of last year, None where there was none."""
    return version_on(actor, on=day) if version is not None else None


def _verdict(found: Sequence[DutyLine]) -> str:
    """What the best line says, where there is one."""
    return _VERDICTS[found[0].list_class] if found else ""
