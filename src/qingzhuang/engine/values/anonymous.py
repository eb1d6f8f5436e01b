"""Taking out of a text what tells where it comes from: names of places and people, numbers, links."""

import re
import unicodedata
from collections.abc import Iterable

HIDDEN = "×"
_ENDING = re.compile(r"(?:村民委员会|居民委员会|人民政府|街道办事处|村委会|居委会|社区|街道|村|镇|乡)$")
_LEAST = 2  # letters of a name worth hiding: a single one stands in half of all words
_LINK = re.compile(r"(?:https?://|www\.)[^\s，。；、）)》]+", re.IGNORECASE)
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NUMBER = re.compile(r"[0-9*][0-9*Xx -]{5,}[0-9*Xx]")  # of a phone, an account, a person, a village
_PLAIN = re.compile(r"(?:19|20)\d\d(?:-\d{1,2}-\d{1,2}|\d{4}|-\d{1,5})")  # a day, two years, ZHUNRU-2026-31
_CALLED = re.compile(r"@[^\s，。；：、@]{1,20}")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def without_origin(text: str, names: Iterable[str]) -> str:
    """
    The text with × for every one of these names (also without 村, 镇 and the like at their end, also with
    blanks between the letters), for @names, links, mail addresses and numbers of seven and more digits.

    Days and admission numbers stay. The order of the names makes no difference. Rule R-CHE-09.

    >>> without_origin("请青禾村张小满报来，电话13812345678", ["青禾村", "张小满"])
    '请××报来，电话×'
    """
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    plain = plain.translate(str.maketrans(",;!?", "，；！？"))
    for pattern in (_LINK, _MAIL, _CALLED):
        plain = pattern.sub(HIDDEN, plain)
    plain = _hidden(names).sub(HIDDEN, plain)
    return _NUMBER.sub(lambda found: found[0] if _PLAIN.fullmatch(found[0]) else HIDDEN, plain)


def _hidden(names: Iterable[str]) -> re.Pattern[str]:
    """What stands for any of the names, the longest first; nothing at all where there are none."""
    spelt = {unicodedata.normalize("NFKC", name).strip() for name in names}
    spelt |= {_ENDING.sub("", name) for name in spelt}
    kept = sorted((name for name in spelt if len(name) >= _LEAST), key=lambda name: (-len(name), name))
    loose = (r"[ \t]*".join(map(re.escape, name.replace(" ", ""))) for name in kept)
    return re.compile("|".join(loose) or r"(?!)", re.IGNORECASE)
