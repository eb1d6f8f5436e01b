"""Two lists below one another in one sheet: each keeps its own membership."""

import pytest
from tests.engine.collect.drawing import draw, identity

from qingzhuang.engine.collect.roster import collect
from qingzhuang.engine.collect.said import Collected
from qingzhuang.files.reference.catalogue import load_catalogue

IDS = [identity("1956-03-08", n) for n in range(11, 17)]
PARTY, DIBAO = "person.party_member", "person.dibao"


def stacked(second: str, *, header: str = "| 姓名 | 身份证号 | 联系电话 |") -> Collected:
    """党员名册 with three rows and, below a second title and header, three more."""
    one = "\n".join(f"| 张{n} | {IDS[n]} |  |" for n in range(3))
    two = "\n".join(f"| 李{n} | {IDS[n]} |  |" for n in range(3, 6))
    picture = f"| 东河村党员名册 | < | < |\n| 姓名 | 身份证号 | 联系电话 |\n{one}\n|  |  |  |\n"
    picture += f"| {second} | < | < |\n{header}\n{two}"
    return collect(draw(picture), file_name="名单.xlsx", catalogue=load_catalogue())


def lists_of(found: Collected) -> list[tuple[bool, bool]]:
    """For each row taken: whether it says 党员, whether it says 低保."""
    return [(PARTY in said.person, DIBAO in said.person) for said in found.said]


OTHER = "| 姓名 | 身份证号 | 家庭住址 |"


@pytest.mark.parametrize("header", ["| 姓名 | 身份证号 | 联系电话 |", OTHER])
def test_a_second_list_has_its_own_membership(header: str) -> None:
    """Below 低保户名单 the rows are 低保, not 党员, under the same header or another (R-COL-17)."""
    found = stacked("东河村低保户名单", header=header)

    assert lists_of(found) == [(True, False)] * 3 + [(False, True)] * 3
    assert (found.membership, found.is_partial_list) == ((PARTY, DIBAO), False)


@pytest.mark.parametrize("header", ["| 姓名 | 身份证号 | 联系电话 |", OTHER])
def test_a_second_list_of_nobody_knows_what_is_none(header: str) -> None:
    """Below 村民花名册 the rows are on no list, and nobody becomes 否 by the sheet (R-COL-17)."""
    found = stacked("东河村村民花名册", header=header)

    assert lists_of(found) == [(True, False)] * 3 + [(False, False)] * 3
    assert found.is_partial_list


@pytest.mark.parametrize("line", ["东河村党员名册", "二组", "二组名册", "续表"])
def test_a_repeated_title_or_a_group_goes_on(line: str) -> None:
    """The same title again on the next page, or a group's name, changes nothing (R-COL-17)."""
    found = stacked(line)

    assert lists_of(found) == [(True, False)] * 6
    assert (found.membership, found.is_partial_list) == ((PARTY,), False)


def test_a_part_of_a_list_below_a_whole_one_is_partial() -> None:
    """Below 新增低保名单 the rows are 低保; only 党员 is complete (R-COL-17)."""
    found = stacked("新增低保人员名单")

    assert lists_of(found)[3:] == [(False, True)] * 3
    assert (found.membership, found.is_partial_list) == ((PARTY,), False)
