"""Rows of a card that repeat 户内成员 | blank | 家庭关系 | blank: one member of the household each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from qingzhuang.engine.collect.keys import HEAD_NAME, ID_NUMBER, NAME, RELATION
from qingzhuang.engine.fill.fields import Asked
from qingzhuang.engine.fill.lookup import TO_APPLICANT
from qingzhuang.engine.fill.subjects import NAME_OF_HEAD
from qingzhuang.engine.read.layout import FieldKind, Purpose

_MEMBER = re.compile("^(?:(?:户内|家庭|共同生活|共同居住|同住|家庭主要)?成员|同住人员?|共同居住人)(?:姓名)?$")
_FAMILY = re.compile("成员|亲属|家属|同住")
_RELATION = re.compile("^(?:与?.{0,8}关系|称谓|称呼)$")
_OF_GROUP = re.compile(
    rf"(?:{re.escape(RELATION)}|{re.escape(TO_APPLICANT)}|{re.escape(ID_NUMBER)})@member\d+"
)
_SURE = frozenset({NAME, ID_NUMBER, RELATION, TO_APPLICANT})


def with_pairs(asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """
    The fields, with each pair of member and relation asking for the first, second … member (R-FIL-102).

    What follows a member in its row (身份证号, 出生日期) is that member's too. Beside 户主 the relation is
    the head's own. 与户主关系 is to the head, and so is 家庭关系 on a card that names the head; any other is
    to the subject. 直系亲属 are not all members: they are left to people.
    """
    own = sorted((a for a in asked if _is_cell(a)), key=lambda a: (a.field.row, a.field.column))
    names_head = any(a.key in (HEAD_NAME, NAME_OF_HEAD) for a in own)
    new: dict[int, str] = {}
    number = 0
    for group in _groups(own):
        first, *rest = group
        if first.key in (HEAD_NAME, NAME_OF_HEAD):
            new |= {id(a): f"{RELATION}@head" for a in rest[:1] if _is_relation(a) and a.key is None}
            continue
        number += 1
        new[id(first)] = f"{NAME}@member{number}"
        new |= {id(a): key for a in rest if (key := _key_of_member(a, number, names_head=names_head))}
    new |= _of_numbered_groups(asked)
    return tuple(replace(a, key=new[id(a)]) if id(a) in new else a for a in asked) if new else asked


def _of_numbered_groups(asked: Sequence[Asked]) -> dict[int, str]:
    """关系 below 成员1 is sure where 姓名 below 成员1 is: the key of each such field."""
    named = {a.key for a in asked}
    return {
        id(a): a.match.key
        for a in asked
        if a.key is None and a.match.key and _OF_GROUP.fullmatch(a.match.key)
        if f"{NAME}@{a.match.key.partition('@')[2]}" in named
    }


def _groups(fields: Iterable[Asked]) -> list[list[Asked]]:
    """
    The fields of one row from a member (or 户主) on; of a row that starts with its relation (称谓 | 姓名) all
    of them, the name first. Only those with a relation count.
    """
    groups: list[list[Asked]] = []
    for _, own in groupby(fields, key=lambda a: a.field.row):
        row = list(own)
        starts = [at for at, a in enumerate(row) if _is_member(a) or a.key in (HEAD_NAME, NAME_OF_HEAD)]
        if len(starts) == 1 and starts[0] == 1 and _is_relation(row[0]) and _is_member(row[1]):
            groups.append([row[1], row[0], *row[2:]])
            continue
        groups += [row[start:end] for start, end in pairwise((*starts, len(row)))]
    return [group for group in groups if any(_is_relation(a) for a in group[1:])]


def _is_cell(asked: Asked) -> bool:
    field = asked.field
    return field.table is None and field.kind is FieldKind.CELL and field.purpose is Purpose.ASKED


def _is_member(asked: Asked) -> bool:
    label = _bare(asked.field.label or "")
    parents = "".join(asked.field.path[:-1])
    is_name = label == "姓名" and "直系" not in parents and _FAMILY.search(parents) is not None
    return bool(_MEMBER.match(label)) or is_name


def _is_relation(asked: Asked) -> bool:
    return bool(_RELATION.match(_bare(asked.field.label or "")))


def _key_of_member(asked: Asked, number: int, *, names_head: bool) -> str | None:
    """The key of a field beside a member's name, for that member; None where nothing is sure."""
    label = _bare(asked.field.label or "")
    if _is_relation(asked):
        is_to_head = "户主" in label or (names_head and label == "家庭关系")
        return f"{RELATION if is_to_head else TO_APPLICANT}@member{number}"
    key = asked.key or (asked.match.element if asked.match.element in _SURE else None)
    return f"{key}@member{number}" if key and key.startswith("person.") and "@" not in key else None


def _bare(label: str) -> str:
    return re.sub(r"[\s:：*＊]|[（(].*?[）)]|^[\d.、]+", "", label)
