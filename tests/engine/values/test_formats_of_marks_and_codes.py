"""Yes and no, codes and drop-downs as the target asks."""

import pytest
from tests.engine.values.drawn import ETHNICITY, SEX, code_of

from qingzhuang.engine.values.codes import make_code_list
from qingzhuang.engine.values.domain import CodeEntry, Domain, Kind, Written
from qingzhuang.engine.values.formats import Target, project
from qingzhuang.engine.values.options import pick_option

YES_NO = Domain(Kind.BOOLEAN)
SEXES = Domain(Kind.CODE, SEX)
ETHNIC = Domain(Kind.CODE, ETHNICITY)


@pytest.mark.parametrize(
    ("label", "yes", "no"),
    [
        ("是否低保", "是", "否"),
        ("低保户", "是", "否"),
        ("是否党员（填“是”或“否”）", "是", "否"),
        ("残疾人打“√”", "√", ""),
        ("有该产业的打√", "√", ""),
        ("低保户（√）", "√", ""),
        ("党员（打勾）", "√", ""),
        ("是否贫困户（是打√，否打×）", "√", "×"),
        ("是否低保（是填1，否填0）", 1, 0),
        ("是否外出（1=是，0=否）", 1, 0),
        ("是否参保（1.是 2.否）", 1, 2),
        ("是否危房（0否 1是）", 1, 0),
        ("是否党员（是1，否0）", 1, 0),
        ("是否低保（“是”填√，“否”不填）", "√", ""),
        ("有无残疾", "有", "无"),
        ("残疾证（有/无）", "有", "无"),
        ("享受低保（Y/N）", "Y", "N"),
    ],
)
def test_the_label_decides_the_marks(label: str, yes: Written, no: Written) -> None:
    """R-VAL-130: 是/否 unless the label asks for other marks; a blank is the no of a ticked column."""
    assert project("是", YES_NO, Target(label=label)) == yes
    assert project("否", YES_NO, Target(label=label)) == no


def test_a_parent_header_may_ask_for_ticks() -> None:
    """R-VAL-130: 享受政策（打√） stands above 低保 and 五保."""
    assert project("是", YES_NO, Target(label="低保", path=("享受政策（打√）", "低保"))) == "√"


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("民族", "汉族"),
        ("民族（代码）", "01"),
        ("民族代码", "01"),
        ("民族（填代码）", "01"),
        ("民族（不填代码）", "汉族"),
        ("民族（如01-汉族）", "01-汉族"),
        ("民族（1.汉族 2.蒙古族）", "1"),
    ],
)
def test_a_code_is_written_only_where_it_is_asked(label: str, written: str) -> None:
    """
    R-VAL-131, R-VAL-132, R-VAL-133: The word by default; the code, both, or the label's own numbering
    where it asks.
    """
    assert project("汉族", ETHNIC, Target(label=label)) == written


def test_a_labels_own_numbering_goes_before_the_standards() -> None:
    """R-VAL-132: `1女 2男` numbers as this department does."""
    assert project("男", SEXES, Target(label="性别（1女2男）")) == "2"
    assert project("男", SEXES, Target(label="1.性别")) == "男"


def test_a_word_outside_the_list_is_written_but_never_as_a_code() -> None:
    """R-VAL-131: 穿青人 stands under 民族; under 民族代码 it is asked."""
    assert project("穿青人", ETHNIC, Target(label="民族")) == "穿青人"
    assert code_of(project("穿青人", ETHNIC, Target(label="民族代码"))) == "CODE_UNKNOWN"
    assert code_of(project("畲族", ETHNIC, Target(label="民族（1.汉族 2.蒙古族）"))) == "CODE_UNKNOWN"


def test_sex_is_written_in_one_character() -> None:
    """R-VAL-135: GB/T 2261.1 calls it 男性, forms want 男; a drop-down still gets its own entry."""
    standard = make_code_list(
        "sex", "性别", "", [CodeEntry("1", "男性", ("男",)), CodeEntry("2", "女性", ("女",))]
    )
    domain = Domain(Kind.CODE, standard)

    assert project("男性", domain, Target(label="性别")) == "男"
    assert project("男性", domain, Target(label="性别", options=("男性", "女性"))) == "男性"


def test_a_sample_row_shows_marks_and_codes() -> None:
    """R-VAL-134: Where the label says nothing, the printed sample decides: √, 有, or the bare code."""
    assert project("否", YES_NO, Target(label="低保户", sample="√")) == ""
    assert project("是", YES_NO, Target(label="残疾证", sample="无")) == "有"
    assert project("汉族", ETHNIC, Target(label="民族", sample="02")) == "01"
    assert project("汉族", ETHNIC, Target(label="民族", sample="蒙古族")) == "汉族"


