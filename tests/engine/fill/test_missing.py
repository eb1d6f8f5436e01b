"""The list to carry: each question once, to whom it belongs; conflicts with what the sources say."""

from tests.engine.fill.drawn import card, disputed, form, held, household, person, planned, roster, village

from qingzhuang.engine.fill.missing import missing_text, n_households
from qingzhuang.engine.fill.plan import Plan
from qingzhuang.engine.fill.village import VillageBook

HEAD = {"name": "张三", "relation_to_head": "户主"}


def listed(plan: Plan) -> list[str]:
    """The lines of the list, without head and empty ones."""
    text = missing_text(
        plan.missing, title="摸底表", village="青禾村", day="2025-06-30", disputed=plan.disputed
    )
    return [line.strip() for line in text.splitlines()[3:] if line.strip()]


def a_family(*, second: str = "李四") -> VillageBook:
    """Household H1 of 张三 and somebody else; nothing is known of their house."""
    return village(
        household(10, household__no="H1"),
        person(1, home=10, more=held(birth_date="1950-03-07"), **HEAD),
        person(2, home=10, more=held(birth_date="1980-01-02"), name=second),
    )


def test_a_household_is_called_by_number_and_head() -> None:
    """A number alone tells nobody at which door to knock (R-FIL-52)."""
    plan = planned(roster(["姓名", "联系电话"]), a_family())

    assert listed(plan)[0] == "【H1　户主张三】"


def test_name_twins_of_one_household_are_two_people() -> None:
    """Two of one name in one household are asked one by one, told apart by birth date (R-FIL-52)."""
    plan = planned(roster(["姓名", "联系电话"]), a_family(second="张三"))

    assert [line for line in listed(plan) if line.startswith("张三")] == [
        "张三（1950-03-07生）",
        "张三（1980-01-02生）",
    ]


def test_a_fact_of_the_house_is_asked_once() -> None:
    """Two members' rows wait for one answer: one line, below the household (R-FIL-52)."""
    plan = planned(roster(["姓名", "房屋结构"], [()] * 2), a_family())

    assert (len(plan.missing), [line[:6] for line in listed(plan)]) == (
        2,
        ["【H1　户主", "全户", "□ 房屋结构"],
    )


def test_people_without_a_household_stand_alone() -> None:
    """Two people of one name whose household nobody knows are two doors (R-FIL-52)."""
    plan = planned(
        roster(["姓名", "联系电话"], [()] * 2), village(person(1, name="张三"), person(2, name="张三"))
    )

    assert n_households(plan.missing) == 2


def test_a_conflict_is_listed_with_both_words() -> None:
    """Whose cell it is, and who says what since when, so that one round settles it (R-FIL-13)."""
    phones = {"person.phone": disputed("13800000000", "13900000000")}
    plan = planned(roster(["姓名", "联系电话"]), village(person(1, name="张三", more=phones)))

    assert plan.conflict_cells == tuple(each.blank.cell for each in plan.disputed) == ("Sheet1!B4",)
    assert [(claim.source, claim.value) for claim in plan.disputed[0].claims] == [
        ("派出所", "13800000000"),
        ("民政办", "13900000000"),
    ]
    assert "派出所（2025-01-01）是“13800000000”" in listed(plan)[-1]


def test_a_conflict_alone_makes_a_list() -> None:
    """Nothing is missing, yet something must be settled (R-FIL-52)."""
    phones = {"person.phone": disputed("13800000000", "13900000000")}
    plan = planned(roster(["姓名", "联系电话"]), village(person(1, name="张三", more=phones)))

    assert (plan.missing, len(listed(plan))) == ((), 3)


def test_a_cards_conflicts_go_with_its_sheet() -> None:
    """One workbook with a sheet per person: gaps and conflicts carry that sheet's name (R-FIL-55)."""
    phones = {"person.phone": disputed("13800000000", "13900000000")}
    sheet = card({(1, 2): "姓名", (2, 2): "联系电话"})
    moved = form(sheet, village(person(1, name="张三", more=phones))).outputs[0].plan.on_sheet("张三")

    assert (moved.conflict_cells, moved.disputed[0].blank.cell) == (("张三!B2",), "张三!B2")
