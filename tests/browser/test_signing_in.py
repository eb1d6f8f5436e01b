"""The first minute: sign in, hand in a form, take it home filled."""

import io

import openpyxl
import pytest
from tests.browser.conftest import Entering, House, Picturing

pytestmark = [pytest.mark.browser, pytest.mark.acceptance]


def test_a_clerk_takes_a_filled_form_home(house: House, enter: Entering, picture: Picturing) -> None:
    """Sign in, hand in the empty form of the demo, download it with the village's people in it."""
    page = enter("zhoucun")
    page.get_by_role("link", name="填表").first.click()
    page.get_by_label("空表").set_input_files(house.folder / "困难群众基本情况核查表.xlsx")
    page.get_by_label("只填哪些人").fill("低保=是")
    page.get_by_role("button", name="填好给我看").click()

    assert "格" in page.get_by_role("heading", level=1).inner_text()
    picture(page, "village-filled")
    with page.expect_download() as taken:
        page.get_by_role("link", name="取走填好的表").click()
    sheet = openpyxl.load_workbook(io.BytesIO(taken.value.path().read_bytes())).worksheets[0]

    assert sheet.cell(5, 2).value


def test_it_works_without_scripts(house: House, enter: Entering) -> None:
    """The same with JavaScript switched off."""
    page = enter("zhoucun", has_scripts=False)
    page.goto(f"{house.address}/fill")
    page.get_by_label("空表").set_input_files(house.folder / "困难群众基本情况核查表.xlsx")
    page.get_by_role("button", name="填好给我看").click()

    assert "格" in page.get_by_role("heading", level=1).inner_text()
