"""One form's way through the gate: twenty columns asked, seventeen held, three questions, a number."""

import re
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import PHONE, Entering, House, Picturing, Visits

pytestmark = [pytest.mark.browser, pytest.mark.acceptance]

TITLE = "老年人住房安全摸排表"
HEATING = "独居老人冬季取暖情况表"
SURVEY = "农村老年人居住情况摸排表"
# Who did what, as the journal names it.
_WAY = (
    ("wubumen", "申请送会审"),
    ("liushen", "写会审意见"),
    ("qinzhu", "签批"),
)


@dataclass(frozen=True)
class Numbered:
    """A matter that was let in. text: 准入〔2026〕1号. check: path of its public page."""

    text: str
    check: str


def _next(page: Page) -> None:
    page.get_by_role("button", name="存好，下一步").click()


def _written(page: Page, house: House, picture: Picturing) -> None:
    """The six steps of a new application, from the empty form to 送会审."""
    page.get_by_role("link", name="准入申请").click()
    page.get_by_label("报表").check()
    page.get_by_label("题目").fill(TITLE)
    page.get_by_role("button", name="开始写").click()
    page.get_by_label("空表").set_input_files(house.folder / "农村老年人居住情况摸排表.xlsx")
    page.get_by_role("button", name="传上来看看").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("你要 20 列，只有 3 列 需要村里填")
    picture(page, "department-columns")
    page.get_by_role("button", name="改成要数 + 3 列").click()
    page.get_by_role("link", name="接着填").click()
    page.get_by_label("文号").fill("青住建发〔2026〕3号")
    page.get_by_label("第几条").fill("第五条")
    page.get_by_label("村里协助的").check()
    page.get_by_label("清单上的哪一条").fill("农村建房安全巡看")
    _next(page)
    page.get_by_label(re.compile("全部 186 个村")).check()
    page.get_by_label("谁来办").fill("村里")
    page.get_by_label("一个村大约几行").fill("60")
    _next(page)
    page.get_by_label("多久一次").select_option(label="每季一次")
    page.get_by_label("哪天开始").fill(date.today().isoformat())
    page.get_by_label("给村里几天").fill("10")
    _next(page)
    page.get_by_label("给多少钱").fill("每村 300 元，从县级住房保障资金出")
    page.get_by_label("派什么人").fill("镇里派一名村镇建设员同去")
    _next(page)


@pytest.fixture(scope="module")
def asked(house: House, story: Visits, picture: Picturing) -> Page:
    """The officer's page after the form was handed in at the gate."""
    page = story.enter("wubumen")
    _written(page, house, picture)
    expect(page.get_by_role("heading", level=1)).to_have_text("六步都填好了，可以送会审")
    picture(page, "department-steps")
    page.get_by_role("button", name="送会审").click()
    return page


@pytest.fixture(scope="module")
def proposed(asked: Page, story: Visits) -> Page:
    """The reviewer's page after the machine's proposal was taken and sent for signature."""
    page = story.enter("liushen")
    page.get_by_role("link", name="准入会审").click()
    page.get_by_role("link", name=TITLE).first.click()
    verdict = page.get_by_role("region", name="系统比对结论")
    expect(verdict).to_contain_text("20 项里 17 项已经有了，真正新的 3 项")
    expect(verdict).to_contain_text("小时/年")
    page.get_by_role("button", name="写意见，送签批").click()
    page.get_by_role("button", name="送签批").click()
    return page


@pytest.fixture(scope="module")
def numbered(proposed: Page, story: Visits) -> Numbered:
    """The number that the leader's signature gave."""
    page = story.enter("qinzhu")
    return _signed(page, TITLE)


def _signed(page: Page, title: str) -> Numbered:
    """Find the opinion among those to sign, sign it; the number it got."""
    page.get_by_role("link", name="准入会审").click()
    page.get_by_role("link", name=re.compile("意见等签")).click()
    page.get_by_role("row", name=title).get_by_role("link", name="去签批").click()
    page.get_by_role("button", name="同意，签").click()
    said = page.get_by_role("status").first.inner_text()
    found = re.search(r"准入〔(\d+)〕(\d+)号", said)
    assert found, said
    return Numbered(found.group(), f"/check/{found.group(1)}/{found.group(2)}")


@pytest.fixture(scope="module")
def withdrawn(story: Visits) -> Numbered:
    """A small form that was let in, seen on a village's desk, and withdrawn by the leader."""
    reviewer = story.enter("liushen")
    reviewer.get_by_role("link", name="准入会审").click()
    reviewer.get_by_role("link", name=HEATING).first.click()
    reviewer.get_by_role("button", name="写意见，送签批").click()
    reviewer.get_by_role("button", name="送签批").click()
    number = _signed(story.enter("heshen"), HEATING)
    expect(story.enter("zhoucun").get_by_text(number.text)).to_be_visible()
    leader = story.enter("qinzhu")
    leader.get_by_role("link", name="准入登记簿").click()
    leader.get_by_role("link", name=number.text).click()
    leader.get_by_role("link", name="撤回这个号").click()
    leader.get_by_label("为什么撤").fill("取暖补贴改由民政局上门核实，不用村里填了。")
    leader.get_by_role("button", name="撤回").click()
    return number


