"""Money by programme, labels only one roster tells, amounts under foreign labels, marks that name a lack."""

from tests.engine.fill.drawn import DAY, held, person, planned, roster, shown, village

from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.marks import mark_for, marks_in
from qingzhuang.engine.fill.planning import plan_form
from qingzhuang.engine.know.profile import Claim, Holding
from qingzhuang.engine.read.grid import Cell, Grid
from qingzhuang.engine.read.layout import SheetKind, SheetLayout

OWN = "label:特色养殖头数"


def paid(**by_program: str) -> dict[str, Holding]:
    """Holdings of money paid, by programme."""
    return {
        f"benefit.amount@{program}": Holding(Claim(value, "财政所", "2025-01-01", 1, "Sheet1", 2))
        for program, value in by_program.items()
    }


def test_money_goes_to_the_form_of_its_programme() -> None:
    """R-FIL-67: What was paid for farmland is not what was paid for an ox."""
    book = village(person(1, name="张三", more=paid(耕地地力保护="450", 能繁母牛="1000")))
    cow = roster(["姓名", "补贴金额（元）"], title="青禾村2025年能繁母牛补贴发放花名册")

    assert shown(planned(cow, book)) == {"A4": "张三", "B4": "1000"}


def test_money_of_another_programme_is_not_taken() -> None:
    """R-FIL-67: A form of a programme nobody was paid under stays blank."""
    book = village(person(1, name="张三", more=paid(耕地地力保护="450", 能繁母牛="1000")))
    other = roster(["姓名", "补贴金额（元）"], title="青禾村2025年农机购置补贴发放花名册")

    assert shown(planned(other, book)) == {"A4": "张三"}


def test_a_form_without_programme_takes_the_only_one() -> None:
    """R-FIL-67: Where one programme is all there is, 补贴金额 means it; with two nobody guesses."""
    form = roster(["姓名", "补贴金额（元）"], title="核对表")
    one = village(person(1, name="张三", more=paid(耕地地力保护="450")))
    two = village(person(1, name="张三", more=paid(耕地地力保护="450", 能繁母牛="1000")))

    assert ("B4" in shown(planned(form, one)), "B4" in shown(planned(form, two))) == (True, False)


def test_a_label_only_one_roster_tells_does_not_apply_to_others() -> None:
    """R-FIL-68: Who is not on the complete roster that alone tells 养殖头数 has none, and that is no gap."""
    implied = Holding(Claim("否", "残联", "2025-01-01", 7, "", 0))
    said = {OWN: Holding(Claim("12", "残联", "2025-01-01", 7, "Sheet1", 2)), **held(disabled="是")}
    book = village(
        person(1, name="张三", more=said), person(2, name="李四", more={"person.disabled": implied})
    )

    plan = planned(roster(["姓名", "特色养殖头数"], [()] * 2), book)

    assert (shown(plan), plan.gap_cells) == ({"A4": "张三", "B4": "12", "A5": "李四"}, ())


def test_a_label_many_tell_is_a_gap_for_others() -> None:
    """R-FIL-68: A label of a roster that is not complete leaves a gap."""
    said = {OWN: Holding(Claim("12", "村委会", "2025-01-01", 3, "Sheet1", 2))}
    book = village(person(1, name="张三", more=said), person(2, name="李四"))

    assert planned(roster(["姓名", "特色养殖头数"], [()] * 2), book).gap_cells == ("Sheet1!B5",)


def test_counted_labels_outside_the_catalogue_are_numbers() -> None:
    """R-FIL-69: 面积, 数量 and what has a unit are numbers; a code of digits stays text."""
    said = {
        f"label:{label}": Holding(Claim(value, "村委会", "2025-01-01", 3, "Sheet1", 2))
        for label, value in (("特色养殖数量", "12"), ("特色大棚编码", "12"), ("特色养殖产量", "007"))
    }
    plan = planned(
        roster(["姓名", "特色养殖数量", "特色大棚编码", "特色养殖产量"]),
        village(person(1, name="张三", more=said)),
    )

    assert [isinstance(write.value, str) for write in plan.writes[1:]] == [False, True, True]


def test_a_note_that_names_a_lack_is_for_what_hangs_on_it() -> None:
    """R-FIL-70: 没有残疾的填无 speaks of 残疾等级, not of 入党时间."""
    marks = marks_in(("没有残疾的填“无”。",))
    labels = ("姓名", "等级", "入党时间")

    assert mark_for(marks, label="等级", labels=labels, about="等级 残疾人") == "无"
    assert mark_for(marks, label="入党时间", labels=labels, about="入党时间 是否党员") is None


def test_a_note_that_names_no_lack_is_for_all() -> None:
    """R-FIL-70: 没有的填无 speaks of every column that may not apply."""
    marks = marks_in(("没有的填“无”。",))

    assert mark_for(marks, label="入党时间", labels=("入党时间",), about="入党时间 是否党员") == "无"


def test_notes_on_a_sheet_of_their_own_count() -> None:
    """R-FIL-18: The marks may be asked for on a sheet with nothing but 填表说明."""
    book = village(person(1, name="张三", more=held(disabled="否")))
    list_sheet = roster(["姓名", "残疾等级"])
    notes = {(1, 1): Cell(1, 1, "填表说明"), (2, 1): Cell(2, 1, "没有残疾的填“无”。")}
    note_sheet = FormSheet(Grid("说明", 2, 1, notes), SheetLayout("说明", SheetKind.NONE, ()), ())
    plan = plan_form((note_sheet, list_sheet), book=book, who=None, on=DAY).outputs[0].plan

    assert shown(plan) == {"A4": "张三", "B4": "无"}
