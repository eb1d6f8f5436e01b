"""Which list a roster is, and the day it speaks of."""

import time

import pytest
from tests.engine.collect.drawing import draw, identity

from qingzhuang.engine.collect.days import printed_day
from qingzhuang.engine.collect.membership import membership_of
from qingzhuang.engine.collect.roster import collect
from qingzhuang.files.reference.catalogue import load_catalogue

ZHANG = identity("1956-03-08", 11)
LI = identity("1958-11-20", 22)


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("东河村2024年低保户花名册", "person.dibao"),
        ("农村最低生活保障对象名册", "person.dibao"),
        ("2024年6月低保金发放花名册", "person.dibao"),
        ("党员名册", "person.party_member"),
        ("中共党员基本信息表", "person.party_member"),
        ("持证残疾人花名册（2024年）", "person.disabled"),
        ("残疾人台账", "person.disabled"),
        ("退役军人信息采集表", "veteran.is_veteran"),
        ("留守儿童登记表", "person.left_behind_child"),
        ("外出务工人员台账-最新版", "migrant.is_migrant"),
        ("特困供养人员名单", "person.tekun"),
        ("脱贫户名单", "person.poverty_relieved"),
        ("高龄津贴发放名册", "person.elder_allowance"),
        ("低保名单（东河村）", "person.dibao"),
        ("残疾人花名册-东河村委会", "person.disabled"),
        ("中共东河村支部委员会党员名册（截至2026年4月15日）", "person.party_member"),
        ("党员（截至2026年4月15日）", "person.party_member"),
        ("党员信息截止2026.4.15", "person.party_member"),
        ("低保人员（2026年4月底）", "person.dibao"),
        ("低保在享人员共32户58人", "person.dibao"),
        ("低保户主名单", "person.dibao"),
        ("外出务工劳动力台账", "migrant.is_migrant"),
        ("残疾人（更新于2026年第一季度）", "person.disabled"),
    ],
)
def test_a_title_names_its_list(text: str, element: str) -> None:
    """R-COL-07: a title that is the list of a membership says which one."""
    found = membership_of([text], load_catalogue())

    assert (found.elements, found.is_partial) == ((element,), False)


@pytest.mark.parametrize(
    "text",
    [
        "东河村户籍人口花名册",
        "常住人口信息表",
        "非低保困难户名单",
        "取消低保人员名单",
        "退出低保对象名册",
        "拟纳入低保对象公示",
        "低保申请人员名单",
        "低保边缘家庭名册",
        "残疾人子女助学名单",
        "残疾人就业情况表",
        "党员积分表",
        "退役军人家属慰问名单",
        "低保名单外困难户",
        "返乡务工人员台账",
        "就近务工人员名单",
        "党员至亲名单",
        "留守儿童、困境儿童信息表",
        "Sheet1",
    ],
)
def test_other_titles_name_no_list(text: str) -> None:
    """R-COL-08: a register of residents, a negated list and a list of others around members are none."""
    assert membership_of([text], load_catalogue()).elements == ()


@pytest.mark.parametrize(
    "text", ["新增低保人员名册", "困难残疾人花名册", "重度残疾人名单", "流动党员名册", "女党员名册"]
)
def test_a_list_of_some_members_makes_nobody_a_no(text: str) -> None:
    """R-COL-09: who is left out of a list of some may still be one."""
    found = membership_of([text], load_catalogue())

    assert len(found.elements) == 1
    assert found.is_partial


def test_a_long_title_is_judged_at_once() -> None:
    """R-COL-07: hundreds of digits and list words behind a membership cost no time."""
    start = time.process_time()

    found = membership_of(
        ["低保" + "名册1 " * 200 + "1" * 500 + "子女", "低保" + "1" * 500 + "子女"], load_catalogue()
    )

    assert found.elements == ("person.dibao",)
    assert time.process_time() - start < 1


def test_a_title_that_mixes_lists_names_none() -> None:
    """R-COL-08: of 低保、特困 in one list nobody knows who is which; the note says so."""
    sheet = draw(f"| 低保、特困人员花名册 | < |\n| 姓名 | 身份证号 |\n| 张立 | {ZHANG} |")

    found = collect(sheet, file_name="名册.xlsx", catalogue=load_catalogue())

    assert found.membership == ()
    assert "person.dibao" not in found.said[0].person
    assert any("特困" in note for note in found.notes)


