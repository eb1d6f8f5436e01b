"""People printed in a form beforehand: who is meant by the name or ID number in a row."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from qingzhuang.engine.collect.keys import (
    BIRTH_DATE,
    HEAD_ID_NUMBER,
    HEAD_NAME,
    HOUSEHOLD_NO,
    ID_NUMBER,
    NAME,
)
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
from qingzhuang.engine.values.text import bare_name, name_key, tidy_code

NAMES = (NAME, HEAD_NAME, NAME_OF_HEAD)
IDS = (ID_NUMBER, HEAD_ID_NUMBER, ID_OF_HEAD)
_MASK = re.compile(r"[*＊xX×•]{4,}")


# What contradicts a name of which there is only one: another head, another birth date, another sex.
_TELLING = frozenset({HEAD_NAME, NAME_OF_HEAD, HEAD_ID_NUMBER, ID_OF_HEAD, BIRTH_DATE, "person.sex"})


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """What a record row of the template shows already: (field, raw value) of each filled bound cell."""

    row: int
    cells: tuple[tuple[Asked, Raw], ...]

    def name(self, *, is_household: bool) -> str:
        """The printed name of the row's subject, "" if there is none; a household's is its head's."""
        return self._first((HEAD_NAME, NAME_OF_HEAD) if is_household else (NAME,))

    def number(self, *, is_household: bool) -> str:
        """The printed ID number of the row's subject as it stands, "" if there is none."""
        return self._first((HEAD_ID_NUMBER, ID_OF_HEAD, ID_NUMBER) if is_household else (ID_NUMBER,))

    @property
    def household_no(self) -> str:
        """The printed household number, "" if there is none."""
        return self._first((HOUSEHOLD_NO,))

    @property
    def shown(self) -> str:
        """By what the row is called in a sentence: the first of name, number, household number."""
        return self._first((*NAMES, *IDS, HOUSEHOLD_NO))

    @property
    def is_listed(self) -> bool:
        """Whether somebody is named in this row, by name, ID number or household number."""
        return bool(self.shown)

    def _first(self, keys: tuple[str, ...]) -> str:
        texts = {asked.key: str(raw).strip() for asked, raw in reversed(self.cells)}
        return next((texts[key] for key in keys if texts.get(key)), "")


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
    a name must fit exactly one, whom no other printed cell contradicts; these tell namesakes apart.
    """
    name = printed.name(is_household=is_household)
    if printed.household_no:
        among = tuple(s for s in among if _has_household_no(asking, s, printed.household_no))
    at = f"第{printed.row}行的“{printed.shown}”"
    named = _named(asking, among, name, is_household) if name else list(among)
    number = printed.number(is_household=is_household)
    if number:
        return _by_number(asking, number, named, at, is_household)
    fitting = [s for s in named if _agrees(asking, s, printed, is_alone=len(named) == 1)]
    if len(fitting) == 1:
        return Found(fitting[0])
    if not named:
        return Found(None, f"{at}在本村居民里找不到，这一行没有填。请核对姓名，或先导入花名册。")
    if len(named) == 1:
        return Found(None, f"{at}和本村的同名的人对不上，这一行没有填。请核对表上印好的其他内容。")
    if not name:
        return Found(None, f"{at}没有写是哪一个人，这一行没有填。请写上姓名或身份证号再填。")
    return Found(None, f"{at}在本村有 {len(named)} 个同名的人，这一行没有填。请在表里写上身份证号再填。")


def _by_number(asking: Asking, number: str, named: list[Profile], at: str, is_household: bool) -> Found:
    key = HEAD_ID_NUMBER if is_household else ID_NUMBER
    fitting = [s for s in named if _has_number(asking, s, number, key)]
    if len(fitting) == 1:
        return Found(fitting[0])
    if not fitting:
        return Found(None, f"{at}按身份证号在本村找不到，或者姓名对不上，这一行没有填。请核对。")
    return Found(None, f"{at}的身份证号不止一人能对上，这一行没有填。请写全身份证号。")


def _named(asking: Asking, among: tuple[Profile, ...], name: str, is_household: bool) -> list[Profile]:
    """Who is called so; of namesakes told apart by brackets (张三（大）) who is called just so."""
    named = [s for s in among if _has_name(asking, s, name, is_household, name_key)]
    exactly = [s for s in named if _has_name(asking, s, name, is_household, bare_name)]
    return exactly or named


def _has_name(
    asking: Asking, subject: Profile, name: str, is_household: bool, key: Callable[[str], str]
) -> bool:
    answer = look_up(asking.book, subject, HEAD_NAME if is_household else NAME, on=asking.on)
    return isinstance(answer, Known) and key(answer.value) == key(name)


def _has_household_no(asking: Asking, subject: Profile, number: str) -> bool:
    answer = look_up(asking.book, subject, HOUSEHOLD_NO, on=asking.on)
    return isinstance(answer, Known) and tidy_code(answer.value)[0] == tidy_code(number)[0]


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


def _agrees(asking: Asking, subject: Profile, printed: PrintedRow, *, is_alone: bool) -> bool:
    """
    Whether no printed cell contradicts what is known of the subject, and at least one confirms it.

    is_alone: nobody else fits; then only what tells people apart can contradict, and nothing need confirm.
    """
    name = NAME if not subject.is_household else HEAD_NAME
    verdicts = [
        _confirms(asking, subject, asked, raw)
        for asked, raw in printed.cells
        if asked.key != name and (not is_alone or asked.key in _TELLING)
    ]
    return (is_alone or True in verdicts) and False not in verdicts


def _confirms(asking: Asking, subject: Profile, asked: Asked, raw: Raw) -> bool | None:
    if asked.key is None or is_blank(raw):
        return None
    answer = look_up(asking.book, subject, asked.key, on=asking.on)
    domain = domain_of(asking, asked.key)
    parsed = parse(raw, domain, unit=asked.field.unit)
    if not isinstance(answer, Known) or isinstance(parsed, Problem):
        return None
    return is_same_meaning(parsed.value, answer.value, domain)
