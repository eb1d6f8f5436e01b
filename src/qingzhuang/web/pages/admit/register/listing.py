"""The open register as a page, as a table to keep and as a feed; nobody has to sign in."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, KIND_NAMES, Kind
from qingzhuang.engine.admit.lifetime import PHASE_NAMES, Phase
from qingzhuang.engine.admit.numbers import parse
from qingzhuang.engine.admit.tidying import tidy
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.register import Line, Wanted, issuers, n_fields, register
from qingzhuang.web.pages.admit.register.phases import phase_context
from qingzhuang.web.pages.doors import public_page
from qingzhuang.web.rendering import shown

_A_PAGE = 30
_A_FEED = 50
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is reckoned by spreadsheets (OWASP)
_HEAD = ("准入编号", "事项", "类别", "单位", "频次", "开始", "到期", "撤销", "现在")


@public_page()
def register_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every number that was ever given, found by words, kind, office and how it stands."""
    wanted = _wanted(request)
    lines = register(actor, on=_now(), wanted=wanted)
    everything = lines if wanted == Wanted() else register(actor, on=_now())
    n_pages = max(1, -(-len(lines) // _A_PAGE))
    at = min(_page(request), n_pages)
    visible = lines[(at - 1) * _A_PAGE : at * _A_PAGE]
    asked = parse(wanted.words) if wanted.words else None
    context = phase_context() | {
        "lines": visible,
        "n_found": len(lines),
        "n_all": len(everything),
        "n_good": sum(line.is_good for line in everything),
        "n_open_emergencies": sum(line.phase is Phase.EMERGENCY for line in everything),
        "fields": n_fields(actor, numbers=[line.number for line in visible]),
        "wanted": wanted,
        "kinds": {"": "全部"} | {kind.value: name for kind, name in KIND_NAMES.items()},
        "offices": {"": "全部"} | dict(issuers(actor)),
        "phases": {"": "全部"} | {phase.value: name for phase, name in PHASE_NAMES.items()},
        "kind_names": KIND_NAMES,
        "missing": str(asked) if asked and not lines else "",
        "page": at,
        "n_pages": n_pages,
        "query": _query(wanted),
    }
    return shown(request, "register/register.html", context)


@public_page()
def register_csv(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The lines that are wanted as CSV (RFC 4180), with a byte order mark, as Excel opens it."""
    lines = register(actor, on=_now(), wanted=_wanted(request))
    rows = [_HEAD, *(_cells(line) for line in lines)]
    text = "".join(",".join(_cell(cell) for cell in row) + "\r\n" for row in rows)
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="register.csv"'
    return response


@public_page()
def register_feed(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What was lately admitted, as an Atom feed (RFC 4287)."""
    feed = Atom1Feed(
        title=f"{settings.COUNTY_NAME}准入登记簿",
        link=settings.PUBLIC_ADDRESS + reverse("register"),
        description="新准入的事项，和它们现在作不作数。",
        language="zh-CN",
        feed_url=settings.PUBLIC_ADDRESS + reverse("register_feed"),
    )
    for line in register(actor, on=_now())[:_A_FEED]:
        address = settings.PUBLIC_ADDRESS + reverse(
            "check", kwargs={"year": line.number.year, "seq": line.number.seq}
        )
        feed.add_item(
            title=f"{line.number} {line.title}",
            link=address,
            description=f"{line.issuer}。{line.sentence}",
            unique_id=address,
            pubdate=line.admitted_at,
            updateddate=line.admitted_at,
            categories=[KIND_NAMES[line.kind], PHASE_NAMES[line.phase]],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _wanted(request: HttpRequest) -> Wanted:
    """What the address asks for; words it does not know ask for nothing."""
    kind, phase = request.GET.get("kind", ""), request.GET.get("phase", "")
    return Wanted(
        words=tidy(request.GET.get("q", "")).strip()[:100],
        kind=Kind(kind) if kind in set(Kind) else None,
        office=request.GET.get("office", "")[:40],
        phase=Phase(phase) if phase in set(Phase) else None,
    )


def _query(wanted: Wanted) -> str:
    """The address that asks for the same again."""
    asked = {
        "q": wanted.words,
        "kind": wanted.kind or "",
        "office": wanted.office,
        "phase": wanted.phase or "",
    }
    return urlencode({name: value for name, value in asked.items() if value})


def _page(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _cells(line: Line) -> tuple[str, ...]:
    return (
        str(line.number),
        line.title,
        KIND_NAMES[line.kind],
        line.issuer,
        FREQUENCY_NAMES[line.frequency] if line.frequency else "",
        line.starts_on,
        line.ends_on,
        line.withdrawn_on,
        PHASE_NAMES[line.phase],
    )


def _cell(text: str) -> str:
    """A cell in quotes; one that a spreadsheet would reckon is marked as text."""
    safe = f"'{text}" if text.startswith(_FORMULA) else text
    return '"' + safe.replace('"', '""') + '"'


def _now() -> str:
    return timezone.localtime().isoformat()
