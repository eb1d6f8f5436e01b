"""The rules pack: dated, cited rules as a CSV file, and a county's own file laid over it."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from qingzhuang.engine.admit.domain import Extra, Kind, ListClass, Topic, Weight
from qingzhuang.engine.admit.rules.answers import ANSWER_NAMES
from qingzhuang.engine.admit.rules.checks import CHECKS, Check
from qingzhuang.engine.admit.rules.gates import GATES
from qingzhuang.engine.admit.rules.rule import Count, Rule
from qingzhuang.files.reference.tables import YES_NO, Line, read_lines

SHIPPED = Path(__file__).parent / "rules"
FILE = "rules.csv"
COLUMNS = (
    *("id", "title", "text", "source", "clause", "effective_from", "effective_to", "verified", "local"),
    *("kinds", "check", "limits", "topic", "weight", "step"),
)
STEPS = ("form", "basis", "scope", "rhythm", "support", "sharing")
# Limits whose words are taken from a closed list.
CHOICES: dict[str, frozenset[str]] = {
    "count": frozenset(Count),
    "than": frozenset(Count),
    "extras": frozenset(Extra),
    "classes": frozenset({*ListClass, "unsaid"}),
    "fields": frozenset(ANSWER_NAMES),
    "emergency": frozenset(YES_NO),
}
Word = TypeVar("Word", bound=StrEnum)


@cache
def load_rules(county: Path | None = None) -> tuple[Rule, ...]:
    """
    The shipped rules, with a county's `rules.csv` laid over them. R-PCK-07. Read once per folder.

    county: a folder that may hold `rules.csv` with the same columns. A line with an id already there takes
    its place (an `effective_to` in the past switches the rule off); later lines win. Rules keep the order
    in which their ids first came.

    Raises:
        RefusedError: a line cannot be read; the sentence names file and line.
    """
    files = [SHIPPED / FILE]
    if county is not None and (county / FILE).is_file():
        files.append(county / FILE)
    rules: dict[str, Rule] = {}
    for file in files:
        for line in read_lines(file, COLUMNS):
            rule = _rule(line)
            rules[rule.id] = rule
    return tuple(rules.values())


def _rule(line: Line) -> Rule:
    said = {name: line.read(name, _some_text, "写了内容的一栏") for name in ("id", "title", "text", "source")}
    check = line.read("check", lambda name: (name, CHECKS[name])[0], "下面几种之一：" + "、".join(CHECKS))
    return Rule(
        **said,
        clause=line.cells["clause"],
        effective_from=line.read("effective_from", _day, "日期，如 2026-01-01"),
        effective_to=line.read("effective_to", _day_or_none, "日期，如 2026-01-01，或者空着"),
        is_verified=line.read("verified", YES_NO.__getitem__, "yes 或 no"),
        is_local=line.read("local", YES_NO.__getitem__, "yes 或 no"),
        kinds=frozenset(line.read("kinds", _several(Kind), "事项种类，用 | 隔开：" + "、".join(Kind))),
        check=check,
        limits=MappingProxyType(line.read("limits", _limits_of(CHECKS[check]), _wanted(CHECKS[check]))),
        topic=line.read("topic", Topic, "、".join(Topic) + " 之一"),
        weight=line.read("weight", Weight, "、".join(Weight) + " 之一"),
        step=line.read("step", _step, "、".join(STEPS) + " 之一"),
    )


def _limits_of(check: Check) -> Callable[[str], dict[str, str]]:
    """How a check's limits are read: `most=1;count=meetings`, each name once, none unknown or missing."""

    def read(cell: str) -> dict[str, str]:
        pairs = [part.partition("=")[::2] for part in cell.split(";") if part.strip()]
        limits = {name.strip(): value.strip() for name, value in pairs}
        must = check.numbers | check.texts
        if len(limits) != len(pairs) or not must <= limits.keys() <= must | check.optional | GATES:
            raise ValueError(cell)
        for name, value in limits.items():
            _check_limit(name, value, is_number=name in check.numbers)
        return limits

    return read


def _check_limit(name: str, value: str, *, is_number: bool) -> None:
    if is_number and not (value.isascii() and value.replace(".", "", 1).isdigit()):
        raise ValueError(value)
    words = value.split("|")
    if "" in words or not CHOICES.get(name, frozenset(words)) >= set(words):
        raise ValueError(value)


def _wanted(check: Check) -> str:
    """What the limits of this check should have been, in Chinese."""
    must = "、".join(sorted(check.numbers | check.texts)) or "没有必写的"
    may = "、".join(sorted(check.optional | GATES))
    return f"“名=值”，用 ; 隔开；必写：{must}；可写：{may}"


def _several(words: type[Word]) -> Callable[[str], list[Word]]:
    return lambda cell: [words(word) for word in cell.split("|")] if cell else []


def _some_text(cell: str) -> str:
    if not cell:
        raise ValueError(cell)
    return cell


def _step(cell: str) -> str:
    return STEPS[STEPS.index(cell)]


def _day(cell: str) -> str:
    return date.fromisoformat(cell).isoformat()


def _day_or_none(cell: str) -> str:
    return _day(cell) if cell else ""
