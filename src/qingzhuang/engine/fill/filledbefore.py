"""A form that was filled in before: somebody's name or number stands behind its label already."""

import re
from collections.abc import Iterable

from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.collect.keys import HEAD_NAME, ID_NUMBER, NAME
from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.village import VillageBook, held
from qingzhuang.engine.read.layout import FieldKind

_NUMBER = re.compile(r"\d{17}[\dXx]")
_WHO = frozenset({NAME, HEAD_NAME, ID_NUMBER})
_APPLICANT = frozenset(
    {"申请人", "申请人姓名", "申请人（户主）", "户主", "经核查", "兹有我村", "家庭成员", "户内成员"}
)
_INLINE = re.compile(
    r"([\u4e00-\u9fff（）]{2,12})[:：]?[\s_＿]*([\u4e00-\u9fff·]{2,15}|\d{17}[\dXx])(?=[\s_＿，,。；;）)]|$)"
)


def filled_before(sheets: Iterable[FormSheet], book: VillageBook) -> str:
    """
    The name or number that shows that the form was filled in before; "" for an empty form (R-FIL-110).

    A resident's name, or an identity number, beside or behind 姓名, 户主 and the like, or where a column's
    label should be. People listed below a header are another matter: their rows are completed, and an
    example in the notes says nothing.
    """
    texts = [text for sheet in sheets for text in _answers(sheet, book)]
    if not texts:
        return ""
    names = {held(person, NAME) for person in book.people}
    return next((text for text in texts if text in names or _NUMBER.fullmatch(text)), "")


def _answers(sheet: FormSheet, book: VillageBook) -> tuple[str, ...]:
    """What stands where a name or number is answered; worked out once per sheet."""
    if not sheet.worked.answers:
        codes = book.catalogue.codes_by_label  # a label beside a label answers nothing
        found = [*_beside_labels(sheet, book), *_behind_labels(sheet)]
        found += [_bare(f.label or "") for f in sheet.layout.fields if f.kind is FieldKind.COLUMN]
        sheet.worked.answers.append(
            tuple(dict.fromkeys(text for text in found if text and not codes.get(label_key(text))))
        )
    return sheet.worked.answers[0]


def _beside_labels(sheet: FormSheet, book: VillageBook) -> list[str]:
    codes, rows = book.catalogue.codes_by_label, _record_rows(sheet)
    return [
        _bare(sheet.grid.text(cell.row, cell.last_column + 1))
        for cell in sheet.grid.cells.values()
        if cell.text
        and cell.row not in rows
        and (_bare(cell.text) in _APPLICANT or _WHO & set(codes.get(label_key(cell.text), ())))
    ]


def _behind_labels(sheet: FormSheet) -> list[str]:
    rows, notes = _record_rows(sheet), set(sheet.layout.notes)
    return [
        value
        for cell in sheet.grid.cells.values()
        if cell.row not in rows and notes.isdisjoint(line.strip() for line in cell.text.splitlines())
        for label, value in _INLINE.findall(cell.text)
        if label in _APPLICANT or label.endswith(("姓名", "身份证号", "身份证号码", "公民身份号码"))
    ]


def _record_rows(sheet: FormSheet) -> set[int]:
    return {row for table in sheet.layout.tables for row in range(table.first_row, table.last_row + 1)}


def _bare(text: str) -> str:
    return re.sub(r"[\s:：　]", "", text)
