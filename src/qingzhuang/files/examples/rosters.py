"""Six rosters of the invented village, as messy as they come from six desks."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qingzhuang.files.examples.drawing import (
    Header,
    Row,
    Value,
    draw_header,
    draw_rows,
    draw_title,
    merge_down,
    n_columns,
    new_sheet,
    set_widths,
)
from qingzhuang.files.examples.people import VILLAGE, Household, Villager

_REGISTER: Header = (
    ("序号", ()),
    ("户号", ()),
    ("户主姓名", ()),
    ("村民小组", ()),
    (
        "家庭成员基本情况",
        ("姓名", "与户主关系", "性别", "公民身份号码", "出生日期", "民族", "文化程度", "婚姻状况"),
    ),
    ("联系电话", ()),
    ("户籍地址", ()),
    ("备注", ()),
)
_ALLOWANCE: Header = tuple(
    (label, ())
    for label in (
        "序号 低保证号 户主姓名 姓名 与户主关系 身份证号码 联系电话"
        " 月保障金额（元） 开户银行 银行账号 享受低保起始时间"
    ).split()
)
_DISABILITY: Header = tuple(
    (label, ()) for label in "序号 姓名 性别 身份证号 残疾人证号 残疾类别 残疾等级 发证日期 联系电话".split()
)
_AWAY: Header = tuple(
    (label, ()) for label in "序号 姓名 身份证号 务工地点 外出时间 月收入（元） 联系方式".split()
)
_HOUSES: Header = (
    ("序号", ()),
    ("户主姓名", ()),
    ("户主身份证号", ()),
    ("承包地面积（亩）", ()),
    ("住房情况", ("建筑面积（平方米）", "房屋结构", "层数", "建成年份")),
)


@dataclass(frozen=True, slots=True)
class Traps:
    """Identity numbers of the persons whom a desk wrote down badly, and what it wrote. "" = nobody."""

    as_number: str = ""  # in a number cell: Excel has eaten the last digits
    wrong_digit: str = ""  # with a last digit that does not fit
    fifteen: str = ""  # with the old number of 15 digits
    without: str = ""  # without any number
    other_phone: str = ""  # with another telephone number at the disability desk


def draw_register(path: Path, households: Sequence[Household], traps: Traps) -> None:
    """户籍人口花名册: a two-row header, merged household cells, five spellings of a date, a total."""
    book, sheet = new_sheet("户籍人口")
    line = f"填报单位：{VILLAGE}村民委员会        统计截止日期：2025年12月31日"
    draw_title(sheet, f"{VILLAGE}户籍人口花名册", line, width=n_columns(_REGISTER))
    row = draw_header(sheet, _REGISTER, row=3)
    serial = 1
    for household in households:
        rows = [
            _in_register(household, person, serial + at, traps) for at, person in enumerate(household.members)
        ]
        below = draw_rows(sheet, rows, row=row)
        merge_down(sheet, (2, 3, 4, 14), first_row=row, last_row=below - 1)
        row, serial = below, serial + len(rows)
    draw_rows(sheet, [["合计", f"{len(households)}户", None, None, f"{serial - 1}人"]], row=row)
    sheet.cell(row + 1, 1, "填表人：                审核人：                填表日期：2026年1月5日")
    set_widths(sheet, (6, 12, 10, 9, 10, 11, 6, 22, 14, 8, 12, 10, 14, 22, 10))
    book.save(path)


def _in_register(household: Household, person: Villager, serial: int, traps: Traps) -> Row:
    ethnic = person.ethnic.removesuffix("族") if serial % 4 == 0 else person.ethnic
    born: Value = _spelled(person.born_on, serial)
    number = _number_cell(person.id_number, traps)
    about = (
        person.name,
        person.relation,
        person.sex,
        number,
        born,
        ethnic,
        person.education,
        person.marriage,
    )
    return (
        serial,
        household.no,
        household.head.name,
        household.group,
        *about,
        person.phone,
        household.address,
        None,
    )


def _number_cell(id_number: str, traps: Traps) -> Value:
    """What the desk wrote in the cell for the identity number."""
    spoiled: dict[str, Value] = {
        traps.as_number: int(id_number[:15] + "000"),
        traps.wrong_digit: id_number[:17] + "0123456789X"[("0123456789X".index(id_number[17]) + 3) % 11],
        traps.fifteen: id_number[:6] + id_number[8:17],
        traps.without: None,
    }
    if id_number in spoiled:
        return spoiled[id_number]
    return id_number.replace("X", "x") if id_number[16] in "05" else id_number


def _spelled(day: date, at: int) -> Value:
    """A day as different people write it."""
    return (
        f"{day:%Y-%m-%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month}.{day.day}",
        int(f"{day:%Y%m%d}"),
        day,
    )[at % 5]


def draw_allowances(path: Path, households: Sequence[Household]) -> None:
    """农村低保花名册: certificate, amount and account stand once, merged beside the members."""
    book, sheet = new_sheet("低保对象")
    line = f"单位：{VILLAGE}                统计时间：2026年3月31日"
    draw_title(sheet, "2026年第一季度农村低保对象花名册", line, width=n_columns(_ALLOWANCE))
    row, serial = draw_header(sheet, _ALLOWANCE, row=3), 1
    for household in households:
        rows = list(_allowed(household, serial))
        below = draw_rows(sheet, rows, row=row)
        merge_down(sheet, (2, 3, 8, 9, 10, 11), first_row=row, last_row=below - 1)
        row, serial = below, serial + len(rows)
    draw_rows(sheet, [["合计", None, None, f"{serial - 1}人"]], row=row)
    set_widths(sheet, (6, 18, 10, 10, 11, 22, 14, 12, 26, 24, 14))
    book.save(path)


def _allowed(household: Household, serial: int) -> Iterator[Row]:
    """Rows of a household that receives the allowance; none if it receives nothing."""
    given = household.allowance
    for at, person in enumerate(household.members if given else ()):
        if given:
            since = f"{given.since.year}年{given.since.month}月"
            who = (person.name, person.relation, person.id_number, person.phone)
            paid = (given.monthly, given.bank, given.account, since)
            yield (serial + at, given.certificate, household.head.name, *who, *paid)


def draw_disabilities(path: Path, households: Sequence[Household], traps: Traps) -> None:
    """持证残疾人花名册: one telephone number differs from the allowance desk's of the same day."""
    book, sheet = new_sheet("残疾人")
    line = f"填报单位：{VILLAGE}                截止日期：2026年3月31日"
    draw_title(sheet, "持证残疾人花名册", line, width=n_columns(_DISABILITY))
    rows: list[Row] = []
    for person in (person for household in households for person in household.members):
        if card := person.disability:
            phone = "19900000001" if person.id_number == traps.other_phone else person.phone
            issued = f"{card.issued_on.year}.{card.issued_on.month:02d}.{card.issued_on.day:02d}"
            about = (person.name, person.sex, person.id_number, card.certificate, card.kind, card.grade)
            rows.append((len(rows) + 1, *about, issued, phone))
    draw_rows(sheet, rows, row=draw_header(sheet, _DISABILITY, row=3))
    set_widths(sheet, (6, 10, 6, 22, 24, 12, 10, 14, 14))
    book.save(path)


