"""Matching: which data element a label means. The ladder of docs/rules.md, first hit counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Binding(StrEnum):
    """How sure a match is (contract of `recognise` and `match`)."""

    AUTO = "auto"  # fills without a question
    SUGGESTED = "suggested"  # a person confirms
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Match:
    """
    What a label means.

    element: code or None. role: whose, if not the block's subject (guardian, spouse, father, contact …).
    candidates: element codes, best first. why: one Chinese phrase that says what the match rests on.
    unit: unit read from the label, as printed. stands_for: `label:<path>` of an older wording whose facts
    serve this label too, "" for none.
    """

    element: str | None
    role: str | None
    binding: Binding
    candidates: tuple[str, ...] = ()
    why: str = ""
    unit: str | None = None
    stands_for: str = ""

    @property
    def key(self) -> str | None:
        """Key under which facts are kept: `person.phone`, or `person.phone@father` with a role."""
        if self.element is None:
            return None
        return f"{self.element}@{self.role}" if self.role else self.element


@dataclass(frozen=True, slots=True)
class Context:
    """
    Where a label stands: parents (outermost first), neighbours in its block, what its cell shows.

    stated_units: of the sheet (单位：亩、元). before: label of the blank right before it in its row.
    """

    parents: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    unit: str | None = None
    title: str = ""
    stated_units: tuple[str, ...] = ()
    before: str = ""


LABEL = "label:"  # keys of facts whose label no element covers: `label:<normalised path>`

# Remembered bindings: normalised path → element key (possibly with @role), "" for "none of our data", or
# `label:<path>` for a re-wording of a label that no element covers.
Memory = Mapping[str, str]
