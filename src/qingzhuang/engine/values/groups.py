"""Village groups (村民小组): 第三村民小组, 三组, 3队 and 青禾村3组 are one."""

import re
import unicodedata
from functools import lru_cache

_GROUP = re.compile(
    r"(?:.{1,12}?(?:村(?![民委])|社区|居委会|村委会))?第?(?P<name>.{1,8}?)(?P<kind>(?:村民|居民)?小?[组队社])"
)
_CHINESE = re.compile(r"([一二三四五六七八九两]?)(十?)([一二三四五六七八九]?)")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}


@lru_cache(maxsize=4096)
def group_name(text: str) -> str | None:
    """
    The bare number or name of a village group; None where the text names none. Rule R-VAL-06.

    >>> group_name("青禾村第三村民小组"), group_name("03组"), group_name("东湾组"), group_name("3")
    ('3', '3', '东湾', None)
    """
    found = _GROUP.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    return None if found is None else _bare(found["name"])


def plain_group(text: str) -> str:
    """A group as compared: its number or name; a bare number (a column 组别 with 3) is that group's."""
    return group_name(text) or _bare("".join(text.split()))


def is_same_group(a: str, b: str) -> bool:
    """Whether both name one village group; at least one of them has to say that it is a group."""
    return (group_name(a) is not None or group_name(b) is not None) and plain_group(a) == plain_group(b)


def _bare(name: str) -> str:
    if name.isdecimal():
        return str(int(name))
    found = _CHINESE.fullmatch(name)
    if found is None or not name:
        return name
    tens, ten, ones = found.groups()
    if not ten:
        return str(_DIGITS[name]) if len(name) == 1 else name
    return str(_DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0))
