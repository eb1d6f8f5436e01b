"""Cells that show how to write rather than what is asked: measures, choices, stars, signature cells."""

from tests.engine.read.recognise.drawing import field_at, paths, read

from qingzhuang.engine.read.blanks import blanks_in
from qingzhuang.engine.read.layout import SheetKind


def test_short_words_with_room_and_a_unit_are_measures() -> None:
    """长    宽    高    mm holds three blanks; 法 定 代 表 人 none (R-REC-57)."""
    found = blanks_in("长        宽        高        mm")

    assert [(blank.label, blank.unit) for blank in found] == [("长", None), ("宽", None), ("高", "mm")]
    assert blanks_in("负   责   人") == ()


def test_room_before_units_that_no_word_names() -> None:
    """Behind boxes and between signs a unit alone marks a blank: □有   套，   平方米 (R-REC-57)."""
    found = blanks_in("房产：□无□有  套，   平方米")

    assert [(blank.label, blank.unit) for blank in found] == [("房产", None), (None, "套"), (None, "平方米")]


def test_brackets_with_room_before_a_unit_are_a_blank() -> None:
    """（    ㎡） is to be filled (R-REC-57)."""
    (blank,) = blanks_in("保留（    ㎡）")

    assert (blank.label, blank.unit) == ("保留", "㎡")


def test_stars_and_bare_numbers_are_written_over() -> None:
    """**年*月从**迁入 and 1、 2、 are no labels but blanks (R-REC-54)."""
    layout = read("| 登记 | < |\n| 变更情况 | **年*月从**迁入 |\n| 附件 | 1、\\n2、 |\n| 住址 |  |")

    assert paths(layout) == {"B2": "变更情况", "B3": "附件", "B4": "住址"}


def test_a_numbered_choice_with_a_box_for_its_number() -> None:
    """1男  2女  □: the entries are the options (R-REC-58)."""
    layout = read("| 健康档案 | < |\n| 性别 | 1男  2女  □ |\n| 住址 |  |")

    assert field_at(layout, "B2").options == ("男", "女")


def test_boxes_behind_their_words_name_no_field() -> None:
    """包吃□ 包住□ 其他：__ is a choice of its cell's label beside a blank of its own (R-REC-58)."""
    layout = read("| 招工 | < |\n| 待遇 | 包吃□ 包住□ 双休□ 其他：______ |\n| 工种 |  |")

    choice = field_at(layout, "B2#1")
    assert (choice.label, choice.options) == ("待遇", ("包吃", "包住", "双休"))
    assert field_at(layout, "B2#2").label == "其他"


def test_signers_leave_no_room_for_words() -> None:
    """走访人员 | 签名：  电话： asks twice; an opinion asks for its words too (R-REC-59)."""
    layout = read(
        "| 走访 | < |\n| 走访人员 | 签名：      电话： |\n| 村委会意见 | 负责人：      年  月  日 |"
    )

    assert [at for at in paths(layout) if at.startswith("B2")] == ["B2#1", "B2#2"]
    assert [at for at in paths(layout) if at.startswith("B3")] == ["B3#1", "B3#2", "B3#3"]


def test_a_tall_box_for_a_seal_is_a_field() -> None:
    """发证机关章 over three rows takes a seal (R-REC-59)."""
    layout = read(
        """
        | 登记证 | < | < |
        | 名称 |  | 发证机关章 |
        | 型号 |  | ^ |
        | 编号 |  | ^ |
        """
    )

    assert field_at(layout, "C2").purpose == "signature"


def test_a_photo_takes_no_label_from_the_row_beside_it() -> None:
    """A tall blank behind a blank of one row is for a photo (R-REC-59)."""
    layout = read(
        """
        | 学籍卡 | < | < | < | < |
        | 姓名 |  | 曾用名 |  |  |
        | 性别 |  | 民族 |  | ^ |
        | 学号 |  | 班级 |  | ^ |
        """
    )

    assert field_at(layout, "E2").label is None


def test_an_answered_label_asks_for_nothing() -> None:
    """登记机关： | 青禾县行政审批局 among labels with blanks is told already (R-REC-60)."""
    layout = read(
        """
        | 登记信息 | < |
        | 名称： |  |
        | 登记机关： | 青禾县审批局 |
        | 住所： |  |
        """
    )

    assert paths(layout) == {"B2": "名称", "B4": "住所"}


def test_signs_for_nothing_leave_a_crossing_whole() -> None:
    """A row of — asks for nothing and does not end the row labels (R-REC-60)."""
    layout = read(
        """
        | 统计报表 | < | < | < |
        | 指标 | 单位 | 本期 | 上期 |
        | 一、组织 | — | — | — |
        | 村委会 | 个 |  |  |
        | 从业人员 | 人 |  |  |
        """
    )

    assert layout.kind is SheetKind.CROSSTAB
    assert paths(layout)["C4"] == "村委会/本期"
    assert "C3" not in paths(layout)


def test_units_below_the_leaves_end_a_header_of_three_levels() -> None:
    """Units beside labels that reach down to them, and numbers below, belong to the header (R-REC-20)."""
    layout = read(
        """
        | 序号 | 户主姓名 | 水稻 | < | 油菜 | < |
        | ^ | ^ | 面积 | 保费 | 面积 | 保费 |
        | ^ | ^ | 亩 | 元 | 亩 | 元 |
        | 甲 | 乙 | 1 | 2 | 3 | 4 |
        |  |  |  |  |  |  |
        |  |  |  |  |  |  |
        """
    )

    assert paths(layout)["C5"] == "水稻/面积"
    assert [field.unit for field in layout.fields] == [None, None, "亩", "元", "亩", "元"]


def test_a_unit_behind_a_blank_is_its_unit() -> None:
    """面积 |   | 亩 asks once; 人数 | 人 asks in the unit's cell (R-REC-61)."""
    layout = read("| 手册 | < | < |\n| 耕地面积 |  | 亩 |\n| 家庭人数 | 人 | < |\n| 住址 |  | < |")

    assert paths(layout) == {"B2": "耕地面积", "B3": "家庭人数", "B4": "住址"}
    assert field_at(layout, "B2").unit == "亩"


def test_a_label_behind_a_comma_ends_a_choice() -> None:
    """□身份证 □其他____，证件号码：____ is a choice and a number (R-REC-58)."""
    found = blanks_in("证件类型：□身份证 □护照 □其他____，证件号码：________。")

    assert [blank.label for blank in found] == ["证件类型", "证件号码"]
