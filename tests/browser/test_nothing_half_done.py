"""By keyboard alone, with the network cut, with a file that means harm: done wholly or not at all."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect
from tests.browser.conftest import Entering, House, Picturing, Visits

pytestmark = [pytest.mark.browser, pytest.mark.acceptance]

_FOCUSED = """() => {
  const here = document.activeElement
  const label = here.labels && here.labels.length ? here.labels[0].innerText : ''
  return (label || here.innerText || '').trim()
}"""
_MOST_TABS = 60
_BOMB = 300 * 1024 * 1024  # bytes of one sheet once unpacked; 300 KB as it lies there


def _tab_to(page: Page, words: str) -> None:
    """Press Tab until what these words name has the focus."""
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(_FOCUSED) == words:
            return
    raise AssertionError(f"Tab never came to {words}")


def _alert(page: Page) -> str:
    """What a page says is to be put right."""
    return page.get_by_role("alert").get_by_role("listitem").inner_text()


def test_a_decision_needs_no_mouse(house: House, visits: Visits) -> None:
    """Sign in, open the forbidden app in the queue, follow the machine, send it for signature: keys only."""
    page = visits.window()
    page.goto(f"{house.address}/login")
    _tab_to(page, "账号")
    page.keyboard.type("heshen")
    _tab_to(page, "口令")
    page.keyboard.type(house.passwords["heshen"])
    page.keyboard.press("Enter")
    page.wait_for_url(f"{house.address}/")
    for words in ("准入会审", "“美丽庭院”随手拍小程序", "写意见，送签批", "送签批"):
        _tab_to(page, words)
        with page.expect_navigation():
            page.keyboard.press("Enter")

    expect(page.get_by_text("意见写好了（不准入），等签")).to_be_visible()


def test_focus_begins_with_the_way_to_the_content(enter: Entering) -> None:
    """The first Tab on a page offers to jump over the menu, and the jump lands in the content."""
    page = enter("liushen")
    page.keyboard.press("Tab")
    assert page.evaluate(_FOCUSED) == "跳到主要内容"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_a_cut_line_leaves_nothing_half_done(enter: Entering) -> None:
    """With the line cut the browser says so; sent again it is there once."""
    page = enter("minzheng")
    page.get_by_role("link", name="准入申请").click()
    page.get_by_label("工作任务").check()
    page.get_by_label("题目").fill("冬春救助入户核实")
    page.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.reload()
    page.context.set_offline(False)
    page.reload()
    page.get_by_label("工作任务").check()
    page.get_by_label("题目").fill("冬春救助入户核实")
    page.get_by_role("button", name="开始写").click()
    page.get_by_role("link", name="我局的表").first.click()

    expect(page.get_by_role("link", name="冬春救助入户核实", exact=True)).to_have_count(1)


def test_sent_into_a_cut_line_and_sent_again(enter: Entering, house: House) -> None:
    """A notice sent into a cut line is not lost from the page one goes back to, and is answered then."""
    page = enter("zhoucun")
    page.goto(f"{house.address}/checking")
    page.get_by_label("通知，或者编号").fill("准入〔2025〕999号")
    page.context.set_offline(True)
    page.get_by_role("button", name="查一查").click()
    page.wait_for_url("chrome-error://chromewebdata/")
    page.context.set_offline(False)
    page.goto(f"{house.address}/checking")
    page.get_by_label("通知，或者编号").fill("准入〔2025〕999号")
    page.get_by_role("button", name="查一查").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("没准入")


@pytest.mark.parametrize("kind", ["text", "bomb"])
def test_a_hostile_file_gets_one_sentence(enter: Entering, house: House, tmp_path: Path, kind: str) -> None:
    """Words named .xlsx and a sheet that unpacks to 300 MB: one sentence on the page, nothing else."""
    path = tmp_path / "摸排表.xlsx"
    _text(path) if kind == "text" else _bomb(path)
    page = enter("zhoucun")
    page.goto(f"{house.address}/fill")
    page.get_by_label("空表").set_input_files(path)
    page.get_by_role("button", name="填好给我看").click()
    said = _alert(page)

    assert said.endswith("。")
    assert "\n" not in said


def test_a_departments_hostile_form_is_refused_too(enter: Entering, tmp_path: Path) -> None:
    """At the gate the same: one sentence, and the application still waits for its form."""
    path = tmp_path / "摸排表.xlsx"
    _text(path)
    page = enter("minzheng")
    page.get_by_role("link", name="准入申请").click()
    page.get_by_label("台账").check()
    page.get_by_role("button", name="开始写").click()
    page.get_by_label("空表").set_input_files(path)
    page.get_by_role("button", name="传上来看看").click()

    assert _alert(page).endswith("。")
    expect(page.get_by_role("heading", level=1)).to_have_text("先传一份空表")


def test_an_account_is_opened_and_let_in(
    enter: Entering, visits: Visits, house: House, picture: Picturing
) -> None:
    """The administrator opens an account; its owner comes in with the password on the slip."""
    page = enter("xitong")
    page.get_by_role("link", name="人员").click()
    picture(page, "administrator-people")
    page.get_by_role("link", name="开一个账号").click()
    page.get_by_label("姓名").fill("林晓禾")
    page.get_by_label("账号").fill("linxiaohe")
    page.get_by_label("单位").select_option(label="县住建局")
    page.get_by_label("岗位").select_option(label="部门经办人")
    page.get_by_label("管哪里").select_option(label="青禾县")
    page.get_by_role("button", name="开好，看首次口令").click()
    password = page.get_by_role("row", name="林晓禾").get_by_role("cell").nth(1).inner_text()
    new = visits.window()
    new.goto(f"{house.address}/login")
    new.get_by_label("账号").fill("linxiaohe")
    new.get_by_label("口令").fill(password)
    new.get_by_role("button", name="登录").click()

    expect(new.get_by_role("banner")).to_contain_text("林晓禾")
    expect(new.get_by_role("banner")).to_contain_text("县住建局 · 部门经办人")


def _text(path: Path) -> None:
    path.write_text("不是表\n" * 50, encoding="utf-8")


def _bomb(path: Path) -> None:
    """A workbook whose one sheet is nothing but zeros."""
    block = bytes(1024 * 1024)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        with package.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(_BOMB // len(block)):
                sheet.write(block)


def test_the_machine_is_looked_over(enter: Entering, picture: Picturing) -> None:
    """The administrator's self-check says in one sentence how the house is, and shows nobody's data."""
    page = enter("xitong")
    page.get_by_role("link", name="自检").click()
    picture(page, "administrator-machine")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("navigation", name="主导航")).not_to_contain_text("名册")
