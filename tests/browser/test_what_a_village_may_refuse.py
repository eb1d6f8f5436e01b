"""The village's side: a notice without a number, the words to refuse it, a report that names nobody."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import PHONE, Entering, Picturing

pytestmark = [pytest.mark.browser, pytest.mark.acceptance]

NOTICE = "各村：请于周五前填报《农户宠物饲养情况登记表》，每户一行，报县文旅局。收到请回复。"


def _checked(page: Page, words: str) -> None:
    page.get_by_label("通知，或者编号").fill(words)
    page.get_by_role("button", name="查一查").click()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_grid_worker_gets_the_words_to_refuse(
    enter: Entering,
    picture: Picturing,
    has_scripts: bool,
) -> None:
    """On a phone, with scripts or without: no number, so 没准入, and one press writes the refusal."""
    page = enter("wangge", viewport=PHONE, has_scripts=has_scripts)
    page.goto(page.url + "checking")
    _checked(page, NOTICE)
    if has_scripts:
        picture(page, "village-refuse")
    expect(page.get_by_role("heading", level=1)).to_have_text("没准入")
    page.get_by_role("button", name="只回绝，不报告").click()

    expect(page.get_by_label("发给对方的话")).to_have_value(re.compile("编号"))
    expect(page.get_by_role("button", name="复制")).to_have_count(int(has_scripts))


def test_a_report_is_seen_next_week_and_names_nobody(enter: Entering) -> None:
    """What the clerk reports is not on the 减负办's page this week, and the journal has no line of it."""
    clerk = enter("zhoucun")
    clerk.get_by_role("link", name="查一查").click()
    _checked(clerk, NOTICE)
    clerk.get_by_role("button", name=re.compile("报告减负办")).click()
    expect(clerk.get_by_role("status").first).to_contain_text("报给减负办了")
    office = enter("liushen")
    office.get_by_role("link", name="村里报的").click()
    auditor = enter("shenji")
    auditor.get_by_role("link", name="审计日志").click()
    auditor.get_by_label("账号").fill("zhoucun")
    auditor.get_by_role("button", name="找").click()

    expect(office.get_by_role("heading", level=1)).to_have_text("还没有村里报来的")
    expect(auditor.get_by_role("main")).not_to_contain_text("宠物")
    expect(auditor.get_by_role("main")).not_to_contain_text("refuse")


def test_a_secretary_divides_the_village(enter: Entering) -> None:
    """Without scripts the village secretary makes an area; its groups stand on the page."""
    page = enter("lishuji", has_scripts=False)
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="分片包干").click()
    page.get_by_label("片区名称").fill("东片")
    page.get_by_label("哪几个村民小组").fill("一组、二组")
    page.get_by_role("button", name="加上").click()

    expect(page.get_by_role("row", name=re.compile("东片"))).to_contain_text("一组、二组")


def test_a_town_clerk_finds_what_is_not_the_villages_work(enter: Entering) -> None:
    """In a cadre's own words the lists say that checking gas in houses is not on the village."""
    page = enter("chenzhen")
    page.get_by_role("link", name="三张清单").click()
    page.get_by_label("什么事").fill("燃气安全")
    page.get_by_role("button", name="查一查").click()

    expect(page.get_by_role("main")).to_contain_text("燃气安全入户检测")
    expect(page.get_by_role("main")).to_contain_text("不应做")