def test_the_gate_turns_twenty_columns_into_three_questions(enter: Entering, picture: Picturing) -> None:
    """Handed in as it is: 17 of 20 held, the machine's proposal taken, signed; the number has 3 columns."""
    page = enter("liushen")
    page.get_by_role("link", name="准入会审").click()
    picture(page, "burden-office-queue")
    page.get_by_role("link", name=SURVEY).first.click()
    verdict = page.get_by_role("region", name="系统比对结论")
    expect(verdict).to_contain_text("20 项里 17 项已经有了，真正新的 3 项")
    expect(page.get_by_label("改为取数 + 并表（系统建议）")).to_be_checked()
    picture(page, "burden-office-review")
    page.get_by_role("button", name="写意见，送签批").click()
    picture(page, "burden-office-opinion")
    page.get_by_role("button", name="送签批").click()
    leader = enter("qinzhu")
    number = _signed(leader, SURVEY)
    leader.get_by_role("link", name="准入登记簿").click()
    leader.get_by_role("link", name=number.text).click()
    picture(leader, "burden-office-number")

    expect(leader.get_by_role("main")).to_contain_text("从 20 栏减到 3 栏")


def test_the_department_is_told_when_it_will_be_answered(asked: Page) -> None:
    """After 送会审 the officer sees the reference and the last day of the answer."""
    expect(asked.get_by_role("main")).to_contain_text(re.compile(r"ZR-\d{4}-\d{3}"))
    expect(asked.get_by_role("main")).to_contain_text("最晚答复")


def test_nobody_signs_their_own_opinion(proposed: Page) -> None:
    """The reviewer who wrote the opinion finds no button to sign it, and is told who can."""
    proposed.get_by_role("link", name="看意见").click()

    expect(proposed.get_by_text("意见是你提的")).to_be_visible()
    expect(proposed.get_by_role("button", name="同意，签")).to_have_count(0)


def test_the_department_reads_the_number(numbered: Numbered, enter: Entering, picture: Picturing) -> None:
    """The officer's list shows the number, and that three columns are left to the villages."""
    page = enter("wubumen")
    page.get_by_role("link", name="我局的表").click()
    expect(page.get_by_role("row", name=TITLE)).to_contain_text(numbered.text)
    page.get_by_role("link", name=TITLE, exact=True).click()
    picture(page, "department-number")

    expect(page.get_by_role("main")).to_contain_text("村里填 3 列")


def test_anybody_can_check_the_number(
    numbered: Numbered, house: House, visits: Visits, picture: Picturing
) -> None:
    """The public page of the number opens without signing in and says it is good."""
    page = visits.window(viewport=PHONE)
    page.goto(f"{house.address}{numbered.check}")
    picture(page, "village-number")

    expect(page.get_by_role("status")).to_contain_text("有效")
    expect(page.get_by_role("main")).to_contain_text("要填的栏目3 栏")


def test_the_village_has_it_on_its_desk(numbered: Numbered, enter: Entering, picture: Picturing) -> None:
    """The village clerk finds the matter on the desk, with its number."""
    page = enter("zhoucun")
    picture(page, "village-desk")

    expect(page.get_by_text(TITLE).first).to_be_visible()
    expect(page.get_by_text(numbered.text)).to_be_visible()


def test_a_withdrawn_number_does_not_count(withdrawn: Numbered, house: House, visits: Visits) -> None:
    """The public page of a withdrawn number says so, and why."""
    page = visits.window()
    page.goto(f"{house.address}{withdrawn.check}")

    expect(page.get_by_role("status")).to_contain_text("撤")
    expect(page.get_by_role("main")).to_contain_text("不用村里填了")


def test_a_withdrawn_matter_leaves_the_desk(withdrawn: Numbered, enter: Entering) -> None:
    """What was withdrawn is on the village's desk no more."""
    page = enter("zhoucun")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(withdrawn.text)).to_have_count(0)


def test_a_notice_with_the_number_may_be_answered(
    numbered: Numbered, enter: Entering, picture: Picturing
) -> None:
    """A grid worker pastes a notice with a good number: 已准入, with the columns it came with."""
    page = enter("wangge", viewport=PHONE)
    page.goto(page.url + "checking")
    notice = f"请各村填报《{TITLE}》（{numbered.text}），县住建局，每季一次。"
    page.get_by_label("通知，或者编号").fill(notice)
    page.get_by_role("button", name="查一查").click()
    picture(page, "village-admitted")

    expect(page.get_by_role("heading", level=1)).to_have_text("已准入")
    expect(page.get_by_role("main")).to_contain_text("夜间有无人照看")


def test_a_notice_with_a_withdrawn_number_is_not_good(withdrawn: Numbered, enter: Entering) -> None:
    """A notice that names a withdrawn number: it does not count, and the words to refuse it are offered."""
    page = enter("zhaozhen")
    page.get_by_role("link", name="查一查").first.click()
    page.get_by_label("通知，或者编号").fill(f"请填报《{HEATING}》（{withdrawn.text}），县民政局。")
    page.get_by_role("button", name="查一查").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("有号，不作数")


def test_the_journal_tells_the_whole_way(numbered: Numbered, enter: Entering, picture: Picturing) -> None:
    """The auditor finds who handed it in, who wrote the opinion, who signed."""
    page = enter("shenji")
    page.get_by_role("link", name="审计日志").click()
    picture(page, "administrator-audit")
    first_cells = page.get_by_role("region", name="日志")
    assert numbered.text
    for account, deed in _WAY:
        page.get_by_label("账号").fill(account)
        page.get_by_role("button", name="找").click()
        expect(first_cells.get_by_role("row", name=re.compile(f"{account} {deed}")).first).to_be_visible()


def test_the_journal_is_whole(enter: Entering) -> None:
    """查一遍完不完好: the auditor is told how many lines there are and that none was touched."""
    page = enter("shenji")
    page.get_by_role("link", name="审计日志").click()
    page.get_by_role("link", name="查一遍完不完好").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"\d+ 行，完好"))