@pytest.mark.parametrize(
    ("value", "domain", "options", "written"),
    [
        ("汉族", ETHNIC, ("01-汉族", "02-蒙古族"), "01-汉族"),
        ("汉族", ETHNIC, ("01 汉族", "02 蒙古族"), "01 汉族"),
        ("汉族", ETHNIC, ("汉", "蒙古"), "汉"),
        ("汉族", ETHNIC, ("01", "02"), "01"),
        ("汉族", ETHNIC, ("汉族 ", "蒙古族"), "汉族 "),
        ("男", SEXES, ("男性", "女性"), "男性"),
        ("男", SEXES, ("2-男", "1-女"), "2-男"),
        ("男", Domain(Kind.TEXT), ("1.男", "2.女"), "1.男"),
        ("是", YES_NO, ("是", "否"), "是"),
        ("否", YES_NO, ("有", "无"), "无"),
        ("是", YES_NO, ("√", "×"), "√"),
        ("否", YES_NO, ("1", "0"), "0"),
        ("否", YES_NO, ("1-是", "0-否"), "0-否"),
        ("否", YES_NO, ("享受", "未享受"), "未享受"),
        ("否", YES_NO, ("√",), ""),
        ("1990", Domain(Kind.DATE), ("1989年", "1990年"), "1990年"),
        ("3", Domain(Kind.NUMBER, unit="人"), ("1人", "2人", "3人"), "3人"),
    ],
)
def test_the_exact_entry_of_the_drop_down_is_written(
    value: str, domain: Domain, options: tuple[str, ...], written: str
) -> None:
    """R-VAL-140: The entry with the same meaning, letter for letter, blanks included."""
    assert project(value, domain, Target(label="甲", options=options)) == written


def test_the_drop_down_goes_before_everything_else() -> None:
    """R-VAL-100: Whatever the label asks, only an entry of the list can be written."""
    target = Target(label="民族（代码）", options=("汉族", "蒙古族"))

    assert project("汉族", ETHNIC, target) == "汉族"


def test_a_value_no_entry_means_is_asked() -> None:
    """R-VAL-141: Nothing is forced into 其他."""
    assert code_of(project("穿青人", ETHNIC, Target(options=("汉族", "其他")))) == "OPTION_NONE"
    assert code_of(project("是", YES_NO, Target(options=("甲", "乙")))) == "OPTION_NONE"


def test_two_entries_of_one_meaning_are_asked() -> None:
    """R-VAL-141: 砖混 and 砖混结构 in one list: the person chooses, unless one is the value itself."""
    house = make_code_list("s", "结构", "", [CodeEntry("1", "砖混结构", ("砖混", "混合结构"))])
    domain = Domain(Kind.CODE, house)

    assert code_of(pick_option("砖混结构", domain, ("砖混", "混合结构"))) == "OPTION_SEVERAL"
    assert pick_option("砖混结构", domain, ("砖混", "01砖混结构")) == "01砖混结构"


RANKED = Domain(
    Kind.CODE,
    make_code_list(
        "e",
        "学历",
        "",
        [
            CodeEntry("1", "大学本科", ("本科",)),
            CodeEntry("2", "大学专科", ("大专",)),
            CodeEntry("3", "初级中学", ("初中",)),
            CodeEntry("4", "小学"),
            CodeEntry("9", "其他"),
        ],
        is_ranked=True,
    ),
)
_RANGES = ("04-大专及以上", "02-初中", "01-小学及以下")


@pytest.mark.parametrize(
    ("value", "written"),
    [("大学本科", _RANGES[0]), ("大学专科", _RANGES[0]), ("初级中学", _RANGES[1]), ("小学", _RANGES[2])],
)
def test_a_range_of_a_ranked_list_takes_what_lies_in_it(value: str, written: str) -> None:
    """R-VAL-142: 本科 lies in 大专及以上, and the edge belongs to the range."""
    assert pick_option(value, RANKED, _RANGES) == written


def test_what_has_no_rank_lies_in_no_range() -> None:
    """R-VAL-142: 其他 is neither above nor below; a list without ranks has no ranges."""
    assert RANKED.code_list is not None
    unranked = make_code_list("e", "学历", "", RANKED.code_list.entries)

    assert code_of(pick_option("其他", RANKED, _RANGES)) == "OPTION_NONE"
    assert code_of(pick_option("大学本科", Domain(Kind.CODE, unranked), _RANGES)) == "OPTION_NONE"
