"""Criteria of --who."""

import pytest
from tests.engine.fill.drawn import CATALOGUE, DAY, disputed, held, id_number, person, village

from qingzhuang.engine.fill.criteria import is_meant, parse_who
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.values.groups import plain_group

ZHANG = id_number("1945-06-30", 1)


def verdict(who: str, **values: str) -> bool | None:
    """Whether a person with these values is meant."""
    book = village(person(1, more=held(**values)))
    return is_meant(book, book.people[0], parse_who(who, CATALOGUE), on=DAY)


@pytest.mark.parametrize(
    ("who", "is_in"),
    [
        ("年龄>=80", True), ("年龄≥80", True), ("年龄>80", False), ("年龄<60", False), ("年龄 ＝ 80", True),
        ("年龄==80", True), ("年龄!=80", False), ("满80岁", True), ("80岁以上", True), ("80周岁及以上", True),
        ("年满81岁", False), ("80岁以下", True), ("79岁以下", False), ("年龄80以上", True),
    ],
)  # fmt: skip
def test_ages_are_compared_on_the_day(who: str, is_in: bool) -> None:
    """满 and 以上 count the age itself, whatever the spelling of the sign (R-FIL-61, R-FIL-62)."""
    assert verdict(who, id_number=ZHANG) is is_in


def test_all_criteria_must_hold() -> None:
    """Criteria are joined by a comma of any width (R-FIL-02, R-FIL-60)."""
    both = "年龄>=80，低保=是"

    assert [verdict(both, id_number=ZHANG, dibao=dibao) for dibao in ("是", "否")] == [True, False]


@pytest.mark.parametrize("who", ["低保", "是否低保=是", "低保=√", "person.dibao=是", "低保!=否"])
def test_a_membership_may_stand_alone(who: str) -> None:
    """低保 means 低保=是, by its short name, its name or its code (R-FIL-63)."""
    assert (verdict(who, dibao="是"), verdict(who, dibao="否")) == (True, False)


@pytest.mark.parametrize(
    "who", ["残疾等级=一级", "残疾等级=1级", "残疾等级=二级|一级", "残疾等级=一级或二级"]
)
def test_values_are_compared_by_meaning(who: str) -> None:
    """A code by any of its spellings; one of several values is enough (R-FIL-61, R-FIL-66)."""
    assert verdict(who, disability_level="一级", disabled="是") is True


def test_who_does_not_qualify_is_not_equal() -> None:
    """Somebody without the membership has no grade: = fails, != holds (R-FIL-66)."""
    assert [verdict(who, disabled="否") for who in ("残疾等级=一级", "残疾等级!=一级")] == [False, True]


@pytest.mark.parametrize("who", ["村民小组=3组", "村民小组=三组", "村民小组=第3村民小组", "村民小组=3"])
def test_groups_are_compared_by_number(who: str) -> None:
    """3组, 三组 and 第3村民小组 are one group (R-FIL-64)."""
    assert (verdict(who, place__group="第三村民小组"), verdict(who, place__group="13组")) == (True, False)


def test_groups_with_names_stay_names() -> None:
    """A group that is no number is compared by its name (R-FIL-64)."""
    assert [plain_group(text) for text in ("十二组", "20小组", "大屋组", "第 一 组")] == [
        "12",
        "20",
        "大屋",
        "1",
    ]


def test_an_id_number_names_one_person() -> None:
    """身份证号=… is compared by meaning too: x and X are one (R-FIL-66)."""
    assert verdict(f"身份证号={ZHANG.lower()}", id_number=ZHANG) is True


def test_migrants_are_asked_for_by_their_element() -> None:
    """外出务工=是 finds those on the roster (R-FIL-02)."""
    assert verdict("外出务工=是", migrant__is_migrant="是") is True


def test_what_is_not_known_decides_nothing() -> None:
    """Neither in nor out while the value is unknown or disputed (R-FIL-05)."""
    book = village(person(1, name="张三", more={"person.dibao": disputed("是", "否")}))

    assert is_meant(book, book.people[0], parse_who("低保=是", CATALOGUE), on=DAY) is None
    assert verdict("低保=是", name="张三") is None


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("靠谱程度=高", "可以用"),
        ("年龄~80", "请写成"),
        ("", "没有写条件"),
        ("残疾等级=九级", "一级"),
        ("姓名>张", "不能比大小"),
        ("出生日期=昨天", "出生日期"),
        ("随便", "请写成"),
    ],
)
def test_what_is_not_understood_is_refused(who: str, told: str) -> None:
    """An unknown name, sign or value is refused with one sentence that says what can be used (R-FIL-65)."""
    with pytest.raises(RefusedError) as refused:
        parse_who(who, CATALOGUE)

    assert told in refused.value.problem.sentence
