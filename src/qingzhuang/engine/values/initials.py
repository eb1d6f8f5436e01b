"""Found by what people type: the words, their pinyin, or its first letters (`zgl` finds 张桂兰)."""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from qingzhuang.engine.values.text import narrow


@lru_cache(maxsize=16384)
def initials(text: str) -> str:
    """First letters of the pinyin, lower case; the rest as it is: `柳河镇 1组` gives `lhz1z`."""
    return _key("".join(lazy_pinyin(_key(text), style=Style.FIRST_LETTER)))


@lru_cache(maxsize=16384)
def _sound(text: str) -> str:
    """The whole pinyin."""
    return _key("".join(lazy_pinyin(_key(text))))


def is_found_by(text: str, typed: str) -> bool:
    """Whether a name is meant by what somebody typed; nothing typed means every name. R-ORG-01."""
    wanted = _key(typed)
    return wanted in _key(text) or wanted in initials(text) or wanted in _sound(text)


def _key(text: str) -> str:
    """Half-width, lower case, without blanks."""
    return "".join(narrow(text).lower().split())
