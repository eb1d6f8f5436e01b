"""The lines around a table: 填报单位, 填报日期. Signatures, 填表人 and 审核人 are left to people."""

import re
from collections.abc import Sequence

from qingzhuang.engine.fill.answers import Known
from qingzhuang.engine.fill.asking import Asking, CellPlan, Place, target_of
from qingzhuang.engine.fill.cards import is_card
from qingzhuang.engine.fill.derived import AREA_RULES
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.lists import is_writable, moved_by
from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.engine.fill.skeletons import after_label, chinese_day, is_blank_text, is_empty
from qingzhuang.engine.fill.villagekeys import village_word
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.read.layout import Field, FieldKind, Purpose
from qingzhuang.engine.values.domain import Domain, Kind, Written
from qingzhuang.engine.values.formats import project

_ASKERS = "填报|填表|上报|报送|报告|统计|制表|登记|调查|采集|填写|报表|填"
_PLACES = "村|村居|社区|村（社区）|村\\(社区\\)|村名|村委会|村（居）委会|村\\(居\\)委会"
_UNIT = re.compile(rf"^(?:{_ASKERS})?(?:单位|{_PLACES})(?:名称)?$")
_VILLAGE = re.compile(rf"^(?:所在|所属)?(?:行政)?(?:{_PLACES})(?:名称)?$")
_DAY = re.compile(rf"^(?:{_ASKERS})?(?:日期|时间)$")


_OF_FORM = re.compile(rf"^(?:{_ASKERS})(?:单位|{_PLACES}|日期|时间)")
# 登记日期, 调查时间 beside a cell of its own may be a house's or a vehicle's; these are the form's alone.
_DAY_OF_FORM = re.compile("^(?:填报|填表|填写|制表|报表|上报|报送|填)(?:日期|时间)$")
_UNIT_WITH_SEAL = re.compile(rf"(?:{_ASKERS})?\s*单位(?:名称)?\s*[:：]?\s*[（(](?:盖|加盖)?公?章[）)]")
_SIGNED = re.compile("签[字名章]|公章|盖章|[（(]章[）)]|承诺|声明|申明|真实有效|真实、有效|经办人|负责人")


def header_value(asking: Asking, asked: Asked) -> str | None:
    """
    What a header blank gets as text: the village's name, or the day of filling; None where no rule covers it.

    (R-FIL-40, R-FIL-41, R-FIL-100: 填报单位 gets the name, 填报日期 the day of --on.)
    """
    label = _bare(asked.field.label or asked.field.printed)
    if asked.match.element in AREA_RULES or _UNIT.match(label) or _VILLAGE.match(label):
        answer = AREA_RULES["record.reporting_unit"](asking.book)
        return answer.value if isinstance(answer, Known) else None
    if asked.key and asked.key in asking.book.shared:
        return asking.book.shared[asked.key].value
    if _DAY.match(label) or is_day_skeleton(asked.field):
        return asking.on
    return None


def is_day_skeleton(field: Field) -> bool:
    """Whether a header blank is a bare year-month-day skeleton without a label."""
    return not field.label and bool(re.search(r"年[\s　_]*月", field.printed))


def is_header_blank(asked: Asked) -> bool:
    """
    Whether a blank is one of the sheet's lines: told so, or beside a label that says so by itself
    (填报单位, 填报日期, 村名) in a cell of its own.
    """
    if asked.field.purpose is Purpose.HEADER:
        return True
    if asked.field.table is not None or asked.field.kind is not FieldKind.CELL:
        return False
    label = _bare(asked.field.label or "")
    is_day = _DAY.match(label) is not None
    is_told = _DAY_OF_FORM.match(label) is not None if is_day else _is_place(asked, label)
    return asked.field.purpose is Purpose.ASKED and (is_told or _VILLAGE.match(label) is not None)


def _is_place(asked: Asked, label: str) -> bool:
    """Whether a label asks for the village as who fills the form in."""
    return asked.match.element in AREA_RULES or _OF_FORM.match(label) is not None


def plan_headers(
    asking: Asking, sheet: FormSheet, asked: tuple[Asked, ...], *, growths: Sequence[Growth]
) -> tuple[CellPlan, ...]:
    """
    What the header blanks of a sheet get: one plan per blank, each with the whole text of its cell.

    growths: rows that grow in the sheet and move what stands below. Of two blanks beside one label the
    first is filled. What a card has filled as its own (key known) is left to it.
    """
    by_cell: dict[tuple[int, int], list[Asked]] = {}
    beside: set[tuple[int, str | None]] = set()
    has_card = is_card(asked)
    bottom = max((a.field.last_row or a.field.row for a in asked if _is_of_body(a)), default=0)
    for a in asked:
        is_own = a.field.purpose is Purpose.ASKED
        is_signers = is_left_to_signer(sheet, a) or (a.field.row > bottom and _is_bare_day(a))
        if not is_header_blank(a) or is_signers or (is_own and has_card and a.key):
            continue
        if is_own and (a.field.row, a.field.label) in beside:
            continue
        beside.add((a.field.row, a.field.label))
        by_cell.setdefault((a.field.row, a.field.column), []).append(a)
    plans = _plan_lone(asking, sheet, asked)
    for (row, column), blanks in by_cell.items():
        place = Place(sheet.layout.name, row + moved_by(growths, row), column, (row, column))
        plans += _plan_blanks(asking, sheet, blanks, place)
    return tuple(plans)


