"""Numbers in the target's unit; identity numbers, accounts and names shown as asked."""

from decimal import Decimal

import pytest
from hypothesis import given
from tests.engine.values.drawn import code_of, identities, identity

from qingzhuang.engine.values.domain import Domain, Kind, Written
from qingzhuang.engine.values.formats import Target, project, unit_in_label

ID = identity()
LAND = Domain(Kind.NUMBER, unit="亩")
MONEY = Domain(Kind.NUMBER, unit="元")


@pytest.mark.parametrize(
    ("value", "domain", "target", "written"),
    [
        ("5", LAND, Target(unit="公顷"), Decimal("0.33")),
        ("7.5", LAND, Target(label="耕地面积（公顷）"), Decimal("0.5")),
        ("15", LAND, Target(unit="公顷"), 1),
        ("1.5", LAND, Target(unit="平方米"), 1000),
        ("3.5", LAND, Target(label="耕地面积（亩）"), Decimal("3.5")),
        ("12345", MONEY, Target(unit="万元"), Decimal("1.2345")),
        ("12345", MONEY, Target(label="年收入（万元，保留两位小数）", unit="万元"), Decimal("1.23")),
        ("1234.5", MONEY, Target(label="金额（元）"), Decimal("1234.5")),
        ("1234.5", MONEY, Target(label="金额（取整）"), 1235),
        ("300", MONEY, Target(unit="元/月"), 300),
        ("85.5", Domain(Kind.NUMBER, unit="%"), Target(number_format="0.00%"), Decimal("0.855")),
        ("3", Domain(Kind.NUMBER, unit="平方米"), Target(unit="㎡"), 3),
        ("3", Domain(Kind.NUMBER), Target(unit="个"), 3),
        ("120", MONEY, Target(number_format="@", is_text_cell=True), 120),
    ],
)
def test_numbers_are_written_in_the_targets_unit(
    value: str, domain: Domain, target: Target, written: Written
) -> None:
    """R-VAL-115, 116: Exact where the conversion ends, else two decimals; always a plain number."""
    assert project(value, domain, target) == written


@pytest.mark.parametrize(
    ("domain", "unit"),
    [(LAND, "元"), (Domain(Kind.NUMBER, unit="人"), "户"), (Domain(Kind.NUMBER), "万元"), (LAND, "筐")],
)
def test_a_unit_that_cannot_be_reached_is_asked(domain: Domain, unit: str) -> None:
    """R-VAL-117: Without two known units of one dimension nothing is converted and nothing written."""
    assert code_of(project("5", domain, Target(unit=unit))) == "UNIT_MISMATCH"


def test_the_last_unit_in_brackets_is_the_labels() -> None:
    """R-VAL-115: 面积（含承租）（亩） is in 亩; a remark in brackets is no unit."""
    assert unit_in_label("面积（含承租）（亩）") == "亩"
    assert unit_in_label("面积（单位：公顷，保留两位小数）") == "公顷"
    assert unit_in_label("耕地面积/亩") == "亩"
    assert unit_in_label("人民币元/月") is None
    assert unit_in_label("家庭住址（门牌）") is None


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("身份证号", ID),
        ("*公民身份号码（18位）", ID),
        ("身份证号（18位或15位）", ID),
        ("身份证号（最后一位为字母的大写X）", ID),
        ("身份证号（后六位）", ID[-6:]),
        ("身份证号后4位", ID[-4:]),
        ("身份证末6位", ID[-6:]),
        ("身份证号（前6位）", ID[:6]),
        ("身份证号（脱敏）", ID[:6] + "*" * 8 + ID[-4:]),
        ("身份证号（打码，如110101********1234）", ID[:6] + "*" * 8 + ID[-4:]),
        ("身份证号（1101**********1234）", ID[:4] + "*" * 10 + ID[-4:]),
        ("身份证号（110***************）", ID[:3] + "*" * 15),
        ("身份证号（隐藏出生年月日）", ID[:6] + "*" * 8 + ID[-4:]),
        ("身份证号（中间8位用*代替）", ID[:6] + "*" * 8 + ID[-4:]),
        ("身份证号（隐藏后六位）", ID[:12] + "*" * 6),
        ("身份证号（后四位用*代替）", ID[:14] + "****"),
        ("身份证号（保留前3后4位，其余打码）", ID[:3] + "*" * 11 + ID[-4:]),
        ("身份证号（只显示后4位，其余隐藏）", "*" * 14 + ID[-4:]),
        ("身份证号（6-8-4，空格隔开）", f"{ID[:6]} {ID[6:14]} {ID[14:]}"),
        ("身份证号（6-8-4分段）", f"{ID[:6]} {ID[6:14]} {ID[14:]}"),
        ("身份证号（6-8-4，中间加横线）", f"{ID[:6]}-{ID[6:14]}-{ID[14:]}"),
        ("身份证号（如110101-19900101-1234）", f"{ID[:6]}-{ID[6:14]}-{ID[14:]}"),
        ("身份证号（如：110101 19900101 1234）", f"{ID[:6]} {ID[6:14]} {ID[14:]}"),
    ],
)
def test_an_identity_number_is_shown_as_the_label_asks(label: str, written: str) -> None:
    """R-VAL-120 to 122: Whole, cut, masked or in groups; always text."""
    assert project(ID, Domain(Kind.ID_NUMBER), Target(label=label)) == written


