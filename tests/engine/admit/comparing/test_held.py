"""Which asked fields are held already, and what becomes of them."""

import pytest
from tests.engine.admit.comparing.drawing import ALL, asked, beside

from qingzhuang.engine.admit.comparing.domain import Comparison, Coverage
from qingzhuang.engine.admit.domain import AskedField


def test_a_held_element_is_the_same() -> None:
    """A field whose element is held for everybody is held, with its source and day."""
    found = beside(asked("性别", "person.sex"), "person.sex")

    assert (found.comparison, found.is_held, found.sources[0].name) == (Comparison.SAME, True, "县公安局")


def test_an_unbound_field_is_new() -> None:
    """A field no element covers is new, and the village fills it."""
    found = beside(AskedField("夜间有无人照看"), "person.name")

    assert (found.comparison, found.treatment) == (Comparison.NEW, "村里填")


@pytest.mark.parametrize(
    ("element", "held"),
    [
        ("person.age", "person.birth_date"),
        ("person.age", "person.id_number"),
        ("person.sex", "person.id_number"),
        ("father.birth_date", "father.id_number"),
        ("person.birth_date@grandchild", "person.id_number@grandchild"),
        ("household.size", "person.relation_to_head"),
        ("person.party_member", "person.political_status"),
    ],
)
def test_what_follows_from_something_held_is_convertible(element: str, held: str) -> None:
    """R-DUP-04: an element that can be computed from a held one need not be asked."""
    found = beside(asked("问的项", element), held)

    assert (found.comparison, found.is_held) == (Comparison.CONVERTIBLE, True)


def test_what_takes_two_elements_needs_both() -> None:
    """R-DUP-04: the head's number follows from relation and number together, not from the relation alone."""
    found = beside(asked("户主身份证号", "household.head_id_number"), "person.relation_to_head")

    assert not found.is_supplied


def test_somebody_elses_number_tells_nothing() -> None:
    """R-DUP-04: a father's birth date does not follow from the child's identity number."""
    found = beside(asked("父亲出生日期", "father.birth_date"), "person.id_number")

    assert not found.is_supplied


def test_the_place_is_known_by_where_the_form_lands() -> None:
    """R-DUP-05: town and village are told by the region table, whatever is held."""
    found = beside(asked("乡镇", "place.town"))

    assert (found.is_held, found.sources[0].name) == (True, "行政区划")


def test_an_occasion_is_new_each_time() -> None:
    """R-DUP-05: the day of the last visit does not answer the day of this one."""
    found = beside(asked("走访日期", "event.date"), "event.date")

    assert (found.comparison, found.is_held) == (Comparison.NEW, False)


def test_a_like_name_is_no_duplicate() -> None:
    """R-DUP-06: a field whose name is like a held one's is shown as another thing."""
    found = beside(AskedField("户口性质分类"), "person.hukou_type")

    assert (found.comparison, found.is_held, found.name) == (Comparison.DIFFERENT, False, "户口性质")


def test_a_name_that_holds_anothers_is_told_apart() -> None:
    """R-DUP-06: 母亲身份证号 is another number than 身份证号, and the reviewer is told."""
    found = beside(asked("母亲身份证号", "mother.id_number"), "person.id_number")

    assert (found.comparison, found.why) == (Comparison.DIFFERENT, "名字像“公民身份号码”，不是一回事")


def test_a_known_element_is_not_taken_for_a_like_one() -> None:
    """R-DUP-06: 入学时间 is known not to be 入伍时间; nobody needs to be told."""
    found = beside(asked("入学时间", "person.school_start"), "veteran.enlist_date")

    assert found.comparison is Comparison.NEW


def test_what_few_are_known_for_is_not_held() -> None:
    """R-DUP-07: known for under half of the subjects, a field counts as new and is filled by the village."""
    few = beside(
        asked("联系电话", "person.phone"), "person.phone", coverage=Coverage("镇", "2026-11-01", 49, 100)
    )

    assert (few.is_held, few.treatment) == (False, "村里填，已有的先填好")


def test_what_half_are_known_for_is_held() -> None:
    """R-DUP-07: known for half of the subjects, a field counts as held and only gaps are asked."""
    half = beside(
        asked("联系电话", "person.phone"), "person.phone", coverage=Coverage("镇", "2026-11-01", 50, 100)
    )

    assert (half.is_held, half.treatment) == (True, "供数；没有的才补")


def test_a_doubtful_binding_is_not_held() -> None:
    """R-DUP-07: a field that only looks like a held one counts as held once somebody confirmed it."""
    found = beside(AskedField("电话", element="person.phone"), "person.phone")

    assert (found.is_held, found.is_doubtful, found.treatment) == (False, True, "先确认是不是“联系电话”")


def test_an_old_value_is_supplied_and_looked_at() -> None:
    """R-DUP-08: what is older than its element stays fresh is stale, and supplied all the same."""
    old = Coverage("镇", "2025-01-01", 100, 100)
    found = beside(asked("户籍地址", "person.hukou_address"), "person.hukou_address", coverage=old)

    assert (found.is_held, found.is_stale, found.treatment) == (True, True, "供数；旧了，村里核一下")


def test_an_unknown_day_is_stale() -> None:
    """R-DUP-08: what nobody can date is not fresh."""
    undated = Coverage("镇", "", 100, 100)
    found = beside(asked("户籍地址", "person.hukou_address"), "person.hukou_address", coverage=undated)

    assert found.is_stale


def test_what_never_ages_is_never_stale() -> None:
    """R-DUP-08: a birth date said long ago is as good as new."""
    old = Coverage("镇", "1999-01-01", 100, 100)
    found = beside(asked("出生日期", "person.birth_date"), "person.birth_date", coverage=old)

    assert not found.is_stale


def test_identity_numbers_are_supplied_masked() -> None:
    """A held identity number is supplied with stars, as the review page says."""
    found = beside(asked("身份证号", "person.id_number"), "person.id_number")

    assert (found.treatment, found.sensitivity) == ("供数，证号打码", "sensitive")


def test_an_office_takes_its_own_data_itself() -> None:
    """What the asking office holds itself is not supplied to it: it has it."""
    found = beside(asked("房屋结构", "house.structure"), "house.structure", issuer=ALL.source)

    assert found.treatment == "本单位自取"


def test_the_sheets_own_blanks_are_no_data() -> None:
    """R-DUP-01: serial number, remark and signature are not counted."""
    found = beside(asked("备注", "record.remark"))

    assert not found.is_data


def test_holdings_of_nobody_are_nothing() -> None:
    """An element that is kept, but known of nobody here, is not held."""
    found = beside(asked("性别", "person.sex"), "person.sex", coverage=Coverage("镇", "2026-11-01", 0, 100))

    assert found.comparison is Comparison.NEW
