"""What is known of one subject."""

from dataclasses import replace

from tests.engine.fill.drawn import DAY, disputed, held, household, id_number, person, village

from qingzhuang.engine.fill.answers import Answer, Conflict, Gap, Known, NotApplicable
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Claim, Holding

ZHANG = id_number("1950-03-07", 1)


def ask(book: VillageBook, number: int, key: str, on: str = DAY) -> Answer:
    """The answer for the subject with this id."""
    return look_up(book, book.by_id[number], key, on=on)


def value(answer: Answer) -> str | None:
    """The value of an answer, None if it is no value."""
    return answer.value if isinstance(answer, Known) else None


def test_own_word_holds() -> None:
    """What somebody said of the person and nobody disputes is the answer, with its claim (R-FIL-10)."""
    answer = ask(village(person(1, ethnicity="汉族")), 1, "person.ethnicity")

    assert isinstance(answer, Known)
    assert (answer.value, answer.claim and answer.claim.source) == ("汉族", "村委会")


def test_dispute_is_no_answer() -> None:
    """Two words of one day are a conflict with both claims (R-FIL-13)."""
    book = village(person(1, more={"person.phone": disputed("1", "2")}))

    answer = ask(book, 1, "person.phone")

    assert isinstance(answer, Conflict)
    assert [claim.value for claim in answer.claims] == ["1", "2"]


def test_an_id_number_tells_birth_date_and_sex() -> None:
    """Birth date, sex and age follow from the ID number where nobody said them (R-FIL-19)."""
    book = village(person(1, id_number=ZHANG))

    found = [value(ask(book, 1, f"person.{key}")) for key in ("birth_date", "sex", "age")]

    assert found == ["1950-03-07", "男", "75"]


def test_a_rough_birth_date_is_refined() -> None:
    """1950-03 and an ID number of 1950-03-07 give the day; another month is left as said (R-FIL-19)."""
    months = [village(person(1, id_number=ZHANG, birth_date=born)) for born in ("1950-03", "1950-04")]

    assert [value(ask(book, 1, "person.birth_date")) for book in months] == ["1950-03-07", "1950-04"]


def test_age_is_on_the_day_asked() -> None:
    """The birthday itself counts (R-FIL-19, R-FIL-44)."""
    book = village(person(1, birth_date="1950-03-07"))

    assert [value(ask(book, 1, "person.age", on)) for on in ("2025-03-06", "2025-03-07")] == ["74", "75"]


def test_household_size_counts_residents() -> None:
    """家庭人口数 is how many residents a household on a register has (R-FIL-19)."""
    book = village(household(10), person(1, home=10, relation_to_head="户主"), person(2, home=10), person(3))

    assert [value(ask(book, number, "household.size")) for number in (1, 10, 3)] == ["2", "2", None]


def test_a_stated_household_size_goes_first() -> None:
    """A household roster said 5: that holds, though we know two of them by name (R-KNW-14)."""
    book = village(
        household(10, household__size="5"),
        person(1, home=10, relation_to_head="户主"),
        person(2, home=10, relation_to_head="配偶"),
    )

    assert [value(ask(book, number, "household.size")) for number in (10, 2)] == ["5", "5"]


def test_whom_we_happen_to_know_are_not_the_household() -> None:
    """One member out of a list of pensions, or a head out of 低保 rosters only, is no count (R-KNW-14)."""
    listed = Holding(Claim("户主", "民政办", "2025-01-01", 7, "Sheet1", 2))
    implied = Holding(Claim("否", "民政办", "2025-01-01", 7))
    book = village(
        household(10),
        person(1, home=10, relation_to_head="子"),
        replace(person(2, home=11), holdings={"person.relation_to_head": listed}),
        person(3, more={"person.dibao": implied}),
    )

    assert [ask(book, number, "household.size") for number in (10, 1, 2)] == [Gap(), Gap(), Gap()]


def test_the_heads_own_word_goes_first() -> None:
    """户主电话 is the head's own phone, not what stood beside another member (R-FIL-19)."""
    book = village(
        household(10, household__head_phone="13800000000"),
        person(1, home=10, name="张三", relation_to_head="户主", phone="13900000000"),
        person(2, home=10, name="李四"),
    )

    assert value(ask(book, 2, "household.head_phone")) == "13900000000"


def test_a_head_who_is_not_on_record_is_known_by_name() -> None:
    """户主姓名 written beside a member is the answer where the head is no resident (R-FIL-10)."""
    book = village(household(10, household__head_name="张三"), person(2, home=10, name="李四"))

    assert value(ask(book, 2, "household.head_name")) == "张三"


def test_a_persons_element_asked_of_a_household_is_the_heads() -> None:
    """A household asked for an ID number answers with its head's (R-FIL-32)."""
    book = village(household(10), person(1, home=10, relation_to_head="户主", id_number=ZHANG))

    assert value(ask(book, 10, "person.id_number")) == ZHANG


def test_two_heads_are_no_head() -> None:
    """Where two members are 户主 nobody is guessed (R-FIL-12)."""
    book = village(
        household(10), *(person(n, home=10, name=f"人{n}", relation_to_head="户主") for n in (1, 2))
    )

    assert isinstance(ask(book, 10, "person.name"), Gap)


def test_house_facts_are_the_households() -> None:
    """A member asked for the house's structure answers with the household's (R-FIL-14)."""
    book = village(household(10, house__structure="砖混结构"), person(1, home=10))

    assert value(ask(book, 1, "house.structure")) == "砖混结构"


def test_the_group_of_the_household_serves_its_members() -> None:
    """A member without a group is in the household's (R-FIL-14)."""
    book = village(household(10, place__group="3组"), person(1, home=10))

    assert value(ask(book, 1, "place.group")) == "3组"


