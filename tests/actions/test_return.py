"""Answers that come back on a form: told apart from what was known, written, and served to the next form."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.actions.returning import Village, changed, list_form, open_qinghe, put

from qingzhuang.actions.collect import undo
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Import, JournalEntry


@pytest.fixture
def village(zhang: Actor, tmp_path: Path) -> Village:
    """青禾村 with its roster."""
    return open_qinghe(zhang, tmp_path)


@pytest.mark.database
def test_a_gap_that_was_filled_is_an_answer(village: Village) -> None:
    """A phone nobody knew is one answer, and no change (R-RET-01, R-RET-20)."""
    out = village.fill(list_form(village.folder)).out

    result = village.give_back(changed(out, put({"E5": "13900000002"})))

    assert [(each.cell, each.who, each.label, each.value) for each in result.diff] == [
        ("Sheet!E5", "李四", "联系电话", "13900000002")
    ]
    assert (result.changed, result.refused) == (0, ())


@pytest.mark.database
def test_the_next_form_does_not_ask(village: Village) -> None:
    """What came back stands in the next filling, and is no gap any more."""
    out = village.fill(list_form(village.folder)).out
    village.give_back(changed(out, put({"E5": "13900000002"})))

    again = village.fill(list_form(village.folder, "再来.xlsx"), "again.xlsx")

    assert again.files[0].plan.gap_cells == ()
    assert load_workbook(again.out).worksheets[0]["E5"].value == "13900000002"


@pytest.mark.database
def test_another_value_is_a_change(village: Village) -> None:
    """A phone that replaces ours is an answer and a change; the diff shows both (R-RET-20)."""
    out = village.fill(list_form(village.folder)).out

    result = village.give_back(changed(out, put({"E4": "13911112222"})))

    assert [(each.news.before, each.value) for each in result.diff if each.news] == [
        ("13800000001", "13911112222")
    ]
    assert result.changed == 1


@pytest.mark.database
def test_a_form_that_nobody_touched_says_nothing(village: Village) -> None:
    """Saved again without an answer: nothing is news, nothing is written."""
    out = village.fill(list_form(village.folder)).out
    before = Import.objects.count()

    result = village.give_back(changed(out, put({})))

    assert (result.diff, result.refused, result.import_id, Import.objects.count()) == ((), (), None, before)


@pytest.mark.database
def test_twice_is_once(village: Village) -> None:
    """The same file again, or the same answers saved anew, say nothing new (R-RET-22)."""
    out = village.fill(list_form(village.folder)).out
    back = changed(out, put({"E5": "13900000002", "F4": "一档"}))
    first = village.give_back(back)

    again = [village.give_back(back), village.give_back(changed(back, put({}), name="copy.xlsx"))]

    assert len(first.diff) == 2
    assert [(len(each.diff), each.changed) for each in again] == [(0, 0), (0, 0)]


@pytest.mark.database
def test_an_unknown_column_serves_a_form_of_another_office(village: Village) -> None:
    """What was answered under a label outside the catalogue fills the same label elsewhere (R-RET-12)."""
    out = village.fill(list_form(village.folder), issuer="县民政局").out
    village.give_back(changed(out, put({"F4": "一档", "F5": "二档"})))

    other = list_form(village.folder, "另一张.xlsx", title="农户情况统计表")
    again = village.fill(other, "again.xlsx", issuer="县农业局")

    sheet = load_workbook(again.out).worksheets[0]
    assert [sheet.cell(row, 6).value for row in (4, 5, 6)] == ["一档", "二档", None]


@pytest.mark.database
def test_undo_takes_answers_back(village: Village) -> None:
    """After undo the next form asks again."""
    out = village.fill(list_form(village.folder)).out
    result = village.give_back(changed(out, put({"E5": "13900000002"})))
    assert result.import_id is not None
    undo(village.actor, import_id=result.import_id)

    again = village.fill(list_form(village.folder, "再来.xlsx"), "again.xlsx")

    assert again.files[0].plan.gap_cells == ("Sheet!E5",)


@pytest.mark.database
def test_a_dry_run_keeps_nothing(village: Village) -> None:
    """--dry-run says the same and writes nothing, not even a line in the journal (R-RET-27)."""
    out = village.fill(list_form(village.folder)).out
    before = (Import.objects.count(), JournalEntry.objects.count())

    result = village.give_back(changed(out, put({"E5": "13900000002"})), is_kept=False)

    assert (len(result.diff), result.import_id) == (1, None)
    assert (Import.objects.count(), JournalEntry.objects.count()) == before
