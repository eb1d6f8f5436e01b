"""People printed in a form beforehand: who is meant by the name or ID number in a row."""

import re
import unicodedata
from dataclasses import dataclass

from qingzhuang.engine.collect.keys import HEAD_ID_NUMBER, HEAD_NAME, HOUSEHOLD_NO, ID_NUMBER, NAME
from qingzhuang.engine.fill.answers import Known
from qingzhuang.engine.fill.asking import Asking, domain_of
from qingzhuang.engine.fill.fields import Asked
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.subjects import ID_OF_HEAD, NAME_OF_HEAD
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.values.domain import Raw
from qingzhuang.engine.values.parsing import is_blank, parse
from qingzhuang.engine.values.sameness import is_same_meaning

NAMES = (NAME, HEAD_NAME, NAME_OF_HEAD)
IDS = (ID_NUMBER, HEAD_ID_NUMBER, ID_OF_HEAD)
_MASK = re.compile(r"[*＊xX×•]{4,}")


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """What a record row of the template shows already: (field, raw value) of each filled bound cell."""

    row: int
    cells: tuple[tuple[Asked, Raw], ...]

    @property
    def name(self) -> str:
        """The printed name, "" if there is none."""
        return next((str(raw).strip() for asked, raw in self.cells if asked.key in NAMES), "")

    @property
    def number(self) -> str:
        """The printed ID number as it stands, "" if there is none."""
        return next((str(raw).strip() for asked, raw in self.cells if asked.key in IDS), "")

    @property
    def household_no(self) -> str:
        """The printed household number, "" if there is none."""
        return next((str(raw).strip() for asked, raw in self.cells if asked.key == HOUSEHOLD_NO), "")

    @property
    def is_listed(self) -> bool:
        """Whether somebody is named in this row, by name, ID number or household number."""
        return bool(self.name or self.number or self.household_no)


@dataclass(frozen=True, slots=True)
class Found:
    """Who a listed row means: a subject, or None and the sentence that says why not."""

    subject: Profile | None
    note: str = ""


def find_listed(
    asking: Asking, printed: PrintedRow, *, among: tuple[Profile, ...], is_household: bool
) -> Found:
    """
    Who is meant by a listed row (R-FIL-30). A printed ID number decides, if the name does not contradict it;
    a name must fit exactly one; the other printed cells tell namesakes apart.
    """
    who = printed.name or printed.number or printed.household_no
    if printed.household_no:
        among = tuple(s for s in among if _has_household_no(asking, s, printed.household_no))
    at = f"第{printed.row}行的“{who}”"
    named = (
        [s for s in among if _has_name(asking, s, printed.name, is_household)]
        if printed.name
        else list(among)
    )
    if printed.number:
        return _by_number(asking, printed, named, at, is_household)
    told_apart = [s for s in named if _agrees(asking, s, printed)] if len(named) > 1 else named
    if len(told_apart) == 1:
        return Found(told_apart[0])
    if not named:
        return Found(None, f"{at}在本村居民里找不到，这一行没有填。请核对姓名，或先导入花名册。")
    return Found(None, f"{at}在本村有 {len(named)} 个同名的人，这一行没有填。请在表里写上身份证号再填。")


def _by_number(
    asking: Asking, printed: PrintedRow, named: list[Profile], at: str, is_household: bool
) -> Found:
    key = HEAD_ID_NUMBER if is_household else ID_NUMBER
    fitting = [s for s in named if _has_number(asking, s, printed.number, key)]
    if len(fitting) == 1:
        return Found(fitting[0])
    if not fitting:
        return Found(None, f"{at}按身份证号在本村找不到，或者姓名对不上，这一行没有填。请核对。")
    return Found(None, f"{at}的身份证号不止一人能对上，这一行没有填。请写全身份证号。")


def _has_name(asking: Asking, subject: Profile, name: str, is_household: bool) -> bool:
    answer = look_up(asking.book, subject, HEAD_NAME if is_household else NAME, on=asking.on)
    return isinstance(answer, Known) and plain_name(answer.value) == plain_name(name)


def _has_household_no(asking: Asking, subject: Profile, number: str) -> bool:
    answer = look_up(asking.book, subject, HOUSEHOLD_NO, on=asking.on)
    return isinstance(answer, Known) and plain_name(answer.value) == plain_name(number)


def _has_number(asking: Asking, subject: Profile, number: str, key: str) -> bool:
    answer = look_up(asking.book, subject, key, on=asking.on)
    if not isinstance(answer, Known):
        return False
    plain = re.sub(r"[\s'‘’`-]", "", unicodedata.normalize("NFKC", number)).upper()
    masked = _MASK.search(plain[:-1])
    if masked is None:
        return plain == answer.value
    head, tail = plain[: masked.start()], plain[masked.end() :]
    return bool(head or tail) and answer.value.startswith(head) and answer.value.endswith(tail)


def _agrees(asking: Asking, subject: Profile, printed: PrintedRow) -> bool:
    """Whether no printed cell contradicts what is known of the subject, and at least one confirms it."""
    verdicts = [
        _confirms(asking, subject, asked, raw) for asked, raw in printed.cells if asked.key not in NAMES
    ]
    return True in verdicts and False not in verdicts


def _confirms(asking: Asking, subject: Profile, asked: Asked, raw: Raw) -> bool | None:
    if asked.key is None or is_blank(raw):
        return None
    answer = look_up(asking.book, subject, asked.key, on=asking.on)
    domain = domain_of(asking, asked.key)
    parsed = parse(raw, domain, unit=asked.field.unit)
    if not isinstance(answer, Known) or isinstance(parsed, Problem):
        return None
    return is_same_meaning(parsed.value, answer.value, domain)


def plain_name(name: str) -> str:
    """A name as it is compared: no blanks, one kind of dot (买买提·艾力)."""
    bare = re.sub(r"\s", "", unicodedata.normalize("NFKC", name))
    return re.sub(r"[•・.．‧∙⋅･]", "·", bare)
