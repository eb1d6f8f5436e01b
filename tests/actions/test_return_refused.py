"""What is not taken when a form comes back: other forms and villages, rows and cells nobody can read."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.actions.returning import LI, ZHANG, Village, changed, list_form, open_qinghe, put
from tests.actions.test_fill import TODAY, Rows, drawn, id_number
from tests.conftest import DONGTANG

from qingzhuang.actions.collect import Roster, import_files
from qingzhuang.actions.collect.returning import Return, return_form
from qingzhuang.actions.fill import Wish, fill_template
from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Import, JournalEntry, JournalValues


@pytest.fixture
def village(zhang: Actor, tmp_path: Path) -> Village:
    """青禾村 with its roster."""
    return open_qinghe(zhang, tmp_path)


def refusal(village: Village, path: Path) -> ReturningCode:
    """Why a file is refused; nothing is written by it."""
    before = (Import.objects.count(), JournalEntry.objects.count())
    with pytest.raises(RefusedError) as refused:
        village.give_back(path)
    assert (Import.objects.count(), JournalEntry.objects.count()) == before
    code = refused.value.problem.code
    assert isinstance(code, ReturningCode)
    return code


@pytest.mark.database
def test_a_form_that_was_never_sent_is_refused(village: Village) -> None:
    """Before anything was sent, every file is refused with the way to send one."""
    assert refusal(village, list_form(village.folder)) is ReturningCode.NOTHING_SENT


@pytest.mark.database
def test_another_form_is_refused(village: Village) -> None:
    """A form with another title and other columns is not the one that was sent (R-RET-03)."""
    village.fill(list_form(village.folder))
    rows: Rows = [
        ["序号", "姓名", "身份证号", "住址", "开户行", "银行账号"],
        [1, "张三", ZHANG, None, None, "6222020200"],
    ]

    other = drawn(village.folder / "别的.xlsx", rows, title="种粮补贴发放表")

    assert refusal(village, other) is ReturningCode.NOT_SENT


@pytest.mark.database
def test_the_same_columns_under_another_title_are_another_form(village: Village) -> None:
    """The title is part of the form: equal columns alone do not make it the same (R-RET-03)."""
    village.fill(list_form(village.folder))

    other = list_form(village.folder, "别的.xlsx", title="低保边缘户登记表")

    assert refusal(village, other) is ReturningCode.NOT_SENT


@pytest.mark.database
def test_a_form_of_another_unit_is_refused(village: Village) -> None:
    """填报单位 names another village: nothing is taken (R-RET-09)."""
    out = village.fill(list_form(village.folder)).out

    back = changed(out, put({"A2": "填报单位（盖章）：东塘村", "E5": "13900000002"}))

    assert refusal(village, back) is ReturningCode.OTHER_VILLAGE


@pytest.mark.database
@pytest.mark.parametrize("unit", ["青禾村委会", "示范镇青禾村", "示范镇人民政府", "青禾村民委员会", ""])
def test_the_village_may_be_called_otherwise(village: Village, unit: str) -> None:
    """With its township, as 村委会, or by the office that collects the form, it is the same village."""
    out = village.fill(list_form(village.folder)).out

    back = changed(out, put({"A2": f"填报单位（盖章）：{unit}", "E5": "13900000002"}))

    assert len(village.give_back(back).diff) == 1


@pytest.mark.database
def test_a_form_filled_for_another_village_is_refused(village: Village, wang: Actor, tmp_path: Path) -> None:
    """Mostly people whom this village does not know: nothing is taken, whatever stands above (R-RET-09)."""
    open_village(wang, region=DONGTANG, name="东塘村", today=TODAY)
    rows = [["户号", "姓名", "与户主关系", "身份证号"], ["D1", "赵甲", "户主", id_number("19710101", 8)]]
    people = drawn(tmp_path / "东塘.xlsx", rows, title="东塘村常住人口花名册")
    import_files(wang, paths=[people], roster=Roster(DONGTANG, "村委会", "2025-01-01", False, TODAY))
    form = list_form(village.folder)
    village.fill(form)
    wish = Wish(DONGTANG, TODAY, on=TODAY, out=tmp_path / "dongtang.xlsx")
    theirs = fill_template(wang, template=form, wish=wish).out

    assert refusal(village, changed(theirs, put({"A2": "填报单位："}))) is ReturningCode.OTHER_PEOPLE


@pytest.mark.database
def test_nobody_answers_for_a_village_he_may_not_see(village: Village, li: Actor) -> None:
    """Who may not see a village cannot return its forms."""
    out = village.fill(list_form(village.folder)).out

    with pytest.raises(RefusedError):
        return_form(li, returned=Return(out, "360999101205", TODAY))


@pytest.mark.database
def test_a_bad_number_refuses_its_row_and_no_other(village: Village) -> None:
    """A checksum that is wrong leaves the row out, with its place; the rest is taken (R-RET-06)."""
    out = village.fill(list_form(village.folder)).out
    bad = ZHANG[:-1] + ("0" if ZHANG[-1] != "0" else "1")

    result = village.give_back(changed(out, put({"C4": bad, "E4": "13911112222", "E5": "13900000002"})))

    assert [(each.sheet, each.row, each.problem.code) for each in result.refused] == [
        ("Sheet", 4, ReturningCode.ROW_BAD_ID)
    ]
    assert [each.who for each in result.diff] == ["李四"]


@pytest.mark.database
def test_a_value_nobody_can_read_refuses_its_cell(village: Village) -> None:
    """A phone that is none is left out with its address; the row's other words are taken (R-RET-23)."""
    out = village.fill(list_form(village.folder)).out

    result = village.give_back(changed(out, put({"E5": "找村长问", "F5": "二档"})))

    assert [(each.cell, each.problem.code) for each in result.refused] == [
        ("Sheet!E5", ReturningCode.CELL_BAD)
    ]
    assert [each.value for each in result.diff] == ["二档"]


