"""Whose card a form is, where 申请人 alone asks for the name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.engine.collect.keys import ID_NUMBER, NAME
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.listed import NAMES
from qingzhuang.engine.read.layout import FieldKind, Purpose

_APPLICANT = re.compile(
    "^(?:救助|低保|法律援助)?(?:申请人|被查询人|被核查人|被证明人|当事人|救助对象)(?:姓名)?$"
)
_SENTENCE = re.compile(
    "^((?:兹有|兹证明|今有|现有|经核查|经查|经查询|兹|证明)[^，,。:：_＿\\s]{0,8}[，,:：]?)[_＿\\s　]"
)
_SIGNED = re.compile("签|声明|承诺|手印|指印|捺印")
_ORGANISATION = re.compile("法定代表人|法人|统一社会信用代码|营业执照|(?:单位|企业|机构|公司|项目|组织)名称")
_OF_PERSON = frozenset({ID_NUMBER, "person.sex", "person.birth_date", "person.age", "person.ethnicity"})


def with_applicant(asked: tuple[Asked, ...], sheet: FormSheet) -> tuple[Asked, ...]:
    """
    The fields, with 申请人 asking for a name where the form shows that it is a person's (R-FIL-101).

    It must stand above everything that is signed, on a form that asks nothing of an organisation, with a
    person's number, sex or birth date beside it or a table of members below it; no other blank outside
    tables is a name.
    """
    own = [a for a in asked if a.field.table is None and a.field.kind is not FieldKind.COLUMN]
    wanted = [a for a in own if _asks_for_applicant(sheet, a) or _opens_sentence(sheet, a, own)]
    if not wanted or any(a.key in NAMES for a in own) or _is_of_organisation(asked):
        return asked
    first = min(wanted, key=lambda a: (a.field.row, a.field.column, a.field.blank or 0))
    tables = [t for t in sheet.layout.tables if t.header_rows[0] > first.field.row]
    is_person = any(a.key in _OF_PERSON for a in own)
    has_members = any(_has_names(asked, sheet, t.header_rows) for t in tables)
    if not (is_person or has_members):
        return asked
    return tuple(_named(sheet, a) if a is first else a for a in asked)


def _named(sheet: FormSheet, asked: Asked) -> Asked:
    """The blank as one for the name; one without a label is found by the words before it."""
    if asked.field.label:
        return replace(asked, key=NAME)
    opened = _SENTENCE.match(sheet.grid.text(asked.field.row, asked.field.column).strip())
    return replace(asked, key=NAME, field=replace(asked.field, label=opened[1] if opened else None))


def with_lines(asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """
    The fields of a card, where 联系电话 in one line with the person's number is the person's, though a line
    above a table mostly is the filler's (R-FIL-101).
    """
    lines = {(a.field.row, a.field.column) for a in asked if a.key in _OF_PERSON and _is_inline(a)}
    return tuple(
        replace(a, field=replace(a.field, purpose=Purpose.ASKED))
        if a.field.purpose is Purpose.HEADER
        and (a.field.row, a.field.column) in lines
        and (a.key or "").startswith("person.")
        else a
        for a in asked
    )


def _is_inline(asked: Asked) -> bool:
    return asked.field.kind is FieldKind.INLINE and asked.field.purpose is Purpose.ASKED


def _asks_for_applicant(sheet: FormSheet, asked: Asked) -> bool:
    label = re.sub(r"[\s:：_]|[（(].*?[）)]", "", asked.field.label or "")
    is_open = asked.key is None and asked.field.purpose is Purpose.ASKED
    text = sheet.grid.text(asked.field.row, asked.field.column)
    return is_open and bool(_APPLICANT.match(label)) and _SIGNED.search(text) is None


def _opens_sentence(sheet: FormSheet, asked: Asked, own: Sequence[Asked]) -> bool:
    """Whether a blank opens a sentence about a person: 兹有我村____同志，身份证号：____."""
    place = (asked.field.row, asked.field.column)
    line = [a for a in own if (a.field.row, a.field.column) == place and _is_inline(a)]
    is_first = bool(line) and line[0] is asked and asked.key is None
    is_person = any(a.key in _OF_PERSON for a in line)
    return is_first and is_person and _SENTENCE.match(sheet.grid.text(*place).strip()) is not None


def _is_of_organisation(asked: Sequence[Asked]) -> bool:
    return any(
        (a.match.element or "").startswith("org.") or _ORGANISATION.search(a.field.label or "") for a in asked
    )


def _has_names(asked: Sequence[Asked], sheet: FormSheet, header_rows: tuple[int, int]) -> bool:
    """Whether the table with this header has a column of names."""
    return any(
        a.key == NAME and a.field.table is not None
        for a in asked
        if a.field.table is not None and sheet.layout.tables[a.field.table].header_rows == header_rows
    )
