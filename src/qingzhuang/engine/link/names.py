"""Names, compared: which two are one person's name written twice."""

from collections.abc import Iterable
from functools import lru_cache

from pypinyin import lazy_pinyin

from qingzhuang.engine.values.text import name_key


def is_same_name(name: str, others: Iterable[str]) -> bool:
    """
    Whether a name is one of the others, or sounds the same: a miswritten character is no other person.
    R-LNK-02.

    建国 and 建军 are two names; 晓明 and 小明, sounding alike under one identity number, are one.
    """
    key = name_key(name)
    keys = {name_key(other) for other in others}
    if key in keys or not keys:
        return True
    return any(len(other) == len(key) and _sound(other) == _sound(key) for other in keys)


@lru_cache(maxsize=4096)
def _sound(key: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(key))
