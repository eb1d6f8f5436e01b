"""Words that narrow or widen what a field means: whose, over which time, counted in what, on which day."""

import re

from qingzhuang.engine.catalogue.spelling import label_key

# Each dimension: value → the words that say it. Two texts that name different values of one dimension mean
# different things, however alike they look (FIELD.md §3 口径; 常住 and 户籍 are counted by different rules).
_DIMENSIONS: dict[str, dict[str, str]] = {
    "人口口径": {"常住": "常住|实际居住|现住", "户籍": "户籍|户口", "流动": "流动|外来|流入"},
    "谁的": {"家庭": "家庭|全家|全户|户均", "个人": "个人|本人"},
    "平均": {"人均": "人均", "户均": "户均", "总数": "总收入|总额|合计|总数|总面积"},
    "收入口径": {"纯收入": "纯收入", "可支配收入": "可支配", "总收入": "总收入|毛收入"},
    "多久": {"每月": "每月|月均|/月|按月|月收入", "每年": "每年|全年|/年|按年|年收入|年度"},
    "数什么": {"户": "户数", "人": "人数|人口数"},
    "岁数": {"周岁": "周岁|实足", "虚岁": "虚岁"},
    "性别": {"男": "男性|男的", "女": "女性|妇女"},
    "面积": {"建筑": "建筑面积|套内", "占地": "占地|宅基地面积", "确权": "确权|承包", "实种": "实种|播种"},
}  # fmt: skip
_VALUES = {
    dimension: {value: re.compile(words) for value, words in values.items()}
    for dimension, values in _DIMENSIONS.items()
}
# Words that make another thing of any element unless the element itself says them.
_APART = re.compile(
    "其中|新增|累计|净增|减少|同比|计划(?!生育)|预计|(?<![虚模])拟|曾|原来?的|以前的|变更[前后]|应有|缺少|未(?=参|缴|享|办)"
)
_DAY = re.compile(
    r"(?:截[至止]|以|按|至|到)?((?:19|20)\d\d)[年.\-/](?:(\d{1,2})[月.\-/]?(?:(\d{1,2})日?)?)?[底末]?"
)


def conflict(asked: str, held: str) -> str:
    """
    Where two wordings disagree, as a Chinese phrase; "" where they do not.

    >>> conflict("常住人口数", "户籍人口数")
    '要的是常住，平台里是户籍'
    """
    asked, held = label_key(asked), label_key(held)
    for values in _VALUES.values():
        ours = {value for value, words in values.items() if words.search(asked)}
        theirs = {value for value, words in values.items() if words.search(held)}
        if ours and theirs and not ours & theirs:
            return f"要的是{'、'.join(sorted(ours))}，平台里是{'、'.join(sorted(theirs))}"
    apart = next((found[0] for found in _APART.finditer(asked) if found[0] not in held), None)
    return "" if apart is None else f"要的带“{apart}”，平台里没有这一层"


def day_asked(text: str) -> str:
    """
    The reference day a text names, ISO to the month or the year; "" for none. Year-ends are December.

    >>> day_asked("截至2025年底人口"), day_asked("2025年6月30日年龄")
    ('2025-12', '2025-06')
    """
    found = _DAY.search(label_key(text))
    if found is None:
        return ""
    return f"{found[1]}-{int(found[2]):02d}" if found[2] else f"{found[1]}-12"
