"""Who is on a form: those asked for, those listed in it, or all residents."""

from collections.abc import Iterable
from dataclasses import dataclass

from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.collect.keys import (
    HEAD_ID_NUMBER,
    HEAD_NAME,
    HEAD_PHONE,
    HOUSEHOLD_NO,
    ID_NUMBER,
    NAME,
    RELATION,
)
from qingzhuang.engine.fill.criteria import Criteria, is_meant
from qingzhuang.engine.fill.fields import Asked
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Profile

NAME_OF_HEAD = f"{NAME}@head"
ID_OF_HEAD = f"{ID_NUMBER}@head"
_OF_PERSON = frozenset({NAME, ID_NUMBER, RELATION})
_OF_HOUSEHOLD = frozenset({HEAD_NAME, HEAD_ID_NUMBER, HEAD_PHONE, HOUSEHOLD_NO, NAME_OF_HEAD, ID_OF_HEAD})


@dataclass(frozen=True, slots=True)
class Chosen:
    """The subjects of a form in order; n_unknown: how many could not be judged because a value is missing."""

    subjects: tuple[Profile, ...]
    n_unknown: int = 0


def choose(book: VillageBook, criteria: Criteria | None, *, is_household: bool, on: str) -> Chosen:
    """Those who meet the criteria; without criteria all residents, or all households. In the book's order."""
    everybody = book.households if is_household else book.people
    if criteria is None:
        return Chosen(everybody)
    verdicts = [(subject, is_meant(book, subject, criteria, on=on)) for subject in everybody]
    chosen = tuple(subject for subject, verdict in verdicts if verdict is True)
    return Chosen(chosen, sum(verdict is None for _, verdict in verdicts))


def names_somebody(asked: Iterable[Asked]) -> bool:
    """Whether fields tell persons or households apart; without that a table is none of residents."""
    return bool({a.key for a in asked} & (_OF_PERSON | _OF_HOUSEHOLD))


def is_about_households(asked: Iterable[Asked]) -> bool:
    """
    Whether the subject is the household: the head is named and no person beside him (R-FIL-32).

    户主姓名 | 身份证号 | 家庭人口数 is a row per household; 姓名 | 与户主关系 | 户主姓名 a row per person.
    """
    fields = tuple(asked)
    keys = {a.key for a in fields}
    # A name column that waits for a person's confirmation still is one: the rows are not heads.
    has_other_name = any(a.key is None and (a.match.element or "") == NAME for a in fields)
    if NAME in keys or RELATION in keys or has_other_name:
        return False
    return bool(keys & {HEAD_NAME, NAME_OF_HEAD}) or (ID_NUMBER not in keys and bool(keys & _OF_HOUSEHOLD))


def title_note(title: str, catalogue: Catalogue) -> str:
    """
    One sentence where a title names a membership (低保户花名册) and nobody was asked for by --who; else "".

    The contract fills in all residents; the sentence says how to ask for those the title means.
    """
    for element in catalogue.elements.values():
        if not element.is_membership or element.subject not in (SubjectKind.PERSON, SubjectKind.HOUSEHOLD):
            continue
        short = element.name.removeprefix("是否").removesuffix("户").removesuffix("人员").removesuffix("对象")
        if len(short) > 1 and short in title:
            return (
                f"标题写着“{short}”，这次没有用 --who，本村居民都填进去了；"
                f"只要{short}的，请加 --who {element.name.removeprefix('是否')}=是 再填一次。"
            )
    return ""
