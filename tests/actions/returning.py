"""A village, forms sent out to it, and what people do to them before they send them back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.actions.test_fill import TODAY, drawn, id_number
from tests.conftest import QINGHE

from qingzhuang.actions.collect import Roster, import_files
from qingzhuang.actions.collect.returning import Return, Returned, return_form
from qingzhuang.actions.fill import FillResult, Wish, fill_template
from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.store.actors import Actor

ZHANG, LI, WANG = id_number("19500307", 1), id_number("19520101", 2), id_number("19801201", 3)
LATER = "2025-07-10"


@dataclass(frozen=True)
class Village:
    """青禾村 with three residents in two households; forms are filled into `folder`."""

    actor: Actor
    folder: Path

    def take_roster(self, name: str, rows: list[list[str | int | None]], *, day: str, title: str) -> None:
        """Import a roster drawn from these rows."""
        path = drawn(self.folder / name, rows, title=title)
        roster = Roster(QINGHE, f"来源{name}", day, is_partial=True, today=TODAY)
        import_files(self.actor, paths=[path], roster=roster)

    def fill(
        self, template: Path, out: str = "out.xlsx", *, who: str | None = None, issuer: str = ""
    ) -> FillResult:
        """The form filled into the folder."""
        wish = Wish(QINGHE, TODAY, who=who, on=TODAY, out=self.folder / out, issuer=issuer)
        return fill_template(self.actor, template=template, wish=wish)

    def give_back(self, path: Path, *, is_kept: bool = True, today: str = LATER) -> Returned:
        """The form comes back."""
        return return_form(self.actor, returned=Return(path, QINGHE, today, is_kept=is_kept))


def open_qinghe(actor: Actor, folder: Path) -> Village:
    """The village with its one roster."""
    open_village(actor, region=QINGHE, name="青禾村", today=TODAY)
    village = Village(actor, folder)
    village.take_roster(
        "常住人口.xlsx",
        [
            ["户号", "姓名", "与户主关系", "身份证号", "民族", "联系电话"],
            ["H1", "张三", "户主", ZHANG, "汉族", "13800000001"],
            ["H1", "李四", "配偶", LI, "汉族", None],
            ["H2", "王五", "户主", WANG, "畲族", "13800000003"],
        ],
        day="2025-01-01",
        title="青禾村常住人口花名册",
    )
    return village


def list_form(
    folder: Path, name: str = "摸底表.xlsx", *, unknown: str = "补贴档次", title: str = "困难群众摸底表"
) -> Path:
    """A list with a filling unit, a column the catalogue does not know, and a line of signatures."""
    path = drawn(
        folder / name,
        [["序号", "姓名", "身份证号", "民族", "联系电话", unknown, "备注"], [], []],
        title=title,
        first=3,
    )
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet["A2"] = "填报单位（盖章）："
    sheet["A6"] = "填表人：            审核人："
    book.save(path)
    return path


def changed(path: Path, edit: Callable[[Worksheet], None], *, name: str = "back.xlsx") -> Path:
    """The file saved again by openpyxl after an edit of its first sheet."""
    book = load_workbook(path)
    edit(book.worksheets[0])
    back = path.with_name(name)
    book.save(back)
    return back


def put(cells: Mapping[str, str | int | float | None]) -> Callable[[Worksheet], None]:
    """An edit that writes these cells."""

    def edit(sheet: Worksheet) -> None:
        for address, value in cells.items():
            sheet[address] = value

    return edit
