"""Likely elements for a label that is not understood: proposed, never decided. Rules R-MAT-07 and 30."""

import re
from collections import Counter
from collections.abc import Sequence

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.catalogue.spelling import label_key, pairs
from qingzhuang.engine.values.domain import Kind
from qingzhuang.engine.values.units import ratio

SHOWN = 3
# Below this likeness (Dice over pairs of characters) nothing is proposed as the answer. Of two or three
# characters no other label shares more than half.
PROPOSED = 0.55
PROPOSED_SHORT = 0.5
_SHORT = 3
_EVIDENCE = 0.08
# What many labels end in: two labels that share no more than this speak of different things.
_ENDING = re.compile(
    "(?:等级|级别|类型|类别|种类|性质|情况|状况|状态|信息|时间|日期|年月|年份|期限|名称|名字|姓名|金额|金|收入|支出|面积|规模"
    "|产量|数量|人数|户数|次数|个数|数|量|率|比例|电话|手机|地址|地点|住址|位置|编号|编码|号码|代码|号|原因|单位|部门|机构|方式|方法"
    "|内容|项目|标准|要求|意见|用途|来源|结果|人员|人|户|员|者|是否|有无|证|书|表|费|款|额|元|亩|名|级|类|地|点)+$"
)
_OF_SOMEBODY = frozenset({Kind.NAME, Kind.ID_NUMBER, Kind.PHONE, Kind.ACCOUNT})
_ASKS = re.compile("^(?:是否|有无|是不是|有没有)(?:为|是|有|已)?")


def candidates(
    texts: Sequence[str], catalogue: Catalogue, *, unit: str | None = None, options: Sequence[str] = ()
) -> tuple[tuple[str, float], ...]:
    """
    The most likely elements and their scores 0–1 (plus evidence), best first, at most three.

    texts: readings of the label, likest first. A hint that is named outright goes before all likeness.
    unit, options: of the blank; elements of that unit or with those choices are preferred.
    """
    scores: dict[str, float] = {}
    for text in dict.fromkeys(filter(None, texts)):
        for code in catalogue.hints_by_label.get(text, ()):
            scores[code] = max(scores.get(code, 0.0), 1.0)
        for code, score in _likeness(text, catalogue).items():
            scores[code] = max(scores.get(code, 0.0), score)
    judged = {code: score + _evidence(code, catalogue, unit, options) for code, score in scores.items()}
    best = sorted(judged.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(best[:SHOWN])


def is_close(text: str, code: str, catalogue: Catalogue) -> bool:
    """
    Whether a text is like enough to a spelling of an element to ask a person about it. Rule R-MAT-30.

    What stands before the common ending has to be shared in part: 企业等级 is no 残疾等级. Somebody's name
    or number is asked about whoever he may be (孕妇姓名).
    """
    if code in catalogue.hints_by_label.get(text, ()):
        return True
    element = catalogue[code]
    spellings = {label_key(spelling) for spelling in (element.name, *element.synonyms, *element.hints)}
    if element.domain.kind in _OF_SOMEBODY and text.endswith(tuple(s for s in spellings if len(s) > 1)):
        return True
    least = PROPOSED_SHORT if len(text) <= _SHORT else PROPOSED
    return any(_dice(text, spelling) >= least and _shares_more(text, spelling) for spelling in spellings)


def _dice(one: str, other: str) -> float:
    shared = sum((Counter(pairs(one)) & Counter(pairs(other))).values())
    return 2 * shared / (len(one) + len(other) + 2)


def _shares_more(one: str, other: str) -> bool:
    """Whether two labels share more than a common ending; one that is nothing but an ending may be any."""
    ours, theirs = (_ENDING.sub("", _ASKS.sub("", text)) for text in (one, other))
    return not ours or not theirs or bool(set(ours) & set(theirs))


def _likeness(text: str, catalogue: Catalogue) -> dict[str, float]:
    """Dice likeness of a text to each element's likest spelling that shares a pair of characters with it."""
    own = Counter(pairs(text))
    shared: Counter[int] = Counter()
    for pair, n in own.items():
        for place, k in Counter(catalogue.postings.get(pair, ())).items():
            shared[place] += min(n, k)
    found: dict[str, float] = {}
    for place, n in shared.items():
        spelling, code = catalogue.spellings[place]
        found[code] = max(found.get(code, 0.0), 2 * n / (len(text) + len(spelling) + 2))
    return found


def _evidence(code: str, catalogue: Catalogue, unit: str | None, options: Sequence[str]) -> float:
    domain = catalogue[code].domain
    score = 0.0
    if unit is not None:
        score += _EVIDENCE if domain.unit and ratio(unit, domain.unit) is not None else -_EVIDENCE
    if options and domain.code_list is not None:
        score += _EVIDENCE * any(option in domain.code_list.spellings for option in options)
    if options and domain.kind is Kind.BOOLEAN:
        score += _EVIDENCE * (set(options) <= {"是", "否", "有", "无"})
    return score
