"""The catalogue knows every spelling of its elements, and what may only be proposed."""

import pytest

from qingzhuang.engine.catalogue.build import build_catalogue
from qingzhuang.engine.catalogue.elements import DataElement, SubjectKind
from qingzhuang.engine.catalogue.spelling import label_key, pairs
from qingzhuang.engine.values.domain import Domain, Kind


def element(
    code: str, name: str, *synonyms: str, hints: tuple[str, ...] = (), on: str | None = None
) -> DataElement:
    """An invented element of a person."""
    domain = Domain(Kind.TEXT)
    return DataElement(code, name, "…", domain, SubjectKind.PERSON, synonyms, hints=hints, depends_on=on)


def test_a_name_and_its_synonyms_lead_to_the_element() -> None:
    """Every spelling, normalised, gives the element's code."""
    catalogue = build_catalogue([element("person.account", "银行账号", "一折通 帐号：")], [])

    assert catalogue.codes_by_label["银行账号"] == ("person.account",)
    assert catalogue.codes_by_label[label_key("一折通账号")] == ("person.account",)


def test_a_spelling_of_two_elements_names_both() -> None:
    """An ambiguous spelling keeps all its elements, so that nobody takes the first for the only one."""
    catalogue = build_catalogue([element("a.x", "标准"), element("b.x", "月标准", "标准")], [])

    assert catalogue.codes_by_label["标准"] == ("a.x", "b.x")


def test_hints_are_no_names() -> None:
    """A hint proposes its element and is not one of its names."""
    catalogue = build_catalogue([element("org.rep", "法定代表人", hints=("负责人",))], [])

    assert "负责人" not in catalogue.codes_by_label
    assert catalogue.hints_by_label["负责人"] == ("org.rep",)


def test_the_later_of_two_elements_with_one_code_holds() -> None:
    """A county's element replaces the shipped one whole."""
    catalogue = build_catalogue([element("a.x", "旧名"), element("a.x", "新名")], [])

    assert catalogue["a.x"].name == "新名"
    assert "旧名" not in catalogue.codes_by_label


def test_an_element_cannot_hang_on_nothing() -> None:
    """Depending on an element that does not exist is a mistake of ours."""
    with pytest.raises(ValueError, match=r"a\.y"):
        build_catalogue([element("a.x", "等级", on="a.y")], [])


def test_a_key_with_a_role_gives_the_element() -> None:
    """person.phone@father is a person.phone."""
    catalogue = build_catalogue([element("person.phone", "联系电话")], [])

    assert catalogue["person.phone@father"].code == "person.phone"


def test_full_width_brackets_and_quotes_do_not_matter() -> None:
    """Brackets of any shape, quotes and case compare equal."""
    assert label_key("“Ｅ－ｍａｉｌ”【选填】：") == label_key("e-mail（选填）")


def test_pairs_mark_both_ends() -> None:
    """A short label shares its ends only with labels that begin or end like it."""
    assert pairs("姓名") == ("^姓", "姓名", "名$")
