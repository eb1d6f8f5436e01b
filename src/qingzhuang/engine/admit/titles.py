"""Titles of matters: when two are the same one, and which of many are alike."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add

from rapidfuzz import fuzz, process

# Characters that scanners and typists swap, each with the one we compare by; none tells two matters apart.
_SWAPPED = str.maketrans("帖帐藉候末巳已曰淮拨暧璧", "贴账籍侯未己己日准拔暖壁")
_MARKS = re.compile(r"[\s《》〈〉「」『』\"'“”‘’()\[\]【】〔〕{}<>、,。.;:!?·—_\-–~*#/|+]+")
_LEADING = re.compile(
    r"^(?:关于)?(?:(?:切实|认真|继续|进一步|全面)?(?:做好|开展|报送|填报|填写|上报|印发|召开|下发))*"
)
_TRAILING = re.compile(r"(?:的通知|的函|通知|工作|的|模板|样表|空表|样式|电子版|新版|终稿|定稿|版本?\d*)+$")
# Only 某某县: 农贸市场 and 老旧小区 show that 市 and 区 cannot be told from words of the matter.
_PLACE = re.compile(
    r"^[\u4e00-\u9fff]{2}[^贫困\W]?县(?!域|级|乡|镇|政|内|直|城)"
    r"|^(?:全县|全市|全区|全镇|全乡|我县|我镇|各村|本村)"
    r"|^(?:本月|这个月|本季度?|本周|这周|今年|本年度?)"  # the round that runs now was admitted
)
_FILE_NAME = re.compile(r"\.(?:xlsx?|docx?|et|wps|csv|pdf|zip)$", re.IGNORECASE)
_ATTACHMENT = re.compile(r"^附(?:件|表)\s*\d*\s*[:：.、]?\s*")

# What sets two rounds of one matter apart: a year, a quarter, a month, a half, a season, a count.
_CHINESE = {word: str(i) for i, word in enumerate("一二三四五六七八九", 1)}
_YEAR = re.compile(r"(20\d\d)年?度?")
_QUARTER = re.compile(r"第?([一二三四1-4])季度?")
_MONTH = re.compile(r"(?<!\d)(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?")
_HALF = re.compile(r"([上下])半年度?")
_SEASON = re.compile(r"([春夏秋冬])季?(?=[^季])")

ALIKE = 0.62  # below, two titles of daily work share little more than 表 and 登记


@dataclass(frozen=True, slots=True)
class TitleKey:
    """A title as compared: the words of the matter, and the round it is about (年 2026, 季 4 …)."""

    words: str
    rounds: frozenset[tuple[str, str]]


@lru_cache(maxsize=16384)
def title_key(title: str) -> TitleKey:
    """
    How a title is compared: no marks, no place, no 关于…的通知, its round apart. Rule R-NTC-03.

    >>> title_key("关于报送《青山县2026年四季度高龄津贴核定表》的通知").words
    '高龄津贴核定表'
    """
    text = _FILE_NAME.sub("", unicodedata.normalize("NFKC", title).strip())
    bare = _MARKS.sub("", _ATTACHMENT.sub("", text))
    bare = _TRAILING.sub("", _LEADING.sub("", bare)) or bare
    rounds, bare = _rounds(_PLACE.sub("", bare) or bare)
    bare = _PLACE.sub("", bare) or bare
    return TitleKey(bare.translate(_SWAPPED).casefold(), rounds)


def _rounds(bare: str) -> tuple[frozenset[tuple[str, str]], str]:
    """The round a title names, and the title without it; a title that is nothing but a round stays whole."""
    found, rest = set[tuple[str, str]](), bare
    for kind, pattern in (("年", _YEAR), ("季", _QUARTER), ("半", _HALF), ("月", _MONTH), ("节", _SEASON)):
        for hit in pattern.finditer(rest):
            found.add((kind, _figure(hit[1])))
        rest = pattern.sub("", rest)
    return (frozenset(found), rest) if len(rest) >= 2 else (frozenset(found), bare)


def _figure(text: str) -> str:
    """四 as 4, 十二 as 12; other words as they are."""
    if text.startswith("十"):
        return str(10 + int(_CHINESE.get(text[1:], "0")))
    return _CHINESE.get(text, text)


def is_same_title(asked: str, admitted: str) -> bool:
    """
    Whether what is asked is the matter that was admitted: the same words, and no other round. R-NTC-03.

    A round that only one of them names is no difference: the yearly number serves each quarter.

    >>> is_same_title("2026年四季度高龄津贴核定表", "高龄津贴核定表")
    True
    >>> is_same_title("三季度高龄津贴核定表", "四季度高龄津贴核定表")
    False
    """
    one, other = title_key(asked), title_key(admitted)
    return bool(one.words) and one.words == other.words and not _is_other_round(one, other)


def _is_other_round(one: TitleKey, other: TitleKey) -> bool:
    named = {kind for kind, _ in one.rounds} & {kind for kind, _ in other.rounds}
    mine, theirs = ({each for each in key.rounds if each[0] in named} for key in (one, other))
    return not mine <= theirs if mine and theirs else False


def is_named_in(text: str, title: str) -> bool:
    """
    Whether running text names this title whole: not as a piece of a longer word. Rule R-NTC-03.

    >>> is_named_in("请各村填报高龄津贴核定表，周五前交", "高龄津贴核定表")
    True
    >>> is_named_in("请填高龄津贴核定表审核台账", "高龄津贴核定表")
    False
    """
    key = title_key(title)
    if len(key.words) < 3:
        return False
    plain = unicodedata.normalize("NFKC", text).translate(_SWAPPED).casefold()
    return any(
        _is_whole(plain, found.start(), found.end())
        and not _is_other_round(title_key(plain[max(0, found.start() - 9) : found.end()]), key)
        for found in re.finditer(_loosely(key.words), plain)
    )


_BEFORE = re.compile(
    r"(?:^|[^\u4e00-\u9fff0-9a-z]|[填报交送写做好的份张个度年季月将把请各村县镇乡开加召展于成关传附件])\s*$"
)
_BEHIND = re.compile(
    r"^\s*(?:$|[^\u4e00-\u9fff0-9a-z]|[填报交送发请于在要按已和及与的通工由每将上到准][^补审附台细]"
    r"|[填报交送发请于在要和及与的]$|准入)"
)


def _is_whole(plain: str, start: int, end: int) -> bool:
    """Whether what stands before and behind can be no part of the title's word."""
    return _BEFORE.search(plain[:start]) is not None and _BEHIND.search(plain[end:]) is not None


