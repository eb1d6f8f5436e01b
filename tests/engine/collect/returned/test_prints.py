"""Printed text is known again whatever was written into its blanks."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.collect.returned.prints import captured, print_key

WORDS = st.text(alphabet="张三李四男女汉族一二三0123456789年月日", min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=3, max_size=3))
def test_what_is_written_behind_labels_comes_back(words: list[str]) -> None:
    """Each blank's own words, in order, whatever they are (R-RET-24)."""
    printed = "姓名：____ 电话：____ 住址："
    returned = f"姓名：{words[0]} 电话：{words[1]} 住址：{words[2]}"

    assert captured(printed, returned) == (("姓名:", words[0]), ("电话:", words[1]), ("住址:", words[2]))


def test_a_changed_print_is_not_captured() -> None:
    """When a label is gone, nobody guesses which words belonged to it (R-RET-24)."""
    assert captured("姓名：____ 电话：____", "姓名张三 1380000") is None


def test_blanks_and_boxes_do_not_count() -> None:
    """Stretched labels, wide letters, underscores and ticked boxes are one and the same print (R-RET-02)."""
    assert print_key("姓　名：＿＿  ☑男 □女") == print_key("姓名: □男□女")
