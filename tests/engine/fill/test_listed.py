"""Who is on a list: people printed in it beforehand, and lists of households."""

from dataclasses import replace

from tests.engine.fill.drawn import household, id_number, person, planned, roster, shown, village

from qingzhuang.engine.read.match import Binding, Match

ZHANG = id_number("1950-03-07", 1)
LI = id_number("1990-12-01", 2)


def test_listed_people_are_completed() -> None:
    """Names printed in the rows are completed in place, nobody is added (R-FIL-30)."""
    book = village(person(1, name="张三", id_number=ZHANG), person(2, name="李四", id_number=LI))
    sheet = roster(["序号", "姓名", "身份证号"], [(1, "李四"), ()])

    plan = planned(sheet, book)

    assert (plan.rows, shown(plan), plan.filled) == (1, {"C4": LI}, 1)


def test_a_listed_name_that_fits_two_leaves_its_row_blank() -> None:
    """Namesakes without a telling cell: the row stays blank and a note says so (R-FIL-31)."""
    book = village(person(1, name="张三", id_number=ZHANG), person(2, name="张三", id_number=LI))

    plan = planned(roster(["姓名", "身份证号"], [("张三",)]), book)

    assert (plan.rows, plan.writes, plan.filled, len(plan.notes)) == (0, (), 0, 1)
    assert "张三" in plan.notes[0]


def test_a_listed_name_that_fits_nobody_leaves_its_row_blank() -> None:
    """A stranger's row stays blank and a note says so (R-FIL-31)."""
    plan = planned(roster(["姓名", "身份证号"], [("赵六",)]), village(person(1, name="张三")))

    assert (plan.writes, plan.gap_cells, len(plan.notes)) == ((), (), 1)


def test_a_printed_number_tells_namesakes_apart() -> None:
    """A printed ID number decides among people of one name (R-FIL-30)."""
    book = village(
        person(1, name="张三", id_number=ZHANG, ethnicity="汉族"),
        person(2, name="张三", id_number=LI, ethnicity="畲族"),
    )

    plan = planned(roster(["姓名", "身份证号", "民族"], [("张三", LI)]), book)

    assert shown(plan) == {"C4": "畲族"}


def test_other_printed_cells_tell_namesakes_apart() -> None:
    """A printed group decides among people of one name (R-FIL-30)."""
    book = village(
        person(1, name="张三", place__group="1组", ethnicity="汉族"),
        person(2, name="张三", place__group="2组", ethnicity="畲族"),
    )

    plan = planned(roster(["姓名", "村民小组", "民族"], [("张三", "2组")]), book)

    assert shown(plan) == {"C4": "畲族"}


def test_brackets_behind_a_name_are_no_part_of_it_unless_they_tell_apart() -> None:
    """张三（曾用名张山） is 张三; where 张三(大) and 张三(小) both live here, brackets decide (R-FIL-30)."""
    one = village(person(1, name="张三", ethnicity="汉族"))
    two = village(person(1, name="张三(大)", ethnicity="汉族"), person(2, name="张三(小)", ethnicity="畲族"))
    labels = ["姓名", "民族"]

    assert shown(planned(roster(labels, [("张三（曾用名张山）",)]), one)) == {"B4": "汉族"}
    assert shown(planned(roster(labels, [("张三（小）",)]), two)) == {"B4": "畲族"}
    assert shown(planned(roster(labels, [("张三",)]), two)) == {}


def test_a_list_of_heads_gets_a_row_per_household() -> None:
    """户主姓名 without 姓名 beside it: a row per household, the head's own number in it (R-FIL-32)."""
    book = village(
        household(10, household__no="H1"),
        person(1, home=10, name="张三", relation_to_head="户主", id_number=ZHANG),
        person(2, home=10, name="李四", relation_to_head="配偶"),
    )

    plan = planned(roster(["户主姓名", "身份证号", "家庭人口数"]), book)

    assert (plan.rows, shown(plan)) == (1, {"A4": "张三", "B4": ZHANG, "C4": "2"})


def test_a_name_that_must_be_asked_first_still_makes_it_a_list_of_persons() -> None:
    """A name column beside 户主姓名 that nobody confirmed yet: people, if --who tells whom (R-FIL-32)."""
    sheet = roster(["户主姓名", "学生姓名", "身份证号"])
    unsure = Match("person.name", None, Binding.SUGGESTED, ("person.name",))
    sheet = replace(sheet, matches=(sheet.matches[0], unsure, sheet.matches[2]))
    book = village(
        household(10),
        person(1, home=10, name="张三", relation_to_head="户主", id_number=ZHANG),
        person(2, home=10, name="李四", id_number=LI),
    )

    assert (planned(sheet, book).rows, planned(sheet, book, "性别=男或女").rows) == (0, 2)


def test_a_printed_household_number_names_the_household() -> None:
    """Rows with nothing but household numbers get these households, whatever their order (R-FIL-30)."""
    book = village(
        household(10, household__no="H1"),
        household(11, household__no="H2"),
        person(1, home=10, name="张三", relation_to_head="户主"),
        person(2, home=11, name="李四", relation_to_head="户主"),
    )

    plan = planned(roster(["户号", "户主姓名"], [("H2",), ("H1",)]), book)

    assert shown(plan) == {"B4": "李四", "B5": "张三"}


def test_a_member_listed_beside_the_head_is_the_member() -> None:
    """户主姓名 printed before 姓名: the row is the named person's, never the head's (R-FIL-30)."""
    book = village(
        household(10, household__head_name="张三"),
        person(1, home=10, name="张三", relation_to_head="户主", id_number=ZHANG),
        person(2, home=10, name="李四", relation_to_head="配偶", id_number=LI),
    )

    plan = planned(roster(["户主姓名", "姓名", "身份证号"], [("张三", "李四")]), book)

    assert shown(plan) == {"C4": LI}


def test_a_head_alone_names_no_member() -> None:
    """In a list of persons a printed 户主姓名 without a name may mean any of the family (R-FIL-31)."""
    book = village(
        household(10),
        person(1, home=10, name="张三", relation_to_head="户主", id_number=ZHANG),
        person(2, home=10, name="李四", relation_to_head="配偶", id_number=LI),
    )

    plan = planned(roster(["户主姓名", "姓名", "身份证号"], [("张三",)]), book)

    assert (shown(plan), len(plan.notes)) == ({}, 1)


def test_a_name_with_another_head_is_somebody_else() -> None:
    """The only one of the name has another head than the form prints: the row stays blank (R-FIL-30)."""
    book = village(
        household(10),
        person(1, home=10, name="张三", relation_to_head="户主", id_number=ZHANG),
        person(2, home=10, name="李四", relation_to_head="配偶", id_number=LI),
    )

    plan = planned(roster(["户主姓名", "姓名", "身份证号"], [("王五", "李四")]), book)

    assert (shown(plan), "对不上" in plan.notes[0]) == ({}, True)