@pytest.mark.database
def test_a_name_and_a_number_of_two_people_refuse_the_row(village: Village) -> None:
    """When a name stands beside another person's number, nobody can tell whose the row is (R-RET-06)."""
    out = village.fill(list_form(village.folder)).out

    result = village.give_back(changed(out, put({"C4": LI, "E4": "13911112222"})))

    assert [(each.row, each.problem.code) for each in result.refused] == [(4, ReturningCode.ROW_OTHER_NAME)]
    assert result.diff == ()


@pytest.mark.database
def test_a_stranger_without_a_number_is_refused(village: Village) -> None:
    """A name nobody knows, without a number, is no resident; the way out is said (R-RET-07)."""
    out = village.fill(list_form(village.folder)).out

    result = village.give_back(changed(out, put({"B6": "陌生人", "C6": None, "E6": "13900000009"})))

    assert [(each.row, each.problem.code) for each in result.refused] == [(6, ReturningCode.ROW_UNKNOWN)]


@pytest.mark.database
def test_somebody_new_with_a_good_number_is_taken(village: Village) -> None:
    """A child that the village added stands in the next form (R-RET-08)."""
    child = id_number("20250620", 9)
    out = village.fill(list_form(village.folder)).out
    back = changed(out, lambda sheet: sheet.insert_rows(7))
    book = load_workbook(back)
    put({"A7": 4, "B7": "张小宝", "C7": child, "D7": "汉族"})(book.worksheets[0])
    book.save(back)

    result = village.give_back(back)
    again = village.fill(list_form(village.folder, "再来.xlsx"), "again.xlsx")

    assert result.refused == ()
    names = [load_workbook(again.out).worksheets[0].cell(row, 2).value for row in range(4, 8)]
    assert "张小宝" in names


@pytest.mark.database
def test_the_journal_has_numbers_only(village: Village) -> None:
    """One line per return, with how many and never what."""
    out = village.fill(list_form(village.folder)).out
    village.give_back(changed(out, put({"E5": "13900000002"})))

    document = JournalValues.objects.order_by("-entry_id").first()

    assert document is not None
    assert "13900000002" not in document.document
    assert '"answers":1' in document.document.replace(" ", "")
