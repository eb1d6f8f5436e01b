"""The county's own file as lines of the three lists."""

import pytest
from tests.engine.admit.lists.drawn import sheet

from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.lists.domain import USUAL_NAMES
from qingzhuang.engine.admit.lists.duties import ReadLists, class_of, read_lists
from qingzhuang.engine.problems.lists import ListsCode

HEAD = (
    "序号",
    "清单/类别",
    "事 项",
    "责任部门",
    "依据（文号、条款）",
    "支持/赋能方式",
    "附带表账",
    "有效期至",
)


def classes(read: ReadLists) -> list[tuple[str, str]]:
    """Name and list of each line."""
    return [(line.name, line.list_class.value) for line in read.lines]


def test_one_sheet_with_a_column_of_lists_is_read() -> None:
    """R-LST-01: a column says on which list a line stands; title and notes are no lines."""
    rows = [
        ("青禾县村级事项清单",),
        HEAD,
        ("1", "依法履职", "村务公开", "县民政局", "", "", "", ""),
        ("2", "协助事项", "低保入户", "县民政局", "", "经办员同去", "低保台账", "2026年12月"),
        ("3", "不应承担", "危房鉴定", "县住建局", "", "", "", "长期"),
        ("合计", "3"),
        ("注：清单每年调一次",),
    ]

    read = read_lists([sheet("Sheet1", rows)], names=USUAL_NAMES)

    assert classes(read) == [("村务公开", "duty"), ("低保入户", "support"), ("危房鉴定", "not_ours")]
    assert [line.valid_until for line in read.lines] == ["", "2026-12-31", ""]
    assert (read.lines[1].support, read.lines[1].forms) == ("经办员同去", "低保台账")


def test_three_sheets_named_by_their_lists_are_read() -> None:
    """R-LST-01: a tab that names a list is the list of all its lines, and its name is the county's."""
    tabs = ("应做也能做清单", "应做但需赋能清单", "不应做清单")
    sheets = [sheet(tab, [("序号", "事项名称"), ("1", f"事{tab}")]) for tab in tabs]

    read = read_lists(sheets, names=USUAL_NAMES)

    assert [line.list_class for line in read.lines] == [*USUAL_NAMES]
    assert tuple(read.names.values()) == tabs


def test_headings_inside_one_column_part_the_lists() -> None:
    """R-LST-01: a line that is nothing but a list's name begins that list; others are categories."""
    rows = [
        ("序号", "事项", "责任部门"),
        ("一、依法履职清单（2项）",),
        ("（一）党的建设",),
        ("1", "党务公开", "县委组织部"),
        ("二、不应承担清单（1项）",),
        ("1", "燃气检测", "县住建局"),
    ]

    read = read_lists([sheet("清单", rows)], names=USUAL_NAMES)

    assert classes(read) == [("党务公开", "duty"), ("燃气检测", "not_ours")]
    assert [line.category for line in read.lines] == ["党的建设", ""]


def test_the_countys_own_names_are_known_again() -> None:
    """R-LST-01: a list called otherwise is told by the name that the county gave it before."""
    names = USUAL_NAMES | {ListClass.DUTY: "甲类清单"}

    assert class_of("甲类", names) is ListClass.DUTY


def test_a_line_of_no_list_is_told() -> None:
    """R-LST-01: where no list can be told, the line is a problem that says its place."""
    rows = [("序号", "事项"), ("1", "村务公开")]

    read = read_lists([sheet("Sheet1", rows)], names=USUAL_NAMES)

    assert [problem.code for problem in read.problems] == [ListsCode.LINE_NO_CLASS]
    assert "第 2 行" in read.problems[0].sentence


def test_merged_cells_hold_for_all_their_lines() -> None:
    """R-LST-02: a department merged over two lines is both's; an empty one below is nobody's."""
    rows = [
        ("清单", "事项", "责任部门"),
        ("依法履职", "甲事", "县民政局"),
        ("", "乙事", ""),
        ("", "丙事", ""),
    ]

    read = read_lists([sheet("表", rows, merges=((2, 3, 3, 3),))], names=USUAL_NAMES)

    assert [line.department for line in read.lines] == ["县民政局", "县民政局", ""]
    assert {line.list_class for line in read.lines} == {ListClass.DUTY}


def test_a_second_row_of_headings_is_read() -> None:
    """R-LST-02: 文号 and 条款 below 依据 are columns, not a line."""
    rows = [
        ("清单", "事项", "依据", ""),
        ("", "", "文号", "条款"),
        ("协助", "甲事", "青民发〔2026〕1号", "第二条"),
    ]

    read = read_lists([sheet("表", rows, merges=((1, 3, 1, 4),))], names=USUAL_NAMES)

    assert [(line.basis, line.clause) for line in read.lines] == [("青民发〔2026〕1号", "第二条")]


def test_the_article_behind_a_basis_becomes_its_clause() -> None:
    """R-LST-02: 第几条 at the end of the basis is kept apart."""
    rows = [("清单", "事项", "依据"), ("协助", "甲事", "青民发〔2026〕1号第十二条第二款")]

    line = read_lists([sheet("表", rows)], names=USUAL_NAMES).lines[0]

    assert (line.basis, line.clause) == ("青民发〔2026〕1号", "第十二条第二款")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("协助", "村务公开", ""), ListsCode.LINE_TWICE),
        (("协助", "", "县民政局"), ListsCode.LINE_NO_NAME),
        (("协助", "长" * 301, ""), ListsCode.LINE_TOO_LONG),
    ],
)
def test_every_wrong_line_is_told(row: tuple[str, ...], code: ListsCode) -> None:
    """R-LST-01: a line twice, without a name or too long is a problem, and is not read."""
    rows = [("清单", "事项", "责任部门"), ("依法履职", "村务公开", ""), row]

    read = read_lists([sheet("表", rows)], names=USUAL_NAMES)

    assert [problem.code for problem in read.problems] == [code]


def test_a_file_without_a_list_is_told() -> None:
    """R-LST-01: without the heading 事项 nothing is read, in one sentence."""
    read = read_lists([sheet("表", [("姓名", "电话")])], names=USUAL_NAMES)

    assert [problem.code for problem in read.problems] == [ListsCode.NO_LIST]
