"""Searching the journal for the auditor. It tells what was done to which thing; it counts nobody's days."""

from dataclasses import dataclass

from django.db.models import Q

from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Decision, JournalEntry
from qingzhuang.store.roles import Right

PER_PAGE = 50
# What the auditor filters by (UX.md S17), each a beginning of the journal's action names.
ACTS = {
    "taken": (
        "取走、导出",
        ("fill.fetch_filled", "fill.fill_template", "fill.fill_villages", "journal.export_journal"),
    ),
    "changed": ("改数、收数", ("collect.", "link.", "read.")),
    "looked": ("看来源、看细节", ("know.", "journal.look_at_line")),
    "admitted": ("准入", ("admit.",)),
    "people": ("账号和岗位", ("organisations.",)),
}
_NIGHT = ("12", "13", "14", "15", "16", "17", "18", "19", "20", "21")  # UTC hours: 20:00 to 6:00 in China
_MANY = 20  # files taken in one night


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the auditor looks for; "" leaves a filter out. since, until: ISO days, both included."""

    who: str = ""
    about: str = ""
    act: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of lines, the newest first, without details. n: of all pages together."""

    lines: tuple[JournalEntry, ...]
    n: int
    page: int

    @property
    def n_pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.n // PER_PAGE))


def find_lines(actor: Actor, wanted: Wanted, *, page: int = 1) -> Found:
    """
    The lines that fit, one page of them.

    Raises:
        RefusedError: the actor does not audit.
    """
    allow(actor, Right.AUDIT)
    rows = JournalEntry.objects.order_by("-seq")
    if wanted.who:
        rows = rows.filter(actor=wanted.who)
    if wanted.about:
        rows = rows.filter(object__startswith=wanted.about)
    if wanted.act in ACTS:
        rows = rows.filter(_any_of(ACTS[wanted.act][1]))
    if wanted.since:
        rows = rows.filter(at__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(at__lt=f"{wanted.until}U")  # any instant of that day: T sorts before U
    n, page = rows.count(), max(1, page)
    return Found(tuple(rows[(page - 1) * PER_PAGE : page * PER_PAGE]), n, page)


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a standing check noticed: a sentence, and the filter that shows the lines behind it."""

    sentence: str
    wanted: Wanted


def standing_checks(actor: Actor, *, since: str) -> tuple[Noticed, ...]:
    """
    What the standing checks notice since an ISO day: many files taken in one night, advice overruled.

    Raises:
        RefusedError: the actor does not audit.
    """
    allow(actor, Right.AUDIT)
    return (*_taken_at_night(since), *_overruled(since))


def _taken_at_night(since: str) -> list[Noticed]:
    """Nights in which one account took more than twenty files out of the house."""
    rows = JournalEntry.objects.filter(_any_of(ACTS["taken"][1]), at__gte=since).values_list("actor", "at")
    nights: dict[tuple[str, str], int] = {}
    for who, at in rows.iterator():
        if at[11:13] in _NIGHT:
            nights[who, at[:10]] = nights.get((who, at[:10]), 0) + 1
    return [
        Noticed(
            f"{day} 夜里，账号 {who} 取走了 {n} 份文件", Wanted(who=who, act="taken", since=day, until=day)
        )
        for (who, day), n in sorted(nights.items())
        if n > _MANY
    ]


def _overruled(since: str) -> list[Noticed]:
    """How often the gate decided against what the comparison suggested."""
    n = Decision.objects.filter(decided_at__date__gte=since).exclude(override="").count()
    return (
        [Noticed(f"会审有 {n} 次没有照系统比对的建议办，每次都写了理由", Wanted(act="admitted"))] if n else []
    )


def _any_of(beginnings: tuple[str, ...]) -> Q:
    found = Q(pk__in=[])
    for beginning in beginnings:
        found |= Q(action__startswith=beginning)
    return found