def draw_party_members(path: Path, households: Sequence[Household]) -> None:
    """党员名册: exported long ago as text, in GB 18030, with a title line above the header."""
    rows: list[Row] = [("中共青禾村支部委员会党员名册（截至2026年4月15日）",)]
    rows.append(("姓名", "性别", "公民身份证号码", "民族", "学历", "入党时间", "手机号码"))
    for person in (person for household in households for person in household.members):
        if person.joined_party_on:
            joined = f"{person.joined_party_on:%Y%m%d}"
            about = (person.name, person.sex, f"\t{person.id_number}", person.ethnic, person.education)
            rows.append((*about, joined, person.phone))
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(rows)


def draw_away(path: Path, households: Sequence[Household]) -> None:
    """外出务工人员名单: who works where."""
    book, sheet = new_sheet("外出务工")
    line = f"填报单位：{VILLAGE}                填报日期：2026年5月10日"
    draw_title(sheet, "外出务工人员名单", line, width=n_columns(_AWAY))
    rows: list[Row] = []
    for person in (person for household in households for person in household.members):
        if person.left_on:
            left = f"{person.left_on.year}年{person.left_on.month}月"
            about = (person.name, person.id_number, person.workplace)
            rows.append((len(rows) + 1, *about, left, person.monthly_wage, person.phone))
    draw_rows(sheet, rows, row=draw_header(sheet, _AWAY, row=3))
    set_widths(sheet, (6, 10, 22, 18, 14, 14, 14))
    book.save(path)


def draw_houses(path: Path, households: Sequence[Household]) -> None:
    """农房和承包地情况表: one row per household, named by its head."""
    book, sheet = new_sheet("农房承包地")
    line = f"填报单位：{VILLAGE}                填报日期：2026年5月10日"
    draw_title(sheet, "农户住房和承包地情况表", line, width=n_columns(_HOUSES))
    rows = [_house(household, serial) for serial, household in enumerate(households, start=1)]
    draw_rows(sheet, rows, row=draw_header(sheet, _HOUSES, row=3))
    set_widths(sheet, (6, 10, 22, 12, 14, 18, 8, 10))
    book.save(path)


def _house(household: Household, serial: int) -> Row:
    area: Value = f"{household.floor_area:g}平方米" if serial % 5 == 0 else household.floor_area
    structure = household.structure.removesuffix("结构") if serial % 3 == 0 else household.structure
    house = (area, structure, household.storeys, household.built_in)
    return (serial, household.head.name, household.head.id_number, household.farmland, *house)
