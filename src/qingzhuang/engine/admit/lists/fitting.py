"""The line of the three lists that an application's title means. R-LST-07."""

import re
from collections.abc import Sequence

from qingzhuang.engine.admit.comparing.terms import title_likeness
from qingzhuang.engine.admit.lists.domain import DutyLine
from qingzhuang.engine.admit.lists.searching import Entry, Index, indexed, shared_weight
from qingzhuang.engine.admit.titles import title_key

ALIKE_FROM = 0.45  # below, the title and the line share little more than 登记 and 统计
# What the demand is made of, not what it is about: 高龄津贴核定表 is about 高龄津贴.
_FRAME = re.compile(
    r"(?:(?:情况|信息|数据|人员|对象)?(?:统计|登记|汇总|调查|摸底|摸排|排查|采集|核定|核查|申报|上报|填报|报送|明细|进度)*"
    r"(?:月报|季报|年报|周报|日报|表格|报表|表|台账|账|花名册|名册|名单|清单|一览表))$"
)


def best_duty(title: str, duties: Sequence[DutyLine]) -> tuple[DutyLine, float] | None:
    """
    The line that fits a title best and how well, 0–1; None where none fits.

    For many titles against the same lines, `best_place` with an index that is kept.
    """
    best = best_place(title, duties, duty_index(duties))
    return (duties[best[0]], best[1]) if best else None


def duty_index(duties: Sequence[DutyLine]) -> Index:
    """The lines made ready to be searched, by name first, then by what stands beside it."""
    return indexed(
        Entry(line.name, " ".join((line.forms, line.category, line.department, line.basis, line.support)))
        for line in duties
    )


def best_place(title: str, duties: Sequence[DutyLine], index: Index) -> tuple[int, float] | None:
    """Place of the line that fits a title best and how well, 0–1; None where none does."""
    return next(iter(fitting_places(title, duties, index)), None)


def fitting_places(title: str, duties: Sequence[DutyLine], index: Index) -> list[tuple[int, float]]:
    """
    Places of the lines that fit a title and how well, 0–1, the best first.

    Likeness is the larger of two: how alike both names are (Dice over pairs of characters), and which share
    of the weight of the title's words the line holds (a bit less: the line may say more than the title).
    """
    key = title_key(title).words
    bare = _FRAME.sub("", key) or key
    shares = shared_weight(index, bare) if len(bare) > 1 else {}
    rated = [
        (max(title_likeness(title, duties[at].name), 0.95 * share), -len(duties[at].name), -at)
        for at, share in shares.items()
    ]
    fitting = sorted((each for each in rated if each[0] >= ALIKE_FROM), reverse=True)
    return [(-at, round(likeness, 3)) for likeness, _, at in fitting]
