"""An invented county around the invented village: its places, its offices, somebody for each post."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from qingzhuang.files.examples.dice import Dice
from qingzhuang.files.examples.drawing import Row, draw_header, draw_rows, draw_title, new_sheet, set_widths
from qingzhuang.files.examples.people import REGION, VILLAGE
from qingzhuang.files.examples.survey import SURVEY_TITLE, draw_survey

COUNTY = "青禾县"
COUNTY_CODE = "360999000000"
TOWN = "柳河镇"
TOWN_CODE = f"{REGION[:9]}000"
N_VILLAGES = 186
_SEED = 1860
_TOWNS = ("柳河镇", "白塔镇", "石桥镇", "荷塘乡", "松岭乡", "古渡镇", "南湾乡", "云台镇", "梅岭乡", "清溪镇")
_FIRST = "东西南北上下前后大小新老双三石杨松竹梅荷"
_LAST = ("塘", "坪", "湾", "岭", "溪", "坝", "桥", "冲", "塅", "垄")
OFFICES = (
    ("qinghecun", f"{TOWN}{VILLAGE}", "村", REGION),
    ("liuhezhen", TOWN, "镇", TOWN_CODE),
    ("zhujian", "县住建局", "部门", COUNTY_CODE),
    ("minzheng", "县民政局", "部门", COUNTY_CODE),
    ("jianfu", "县减负办", "减负办", COUNTY_CODE),
    ("shenji", "县审计局", "部门", COUNTY_CODE),
    ("shuju", "县数据局", "部门", COUNTY_CODE),
)
# Whom a visitor of the demo can be: account, name, office, post, code of the place. All invented.
PEOPLE = (
    ("zhoucun", "周文斌", f"{TOWN}{VILLAGE}", "村（社区）报表员", REGION),
    ("lishuji", "李广田", f"{TOWN}{VILLAGE}", "村（社区）书记", REGION),
    ("wangge", "王小满", f"{TOWN}{VILLAGE}", "网格员", REGION),
    ("chenzhen", "陈立秋", TOWN, "镇（街道）经办人", TOWN_CODE),
    ("zhaozhen", "赵长河", TOWN, "镇（街道）负责人", TOWN_CODE),
    ("wubumen", "吴晓东", "县住建局", "部门经办人", COUNTY_CODE),
    ("minzheng", "孙知秋", "县民政局", "部门经办人", COUNTY_CODE),
    ("liushen", "刘婧", "县减负办", "减负办会审岗", COUNTY_CODE),
    ("heshen", "何清", "县减负办", "减负办会审岗", COUNTY_CODE),
    ("qinzhu", "秦向南", "县减负办", "减负办负责人", COUNTY_CODE),
    ("shenji", "顾明远", "县审计局", "审计", COUNTY_CODE),
    ("xitong", "罗一鸣", "县数据局", "系统管理员", COUNTY_CODE),
)


def draw_county(folder: Path) -> None:
    """Everything the demo's county is made from, into an existing folder."""
    draw_regions(folder / "区划名单.xlsx")
    draw_offices(folder / "单位名单.xlsx")
    draw_accounts(folder / "账号名单.xlsx")
    draw_survey(folder / f"{SURVEY_TITLE}.xlsx")


def draw_regions(path: Path) -> None:
    """The county's list of places: county, towns and 186 villages with their codes."""
    _draw(path, "区划名单", ("区划代码", "名称", "别名", "起用日期"), tuple(_regions()))


def draw_offices(path: Path) -> None:
    """The list of offices that act: a village, a town, departments, the 减负办."""
    _draw(path, "单位名单", ("单位代码", "单位名称", "类别", "区划代码"), OFFICES)


def draw_accounts(path: Path) -> None:
    """The list from which accounts are made: one person for each post."""
    rows = [(name, who, office, post, region) for name, who, office, post, region in PEOPLE]
    _draw(path, "账号名单", ("账号", "姓名", "单位", "岗位", "区划"), rows)


def _regions() -> Iterator[Row]:
    """Rows of the list; the demo's village is one of them, codes as 统计用区划代码 has them."""
    yield COUNTY_CODE, COUNTY, "", "2020-01-01"
    dice, names = Dice(_SEED), {VILLAGE}
    towns = [(f"{COUNTY_CODE[:6]}1{at:02d}000", name) for at, name in enumerate(_TOWNS, start=1)]
    for code, name in towns:
        yield code, name, "", "2020-01-01"
    yield REGION, VILLAGE, "", "2020-01-01"
    for at in range(N_VILLAGES - 1):
        town = towns[at % len(towns)][0]
        yield f"{town[:9]}{210 + at // len(towns):03d}", f"{_fresh(dice, names)}", "", "2020-01-01"


def _fresh(dice: Dice, taken: set[str]) -> str:
    """A village's name that none of the others has."""
    while True:
        name = f"{dice.pick(_FIRST)}{dice.pick(_FIRST)}{dice.pick(_LAST)}村"
        if name not in taken:
            taken.add(name)
            return name


def _draw(path: Path, title: str, labels: Sequence[str], rows: Sequence[Row]) -> None:
    book, sheet = new_sheet(title)
    draw_title(sheet, f"{COUNTY}{title}（虚构）", "演示用，都是编的", width=len(labels))
    first = draw_header(sheet, tuple((label, ()) for label in labels), row=3)
    draw_rows(sheet, rows, row=first)
    set_widths(sheet, [18] * len(labels))
    book.save(path)
