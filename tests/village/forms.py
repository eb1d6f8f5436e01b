"""Forms drawn with the traps of real ones, each with what must stand in its cells."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet
from tests.village.truth import (
    ETHNIC_CODES,
    GAP,
    GRADE_CODES,
    Column,
    Resident,
    age,
    floor_area,
    hectares,
    month_of_birth,
    of_allowance,
    of_disability,
)

from qingzhuang.files.examples import form as demo
from qingzhuang.files.examples.drawing import (
    Header,
    draw_header,
    draw_rows,
    draw_title,
    n_columns,
    new_sheet,
)


@dataclass(frozen=True, slots=True)
class Form:
    """
    One list form. columns: by column number. belongs: who must be on it. key: column of the identity number.

    first_row: of the records. who: the criteria it is filled with, "" for everybody or the listed.
    """

    name: str
    draw: Callable[[Path], None]
    columns: dict[int, Column]
    belongs: Callable[[Resident], bool]
    key: int
    first_row: int
    who: str = ""


def _id(resident: Resident) -> str | None:
    return resident.id_number


def _phone(resident: Resident) -> str | None:
    return resident.phone


_NAME = Column("姓名", lambda one: one.person.name)
_SEX = Column("性别", lambda one: one.person.sex)
_ID = Column("公民身份号码", _id, is_grave=True)
_PHONE = Column("联系电话", _phone, is_grave=True)
_HEAD = Column("户主姓名", lambda one: one.household.head.name)
_SIZE = Column("家庭人口数", lambda one: one.n_members)


def _demo_form() -> Form:
    columns = {
        "姓名": _NAME,
        "性别": _SEX,
        "公民身份号码": _ID,
        "出生年月": Column("出生年月", month_of_birth),
        "年龄": Column("年龄", age),
        "民族": Column("民族", lambda one: ETHNIC_CODES[one.person.ethnic]),
        "联系电话": _PHONE,
        "健康状况": Column("健康状况", lambda _: GAP),
        "户主姓名": _HEAD,
        "家庭人口数": _SIZE,
        "耕地面积（公顷）": Column("耕地面积（公顷）", hectares),
        "住房建筑面积（平方米）": Column("住房建筑面积（平方米）", floor_area),
        "房屋结构": Column("房屋结构", lambda one: one.household.structure),
        "低保金额（元/月）": Column("低保金额（元/月）", of_allowance("monthly"), is_grave=True),
        "残疾类别": Column("残疾类别", of_disability("kind")),
        "残疾等级": Column("残疾等级", of_disability("grade", GRADE_CODES)),
        "开户银行": Column("开户银行", of_allowance("bank")),
        "银行账号": Column("银行账号", of_allowance("account"), is_grave=True),
    }
    return Form(
        name=demo.TITLE,
        draw=demo.draw_form,
        columns={demo.column_of(label): column for label, column in columns.items()},
        belongs=lambda one: one.household.allowance is not None,
        key=demo.column_of("公民身份号码"),
        first_row=demo.FIRST_ROW,
        who="低保=是",
    )


_TWO_PARENTS: Header = (
    ("序号", ()),
    ("残疾人", ("姓名", "性别", "身份证号", "残疾证号", "残疾类别", "残疾等级", "联系电话")),
    ("监护人", ("姓名", "联系电话")),
    ("户主姓名", ()),
    ("备注", ()),
)


def _draw_two_parents(path: Path) -> None:
    book, sheet = new_sheet("Sheet1")
    draw_title(sheet, "残疾人及监护人情况登记表", "填报单位：", width=n_columns(_TWO_PARENTS))
    row = draw_header(sheet, _TWO_PARENTS, row=3)
    draw_rows(sheet, [[None] * n_columns(_TWO_PARENTS) for _ in range(3)], row=row)
    sheet.cell(row + 3, 1, "填表人：              审核人：              填表时间：    年  月  日")
    book.save(path)


def _two_parents() -> Form:
    return Form(
        name="残疾人及监护人情况登记表",
        draw=_draw_two_parents,
        columns={
            2: _NAME,
            3: _SEX,
            4: _ID,
            5: Column("残疾证号", of_disability("certificate"), is_grave=True),
            6: Column("残疾类别", of_disability("kind")),
            7: Column("残疾等级", of_disability("grade")),
            8: _PHONE,
            9: Column("监护人姓名", lambda _: GAP),
            10: Column("监护人联系电话", lambda _: GAP, is_grave=True),
            11: _HEAD,
        },
        belongs=lambda one: one.person.disability is not None,
        key=4,
        first_row=5,
        who="残疾人=是",
    )


_ADVICE: Header = tuple(
    (label, ())
    for label in (
        "序号 姓　名 性 别 身份证号（18位或15位） 出生年月（如1990年1月） 民　族 文化程度 婚姻状况"
        " 与户主关系 户主姓名 家庭住址 联系电话（手机） 备注"
    )
    .replace("性 别", "性别")
    .split(" ")
)


def _draw_everybody(path: Path) -> None:
    book, sheet = new_sheet("人员信息")
    draw_title(sheet, "村民基本信息采集表", "填报单位：          填报时间：", width=n_columns(_ADVICE))
    row = draw_header(sheet, _ADVICE, row=3)
    draw_rows(sheet, [[None] * n_columns(_ADVICE) for _ in range(10)], row=row)
    book.save(path)


def _everybody() -> Form:
    return Form(
        name="村民基本信息采集表",
        draw=_draw_everybody,
        columns={
            2: _NAME,
            3: _SEX,
            4: _ID,
            5: Column("出生年月", month_of_birth),
            6: Column("民族", lambda one: one.person.ethnic),
            7: Column("文化程度", lambda one: one.person.education),
            8: Column("婚姻状况", lambda one: one.person.marriage),
            9: Column("与户主关系", lambda one: one.person.relation),
            10: _HEAD,
            11: Column(
                "家庭住址", lambda _: GAP
            ),  # the rosters tell the registered address, not where people live
            12: _PHONE,
        },
        belongs=lambda _: True,
        key=4,
        first_row=4,
    )


_LAND: Header = (
    ("编号", ()),
    ("户主", ("姓名", "身份证号码")),
    ("家庭人口（人）", ()),
    ("承包地面积", ("亩",)),
    ("住房", ("建筑面积（㎡）", "结构类型", "建成年份")),
    ("是否低保户", ()),
)


def _draw_households(path: Path) -> None:
    book, sheet = new_sheet("农户")
    draw_title(sheet, "农户住房及耕地核对表", "填报单位：", width=n_columns(_LAND))
    row = draw_header(sheet, _LAND, row=3)
    below = draw_rows(sheet, [[None] * n_columns(_LAND) for _ in range(5)], row=row)
    _note(sheet, below, "注：以户为单位填报，一户一行。", width=n_columns(_LAND))
    book.save(path)


def _note(sheet: Worksheet, row: int, text: str, *, width: int) -> None:
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    sheet.cell(row, 1, text).alignment = Alignment(horizontal="left")


def _households() -> Form:
    return Form(
        name="农户住房及耕地核对表",
        draw=_draw_households,
        columns={
            2: Column("户主姓名", lambda one: one.household.head.name),
            3: _ID,
            4: _SIZE,
            5: Column("承包地面积（亩）", lambda one: Decimal(str(one.household.farmland))),
            6: Column("建筑面积（㎡）", floor_area),
            7: Column("结构类型", lambda one: one.household.structure),
            8: Column("建成年份", lambda one: one.household.built_in),
            9: Column("是否低保户", lambda one: "是" if one.household.allowance else "否"),
        },
        belongs=lambda one: one.person is one.household.head,
        key=3,
        first_row=5,
    )


FORMS = (_demo_form(), _two_parents(), _everybody(), _households())
