"""Who looked at, changed, took out what, and when (UX.md S17)."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from qingzhuang.actions.journal.exporting import export_journal
from qingzhuang.actions.journal.looking import look_at_line
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.audit import ACTS, Wanted, find_lines, standing_checks
from qingzhuang.store.queries.journal import check_journal
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.fill.forms import attachment
from qingzhuang.web.pages.journal.acts import name_of_act
from qingzhuang.web.rendering import shown

_LOOK_BACK = timedelta(days=30)
_FILTERS = ("who", "about", "act", "since", "until")


@page(Right.AUDIT)
def audit(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The journal, filtered; beside it what the standing checks noticed."""
    wanted = Wanted(**{name: request.GET.get(name, "").strip() for name in _FILTERS})
    asked = request.GET.get("page", "1")
    found = find_lines(actor, wanted, page=int(asked) if asked.isdecimal() and len(asked) < 7 else 1)
    since = (timezone.localdate() - _LOOK_BACK).isoformat()
    context = {
        "found": found,
        "wanted": wanted,
        "acts": {"": "全部"} | {key: words for key, (words, _) in ACTS.items()},
        "noticed": [(each.sentence, _query(each.wanted)) for each in standing_checks(actor, since=since)],
        "query": _query(wanted),
        "acts_of": name_of_act,
    }
    return shown(request, "journal/audit.html", context)


@page(Right.AUDIT)
def audit_line(request: HttpRequest, actor: Actor, seq: int) -> HttpResponse:
    """One line with its details."""
    return shown(
        request, "journal/line.html", {"looked": look_at_line(actor, seq=seq), "acts_of": name_of_act}
    )


@page(Right.AUDIT)
def audit_check(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Whether the journal is whole, checked now against itself and the marks outside the database."""
    return shown(request, "journal/check.html", {"verdict": check_journal(actor)})


@page(Right.AUDIT, posts=True)
def audit_export(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The whole journal as a sealed file."""
    if request.method != "POST":
        return shown(request, "journal/export.html", {})
    now = timezone.localtime()
    name = f"日志-{now:%Y%m%d-%H%M%S}.jsonl"
    with TemporaryDirectory(prefix="journal-") as folder:
        out = Path(folder) / name
        export_journal(actor, out=out, at=now.isoformat(timespec="seconds"))
        return attachment(out.read_bytes(), name)


def _query(wanted: Wanted) -> str:
    """The filter as the end of an address; no person's name is ever in it, only account names."""
    return urlencode({name: getattr(wanted, name) for name in _FILTERS if getattr(wanted, name)})
