"""One element asked twice in a block: in two forms, of two members."""

import pytest
from tests.engine.read.match.test_matching_in_place import drawn, keys


@pytest.mark.parametrize(
    "labels", [("出生年月", "出生日期"), ("身份证号", "身份证号后六位"), ("出生日期", "出生年份")]
)
def test_one_thing_in_two_forms_is_not_doubtful(labels: tuple[str, str]) -> None:
    """Labels that ask for one element, each in a form of its own, do not unbind each other (R-MAT-10)."""
    assert None not in keys(drawn("姓名", *labels))


@pytest.mark.parametrize(
    "labels", [("身份证号", "身份证号码"), ("出生年月", "出生年月"), ("电话", "联系电话")]
)
def test_one_thing_in_one_form_is_asked(labels: tuple[str, str]) -> None:
    """Two labels that ask for one element in the same form are both asked (R-MAT-10)."""
    assert keys(drawn("姓名", *labels))[1:] == [None, None]


def test_members_of_a_row_by_head_are_related_to_the_head() -> None:
    """成员1关系 in a list of 户主 is bound by itself as the relation to the head (R-MAT-18)."""
    found = keys(drawn("序号", "户主姓名", "成员1姓名", "成员1关系", "成员二姓名", "成员二关系"))

    assert found[3:6:2] == ["person.relation_to_head@member1", "person.relation_to_head@member2"]


def test_members_of_a_row_by_person_are_asked() -> None:
    """成员1关系 beside both 姓名 and 户主姓名 may be the relation to either, and is asked (R-MAT-18)."""
    assert keys(drawn("姓名", "户主姓名", "成员1姓名", "成员1关系"))[3] is None