@pytest.mark.parametrize(
    "advice",
    [
        "身份证号要填写完整，不得隐藏或用其他证件代替",
        "姓名、身份证号不得省略",
        "身份证号不得打码",
        "身份证号请勿用*代替",
        "身份证号禁止脱敏、隐藏",
        "不要对身份证号进行掩码处理",
        "没有身份证号的可用户口簿号替代",
        "身份证号（前6位为地区码）",
        "身份证号后四位是顺序码和校验码",
    ],
)
def test_a_note_that_forbids_hiding_hides_nothing(advice: str) -> None:
    """R-VAL-123: A mask that is forbidden, or digits that are only explained, leave number and name whole."""
    target = Target(label="身份证号", advice=advice)

    assert project(ID, Domain(Kind.ID_NUMBER), target) == ID
    assert project("张小明", Domain(Kind.NAME), target) == "张小明"


@pytest.mark.parametrize(
    "advice", ["身份证号不得公开，须脱敏", "身份证号不得公开请打码", "不得写全，中间八位省略"]
)
def test_a_mask_that_is_asked_beside_a_ban_is_made(advice: str) -> None:
    """R-VAL-123: What must not be public is hidden where the same note says so."""
    target = Target(label="身份证号", advice=advice)

    assert project(ID, Domain(Kind.ID_NUMBER), target) == ID[:6] + "*" * 8 + ID[-4:]


@given(identities())
def test_masks_and_groups_never_change_a_digit(number: str) -> None:
    """R-VAL-121: A mask keeps length and the digits it shows; groups keep all digits."""
    masked = project(number, Domain(Kind.ID_NUMBER), Target(label="身份证号（脱敏）"))
    grouped = project(number, Domain(Kind.ID_NUMBER), Target(label="身份证号（6-8-4）"))

    assert isinstance(masked, str)
    assert isinstance(grouped, str)
    assert len(masked) == 18
    assert all(shown in ("*", whole) for shown, whole in zip(masked, number, strict=True))
    assert grouped.replace(" ", "") == number


def test_a_samples_groups_are_followed_and_its_stars_are_not() -> None:
    """R-VAL-122: The stars of a sample row may only guard the sample person."""
    domain = Domain(Kind.ID_NUMBER)

    assert project(ID, domain, Target(sample="110101 19900101 1234")) == f"{ID[:6]} {ID[6:14]} {ID[14:]}"
    assert project(ID, domain, Target(sample="110101********1234")) == ID


def test_an_old_number_is_not_lengthened_for_a_form() -> None:
    """R-VAL-120: Where 18 digits are wanted and only the old number is known, it is asked."""
    old = "360999620214021"

    assert code_of(project(old, Domain(Kind.ID_NUMBER), Target(label="身份证号（18位）"))) == "ID_NEEDS_18"
    assert project(old, Domain(Kind.ID_NUMBER), Target(label="身份证号（18位或15位）")) == old


@pytest.mark.parametrize(
    ("kind", "value", "label", "written"),
    [
        (Kind.PHONE, "13800001111", "联系电话", "13800001111"),
        (Kind.PHONE, "13800001111", "联系电话（脱敏）", "138****1111"),
        (Kind.PHONE, "13800001111", "手机号（3-4-4）", "138 0000 1111"),
        (Kind.ACCOUNT, "6222021234567890123", "一卡通账号", "6222021234567890123"),
        (Kind.ACCOUNT, "6222021234567890123", "银行卡号（后四位）", "0123"),
        (Kind.NAME, "张小明", "姓名", "张小明"),
        (Kind.NAME, "张小明", "姓名（脱敏）", "张**"),
        (Kind.NAME, "张小明", "姓名（与身份证前两位一致）", "张小明"),
        (Kind.USCC, "91350100M000100Y43", "统一社会信用代码", "91350100M000100Y43"),
        (Kind.REGION, "360999101205", "行政区划代码", "360999101205"),
        (Kind.ADDRESS, "青禾村3组", "家庭住址", "青禾村3组"),
        (Kind.TEXT, "务农", "备注", "务农"),
    ],
)
def test_other_numbers_and_words_are_text(kind: Kind, value: str, label: str, written: str) -> None:
    """R-VAL-120: Telephones, accounts and codes are written as text, in the part that is asked."""
    assert project(value, Domain(kind), Target(label=label, number_format="0")) == written