def test_the_title_goes_before_the_sheet_and_the_sheet_before_the_file() -> None:
    """R-COL-07: the nearest word counts."""
    assert membership_of(["党员名册", "低保"], load_catalogue()).elements == ("person.party_member",)
    assert membership_of(["人员信息", "残疾人", "低保花名册"], load_catalogue()).elements == (
        "person.disabled",
    )
    assert membership_of(["", "Sheet1", "附件2：低保花名册"], load_catalogue()).elements == ("person.dibao",)


def test_everybody_on_the_list_is_a_member() -> None:
    """R-COL-07: a membership roster says 是 of each accepted person; the file's name is enough."""
    sheet = draw(f"| 姓名 | 身份证号 |\n| 张立 | {ZHANG} |\n| 李秀 | {LI} |")

    found = collect(sheet, file_name="sources/低保花名册.xlsx", catalogue=load_catalogue())

    assert found.membership == ("person.dibao",)
    assert [said.person["person.dibao"] for said in found.said] == ["是", "是"]


def test_a_column_of_the_membership_itself_counts() -> None:
    """R-COL-07: where the list has a yes/no column, that column counts."""
    sheet = draw(f"| 姓名 | 身份证号 | 是否低保 |\n| 张立 | {ZHANG} | 否 |\n| 李秀 | {LI} | 是 |")

    found = collect(sheet, file_name="低保花名册.xlsx", catalogue=load_catalogue())

    assert [said.person["person.dibao"] for said in found.said] == ["否", "是"]


def test_a_household_list_of_members_marks_household_and_head() -> None:
    """R-COL-11: on a list of 低保 households the household and its named head are members."""
    sheet = draw(f"| 户主姓名 | 户主身份证号 |\n| 张立 | {ZHANG} |")

    said = collect(sheet, file_name="低保户名册.xlsx", catalogue=load_catalogue()).said[0]

    assert (said.person["person.dibao"], said.household["person.dibao"]) == ("是", "是")


@pytest.mark.parametrize(
    ("head", "foot", "sheet", "day"),
    [
        (["填报单位：东河村 填报日期：2024年6月30日"], [], "Sheet1", "2024-06-30"),
        (["统计时间：2024.6.30"], [], "", "2024-06-30"),
        (["低保花名册（截至2024年6月30日）"], [], "", "2024-06-30"),
        (["名册", "2024-06-30"], [], "", "2024-06-30"),
        (["2024年6月低保花名册"], [], "", "2024-06-30"),
        (["2024年2月低保花名册"], [], "", "2024-02-29"),
        (["名册"], ["填表人：赵强 填表日期：2024年7月1日"], "", "2024-07-01"),
        (["2023年7月1日至2024年6月30日务工人员"], [], "", "2024-06-30"),
        (["名册"], [], "2024年5月", "2024-05-31"),
        (["名册20240630"], [], "", "2024-06-30"),
        (["2024年低保花名册"], [], "", None),
        (["2024年5项惠农补贴名单"], [], "", None),
        (["2020年1月1日以来外出人员"], [], "", None),
        (["名册"], ["注：依据2019年3月1日文件"], "", None),
        (["填报日期：  年  月  日"], [], "", None),
        (["填报日期：2024年13月40日"], [], "", None),
    ],
)
def test_the_day_printed_on_the_sheet(head: list[str], foot: list[str], sheet: str, day: str | None) -> None:
    """R-COL-10: a labelled day, else a day above the header, else a month, which stands for its last day."""
    assert printed_day(head, foot, sheet) == day


def test_the_day_is_read_from_a_date_cell_beside_its_label() -> None:
    """R-COL-10: 填报日期 and the day may stand in two cells."""
    sheet = draw(f"| 填报日期 | 2024-06-30 |\n| 姓名 | 身份证号 |\n| 张立 | {ZHANG} |")

    assert collect(sheet, file_name="a.xlsx", catalogue=load_catalogue()).day == "2024-06-30"
