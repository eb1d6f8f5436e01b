"""What must not change a path: rows and columns put in, spaces, numbering, widths, titles."""

import re
from collections.abc import Callable

import pytest
from tests.engine.read.recognise.drawing import read, sheet

from qingzhuang.engine.read import words
from qingzhuang.engine.read.recognise import recognise

LIST = """
| 惠农补贴发放花名册 | < | < | < | < | < |
| 填报单位：            填报时间：  年  月  日 | < | < | < | < | < |
| 序号 | 户主姓名 | 银行账户 | < | 补贴金额（元） | 备注 |
| ^ | ^ | 户名 | 账号 | ^ | ^ |
|  |  |  |  |  |  |
|  |  |  |  |  |  |
|  |  |  |  |  |  |
| 审核人：          填表人： | < | < | < | < | < |
"""
CARD = """
| 残疾人补贴申请表 | < | < | < |
| 姓名 |  | 性别 | □男 □女 |
| 身份证号码 |  | 联系电话 |  |
| 家庭住址 |  | < | < |
| 监护人 | 姓名 |  | < |
| ^ | 联系电话 |  | < |
| 村委会意见 | （盖章） 年 月 日 | < | < |
"""


def _with_row(table: str) -> str:
    lines = table.strip().splitlines()
    blank = next(i for i, line in enumerate(lines) if not line.strip("| "))
    return "\n".join([*lines[:blank], lines[blank], *lines[blank:]])


def _stretched(table: str) -> str:
    return re.sub(r"(?<= )([\u4e00-\u9fff])([\u4e00-\u9fff])(?= \|)", r"\1    \2", table)


def _full_width(table: str) -> str:
    return table.replace("(", "（").replace(")", "）").replace(":", "：").replace(" ：", "：")


def _retitled(table: str) -> str:
    lines = table.strip().splitlines()
    title = "2025年度" + lines[0].split("|")[1].strip() + "（试行）"
    return "\n".join([re.sub(r"\| [^|]+ \|", f"| {title} |", lines[0], count=1), *lines[1:]])


def _with_annex_line(table: str) -> str:
    n = table.strip().splitlines()[0].count("|") - 1
    return "\n".join(["| 附件2 |" + " . |" * (n - 1), table.strip()])


def _with_gap_below_title(table: str) -> str:
    lines = table.strip().splitlines()
    n = lines[0].count("|") - 1
    return "\n".join([lines[0], "|" + " . |" * n, *lines[1:]])


CHANGES = [_stretched, _full_width, _retitled, _with_annex_line, _with_gap_below_title]


def _told(table: str, **how: object) -> list[tuple[tuple[str, ...], str]]:
    layout = read(table, **how)
    return [(tuple(words.squeeze(p) for p in f.path), f.kind) for f in layout.fields]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("table", [LIST, CARD])
def test_change_of_dress_leaves_every_path_as_it_was(table: str, change: Callable[[str], str]) -> None:
    """Stretched letters, full width, another title or an empty row change no path and no kind (R-REC-33)."""
    assert _told(change(table)) == _told(table)


def test_another_record_row_changes_the_last_row_only() -> None:
    """One more blank row belongs to the records."""
    longer = read(_with_row(LIST))

    assert _told(_with_row(LIST)) == _told(LIST)
    assert longer.tables[0].last_row == 8


def test_hidden_column_changes_no_path() -> None:
    """A hidden helper column in the middle is passed over."""
    lines = [line.strip().strip("|").split("|") for line in LIST.strip().splitlines()]
    marks = {0: " < ", 1: " < ", 2: " 辅助 ", 3: " ^ ", 7: " < "}
    helped = "\n".join(
        "|" + "|".join([*line[:2], marks.get(i, "  "), *line[2:]]) + "|" for i, line in enumerate(lines)
    )

    told = [(f.path, f.kind) for f in recognise(sheet(helped, hidden_columns=(3,))).fields]
    assert told == [(f.path, f.kind) for f in read(LIST).fields]


def test_numbering_stays_in_the_label_and_changes_no_kind() -> None:
    """01姓名 is read like 姓名."""
    numbered = CARD.replace("| 姓名 |  |", "| 01姓名 |  |").replace("身份证号码", "04身份证号码")

    assert [kind for _, kind in _told(numbered)] == [kind for _, kind in _told(CARD)]
    assert _told(numbered)[0][0] == ("01姓名",)


def test_same_grid_gives_the_same_layout() -> None:
    """Reading is a pure function."""
    assert read(LIST) == read(LIST)
