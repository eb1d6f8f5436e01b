"""What people are told about a roster: refused rows with the reason, and notes on what was seen."""

from qingzhuang.engine.problems.core import Code


class CollectCode(Code):
    """Refusals of rows (ROW_…) and notes on a sheet (NOTE_…)."""

    ROW_BAD_ID = "身份证号有问题，这一行没有收：{reason}"
    ROW_BAD_HEAD_ID = "户主的身份证号有问题，这一行没有收：{reason}"
    ROW_NOBODY = "这一行没有姓名，也没有身份证号，不知道说的是谁。补上后再导入。"
    ROW_NO_HOUSEHOLD = "这一行没有户主、户号，不知道说的是哪一户。补上后再导入。"
    ROW_UNKNOWN_PERSON = "这一行没有身份证号，还缺{missing}，认不准是谁。补上身份证号或{missing}后再导入。"

    NOTE_NO_HEADER = "没找到名单的表头（要有姓名、户主或身份证号这样的列名），这张表没有导入。"
    NOTE_HIDDEN = "这张表是隐藏的，没有导入。要导入就先取消隐藏。"
    NOTE_BAD_VALUES = "“{label}”有{count}格看不懂，没有收，其余照收（第{rows}行）。比如：{reason}"
    NOTE_REPAIRED = "“{label}”有{count}格{repair}（第{rows}行）。"
    NOTE_WARNED = "“{label}”有{count}格照收了，请看一眼：{warning}（第{rows}行）。"
    NOTE_UNKNOWN_LABELS = "不认识这些栏目，按原名存着，以后有同名的栏目就用得上：{labels}。"
    NOTE_SAME_MEANING = "“{label}”和“{other}”说的像是同一项，用了“{other}”，“{label}”按原名另存。"
    NOTE_UNCLEAR_TWINS = "“{label}”出现不止一次，分不清用哪一列，都按原名另存。"
    NOTE_MIXED_TITLE = "标题里有{names}几种名单，分不清谁属于哪一种，没有当成其中任何一种。请分开导入。"
    NOTE_PART_OF_LIST = "标题看上去只是“{name}”里的一部分人，只记下名单上的人，别人不变。"
