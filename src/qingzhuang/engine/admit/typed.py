"""What a person typed into a step, read into the application; what cannot be read is said field by field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from qingzhuang.engine.admit.domain import Application, Extra, Frequency, ListClass
from qingzhuang.engine.admit.lifetime import latest_end
from qingzhuang.engine.admit.steps import Step
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.applying import ApplyingCode

Typed = Mapping[str, Sequence[str]]
Mistakes = Mapping[str, Problem]
_MOST_WORDS = 2000  # characters of one answer; the title has 300 (its column)
_MOST_TITLE = 300

# Names of the questions, as a mistake calls them.
QUESTIONS = {
    "title": "题目",
    "purpose": "做什么",
    "deliverable": "交什么",
    "features": "另外要村里做的",
    "length": "多少字",
    "minutes": "会开多久",
    "basis": "文号",
    "clause": "第几条",
    "list_class": "在哪张清单上",
    "duty": "清单上的哪一条",
    "bearer": "谁来办",
    "helpers": "协办单位",
    "rows": "一个村大约几行",
    "frequency": "多久一次",
    "starts_on": "哪天开始",
    "ends_on": "哪天到期",
    "issue_days": "给村里几天",
    "hours": "每村每次几小时",
    "exit": "什么情况下提前退出",
    "leader": "带队领导",
    "emergency": "为什么等不得",
    "money": "给多少钱",
    "people": "派什么人",
    "sharing": "为什么不能取数",
}
_WORDS = {
    Step.FORM: ("title", "purpose", "deliverable", "features"),
    Step.BASIS: ("basis", "clause", "duty"),
    Step.SCOPE: ("bearer",),
    Step.RHYTHM: ("exit", "leader", "emergency"),
    Step.SUPPORT: ("money", "people"),
    Step.SHARING: ("sharing",),
}
_NUMBERS = {
    Step.FORM: {"length": "3000", "minutes": "30"},
    Step.SCOPE: {"rows": "60"},
    Step.RHYTHM: {"issue_days": "10"},
}
_DAYS = {Step.RHYTHM: ("starts_on", "ends_on")}
_MOST_NUMBER = 1_000_000


def read_step(
    application: Application, step: Step, typed: Typed, *, today: str
) -> tuple[Application, Mistakes]:
    """
    The application with what was typed on one step, and what could not be read, by question. R-APP-05.

    A question that was not asked keeps its answer; one that was emptied is unanswered again; one that cannot
    be read keeps the answer it had. today: ISO day.
    """
    changes: dict[str, Any] = {}
    mistakes: dict[str, Problem] = {}

    def take(name: str, read: Callable[[str], Any]) -> None:
        if name in typed:
            found = read(_one(typed, name))
            (mistakes if isinstance(found, Problem) else changes)[name] = found

    for name in _WORDS[step]:
        take(name, lambda text, name=name: _words(name, text))  # type: ignore[misc]
    for name, example in _NUMBERS.get(step, {}).items():
        take(name, lambda text, name=name, example=example: _whole(name, text, example))  # type: ignore[misc]
    for name in _DAYS.get(step, ()):
        take(name, lambda text, name=name: _day(name, text))  # type: ignore[misc]
    _take_choices(step, typed, take, changes)
    read = replace(application, **changes)
    if step is Step.RHYTHM:
        read, mistakes = _span(application, read, mistakes, today)
    return read, mistakes


def _take_choices(
    step: Step, typed: Typed, take: Callable[[str, Callable[[str], Any]], None], changes: dict[str, Any]
) -> None:
    """What is chosen from a list, ticked, or listed line by line."""
    if step is Step.FORM and "extras_asked" in typed:
        changes["extras"] = frozenset(each for each in Extra if each in typed.get("extras", ()))
    if step is Step.BASIS:
        take("list_class", lambda text: _choice("list_class", text, ListClass))
    if step is Step.SCOPE and "helpers" in typed:
        names = _one(typed, "helpers").replace("，", "、").replace(",", "、").replace("\n", "、").split("、")
        changes["helpers"] = tuple(name.strip() for name in names if name.strip())
    if step is Step.RHYTHM:
        take("frequency", lambda text: _choice("frequency", text, Frequency))
        take("hours", _hours)


def _one(typed: Typed, name: str) -> str:
    return next(iter(typed[name]), "").strip()


def _words(name: str, text: str) -> str | Problem:
    most = _MOST_TITLE if name == "title" else _MOST_WORDS
    if len(text) > most:
        said: dict[str, str | int] = {"what": QUESTIONS[name], "n": len(text), "most": most}
        return Problem(ApplyingCode.LONG_WORDS, said)
    return text


def _whole(name: str, text: str, example: str) -> int | Problem | None:
    if not text:
        return None
    if not text.isdecimal() or not 0 < int(text) <= _MOST_NUMBER:
        return _not_a_number(name, text, example)
    return int(text)


def _hours(text: str) -> float | Problem | None:
    if not text:
        return None
    try:
        hours = float(text)
    except ValueError:
        return _not_a_number("hours", text, "1.5")
    return hours if 0 <= hours <= _MOST_NUMBER else _not_a_number("hours", text, "1.5")


def _not_a_number(name: str, text: str, example: str) -> Problem:
    said = {"what": QUESTIONS[name], "text": text[:20], "example": example}
    return Problem(ApplyingCode.NOT_A_NUMBER, said)


def _day(name: str, text: str) -> str | Problem:
    if not text:
        return ""
    try:
        return date.fromisoformat(text.replace("/", "-")).isoformat()
    except ValueError:
        return Problem(ApplyingCode.NOT_A_DAY, {"what": QUESTIONS[name], "text": text[:20]})


def _choice(name: str, text: str, among: type[ListClass] | type[Frequency]) -> Any:
    if not text:
        return None
    if text not in set(among):
        return Problem(ApplyingCode.NOT_ON_THE_LIST, {"what": QUESTIONS[name]})
    return among(text)


def _span(
    before: Application, read: Application, mistakes: dict[str, Problem], today: str
) -> tuple[Application, dict[str, Problem]]:
    """Days in their order; an end that nobody wrote is the latest there may be. R-APP-05, R-GAT-03."""
    starts, ends = read.starts_on, read.ends_on
    if starts and starts < today and starts != before.starts_on:
        mistakes = mistakes | {"starts_on": Problem(ApplyingCode.STARTED, {"starts": starts})}
        return replace(read, starts_on=before.starts_on, ends_on=before.ends_on), mistakes
    if starts and not ends and "ends_on" not in mistakes and not read.is_emergency:
        return replace(read, ends_on=latest_end(starts)), mistakes
    problem = span_problem(starts, ends)
    if problem is None:
        return read, mistakes
    return replace(read, ends_on=before.ends_on if before.starts_on == starts else ""), mistakes | {
        "ends_on": problem
    }


def span_problem(starts_on: str, ends_on: str) -> Problem | None:
    """Why these two ISO days are no span of a number, None if they are, or if one of them is not said."""
    if not starts_on or not ends_on:
        return None
    if ends_on < starts_on:
        return Problem(ApplyingCode.ENDS_FIRST, {"starts": starts_on, "ends": ends_on})
    latest = latest_end(starts_on)
    if ends_on > latest:
        return Problem(ApplyingCode.ENDS_LATE, {"starts": starts_on, "latest": latest})
    return None
