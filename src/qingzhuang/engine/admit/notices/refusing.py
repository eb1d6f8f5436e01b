"""The polite refusal that the clerk copies and sends: what is missing, by which clause, and the way on."""

from qingzhuang.engine.admit.notices.answers import Answer, Verdict
from qingzhuang.engine.problems.notices import NoticesCode as Code

_HELLO = "您好，发来的通知收到了。"
_THANKS = "谢谢理解，有了编号我们马上照办。"
_HOW = "办法很简单：到县减负办申请准入，拿到编号后写在通知和表上，再发给我们。"
_PART = "有编号的部分我们照办；多出来的，请先到县减负办把它加进准入，再发给我们。"
_ASK = "麻烦核对一下准入编号，写在通知上，我们对上就办。"


def refusal(answer: Answer, *, clause: str) -> str:
    """
    A text to copy and send: thanks, what does not fit, the clause, the way, no blame. Rule R-NTC-09.

    For 说不准 it asks for the number instead of refusing.

    Args:
        answer: what the village was told.
        clause: the rule it rests on, as cited in the rules pack (文件名 and 条款).

    Raises:
        ValueError: nothing is to be refused or asked (已准入, rescue, only news), or no clause is given.
    """
    if not clause.strip():
        raise ValueError("a refusal names its clause")
    by = f"按照{clause.strip()}，要村里做的事都要有准入编号，一事一号。"
    if answer.may_ask:
        return "".join((_HELLO, _reason(answer), by, _ASK, "谢谢。"))
    if not answer.may_refuse:
        raise ValueError("nothing to refuse")
    way = _PART if answer.way.code is Code.DO_ADMITTED_PART else _HOW
    return "".join((_HELLO, _reason(answer), by, way, _THANKS))


# What is said to the village does not always suit the one who sent the notice.
_TO_SENDER = {
    Code.NO_NUMBER: "上面没有写准入编号。",
    Code.ONLY_REFERENCE: "上面写的{reference}是申请编号，不是准入编号。",
    Code.NEEDS_NONE: "上面没有准入编号。",
    Code.SAME_TITLE_ENDED: "上面没有写准入编号，同名事项的编号现在也不作数了。",
    Code.NOT_OURS: "上面没有准入编号，县里的清单上“{duty}”也不归村里办。",
    Code.SAME_TITLE: "上面没有写准入编号，我们查到一个同名的，想请您确认是不是{number}。",
    Code.NEAR_TITLE: "上面没有写准入编号，我们查到几个名字差不多的，不知道是哪一个。",
}


def _reason(answer: Answer) -> str:
    """Why, as said to the sender; the days and words of the village's answer where they suit him too."""
    code = answer.reason.code
    if isinstance(code, Code) and code in _TO_SENDER:
        return _TO_SENDER[code].format(**answer.reason.params)
    return answer.sentence


def letter_kind(answer: Answer) -> str:
    """What the button is called: 回绝, 问编号, or "" where there is nothing to send."""
    if answer.verdict in (Verdict.NOT_ADMITTED, Verdict.NOT_VALID):
        return "回绝"
    return "问编号" if answer.may_ask else ""
