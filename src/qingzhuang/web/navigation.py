"""The menu: one table of entries, each for those whose roles allow what it leads to."""

from dataclasses import dataclass

from django.urls import reverse

from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Right


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu. heading: the words above it, where a group begins. page: the page's name."""

    page: str
    icon: str
    words: str
    right: Right
    heading: str = ""


# At most ten for any one person (UX.md §1.1). Order is the order on the screen.
ENTRIES: tuple[Entry, ...] = (
    Entry("home", "layout-dashboard", "今日工作台", Right.READ),
    Entry("fill", "table-properties", "填表", Right.FILL),
    Entry("rosters", "upload", "名册", Right.COLLECT),
    Entry("questions", "circle-help", "拿不准的", Right.COLLECT),
    Entry("why", "git-compare", "从哪来", Right.EXPLAIN),
    Entry("applications", "file-text", "我局的表", Right.APPLY),
    Entry("application_new", "shield-check", "准入申请", Right.APPLY),
    Entry("report_counts", "message-square-heart", "村里报的", Right.APPLY),
    Entry("asked", "vote", "问到我的", Right.APPLY),
    Entry("reviews", "scale", "准入会审", Right.REVIEW, "把住关口"),
    Entry("meetings", "scroll-text", "会审纪要", Right.REVIEW),
    Entry("reports", "message-square-heart", "村里报的", Right.REVIEW),
    Entry("budgets", "hourglass", "工时预算", Right.CURATE),
    Entry("checking", "shield-check", "查一查", Right.CHECK, "我的权利"),
    Entry("asked", "vote", "问到我的", Right.ANSWER),
    Entry("lists", "list-checks", "三张清单", Right.READ),
    Entry("register", "book-open", "准入登记簿", Right.READ),
    Entry("matters", "landmark", "事项总账", Right.CURATE),
    Entry("areas", "map", "分片包干", Right.CHECK),
    Entry("audit", "history", "审计日志", Right.AUDIT),
    Entry("people", "users", "人员", Right.ADMINISTER, "底座"),
    Entry("offices", "building-2", "单位", Right.ADMINISTER),
    Entry("regions", "map-pin", "区划", Right.ADMINISTER),
    Entry("selfcheck", "shield-check", "自检", Right.ADMINISTER),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as the page draws it."""

    path: str
    icon: str
    words: str
    heading: str
    is_here: bool


def entries_for(actor: Actor | None, path: str) -> tuple[Shown, ...]:
    """The menu of this actor; the entry that is the longest beginning of the path is where we are."""
    if actor is None:
        return ()
    mine = [(entry, reverse(entry.page)) for entry in ENTRIES if actor.may(entry.right)]
    above = [at for _, at in mine if path == at or path.startswith(f"{at.rstrip('/')}/")]
    here = max(above, key=len, default="")
    return tuple(Shown(at, e.icon, e.words, e.heading, at == here) for e, at in mine)
