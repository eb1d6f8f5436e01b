"""Sameness: spelling is never a conflict, another meaning always is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.values.drawn import ETHNICITY, identity

from qingzhuang.engine.values.codes import make_code_list
from qingzhuang.engine.values.domain import CodeEntry, Domain, Kind
from qingzhuang.engine.values.sameness import is_same_meaning
from qingzhuang.files.reference.catalogue import load_catalogue

HOUSE = make_code_list(
    "structure", "房屋结构", "", [CodeEntry("1", "砖混结构", ("砖混",)), CodeEntry("2", "土木结构")]
)
CODES = {"ethnicity": ETHNICITY, "house": HOUSE}

SAME = [
    (Kind.DATE, "1990-03", "1990-03-07"),
    (Kind.DATE, "1990", "1990-03"),
    (Kind.DATE, "长期", "9999-12-31"),
    (Kind.NUMBER, "120", "120.0"),
    (Kind.NAME, "古丽·江", "古丽江"),
    (Kind.NAME, "买买提 艾力", "买买提艾力"),
    (Kind.NAME, "\uf9ea", "離"),
    (Kind.PHONE, "8234567", "0797-8234567"),
    (Kind.PHONE, "0797-8234567-801", "0797-8234567"),
    (Kind.PHONE, "13800001111、13900002222", "13900002222、13800001111"),
    (Kind.ADDRESS, "青禾村3组12号（老屋）", "青禾村3组12号(老屋)"),
    (Kind.ADDRESS, "青禾村 3组-12号", "青禾村3组12号"),
    (Kind.TEXT, "在家，务农。", "在家,务农"),
    (Kind.ACCOUNT, "11-123456", "11123456"),
    (Kind.DOCUMENT, "赣(2020)第1号", "赣（2020）第1号"),
    (Kind.ID_NUMBER, "360999620214021", identity(birth="19620214", sequence="021")),
]

DIFFERENT = [
    (Kind.DATE, "1990-03", "1990-04-07"),
    (Kind.DATE, "1990-03", "1990-030"),
    (Kind.DATE, "至今", "长期"),
    (Kind.NUMBER, "120", "120.01"),
    (Kind.NAME, "张三", "张山"),
    (Kind.PHONE, "13800001111", "13800001112"),
    (Kind.PHONE, "13800001111、13900002222", "13800001111"),
    (Kind.PHONE, "8234567", "13808234567"),
    (Kind.ADDRESS, "青禾村3组12号", "青禾村3组13号"),
    (Kind.BOOLEAN, "是", "否"),
    (Kind.ID_NUMBER, identity(sequence="123"), identity(sequence="125")),
    (Kind.USCC, "91350100M000100Y43", "91350100M000100Y44"),
]


@pytest.mark.parametrize(("kind", "one", "other"), SAME)
def test_spelling_is_no_difference(kind: Kind, one: str, other: str) -> None:
    """R-VAL-80: Two ways to say one thing agree, in either order."""
    assert is_same_meaning(one, other, Domain(kind))
    assert is_same_meaning(other, one, Domain(kind))


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_another_meaning_is_a_difference(kind: Kind, one: str, other: str) -> None:
    """R-VAL-80: Two things never agree, in either order."""
    assert not is_same_meaning(one, other, Domain(kind))
    assert not is_same_meaning(other, one, Domain(kind))


@pytest.mark.parametrize(
    ("name", "one", "other", "is_same"),
    [
        ("house", "砖混", "砖混结构", True),
        ("ethnicity", "汉族", "汉", True),
        ("ethnicity", "汉族", "蒙古族", False),
        ("ethnicity", "汉族", "穿青人", False),
        ("ethnicity", "穿青人", "穿青人 ", True),
    ],
)
def test_codes_agree_by_entry(name: str, one: str, other: str, is_same: bool) -> None:
    """R-VAL-80: Labels and synonyms of one entry agree; what the list does not know agrees by its text."""
    assert is_same_meaning(one, other, Domain(Kind.CODE, CODES[name])) == is_same


@pytest.mark.parametrize(
    "spelling",
    [
        "三组",
        "第三村民小组",
        "第3组",
        "03组",
        "3队",
        "青禾村3组",
        "青禾村第三村民小组",
        "３组",
        "3",
        "3村民小组",
    ],
)
def test_a_village_group_is_one_however_it_is_written(spelling: str) -> None:
    """R-VAL-06: 3组 has many spellings, and none of them is another group."""
    assert is_same_meaning("3组", spelling, Domain(Kind.TEXT))
    assert not is_same_meaning("4组", spelling, Domain(Kind.TEXT))


def test_groups_have_names_and_two_digits_too() -> None:
    """R-VAL-06: 东湾组 is 东湾村民小组; 二十一组 is 21组 and not 二十组."""
    text = Domain(Kind.TEXT)

    assert is_same_meaning("东湾组", "东湾村民小组", text)
    assert is_same_meaning("二十一组", "21组", text)
    assert not is_same_meaning("二十一组", "20组", text)
    assert not is_same_meaning("3", "4", text)


@given(
    st.text(max_size=10),
    st.text(max_size=10),
    st.sampled_from([kind for kind in Kind if kind is not Kind.ID_NUMBER]),
)
def test_sameness_has_no_direction(one: str, other: str, kind: Kind) -> None:
    """R-VAL-80: a means b exactly if b means a, and every value means itself."""
    domain = Domain(kind)

    assert is_same_meaning(one, other, domain) == is_same_meaning(other, one, domain)
    assert is_same_meaning(one, one, domain)


@pytest.mark.parametrize(
    ("label", "one", "other", "is_same"),
    [
        ("与户主关系", "配偶", "妻", True),
        ("与户主关系", "子", "长子", True),
        ("与户主关系", "夫", "妻", False),
        ("与户主关系", "子", "女婿", False),
        ("婚姻状况", "已婚", "再婚", True),
        ("婚姻状况", "初婚", "再婚", False),
        ("文化程度", "小学教育", "小学", True),
        ("健康状况", "健康或良好", "良好", True),
    ],
)
def test_a_class_agrees_with_its_kinds(label: str, one: str, other: str, *, is_same: bool) -> None:
    """R-VAL-63: in the shipped lists a class contradicts none of its kinds, and two kinds do."""
    catalogue = load_catalogue()
    domain = next(each.domain for each in catalogue.elements.values() if label in (each.name, *each.synonyms))

    assert is_same_meaning(one, other, domain) == is_same
    assert is_same_meaning(other, one, domain) == is_same
