"""What is said of an admission number: whether it counts on a day, in a place, for a matter."""

from qingzhuang.engine.problems.core import Code


class StandingCode(Code):
    """How a number stands. Days are shown as 2026-12-31 is: 2026年12月31日."""

    GOOD = "{number}作数，到{until}为止，还有{days}天。"
    LAST_DAY = "{number}作数，今天是最后一天。"
    EMERGENCY = "{number}是应急先办的号，到{until}还没补办就不作数了。"
    NOT_YET = "{number}要到{start}才作数，还有{days}天；到那天再办。"
    EXPIRED = "{number}在{until}到期，已经过了{days}天；要接着办，先请发文的单位去续。"
    WITHDRAWN = "{number}在{day}已经撤回，不用再办。"
    EMERGENCY_LAPSED = "{number}是应急先办的号，到{until}没有补办，已经不作数。"
    OUT_OF_SCOPE = "{number}没有发给你们这里，不用办；管的是另外的村镇。"
    OTHER_MATTER = "{number}是“{title}”的号，不是“{asked}”的。"
