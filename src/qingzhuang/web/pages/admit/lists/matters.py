"""The register of matters: everything that villages are asked for, of ten kinds, and the two books."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from qingzhuang.actions.admit.registering import export_matters
from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, KIND_NAMES
from qingzhuang.engine.admit.lists.domain import BOOK_NAMES
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.matters import Chosen, books, issuers, yearly_counts
from qingzhuang.store.queries.matters import matters as chosen_matters
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.fill.forms import attachment
from qingzhuang.web.rendering import shown

_A_PAGE = 100
_MOST_TYPED = 100
_ENDED = {"": "在用的", "ended": "停了的", "all": "都要"}


@page(Right.READ)
def matters(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The matters of a kind, a book, an office; searched; with counts of the last years."""
    today = timezone.localdate().isoformat()
    chosen = _chosen(request)
    rows = chosen_matters(actor, on=today, chosen=chosen)
    at = _page_number(request, len(rows))
    context = {
        "rows": rows[(at - 1) * _A_PAGE : at * _A_PAGE],
        "n_rows": len(rows),
        "at": at,
        "n_pages": max(1, -(-len(rows) // _A_PAGE)),
        "chosen": chosen,
        "ended": request.GET.get("ended", ""),
        "asked": urlencode(
            {key: request.GET.get(key, "") for key in ("q", "kind", "book", "issuer", "ended")}
        ),
        "counts": yearly_counts(actor, today=today),
        "books": books(actor, on=today),
        "today": today,
        "kinds": {"": "十种都看", **{kind.value: name for kind, name in KIND_NAMES.items()}},
        "book_names": {"": "不分账本", **BOOK_NAMES},
        "issuers": {"": "所有单位", **{name: name for name in issuers(actor)}},
        "endings": _ENDED,
        "kind_names": KIND_NAMES,
        "frequencies": FREQUENCY_NAMES,
        "may_curate": actor.may(Right.CURATE),
    }
    return shown(request, "lists/matters.html", context)


@page(Right.READ)
def matters_file(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What was chosen, as an Excel file."""
    today = timezone.localdate().isoformat()
    content = export_matters(actor, on=today, chosen=_chosen(request), county=settings.COUNTY_NAME)
    return attachment(content, f"事项总账-{today}.xlsx")


def _chosen(request: HttpRequest) -> Chosen:
    """What the address asks for."""
    ended = {"": False, "ended": True}.get(request.GET.get("ended", ""))
    return Chosen(
        kind=request.GET.get("kind", ""),
        book=request.GET.get("book", ""),
        issuer=request.GET.get("issuer", ""),
        is_ended=ended,
        words=request.GET.get("q", "").strip()[:_MOST_TYPED],
    )


def _page_number(request: HttpRequest, n_rows: int) -> int:
    """The page asked for, one that is there."""
    text = request.GET.get("page", "1")
    wanted = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return max(1, min(wanted, -(-n_rows // _A_PAGE)))
