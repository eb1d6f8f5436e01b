"""How two labels are compared: one key for all spellings of one label."""

from functools import lru_cache
from operator import add

from qingzhuang.engine.values.text import normalise_label

# 帐 and 账 are both in use for accounts (通用规范汉字表, 2013, prefers 账); 〔〕【】[] are brackets too.
_UNIFIED = str.maketrans({"帐": "账", "【": "(", "】": ")", "[": "(", "]": ")", "〔": "(", "〕": ")"})
_QUOTES = str.maketrans("", "", "“”\"'‘’「」『』")


@lru_cache(maxsize=8192)
def label_key(text: str) -> str:
    """
    The key under which a label is looked up: normalised, lower case, one kind of bracket, no quotes.

    >>> label_key("A4 姓　名：")
    '姓名'
    """
    return normalise_label(text).translate(_UNIFIED).translate(_QUOTES).casefold()


def pairs(key: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters of a key, with marks at both ends; the unit of likeness (Dice)."""
    framed = f"^{key}$"
    return tuple(map(add, framed, framed[1:]))