def test_the_village_has_its_registered_name() -> None:
    """村 is the name the village was registered under (R-FIL-15)."""
    assert value(ask(village(person(1)), 1, "place.village")) == "青禾村"


def test_the_town_is_the_same_for_all() -> None:
    """What those who say it agree on holds for the whole village; what they dispute does not (R-FIL-15)."""
    agreed = village(person(1, place__town="清河镇"), person(2))
    disputed_town = village(person(1, place__town="清河镇"), person(2, place__town="东河镇"), person(3))

    assert (value(ask(agreed, 2, "place.town")), value(ask(disputed_town, 3, "place.town"))) == (
        "清河镇",
        None,
    )


def test_a_household_has_what_a_member_has() -> None:
    """A household is 低保 if one member is; not if all are known not to be; else nobody knows (R-FIL-16)."""

    def home(*memberships: str | None) -> str | None:
        people = [person(n, home=10, more=held(dibao=m) if m else {}) for n, m in enumerate(memberships, 1)]
        return value(ask(village(household(10), *people), 10, "person.dibao"))

    assert (home("否", "是"), home("否", "否"), home("否", None)) == ("是", "否", None)


def test_what_hangs_on_a_membership_does_not_apply_without_it() -> None:
    """残疾等级 of one who is not 残疾 does not apply, even if an old sheet gave a grade (R-FIL-17)."""
    book = village(person(1, disabled="否", disability_level="二级"), person(2), person(3, disabled="是"))

    answers = [ask(book, number, "person.disability_level") for number in (1, 2, 3)]

    assert answers == [NotApplicable("person.disabled"), Gap(), Gap()]


def test_anothers_answer_hangs_on_his_own_membership() -> None:
    """A guardian's grade is no matter of the child's 否; his own 否 silences it (R-FIL-17, R-KNW-11)."""
    key, own = "person.disability_level@guardian", "person.disabled@guardian"
    child = person(1, disabled="否", more=held(**{key.replace(".", "__"): "二级"}))
    open_question = person(2, disabled="否")
    healthy = person(3, disabled="否", more=held(**{own.replace(".", "__"): "否"}))
    book = village(child, open_question, healthy)

    answers = [ask(book, number, key) for number in (1, 2, 3)]

    assert (value(answers[0]), *answers[1:]) == ("二级", Gap(), NotApplicable("person.disabled"))


def test_what_hangs_on_the_households_membership_looks_at_the_household() -> None:
    """监测 facts of a household apply to all its members if one of them is listed (R-FIL-17)."""
    book = village(
        household(10, monitor__risk="因病"),
        person(1, home=10, monitored="是"),
        person(2, home=10, monitored="否"),
    )

    assert value(ask(book, 2, "monitor.risk")) == "因病"


def test_a_role_has_one_key_however_it_is_spelled() -> None:
    """guardian.phone and person.phone@guardian are one (R-FIL-10)."""
    book = village(person(1, guardian__phone="13800000000"))

    assert {value(ask(book, 1, key)) for key in ("guardian.phone", "person.phone@guardian")} == {
        "13800000000"
    }


def test_a_fathers_phone_is_not_the_persons() -> None:
    """Another's phone is a gap where only the person's own is known (R-FIL-12)."""
    assert isinstance(ask(village(person(1, phone="13800000000")), 1, "person.phone@father"), Gap)


def test_members_of_a_row_are_numbered_without_its_subject() -> None:
    """成员1 is the first of the household beside the row's person; one too many does not apply (R-FIL-35)."""
    book = village(
        household(10),
        person(1, home=10, name="张三", relation_to_head="户主"),
        person(2, home=10, name="李四"),
    )

    answers = [ask(book, 10, f"person.name@member{n}") for n in (1, 2)]

    assert (value(answers[0]), answers[1]) == ("李四", NotApplicable(""))


def test_people_stand_in_household_order() -> None:
    """Group 2 before group 10, household by household, the head first (R-FIL-06)."""
    book = village(
        household(10, household__no="H9", place__group="10组"),
        household(11, household__no="H2", place__group="2组"),
        person(1, home=10, name="甲", relation_to_head="子"),
        person(2, home=10, name="乙", relation_to_head="户主"),
        person(3, home=11, name="丙"),
    )

    assert [person.subject_id for person in book.people] == [3, 2, 1]


def test_people_who_are_not_residents_are_on_no_form() -> None:
    """A guardian who was only named beside a child is not among the people (R-FIL-01)."""
    book = village(person(1, name="张三"), replace(person(2, name="李四"), is_resident=False))

    assert [p.subject_id for p in book.people] == [1]


def test_a_head_of_a_house_alone_is_told_in_lists_of_households() -> None:
    """R-KNW-16: a head who is no resident stands in no list of people, and is the head of his household."""
    head = replace(person(1, home=10, name="赵一", id_number=ZHANG), is_resident=False)
    book = village(household(10, household__head_name="赵一"), head)

    assert book.people == ()
    assert value(ask(book, 10, "household.head_id_number")) == ZHANG
    assert value(ask(book, 10, "person.sex")) == "男"
    assert ask(book, 10, "household.size") == Gap()


def test_a_members_relation_in_the_heads_row_is_that_to_the_head() -> None:
    """成员1关系 beside 户主姓名 asks 与户主关系 of the member (R-FIL-34, R-FIL-35)."""
    book = village(
        household(10),
        person(1, home=10, name="张三", relation_to_head="户主"),
        person(2, home=10, name="李四", relation_to_head="配偶"),
    )

    assert value(ask(book, 10, "person.relation_to_applicant@member1")) == "配偶"
