"""Derived values: age on a day and age bands, computed and never stored."""

import re
import unicodedata

MAX_AGE = 200  # upper end of an open band, beyond every age

_RANGE = re.compile(r"(\d{1,3})(?:周?岁)?(?:\(含\))?(?:-|~|至|到)(\d{1,3})(?:周?岁)?(\((?:不含|含)\))?")
_FROM_TO = re.compile(
    r"(?:年?满)?(\d{1,3})周?岁?(?:\(含\)|及?以上|及以上)?[,、]?(?:且|并)?(不满|未满|以下|至)(\d{1,3})周?岁"
)
_UP = re.compile(r"(\d{1,3})周?岁?(\((?:不含|含)\))?(?:及其?|\(含\))?以上(\((?:不含|含)\))?")
_DOWN = re.compile(r"(\d{1,3})周?岁?(\((?:不含|含)\))?(?:及其?)?以(?:下|内)(\((?:不含|含)\))?")
_BELOW = re.compile(r"(?:不满|未满|小于|不足|低于|<)(\d{1,3})")
_ABOVE = re.compile(r"(?:超过|大于|高于|>(?!=))(\d{1,3})")
_REACHED = re.compile(r"(?:(?<![不未])满|>=|≥)(\d{1,3})")
_AT_MOST = re.compile(r"(?:<=|≤)(\d{1,3})")
_BOTH = re.compile(r"(\d{1,3})周?岁?(?:\(含\))?以上.{0,3}?(\d{1,3})周?岁?(\(不含\)|\(含\))?以下")
_EXACT = re.compile(r"(\d{1,3})周?岁")
_CONTEXT = re.compile(r"岁|龄|老|[<>≤≥]")


def age_on(birth: str, day: str) -> int | None:
    """
    Age in full years on a day; None if it cannot be decided or the day is before the birth. Rule R-VAL-90.

    birth: canonical date, maybe only month or year: then an age comes back only if every possible
    birthday gives the same. day: full ISO date. A year is full on the birthday; who is born on 29
    February turns on 1 March.

    >>> age_on("1990-03-07", "2024-03-06")
    33
    """
    if len(birth) not in (4, 7, 10) or not birth[:4].isdigit() or len(day) != 10:
        return None
    earliest = birth + "-01-01"[len(birth) - 4 :] if len(birth) < 10 else birth
    latest = birth + "-12-31"[len(birth) - 4 :] if len(birth) < 10 else birth
    oldest, youngest = _full_years(earliest, day), _full_years(latest, day)
    return oldest if oldest == youngest and oldest >= 0 else None


def _full_years(birth: str, day: str) -> int:
    return int(day[:4]) - int(birth[:4]) - (day[5:] < birth[5:])


def age_band(label: str) -> tuple[int, int] | None:
    """
    The ages a label names, both ends included; an open top is MAX_AGE; None if the label names none. Rule
    R-VAL-91.

    以上, 以下, 以内 and 满 include the number; 不满, 未满, 超过 exclude it. Source: 民法典, art. 1259.

    >>> age_band("60岁以上"), age_band("不满18岁"), age_band("16-59岁")
    ((60, 200), (0, 17), (16, 59))
    """
    text = "".join(unicodedata.normalize("NFKC", label).split())
    text = text.translate(_DASHES)
    if not _CONTEXT.search(text):
        return None
    for read in (_between, _open_up, _open_down, _one_age):
        found = read(text)
        if found is not None:
            return found
    return None


_DASHES = {ord(sign): "-" for sign in "—–－─﹣−~～"}


def _between(text: str) -> tuple[int, int] | None:
    found = _FROM_TO.search(text)
    if found is not None:
        return int(found[1]), int(found[3]) - (found[2] in ("不满", "未满"))
    found = _BOTH.search(text)
    if found is not None:
        return int(found[1]), int(found[2]) - (found[3] == "(不含)")
    found = _RANGE.search(text)
    if found is not None:
        low, high = int(found[1]), int(found[2]) - (found[3] == "(不含)")
        return (low, high) if low <= high else None
    return None


def _open_up(text: str) -> tuple[int, int] | None:
    found = _UP.search(text)
    if found is not None:
        return int(found[1]) + ("(不含)" in (found[2], found[3])), MAX_AGE
    found = _ABOVE.search(text)
    if found is not None:
        return int(found[1]) + 1, MAX_AGE
    found = _REACHED.search(text)
    return (int(found[1]), MAX_AGE) if found is not None else None


def _open_down(text: str) -> tuple[int, int] | None:
    found = _DOWN.search(text)
    if found is not None:
        return 0, int(found[1]) - ("(不含)" in (found[2], found[3]))
    found = _BELOW.search(text)
    if found is not None:
        return 0, int(found[1]) - 1
    found = _AT_MOST.search(text)
    return (0, int(found[1])) if found is not None else None


def _one_age(text: str) -> tuple[int, int] | None:
    found = _EXACT.fullmatch(text)
    return (int(found[1]), int(found[1])) if found is not None else None