def _is_of_body(asked: Asked) -> bool:
    return asked.field.purpose in (Purpose.ASKED, Purpose.SERIAL, Purpose.REMARK)


def _is_bare_day(asked: Asked) -> bool:
    """Whether only 日期 or 时间 is said: below all that is asked it is the signer's (R-FIL-47)."""
    return _bare(asked.field.label or "") in ("日期", "时间")


def _plan_lone(asking: Asking, sheet: FormSheet, asked: tuple[Asked, ...]) -> list[CellPlan]:
    """
    填报单位 and 填报日期 above the first table whose blank nobody drew: the empty cell beside the label.

    A label with a colon has its blank in its own cell and is read as a field.
    """
    read = {(a.field.row, a.field.column) for a in asked}
    top = min((table.header_rows[0] for table in sheet.layout.tables), default=1)
    plans: list[CellPlan] = []
    if not sheet.worked.above:
        sheet.worked.above.append([c for c in sheet.grid.cells.values() if c.row < top and c.text])
    for cell in sheet.worked.above[0]:
        label = _bare(cell.text)
        value = _lone_value(asking, label) if _OF_FORM.fullmatch(label) else ""
        row, column = cell.row, cell.column + cell.columns
        blank = sheet.grid.at(row, column)
        is_free = is_empty(blank.text) and is_writable(blank, row, column) and (row, column) not in read
        if value and is_free and (cell.row, cell.column) not in read:
            place = Place(sheet.layout.name, row, column, (row, column))
            plans.append(CellPlan(place, write=Write(place.sheet, row, column, value)))
    return plans


def _lone_value(asking: Asking, label: str) -> str:
    return chinese_day(asking.on) if label.endswith(("日期", "时间")) else asking.book.name


def is_left_to_signer(sheet: FormSheet, asked: Asked) -> bool:
    """
    Whether a bare 日期 or 单位 stands in a line of signatures or under a pledge: then it is the signer's.

    填报日期 and 填报单位 say by themselves whose they are.
    """
    if _OF_FORM.match(_bare(asked.field.label or "")):
        return False
    row = asked.field.row
    texts = {sheet.grid.text(row, column) for column in range(1, sheet.grid.n_columns + 1)}
    line = _UNIT_WITH_SEAL.sub("", " ".join(sorted(texts)))
    return _SIGNED.search(line) is not None


def _plan_blanks(asking: Asking, sheet: FormSheet, blanks: list[Asked], place: Place) -> list[CellPlan]:
    cell = sheet.grid.at(*place.model)
    if not is_writable(cell, *place.model):
        return []
    if blanks[0].field.kind is not FieldKind.INLINE:
        return _plan_own_cell(asking, sheet, blanks[0], place)
    text, start, filled = cell.text, 0, []
    for blank in blanks:
        value = header_value(asking, blank) or village_word(asking, sheet, blank)
        if value is None:
            continue
        shown = chinese_day(value) if value == asking.on else value
        done = after_label(text, label=blank.field.label or "", value=shown, start=start)
        if done is not None:
            text, start = done
            filled.append(CellPlan(place, write=Write(place.sheet, place.row, place.column, text)))
    # Every blank counts, but the cell is written once, with all its blanks filled.
    whole = Write(place.sheet, place.row, place.column, text)
    return [CellPlan(place, write=whole) for _ in filled]


def _plan_own_cell(asking: Asking, sheet: FormSheet, asked: Asked, place: Place) -> list[CellPlan]:
    """A header blank with a cell of its own beside the label."""
    value = header_value(asking, asked) or village_word(asking, sheet, asked)
    text = sheet.grid.at(*place.model).text
    if value is None or not is_blank_text(text):
        return []
    written: Written = value
    if value == asking.on:
        written = _day_for(asking, sheet, asked, place) if not text.strip() else chinese_day(value)
    return [CellPlan(place, write=Write(place.sheet, place.row, place.column, written))]


def _day_for(asking: Asking, sheet: FormSheet, asked: Asked, place: Place) -> Written:
    projected = project(asking.on, Domain(Kind.DATE), target_of(sheet, asked, place=place, on=asking.on))
    return chinese_day(asking.on) if isinstance(projected, Problem | str) else projected


def _bare(label: str) -> str:
    return re.sub(r"[\s:：_＿　]|[（(](?:盖章|公章|签章|章)[）)]", "", label)
