"""An application as another system hands it in: a JSON document, read strictly before anything is done."""

from collections.abc import Callable, Mapping
from typing import Any

from qingzhuang.engine.admit.domain import Application, Extra, Frequency, Kind, ListClass
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.engine.values.isodays import is_iso_day

_TEXTS = (
    *("title", "basis", "clause", "duty", "bearer", "purpose", "deliverable", "starts_on", "ends_on"),
    *("features", "sharing", "money", "people", "emergency", "leader", "exit"),
)
_WHOLE = ("issue_days", "length", "minutes", "rows")
_LISTS = ("helpers", "regions")
_CHOICES: Mapping[str, frozenset[str]] = {
    "kind": frozenset(Kind),
    "list_class": frozenset(ListClass),
    "frequency": frozenset(Frequency),
}


def application_of(document: Mapping[str, Any], *, file: str) -> Application | Problem:
    """
    The application a document holds, or what is wrong with it. Rule R-APP-17.

    Names nobody knows are left out. fields: labels, or objects as engine.admit.writing has them. file: its
    name, for the sentence.
    """
    why = next((f"“{name}”{wanted}" for name, wanted in _wrong(document)), "")
    if why:
        return Problem(ApplyingCode.BAD_APPLICATION, {"file": file, "why": why})
    given = {name: value for name, value in document.items() if value is not None}
    words: dict[str, Any] = {"title": "", "kind": Kind.FORM, **given}
    words["fields"] = [_field(each) for each in words.get("fields", ())]
    words["supplied"] = [_field(each) for each in words.get("supplied", ())]
    return from_document(words)


def _field(given: str | Mapping[str, Any]) -> dict[str, Any]:
    return {"label": given} if isinstance(given, str) else dict(given)


def _wrong(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Name and what was wanted there, of every value of another shape; null is as good as left out."""
    given = {name: value for name, value in document.items() if value is not None}
    shapes: dict[str, tuple[Callable[[Any], bool], str]] = {
        **dict.fromkeys(_TEXTS, (_is_text, "要写成文字")),
        **dict.fromkeys(_WHOLE, (_is_whole, "要写成整数")),
        **dict.fromkeys(_LISTS, (_is_texts, "要写成一列文字")),
        "hours": (_is_number, "要写成数字"),
        "starts_on": (_is_day, "要写成 2026-12-01 这样的日期"),
        "ends_on": (_is_day, "要写成 2026-12-01 这样的日期"),
        "fields": (_is_fields, "要写成一列栏目名"),
        "supplied": (_is_fields, "要写成一列栏目名"),
        "extras": (lambda value: _is_texts(value) and set(value) <= set(Extra), f"只能是 {'、'.join(Extra)}"),
    }
    for name, among in _CHOICES.items():
        shapes[name] = (_is_one_of(among), f"只能是 {'、'.join(sorted(among))}")
    return [
        (name, wanted)
        for name, (is_right, wanted) in shapes.items()
        if name in given and not is_right(given[name])
    ]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_one_of(among: frozenset[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in among


def _is_day(value: object) -> bool:
    return isinstance(value, str) and (not value or is_iso_day(value))


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_FIELD_TEXTS = ("label", "place", "element", "definition")


def _is_fields(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) or _is_field(each) for each in value)


def _is_field(value: object) -> bool:
    """Whether it is an object with a label and nothing that a field does not have."""
    if not isinstance(value, dict) or not isinstance(value.get("label"), str):
        return False
    if set(value) - {*_FIELD_TEXTS, "is_sure", "options"}:
        return False
    are_texts = all(isinstance(value.get(name, ""), str) for name in _FIELD_TEXTS)
    return are_texts and isinstance(value.get("is_sure", False), bool) and _is_texts(value.get("options", []))
