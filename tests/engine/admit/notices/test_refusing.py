"""The text that the clerk copies and sends. Rule R-NTC-09."""

import pytest
from tests.engine.admit.admissions import DUTIES, QINGHE, REGISTER, TODAY
from tests.engine.admit.notices.invented import ALL, Drawn

from qingzhuang.engine.admit.notices.answering import answer
from qingzhuang.engine.admit.notices.answers import Answer
from qingzhuang.engine.admit.notices.reading import read_notice
from qingzhuang.engine.admit.notices.refusing import letter_kind, refusal

CLAUSE = "《青山县村级事项准入办法（试行）》第六条"
BLAMING = ("违规", "违反", "投诉", "举报", "追责", "问责", "乱", "擅自", "务必", "立即", "拒绝", "错误")


def told(text: str) -> Answer:
    """What the clerk of 青禾村 is told today."""
    return answer(read_notice(text), admitted=REGISTER, duties=DUTIES, on=TODAY, region=QINGHE)


@pytest.mark.parametrize("drawn", ALL, ids=lambda drawn: drawn.text[:24])
def test_a_letter_is_polite_and_names_clause_and_way(drawn: Drawn) -> None:
    """Where there is a letter, it thanks, names clause and way, and blames nobody; else none is made."""
    found = told(drawn.text)

    if letter_kind(found):
        letter = refusal(found, clause=CLAUSE)
        assert letter.startswith("您好")
        assert CLAUSE in letter
        assert "谢谢" in letter
        assert ("减负办" in letter) == found.may_refuse
        assert "{" not in letter
        assert not any(word in letter for word in BLAMING)
    else:
        with pytest.raises(ValueError, match="nothing to refuse"):
            refusal(found, clause=CLAUSE)


def test_a_refusal_reads_well() -> None:
    """The whole text for a notice without a number."""
    assert refusal(told("请报《村医工资统计表》"), clause=CLAUSE) == (
        "您好，发来的通知收到了。上面没有写准入编号。"
        "按照《青山县村级事项准入办法（试行）》第六条，要村里做的事都要有准入编号，一事一号。"
        "办法很简单：到县减负办申请准入，拿到编号后写在通知和表上，再发给我们。谢谢理解，有了编号我们马上照办。"
    )


def test_what_is_admitted_in_part_is_done_in_part() -> None:
    """Asked more than admitted, the village does its part and says how to add the rest."""
    letter = refusal(told("《高龄津贴核定表》准入〔2026〕31号，另报《村医工资统计表》"), clause=CLAUSE)

    assert "有编号的部分我们照办" in letter


def test_a_letter_names_its_clause() -> None:
    """Without a clause no letter is made."""
    with pytest.raises(ValueError, match="clause"):
        refusal(told("请报《村医工资统计表》"), clause=" ")


@pytest.mark.parametrize(
    "text", ["《高龄津贴核定表》准入〔2026〕31号", "山洪来了，请转移群众", "明天停电", ""]
)
def test_some_notices_get_no_letter(text: str) -> None:
    """What is admitted, rescue, news and an empty box are not refused (R-NTC-07, R-NTC-09)."""
    assert letter_kind(told(text)) == ""