def _loosely(words: str) -> str:
    return r"\s*".join(map(re.escape, words))


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles made ready to be searched. words: their keys, in the order they were given."""

    words: tuple[str, ...]
    keys: tuple[TitleKey, ...]


def titles_of(titles: Iterable[str]) -> Titles:
    """Titles made ready to be searched; worth keeping while the register does not change."""
    keys = tuple(map(title_key, titles))
    return Titles(tuple(key.words for key in keys), keys)


def alike(asked: str, among: Titles, *, most: int = 5) -> tuple[tuple[int, float], ...]:
    """
    The titles most like the one asked: (place in `among`, likeness 0–1), the likest first, the same before.

    Likeness is the share of letters two titles have in common, in order (Indel), halved into words and
    pairs of neighbouring characters, so that 低保户核查 and 核查低保户 are near. Rule R-NTC-04.
    """
    key = title_key(asked)
    if not key.words:
        return ()
    near = process.extract(key.words, among.words, scorer=fuzz.ratio, limit=most * 4, score_cutoff=45)
    scored = [(place, _likeness(key, among.keys[place], ratio / 100)) for _, ratio, place in near]
    kept = sorted((each for each in scored if each[1] >= ALIKE), key=lambda each: (-each[1], each[0]))
    return tuple(kept[:most])


def _likeness(one: TitleKey, other: TitleKey, ratio: float) -> float:
    mine, theirs = _pairs(one.words), _pairs(other.words)
    dice = 2 * len(mine & theirs) / ((len(mine) + len(theirs)) or 1)
    whole = 1.0 if one.words == other.words else min(0.99, (ratio + dice) / 2)
    return round(whole * (0.9 if _is_other_round(one, other) else 1.0), 3)


def _pairs(words: str) -> frozenset[str]:
    return frozenset(map(add, words, words[1:]))


def same(asked: str, among: Titles) -> Sequence[int]:
    """Places of the titles that are the same matter."""
    key = title_key(asked)
    return [
        place
        for place, words in enumerate(among.words)
        if words == key.words and words and not _is_other_round(key, among.keys[place])
    ]
