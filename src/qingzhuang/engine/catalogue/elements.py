"""Data elements and the catalogue that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qingzhuang.engine.values.domain import CodeList, Domain


class SubjectKind(StrEnum):
    """What a fact is about."""

    PERSON = "person"
    HOUSEHOLD = "household"  # house and land facts belong here too
    ORGANISATION = "organisation"
    VILLAGE = "village"
    EVENT = "event"
    RECORD = "record"  # the sheet itself: serial number, remark, filling unit, signature


# What a form about residents can ask and a person can name; events, organisations and the sheet are not.
ASKABLE = (SubjectKind.PERSON, SubjectKind.HOUSEHOLD, SubjectKind.VILLAGE)


@dataclass(frozen=True, slots=True)
class DataElement:
    """
    One data element.

    code: `person.id_number`; before the dot stands the subject or the role (guardian, spouse, household).
    is_membership: a yes/no that a complete roster decides (低保, 党员 …); who is on none is 否.
    depends_on: code of the membership element without which this one is not applicable (残疾等级 → 残疾).
    fresh_days: how long a value stays fresh, days; None = for ever.
    is_derived: never stored, always computed (年龄).
    hints: labels that may mean this element; they are proposed and never bound without a question.
    pattern: regular expression over label keys, whole match, for names built from the same few words.
    """

    code: str
    name: str
    definition: str
    domain: Domain
    subject: SubjectKind
    synonyms: tuple[str, ...] = ()
    owner: str = ""
    sensitivity: str = "internal"  # public | internal | personal | sensitive
    sharing: str = "有条件共享"
    fresh_days: int | None = None
    is_membership: bool = False
    depends_on: str | None = None
    is_derived: bool = False
    source: str = ""
    is_verified: bool = False
    hints: tuple[str, ...] = ()
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """
    All elements by code, all code lists by name, and every known spelling of a label.

    Labels are keys made by `engine.catalogue.spelling.label_key`. hints_by_label: labels only ever proposed.
    spellings: every (label, element code), hints too. postings: pair of characters → places in `spellings`.
    """

    elements: Mapping[str, DataElement]
    code_lists: Mapping[str, CodeList]
    codes_by_label: Mapping[str, tuple[str, ...]]  # normalised label → element codes that carry it
    hints_by_label: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spellings: tuple[tuple[str, str], ...] = ()
    postings: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    patterns: tuple[tuple[str, str], ...] = ()  # (pattern, element code)
    authorities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # code → sources that go first

    def __getitem__(self, code: str) -> DataElement:
        """The element with this code; a key `person.phone@father` gives `person.phone`."""
        return self.elements[code.partition("@")[0]]
