"""Word documents: paragraphs, captions and tables below each other."""

from tests.engine.read.recognise.drawing import columns, paths, read, read_document

from qingzhuang.engine.read.layout import SheetKind


def test_a_paragraph_is_no_blank_and_names_none() -> None:
    """A seal mark alone asks for nothing, and an office does not name the day below it (R-REC-50)."""
    layout = read_document(
        """
        居住证明
        | 姓名 |  |
        | 住址 |  |
        青禾村民委员会（盖章）
        年   月   日
        （公章）
        """
    )

    assert paths(layout) == {"B2": "姓名", "B3": "住址", "A5": ""}


def test_captions_between_tables_are_parents_of_sentence_and_table() -> None:
    """What stands under a caption carries it in its path, sentence and columns alike (R-REC-53)."""
    layout = read_document(
        """
        务工情况证明
        务工经历
        从____年__月至今，外出____次，见下表。
        | 起止时间 | 地点 | 工种 |
        |  |  |  |
        培训情况
        共有____次参加技能培训，见下表。
        | 培训时间 | 内容 | 天数 |
        |  |  |  |
        """
    )

    found = paths(layout)
    assert found["A3#2"] == "务工经历/外出"
    assert found["A7"] == "培训情况/参加技能培训"
    assert columns(layout) == [
        "务工经历/起止时间",
        "务工经历/地点",
        "务工经历/工种",
        "培训情况/培训时间",
        "培训情况/内容",
        "培训情况/天数",
    ]


def test_a_title_with_a_colon_above_a_table_is_its_caption() -> None:
    """登记情况： right above a table titles it; 姓名： there still asks (R-REC-53)."""
    layout = read_document("证明\n登记情况：\n| 名称 |  |\n| 住所 |  |")
    other = read_document("证明\n姓名：\n| 日期 | 金额 |\n|  |  |\n|  |  |")

    assert paths(layout) == {"B3": "登记情况/名称", "B4": "登记情况/住所"}
    assert paths(other)["A2"] == "姓名"


def test_words_that_lead_to_a_table_are_no_parent() -> None:
    """…如下： in a table or above it does not belong into the path (R-REC-53)."""
    layout = read_document("查询证明\n| 姓名 |  |\n| 查询结果如下： | < |\n| 坐落 |  |")

    assert paths(layout) == {"B2": "姓名", "B4": "坐落"}


def test_a_second_title_is_no_caption() -> None:
    """The title printed again opens the next copy (R-REC-53)."""
    layout = read_document("反馈单\n| 名称 |  |\n反馈单\n| 名称 |  |")

    assert paths(layout) == {"B2": "名称", "B4": "名称"}


def test_a_header_with_one_row_between_paragraphs_is_a_list() -> None:
    """Who draws a table of its own with one row means as many rows as it takes (R-REC-55)."""
    layout = read_document("回执\n| 姓名 | 职务 | 电话 |\n|  |  |  |\n请于5日前报送。")

    assert layout.kind is SheetKind.LIST


def test_one_row_below_the_cards_of_a_table_still_asks_once() -> None:
    """Above other labels of the same table a single row is a card's (R-REC-55, R-REC-18)."""
    layout = read_document("登记卡\n| 姓名 | 职务 | 电话 |\n|  |  |  |\n| 地址 |  | < |")

    assert layout.kind is SheetKind.CARD


def test_signers_at_the_end_belong_to_no_caption() -> None:
    """申请人： in the last lines closes the document (R-REC-56)."""
    layout = read_document(
        "申请书\n一、基本情况\n| 姓名 |  |\n二、申请事由\n因______申请救助。\n申请人：\n年  月  日"
    )

    found = paths(layout)
    assert found["A5"].startswith("二、申请事由")
    assert found["A6"] == "申请人"


def test_answers_with_letters_are_no_caption() -> None:
    """A. … B. … below a question is no title of the next one (R-REC-56)."""
    layout = read_document("调查表\n1. 厕所类型（  ）\nA. 水冲式  B. 旱厕\n2. 是否愿意改造：□是  □否")

    assert paths(layout)["A4"] == "是否愿意改造"


def test_a_sheet_with_nothing_but_a_header_and_one_row_is_a_list() -> None:
    """A wide table alone below its title is a list even with one blank row (R-REC-55)."""
    layout = read(
        """
        | 劳动力信息采集 | < | < | < | < |
        | 姓名 | 证件号码 | 学历 | 去向 | 意愿 |
        |  |  |  |  |  |
        """
    )

    assert layout.kind is SheetKind.LIST


def test_a_numbered_caption_right_below_the_title_is_kept() -> None:
    """（一）家庭成员 is a caption, no second line of the title (R-REC-32, R-REC-33)."""
    layout = read_document(
        """
        帮扶手册
        （一）家庭成员
        | 姓名 | 关系 | 电话 |
        |  |  |  |
        |  |  |  |
        （二）帮扶人
        | 姓名 |  | < |
        """
    )

    assert columns(layout)[0] == "（一）家庭成员/姓名"
    assert paths(layout)["B7"] == "（二）帮扶人/姓名"
