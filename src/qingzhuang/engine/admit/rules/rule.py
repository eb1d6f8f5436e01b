"""A rule of the pack, and what a check is told besides the application."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from qingzhuang.engine.admit.domain import Kind, Topic, Weight
from qingzhuang.engine.calendar.days import Calendar


class Count(StrEnum):
    """What the caller may have counted for the applying office or the village; keys of `already`."""

    MEETINGS = "meetings"  # comprehensive meetings of this office admitted this year
    INSPECTIONS = "inspections"  # comprehensive inspections of this office admitted this year
    DOCUMENTS = "documents"  # documents of this office this year
    DOCUMENTS_LAST_YEAR = "documents_last_year"
    SIGNBOARDS = "signboards"  # hanging at the village that has most of them
    LEDGERS = "ledgers"  # kept by the village that has most of them


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One rule, as data: a law or a county says it, from a day on, in a clause that can be looked up.

    text: our own short wording. source: name and number of the document. effective_from: first ISO day it
    holds; effective_to: first ISO day it no longer holds, "" for none. is_verified: somebody has compared it
    with the official text. is_local: a limit the county sets itself. kinds: what it is about, empty for
    every kind. check: name of the check that judges it (`checks.CHECKS`). limits: its numbers and words, by
    name (`gates.GATES` and the check say which). step: step of the application a finding belongs to.
    """

    id: str
    title: str
    text: str
    source: str
    clause: str
    effective_from: str
    check: str
    effective_to: str = ""
    is_verified: bool = False
    is_local: bool = False
    kinds: frozenset[Kind] = frozenset()
    limits: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    topic: Topic = Topic.RULE
    weight: Weight = Weight.WARNS
    step: str = "basis"

    def holds_on(self, day: str) -> bool:
        """Whether it is in force on an ISO day. R-PCK-02."""
        return self.effective_from <= day and (not self.effective_to or day < self.effective_to)

    def number(self, name: str) -> float:
        """One of its numbers. ValueError or KeyError: the pack was not checked when it was read."""
        return float(self.limits[name])

    def words(self, name: str) -> tuple[str, ...]:
        """One of its lists of words, empty where the rule names none."""
        listed = self.limits.get(name, "")
        return tuple(listed.split("|")) if listed else ()


@dataclass(frozen=True, slots=True)
class Setting:
    """
    What a check may need to know besides the application.

    on: ISO day of judging. applied_on: ISO day the application was handed in. already: what was counted
    before this application; what is absent is not known. calendar: working days. is_below_county: level of
    the applying office, None where only its name can tell.
    """

    on: str
    applied_on: str
    already: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    calendar: Calendar = field(default_factory=Calendar)
    is_below_county: bool | None = None


@dataclass(frozen=True, slots=True)
class Breach:
    """What a check found: a Chinese sentence with numbers, and the lines of the application that show it."""

    sentence: str
    shown: tuple[str, ...] = ()
