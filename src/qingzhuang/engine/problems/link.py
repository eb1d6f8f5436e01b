"""Questions of linking: two records that may be one person or one household, and why nobody decided."""

from qingzhuang.engine.problems.core import Code


class LinkCode(Code):
    """Why a pair is doubtful. Each ends with what to do: answer the question."""

    SAME_NUMBER_OTHER_NAME = "身份证号相同，姓名却不同（{name}和{other}）。请核对是不是同一个人。"
    SAME_NAME_AND_BIRTH = "姓名、出生日期相同（{name}），户对不上或不知道。请你认一认是不是同一个人。"
    SAME_NAME_ONLY = "只有姓名相同（{name}），别的对不上号。请你认一认是不是同一个人。"
    SAME_HOUSEHOLD_OTHER_BIRTH = "同一户里姓名相同（{name}），出生日期却不同。请核对是不是同一个人。"
    SEVERAL_FIT = "有{count}个人都对得上（{name}）。请你认一认是哪一个。"
    SAME_NO_OTHER_HEAD = "户号相同（{no}），户主却不同（{name}和{other}）。请核对是不是同一户。"
    SEVERAL_HOUSEHOLDS = "有{count}户的户主都叫{name}。请你认一认是哪一户。"
