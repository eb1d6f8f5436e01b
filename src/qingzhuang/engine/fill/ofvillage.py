"""Forms that ask the village itself: roads, lamps, the committee's telephone. Rules R-RET-40 to R-RET-46."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from qingzhuang.engine.catalogue.elements import SubjectKind
from qingzhuang.engine.fill.answers import Known, answer_of
from qingzhuang.engine.fill.asking import Asking, CellPlan, Place, is_counted, is_number
from qingzhuang.engine.fill.blanks import element_of
from qingzhuang.engine.fill.cards import is_card, plan_card
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.headers import header_value, is_header_blank, is_left_to_signer
from qingzhuang.engine.fill.lists import columns_of, is_writable, moved_by
from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.engine.fill.skeletons import is_blank_text
from qingzhuang.engine.fill.subjects import names_somebody
from qingzhuang.engine.fill.villagekeys import village_key
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.read.layout import FieldKind, Purpose
from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.values.domain import Written

_DAY = re.compile("日期|时间|年月日?")
# A blank for the name or number of somebody or of a thing makes the form his, or that thing's.
_OF_ANOTHER = re.compile(
    "(?:名称|全称|编号|编码|代码|牌号|车牌|字号|项目|企业|公司)$|身份证|证件|证号|姓名|户主|申请|申报人|法定代表|产权|密码"
    "|机构|工程|建设单位|建设地点"
)
_OF_THE_VILLAGE = re.compile("村|社区|居委会|填报|报送|乡镇|街道|县|市")
# A form named after people or a part of the village is filled once for each, unless it sums them up.
_OF_MANY = re.compile(
    "户(?!数|籍)|家庭|个人|人员|居民|村民|儿童|老人|老年|学生|职工|对象|自然村|屯|小组|网格|片区"
)
_SUMS_UP = re.compile("统计|汇总|分析|一览|台账|情况表$|综合")


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that asks the village itself. at: its place. key: of its word; "" where two cells share it."""

    at: int
    key: str


def own_fields(asking: Asking, sheet: FormSheet, asked: tuple[Asked, ...]) -> tuple[OwnField, ...]:
    """The fields of a sheet that the village itself answers: beside lists of people, or on its own forms."""
    title = sheet.layout.title
    is_of_many = _OF_MANY.search(title) is not None and _SUMS_UP.search(title) is None
    is_others = is_of_many or is_card(asked) or any(_names_another(asking, one) for one in asked)
    keys = {
        at: key
        for at, one in enumerate(asked)
        if (_is_line(asking, sheet, one) or (not is_others and _is_asked(sheet, asked, one)))
        and (key := village_key(asking, sheet, one))
    }
    often = Counter(keys.values())
    return tuple(OwnField(at, key if often[key] == 1 else "") for at, key in keys.items())


def _names_another(asking: Asking, asked: Asked) -> bool:
    """Whether a blank, not a list, names a person, a firm, a project: then the form is about that."""
    field = asked.field
    if field.kind is FieldKind.CROSS or field.first_row != field.last_row:
        return False
    if field.purpose is not Purpose.ASKED or is_header_blank(asked):
        return False
    element = element_of(asking.book, asked.match.key or "") if asked.match.binding is Binding.AUTO else None
    if element is not None and element.subject in (SubjectKind.ORGANISATION, SubjectKind.EVENT):
        return True
    label = field.label or ""
    return bool(_OF_ANOTHER.search(label)) and _OF_THE_VILLAGE.search(label) is None


def _is_line(asking: Asking, sheet: FormSheet, asked: Asked) -> bool:
    """Whether a blank is in a line around the table and no rule of ours fills it (联系电话)."""
    if asked.field.purpose is not Purpose.HEADER or not asked.field.label:
        return False
    is_told = header_value(asking, asked) is not None or _DAY.search(asked.field.label) is not None
    return not is_told and not is_left_to_signer(sheet, asked)


def _is_asked(sheet: FormSheet, asked: tuple[Asked, ...], one: Asked) -> bool:
    field = one.field
    if field.purpose is not Purpose.ASKED or not field.label or is_header_blank(one):
        return False
    if _DAY.fullmatch(field.label) or sheet.grid.at(field.row, field.column).formula is not None:
        return False
    if field.kind is not FieldKind.COLUMN:
        return True
    is_one_row = field.first_row == field.last_row
    return is_one_row and field.table is not None and not names_somebody(columns_of(asked, field.table))


def plan_own(
    asking: Asking,
    sheet: FormSheet,
    asked: tuple[Asked, ...],
    *,
    counted: Collection[int],
    growths: Sequence[Growth] = (),
) -> tuple[tuple[CellPlan, ...], frozenset[int]]:
    """
    What the village's own words put into a sheet, and the places of the fields they cover.

    counted: places of fields that our own count fills; it is never replaced (R-RET-43).
    """
    village = asking.book.village
    if village is None:
        return (), frozenset()
    told = {
        one.at: replace(asked[one.at], key=one.key, is_of_household=False, day=None)
        for one in own_fields(asking, sheet, asked)
        if one.key in village.holdings and one.at not in counted and not is_header_blank(asked[one.at])
    }
    inside = tuple(one for one in told.values() if _is_in_print(sheet, one))
    cells = plan_card(asking, sheet, tuple(map(_without_unit, inside)), village, growths=growths)
    cells += tuple(_blanks(sheet, (one for one in told.values() if one not in inside), village, growths))
    return cells, frozenset(told)


def _is_in_print(sheet: FormSheet, asked: Asked) -> bool:
    """Whether a word joins what is printed in its cell: behind a label, or as the ticked box."""
    return not is_blank_text(sheet.grid.text(asked.field.row, asked.field.column))


def _without_unit(asked: Asked) -> Asked:
    """The unit is part of the key: what stands under it is in that unit."""
    return replace(asked, field=replace(asked.field, unit=None), match=replace(asked.match, unit=None))


def _blanks(
    sheet: FormSheet, asked: Iterable[Asked], village: Profile, growths: Sequence[Growth]
) -> Iterable[CellPlan]:
    """Empty cells: beside a label, where a row and a column cross, or in the only row of a table."""
    for one in asked:
        row, column = one.field.row, one.field.column
        cell = sheet.grid.at(row, column)
        answer = answer_of(village.holdings.get(one.key or ""))
        if not isinstance(answer, Known) or not is_writable(cell, row, column):
            continue
        place = Place(sheet.layout.name, row + moved_by(growths, row), column, (row, column))
        value = _as_said(answer.value, one, is_text_cell=cell.style.number_format == "@")
        yield CellPlan(place, write=Write(place.sheet, place.row, column, value, answer.claim))


def _as_said(value: str, asked: Asked, *, is_text_cell: bool) -> Written:
    """A word as the village wrote it: an amount as a number, all else as text."""
    is_amount = is_counted(value, asked) or (asked.field.kind is FieldKind.CROSS and is_number(value))
    return Decimal(value) if is_amount and not is_text_cell else value
