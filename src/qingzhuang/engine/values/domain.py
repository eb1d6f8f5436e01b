"""Value domains (值域): what kind of value an element holds, in which unit, from which code list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

# A cell as it stands in a sheet: str = text, int/float = number, date = number with a date format.
Raw = str | int | float | bool | date | None

# What is written to a cell: str = text, Decimal/int = number, date = serial in the cell's own number format.
Written = str | int | Decimal | date


class Kind(StrEnum):
    """
    How a value is written in the store. Canonical forms are always text:

    text, name, address  NFC text        id_number  18 (or legacy 15) characters, X upper case
    date       2020-03-07, 2020-03 or 2020; 长期 or 至今 where a date is open
    number     plain decimal in the domain's unit, no trailing zeros
    boolean    是 or 否                   code       the label of the list's entry (汉族), never its code
    phone      13800001111 or 0797-8234567, several joined by 、
    account, document, uscc, region      digits/letters without blanks
    """

    TEXT = "text"
    NAME = "name"
    ADDRESS = "address"
    ID_NUMBER = "id_number"
    DOCUMENT = "document"
    USCC = "uscc"
    PHONE = "phone"
    ACCOUNT = "account"
    REGION = "region"
    DATE = "date"
    NUMBER = "number"
    BOOLEAN = "boolean"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One entry of a code list; `verified` says whether the code was checked against the standard itself."""

    code: str
    label: str
    synonyms: tuple[str, ...] = ()
    verified: bool = False


@dataclass(frozen=True, slots=True)
class CodeList:
    """A code list (代码集), such as GB/T 3304 for ethnic groups. `find` in `engine.values.codes` reads it."""

    name: str
    title: str
    source: str
    entries: tuple[CodeEntry, ...]
    spellings: Mapping[str, CodeEntry]  # every normalised spelling (code, label, synonym, 01-label) → entry
    is_ranked: bool = False  # the entries run from the highest to the lowest, so 大专及以上 is a range


@dataclass(frozen=True, slots=True)
class Domain:
    """Value domain of an element. `unit` is the unit in which numbers are stored (元, 平方米, 亩, 人 …)."""

    kind: Kind
    code_list: CodeList | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A value in canonical form; what was repaired on the way, and what looks odd (Chinese phrases)."""

    value: str
    repairs: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
