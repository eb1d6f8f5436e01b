"""The page of a form's columns: what is held, what is asked, and a header that nobody recognised."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.actions.admit.applying import N_NEW, N_SUPPLIED, bare_bytes, form_bytes
from tests.web.pages.admit.applying.browsing import at, seen, upload

pytestmark = pytest.mark.database


def test_the_columns_page_counts_what_the_village_would_fill(
    browser: Client, draft: int, known: None
) -> None:
    """R-APP-09: 你要 20 列，只有 3 列需要村里填 — with new columns first and the sheet beside."""
    upload(browser, draft, form_bytes())

    words = seen(browser, at("application_columns", draft))

    assert f"你要 {N_SUPPLIED + N_NEW} 列，只有 {N_NEW} 列 需要村里填" in words
    assert words.index("夜间照看人") < words.index("再看")
    assert f"改成要数 + {N_NEW} 列" in words


def test_turning_columns_into_data_shows_in_the_task_list(browser: Client, draft: int, known: None) -> None:
    """R-APP-09: one press, and the first step says what is left for the village."""
    upload(browser, draft, form_bytes())

    browser.post(at("application_columns", draft), {"do": "least"})

    assert f"村里填 {N_NEW} 列，要数 {N_SUPPLIED} 列" in seen(browser, at("application", draft))


def test_asking_all_the_same_without_a_reason_is_asked_again(
    browser: Client, draft: int, known: None
) -> None:
    """R-APP-09: the sentence that is missing is asked for; nothing changed."""
    upload(browser, draft, form_bytes())

    answer = browser.post(at("application_columns", draft), {"do": "asked", "reason": ""})

    assert answer.status_code == 422
    assert "请写一句为什么" in answer.content.decode()


def test_a_header_that_was_not_recognised_is_asked_for(browser: Client, draft: int) -> None:
    """R-APP-07: the page says so and offers a blank for the row."""
    upload(browser, draft, bare_bytes())

    assert "没认出表头" in seen(browser, at("application_columns", draft))
    answer = browser.post(at("application_columns", draft), {"do": "header", "row": "3"})
    assert answer.status_code == 302


@pytest.mark.parametrize("row", ["", "三", "0", "99999999"])
def test_a_row_that_is_no_number_is_asked_again(browser: Client, draft: int, row: str) -> None:
    """R-APP-07: anything else in the blank is a sentence, not an error."""
    assert browser.post(at("application_columns", draft), {"do": "header", "row": row}).status_code == 422


def test_a_broken_file_is_told_on_the_page(browser: Client, draft: int) -> None:
    """R-APP-06: what is no form is refused with the reader's own sentence."""
    file = SimpleUploadedFile("表.xlsx", b"not a workbook")

    answer = browser.post(at("application_columns", draft), {"do": "upload", "form": file})

    assert answer.status_code == 422
    assert "另存为 .xlsx" in answer.content.decode()


def test_the_village_is_looked_at_with_an_invented_line(browser: Client, draft: int, known: None) -> None:
    """R-APP-16: three cells to fill, none of a real resident."""
    upload(browser, draft, form_bytes())

    words = seen(browser, at("application_look", draft))

    assert f"每行只要补 {N_NEW} 格" in words
    assert "林一禾" not in words
