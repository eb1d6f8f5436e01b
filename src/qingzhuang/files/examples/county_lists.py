"""The lists an invented county hands in: three lists of 2025 and of 2026, and its register of matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from qingzhuang.files.examples.county import COUNTY
from qingzhuang.files.examples.drawing import Row, draw_header, draw_rows, draw_title, new_sheet, set_widths
from qingzhuang.files.examples.duties import SUPPORTS_OF_2025, ExampleDuty, example_duties
from qingzhuang.files.examples.matters import example_matters

# When the lists hold from, and the caps of the two books; villages had 134 items and 82 ledgers before.
OLD_FROM, NEW_FROM = "2025-01-01", "2026-04-01"
CAPS = {"party": 6, "livelihood": 20}
_INVENTED = "虚构的例子，文号也是编的"
_OLD_NAMES = {"duty": "依法履职", "support": "依法协助", "not_ours": "不应承担"}
_NEW_NAMES = {"duty": "应做也能做", "support": "应做但需赋能", "not_ours": "不应做"}
_OLD_COLUMNS = (
    "序号",
    "清单类别",
    "事项",
    "责任部门",
    "依据（文号、条款）",
    "支持/赋能方式",
    "附带表账",
    "有效期至",
)
_NEW_COLUMNS = ("序号", "分类", "事项名称", "责任部门", "依据", "赋能方式", "附带表账", "有效期至")
_MATTER_COLUMNS = (
    "序号",
    "事项名称",
    "种类",
    "发表单位",
    "频次",
    "依据",
    "账本",
    "起始",
    "终止",
    "去向",
    "备注",
)


@dataclass(frozen=True, slots=True)
class CountyLists:
    """Where the files lie."""

    old_lists: Path
    new_lists: Path
    matters: Path


def draw_county_lists(folder: Path) -> CountyLists:
    """Draw the three files into a folder: 134 → 72 items of villages, 82 → 19 ledgers, all invented."""
    files = CountyLists(
        folder / "三张清单（2025年）.xlsx", folder / "三张清单（2026年）.xlsx", folder / "事项总账.xlsx"
    )
    duties = example_duties()
    _draw_old(files.old_lists, duties)
    _draw_new(files.new_lists, duties)
    _draw_matters(files.matters)
    return files


def _draw_old(path: Path, duties: Sequence[ExampleDuty]) -> None:
    """One sheet, the list in a merged column, as most counties keep it."""
    book, sheet = new_sheet("村级事项清单")
    first = _head(sheet, f"{COUNTY}村级事项清单（2025年，虚构）", _OLD_COLUMNS)
    row, number = first, 1
    for key, name in _OLD_NAMES.items():
        lines = [duty for duty in duties if duty.old_list == key]
        rows: list[Row] = [
            (number + at, name if at == 0 else None, duty.old, duty.department,
             _basis(duty, at).replace("2026", "2024"),
             SUPPORTS_OF_2025 if key == "support" else "", "", "长期")
            for at, duty in enumerate(lines)
        ]  # fmt: skip
        below = draw_rows(sheet, rows, row=row)
        sheet.merge_cells(start_row=row, start_column=2, end_row=below - 1, end_column=2)
        row, number = below, number + len(lines)
    set_widths(sheet, (6, 14, 34, 18, 28, 20, 20, 12))
    book.save(path)


def _draw_new(path: Path, duties: Sequence[ExampleDuty]) -> None:
    """A sheet for each list, the area in a column of its own."""
    book, sheet = new_sheet(f"{_NEW_NAMES['duty']}清单")
    for key, name in _NEW_NAMES.items():
        sheet = sheet if key == "duty" else book.create_sheet(f"{name}清单")
        lines = [duty for duty in duties if duty.new_list == key]
        first = _head(sheet, f"{COUNTY}村级事项{name}清单（{len(lines)}项，虚构）", _NEW_COLUMNS)
        rows: list[Row] = [
            (at, duty.area, duty.new, duty.department, _basis(duty, at - 1),
             _support(duty), _forms(duty),
             "2027年3月" if key == "support" else "长期")
            for at, duty in enumerate(lines, start=1)
        ]  # fmt: skip
        draw_rows(sheet, rows, row=first)
        set_widths(sheet, (6, 14, 34, 18, 28, 26, 20, 12))
    book.save(path)


def _draw_matters(path: Path) -> None:
    """The register of matters: what stays, and what became of the rest."""
    book, sheet = new_sheet("事项总账")
    first = _head(sheet, f"{COUNTY}村级事项总账（2026年清理，虚构）", _MATTER_COLUMNS)
    rows: list[Row] = [
        (at, each.name, each.kind, each.issuer, each.frequency, "", each.book, each.started_on,
         each.ended_on, each.fate, "虚构")
        for at, each in enumerate(example_matters(), start=1)
    ]  # fmt: skip
    draw_rows(sheet, rows, row=first)
    set_widths(sheet, (6, 30, 16, 18, 10, 20, 10, 12, 12, 24, 8))
    book.save(path)


def _head(sheet: Worksheet, title: str, labels: Sequence[str]) -> int:
    """Title, the line below it, and the headings; the first row below them."""
    draw_title(sheet, title, _INVENTED, width=len(labels))
    return draw_header(sheet, tuple((label, ()) for label in labels), row=3)


def _basis(duty: ExampleDuty, at: int) -> str:
    """An invented 文号 with an article."""
    return f"{duty.basis}第{_CHINESE[at % len(_CHINESE)]}条"


def _support(duty: ExampleDuty) -> str:
    """What comes with an item that villages help with; every one of them has something."""
    return duty.support or ("责任部门教会，难办的派人来办" if duty.new_list == "support" else "")


def _forms(duty: ExampleDuty) -> str:
    """The ledger or form an item comes with, where the register has one that goes by its beginning."""
    start = duty.new[:3]
    named = [
        each.name
        for each in example_matters()
        if each.kind in ("台账", "报表") and not each.ended_on and each.name.startswith(start)
    ]
    return "、".join(named) if duty.new_list != "not_ours" else ""


_CHINESE = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
