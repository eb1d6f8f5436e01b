"""The day a roster speaks of, as printed on its sheet."""

import re
from collections.abc import Iterable, Iterator

from qingzhuang.engine.collect.rowkinds import plain
from qingzhuang.engine.values.printed_days import compact_days_in, days_in, months_in

# Labels before which a printed day is the roster's own, wherever it stands.
_LABEL = (
    r"(?:填报|填表|制表|统计|截止|截至|更新|上报|报送|编制|数据|登记|公示)(?:日期|时间|时点|日)?"
    r"|日期|时间|时点|截止到|截至到"
)
_LABELLED = re.compile(rf"(?:{_LABEL})(?:\(.{{1,8}}\))?(?:为|是)?:?(?=(?:19|20)\d\d)")
# A day before these words starts or bounds something else: 2020年1月1日以来, 2008年5月1日前.
_NOT_ITS_DAY = re.compile(r"^(以来|以后|之后|以前|之前|起|前|后|开始|出生|号文|至今|[至到~—-])")


def printed_day(head: Iterable[str], foot: Iterable[str], sheet: str) -> str | None:
    """
    The day printed on the sheet, ISO, or None. Rule R-COL-10.

    head: texts of the rows above the header; foot: of notes and footers; sheet: the sheet's name. A
    labelled day (填报日期, 截至 …) goes first, then a day in the head, then a month there or in the
    sheet's name, which stands for its last day. A year alone is no day. May lie ahead of today: the
    caller takes the earlier of the two.
    """
    above = [plain(text) for text in head]
    below = [plain(text) for text in foot]
    name = plain(sheet)
    for texts, days in (
        ((*above, *below), _labelled),
        (above, _days),
        ((name,), _days),
        (above, _months),
        ((name,), _months),
    ):
        found = [day for text in texts for day in days(text)]
        if found:
            return found[0]
    return None


def _labelled(text: str) -> Iterator[str]:
    for label in _LABELLED.finditer(text):
        rest = text[label.end() : label.end() + 24]
        yield from list(_days(rest))[:1] or list(_months(rest))[:1]


def _days(text: str) -> Iterator[str]:
    for found in (*days_in(text), *compact_days_in(text)):
        if not _NOT_ITS_DAY.match(text[found.end :]):
            yield found.day


def _months(text: str) -> Iterator[str]:
    for found in months_in(text):
        if not _NOT_ITS_DAY.match(text[found.end :]):
            yield found.day
