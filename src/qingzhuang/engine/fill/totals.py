"""合计 rows below or above a list: the sum of what was filled, where every part of it is known."""

import re
from collections.abc import Sequence
from decimal import Decimal

from qingzhuang.engine.catalogue.elements import SubjectKind
from qingzhuang.engine.fill.asking import Asking, CellPlan, Place
from qingzhuang.engine.fill.blanks import element_of
from qingzhuang.engine.fill.derived import HOUSEHOLD_RULES
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.lists import is_writable, moved_by, record_rows
from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.engine.fill.skeletons import into_blank, is_blank_text
from qingzhuang.engine.fill.subjects import is_about_households
from qingzhuang.engine.fill.tallied import plain_label
from qingzhuang.engine.read.layout import Purpose, Table
from qingzhuang.engine.values.domain import Kind, Written

_WHOLE = ("合计", "总计", "共计", "总合计")
# Numbers that no sum means: years of age, ranks, percentages.
_NO_AMOUNT = re.compile("年龄|周岁|率|价|年限|年份|标准|均|比例|档|等级|名次|排名|时间|日期")


def plan_totals(
    asking: Asking,
    sheet: FormSheet,
    table: Table,
    columns: Sequence[Asked],
    cells: Sequence[CellPlan],
    *,
    n_rows: int,
    growths: Sequence[Growth],
) -> tuple[CellPlan, ...]:
    """
    The sums of a table's only 合计 row (R-FIL-96). A column with a gap, a conflict, a printed or a text value
    has none; a cell that shows 人 or 户 gets the number of records.

    cells: the plans of the records. n_rows: how many records there are. growths: of the sheet.
    """
    rows = [row for row in table.total_rows if _is_whole(sheet, table, row)]
    if len(rows) != 1 or len(table.total_rows) != 1 or not n_rows:
        return ()
    row, is_household = rows[0], is_about_households(columns)
    plans = []
    for a in columns:
        cell = sheet.grid.at(row, a.field.column)
        if not is_writable(cell, row, a.field.column) or not is_blank_text(cell.text):
            continue
        unit = cell.text.strip("() （）_＿　")
        value: Written | None = None
        if unit and unit == ("户" if is_household else "人"):
            value = n_rows
        elif not unit or unit == a.field.unit:
            value = _sum(asking, sheet, table, a, cells, is_household=is_household)
        if value is not None:
            at = row + moved_by(growths, row)
            place = Place(sheet.layout.name, at, a.field.column, (row, a.field.column), bool(unit))
            shown: Written = into_blank(cell.text, str(value)) if unit else value
            plans.append(CellPlan(place, write=Write(place.sheet, at, a.field.column, shown), is_sum=True))
    return tuple(plans)


def _is_whole(sheet: FormSheet, table: Table, row: int) -> bool:
    texts = (sheet.grid.text(row, column) for column in range(table.first_column, table.last_column + 1))
    first = next((text for text in texts if text.strip()), "")
    return plain_label(first) in _WHOLE


def _sum(
    asking: Asking,
    sheet: FormSheet,
    table: Table,
    asked: Asked,
    cells: Sequence[CellPlan],
    *,
    is_household: bool,
) -> int | Decimal | None:
    """The sum of a column; None where not each part is known, ours and an amount."""
    if asked.field.purpose is not Purpose.ASKED or not _is_amount(asking, asked, is_household=is_household):
        return None
    column = asked.field.column
    printed = (sheet.grid.at(row, column) for row in record_rows(sheet, table))
    if any(cell.formula is not None or not is_blank_text(cell.text) for cell in printed):
        return None
    own = [cell for cell in cells if cell.place.column == column]
    values = [cell.write.value for cell in own if cell.write is not None]
    numbers = [v for v in values if isinstance(v, int | Decimal) and not isinstance(v, bool)]
    if not numbers or len(numbers) < len(own):
        return None
    total = sum(map(Decimal, numbers), Decimal(0))
    return int(total) if total == total.to_integral_value() else total


def _is_amount(asking: Asking, asked: Asked, *, is_household: bool) -> bool:
    """Whether a column holds amounts that add up; a household's fact in every member's row does not."""
    element = element_of(asking.book, asked.key or "")
    named = (asked.field.label or "") + (element.name if element else "")
    if asked.key is None or _NO_AMOUNT.search(named):
        return False
    if element is None:
        return True  # a label of a roster: its values are checked to be numbers
    is_of_household = element.subject is SubjectKind.HOUSEHOLD or element.code in HOUSEHOLD_RULES
    return element.domain.kind is Kind.NUMBER and (is_household or not is_of_household)
