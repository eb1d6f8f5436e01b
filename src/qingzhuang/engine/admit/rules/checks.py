"""The checks by the names that rules call them, and which limits each of them needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.rules import answers, counts, sizes, wording
from qingzhuang.engine.admit.rules.rule import Breach, Rule, Setting

Judge = Callable[[Application, Rule, Setting], Breach | None]


@dataclass(frozen=True, slots=True)
class Check:
    """
    One check: its function and the names of its limits.

    numbers: limits that must be there and be numbers; texts: must be there; optional: may be there.
    """

    judge: Judge
    numbers: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()


_MOST, _LEAST = frozenset({"most"}), frozenset({"least"})

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "length": Check(sizes.is_too_long, _MOST),
        "minutes": Check(sizes.is_meeting_too_long, _MOST),
        "speech": Check(sizes.is_speech_too_long, _MOST),
        "frequency": Check(sizes.is_too_often, _MOST),
        "notice": Check(sizes.is_notice_too_short, _LEAST),
        "ahead": Check(sizes.is_asked_too_late, _LEAST),
        "months": Check(sizes.is_span_too_long, _MOST),
        "emergency_hours": Check(sizes.is_emergency_too_long, _MOST),
        "quota": Check(counts.are_too_many, _MOST, frozenset({"count"})),
        "growth": Check(counts.are_more_than_before, texts=frozenset({"count", "than"})),
        "forbidden": Check(wording.says_forbidden, texts=frozenset({"words"}), optional=frozenset({"but"})),
        "admission": Check(wording.goes_without_number, texts=frozenset({"words"})),
        "mentioned": Check(wording.is_silent, texts=frozenset({"words", "asks"})),
        "wanted": Check(wording.wants_extra, texts=frozenset({"extras"})),
        "below_county": Check(wording.is_below_county, texts=frozenset({"endings"})),
        "answered": Check(answers.are_unsaid, texts=frozenset({"fields"})),
        "numbered": Check(answers.is_basis_unnumbered),
        "basis": Check(answers.is_basis_of_others, texts=frozenset({"words", "asks"})),
    }
)
