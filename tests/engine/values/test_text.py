"""Text: labels made comparable, stray characters reported, names kept whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.values.text import (
    bare_name,
    name_key,
    normalise_label,
    parse_address,
    parse_name,
    parse_text,
)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("姓　名", "姓名"),
        ("０１ 申请人　姓名：", "申请人姓名"),
        ("A4姓名", "姓名"),
        ("（1）性别", "性别"),
        ("一、基本情况", "基本情况"),
        ("1.1 姓名", "姓名"),
        ("3.联系电话:", "联系电话"),
        ("①房屋性质", "房屋性质"),
        ("*身份证号码", "身份证号码"),
        ("★联系电话", "联系电话"),
        ("23住房情况", "住房情况"),
        ("联系\n电话", "联系电话"),
        ("建筑面积（㎡）", "建筑面积(m2)"),
        ("户主姓名：____", "户主姓名"),
    ],
)
def test_numbering_stars_blanks_and_colons_go(printed: str, label: str) -> None:
    """R-VAL-01: What is printed around a label does not belong to it; brackets do."""
    assert normalise_label(printed) == label


@pytest.mark.parametrize(
    "label", ["2014年收入", "60岁以上人口", "3组", "0-6岁", "1-3月收入", "三个月", "一级残疾", "1人户"]
)
def test_a_number_that_means_something_stays(label: str) -> None:
    """R-VAL-01: A year, an age or a count at the front is no numbering."""
    assert normalise_label(label) == label


@given(st.text(max_size=20))
def test_normalising_any_text_gives_no_blank(text: str) -> None:
    """R-VAL-01: A normalised label holds no white space, whatever came in."""
    label = normalise_label(text)

    assert not any(sign.isspace() for sign in label)


@pytest.mark.parametrize(
    ("typed", "kept", "repair"),
    [
        ("张\u200b三", "张三", "去掉了看不见的字符"),
        ("\ufeff张三", "张三", "去掉了看不见的字符"),
        ("\u200e张三", "张三", "去掉了看不见的字符"),
        ("'张三", "张三", "去掉了前面的撇号"),
    ],
)
def test_stray_characters_go_and_are_reported(typed: str, kept: str, repair: str) -> None:
    """R-VAL-02: Zero-width signs, marks of direction, a BOM and a leading apostrophe are removed and said."""
    found = parse_text(typed)

    assert (found.value, found.repairs) == (kept, (repair,))


def test_free_text_keeps_full_width_signs_and_line_breaks() -> None:
    """R-VAL-02: Punctuation, full-width digits and lines of free text are the writer's business."""
    found = parse_text("情况：１人\r\n在家 ")

    assert (found.value, found.repairs) == ("情况：１人\n在家", ())


@pytest.mark.parametrize("dot", ["•", "・", "．", "･", "‧", ".", "·"])
def test_every_middle_dot_becomes_one(dot: str) -> None:
    """R-VAL-04: Dots of minority names are stored as U+00B7, whatever was typed."""
    assert parse_name(f"阿依古丽{dot}买买提").value == "阿依古丽·买买提"


def test_a_changed_dot_is_reported_and_a_right_one_is_not() -> None:
    """R-VAL-04: Only a repair is said."""
    assert parse_name("古丽•江").repairs == ("间隔号统一成了“·”",)
    assert parse_name("古丽·江").repairs == ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [("张　三", "张三"), ("张 三", "张三"), ("张 三 丰", "张三丰"), ("欧 阳 小 明", "欧阳小明")],
)
def test_stretched_names_are_closed_and_reported(typed: str, name: str) -> None:
    """R-VAL-04: Blanks that stretch a name to the column's width are no part of it."""
    found = parse_name(typed)

    assert (found.value, found.repairs) == (name, ("去掉了姓名中间的空格",))


def test_a_blank_between_two_words_of_a_long_name_stays() -> None:
    """R-VAL-04: 买买提 艾力 is two words; nobody knows that it is one."""
    assert parse_name("买买提 艾力").value == "买买提 艾力"


@pytest.mark.parametrize("typed", ["张三（已故）", "张三2", "张三、李四"])
def test_a_name_with_a_remark_stays_with_a_warning(typed: str) -> None:
    """R-VAL-04: A remark behind a name is not cut off, but it is said."""
    found = parse_name(typed)

    assert (found.value, found.warnings) == (typed, ("姓名里有数字或括号",))


@pytest.mark.parametrize(
    "name", ["\U00020bb7田", "王\ue000", "李\U00030ede", "䶮青", "葛\U000e0100", "\uf9ea山"]
)
def test_rare_characters_stay_byte_for_byte(name: str) -> None:
    """R-VAL-04: Extension planes, private use, variants and compatibility ideographs are never replaced."""
    assert parse_name(name).value == name


def test_a_composed_letter_is_stored_in_its_one_form() -> None:
    """R-VAL-04: NFC: e and its accent become one character."""
    assert parse_name("Rene\u0301").value == "Ren\u00e9"


@given(st.text(max_size=12))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    """R-VAL-72: What was tidied once is canonical."""
    for parser in (parse_text, parse_name, parse_address):
        once = parser(text).value

        assert parser(once).value == once


def test_an_address_is_closed_and_half_width() -> None:
    """R-VAL-05: Blanks and full-width digits of an address are repaired and reported; its brackets stay."""
    found = parse_address("青禾村　３组 １２号（老屋）")

    assert found.value == "青禾村3组12号（老屋）"
    assert found.repairs == ("全角改成了半角", "去掉了空格")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张 三", "张三"),
        ("买买提•艾力", "买买提艾力"),
        ("张三（曾用名张山）", "张三"),
        ("张三（大）", "张三(小)"),
    ],
)
def test_people_are_found_by_the_bare_name(one: str, other: str) -> None:
    """R-LNK-02: Blanks, dots and what stands in brackets behind it are no part of the name to look for."""
    assert name_key(one) == name_key(other)


def test_a_bare_name_keeps_its_brackets() -> None:
    """R-VAL-80: 张三（大） is 张三(大), and not 张三(小)."""
    assert bare_name("张三（大）") == bare_name("张三 (大)")
    assert bare_name("张三（大）") != bare_name("张三(小)")
