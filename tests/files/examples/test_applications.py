"""The demo's applications: complete in words, on forms a person can open."""

import json
from pathlib import Path

import openpyxl
import pytest

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.handed import application_of
from qingzhuang.engine.admit.steps import Step, is_answered
from qingzhuang.files.examples.applications import draw_applications
from qingzhuang.files.examples.survey import KNOWN, NEW, SURVEY_TITLE, draw_survey

TODAY = "2026-11-22"


@pytest.fixture
def handed(tmp_path: Path) -> list[Application]:
    """The four applications as the command `apply` would read them."""
    read = []
    for drawn in draw_applications(tmp_path, today=TODAY):
        document = json.loads((tmp_path / drawn.document).read_text(encoding="utf-8"))
        application = application_of(document, file=drawn.document)
        assert isinstance(application, Application)
        read.append(application)
    return read


def test_four_are_drawn_with_their_words_answered(handed: list[Application]) -> None:
    """R-APP-03: what can be said in words is said; forms and villages come with handing in."""
    steps = (Step.BASIS, Step.SUPPORT, Step.SHARING)

    assert len(handed) == 4
    assert all(is_answered(each, step) for each in handed for step in steps)


def test_none_begins_before_it_is_handed_in(handed: list[Application]) -> None:
    """Days are counted from today, so that the demo works on every day of the year."""
    assert all(each.starts_on >= TODAY for each in handed)


def test_the_survey_asks_twenty_columns(tmp_path: Path) -> None:
    """Seventeen that somebody has and three that nobody has, beside the running number."""
    draw_survey(tmp_path / f"{SURVEY_TITLE}.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / f"{SURVEY_TITLE}.xlsx").worksheets[0]
    asked = [cell.value for cell in sheet[3]]

    assert (len(KNOWN), len(NEW)) == (17, 3)
    assert asked == ["序号", *KNOWN, *NEW]
