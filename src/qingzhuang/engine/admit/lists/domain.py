"""A line of the three lists, and a matter of the register, as values."""

from dataclasses import dataclass

from qingzhuang.engine.admit.domain import Frequency, Kind, ListClass

# The lists a county prints, in the order of their tabs; what is on none of them is printed nowhere.
PRINTED = (ListClass.DUTY, ListClass.SUPPORT, ListClass.NOT_OURS)

# What they are called until a county says what it calls them (FIELD.md §2.4); a county's own names are data.
USUAL_NAMES = {
    ListClass.DUTY: "依法履职清单",
    ListClass.SUPPORT: "协助清单",
    ListClass.NOT_OURS: "不应承担清单",
}

# The two books of ledgers (两本账), by the key they are kept under.
BOOK_NAMES = {"party": "党建账", "livelihood": "民生账"}


@dataclass(frozen=True, slots=True)
class DutyLine:
    """
    One line of the three lists. number: its place as printed. valid_until: ISO day, "" for no end.

    support: what support comes with it. forms: forms and ledgers it carries. id: "" before it is kept.
    """

    list_class: ListClass
    number: str
    name: str
    category: str = ""
    department: str = ""
    basis: str = ""
    clause: str = ""
    support: str = ""
    forms: str = ""
    valid_until: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class MatterLine:
    """
    One matter of the register, from a day until a day (half-open), ISO. ended_on: "" while it is kept.

    book: key of BOOK_NAMES, "" for none. into: name of the matter it went into, "" for none. number: as
    printed, "" where it came before the gate. id: 0 before it is kept.
    """

    kind: Kind
    name: str
    issuer: str = ""
    book: str = ""
    frequency: Frequency | None = None
    basis: str = ""
    started_on: str = ""
    ended_on: str = ""
    why_ended: str = ""
    number: str = ""
    note: str = ""
    office: str = ""
    is_example: bool = False
    id: int = 0

    def is_kept(self, on: str) -> bool:
        """Whether it is in force on an ISO day."""
        return self.started_on <= on and (not self.ended_on or on < self.ended_on)

    @property
    def into(self) -> str:
        """The name of the matter it went into, read back from why it ended; "" for none."""
        return self.why_ended.removeprefix(INTO) if self.why_ended.startswith(INTO) else ""


INTO = "整合到"
