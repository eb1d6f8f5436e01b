"""Finding lines in a cadre's own words: words, parts of them, everyday names, pinyin. R-LST-05, R-LST-06."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from pypinyin import lazy_pinyin

from qingzhuang.engine.values.initials import initials
from qingzhuang.engine.values.text import narrow

# Everyday words and the words of lists that mean the same; each is found by the others.
_SAME = (
    ("低保", "最低生活保障"),
    ("五保", "特困"),
    ("新农合", "医保", "医疗保险"),
    ("养老保险", "社保", "养老金"),
    ("残联", "残疾"),
    ("危房", "住房安全", "房屋安全"),
    ("厕所", "改厕", "户厕"),
    ("垃圾", "环境卫生", "人居环境"),
    ("河长", "巡河"),
    ("防汛", "抗洪", "洪水"),
    ("防火", "消防", "火灾"),
    ("打架", "纠纷", "矛盾"),
    ("征兵", "兵役"),
    ("退伍", "退役"),
    ("征地", "土地征收"),
    ("证明", "开证明"),
    ("宅基地", "建房"),
    ("农保", "农业保险"),
    ("秸秆", "焚烧"),
    ("留守", "困境儿童"),
    ("老人", "老年", "高龄"),
    ("学生", "控辍", "辍学"),
    ("app", "小程序", "公众号"),
    ("牌子", "挂牌"),
)
# Words of a question that say nothing of the matter.
_ASKING = re.compile(
    r"(?:请问|上面|上级|镇里|镇上|县里|部门|领导|我们?村|咱们?村|村里|村委会?|村上|村干部|是不是|归不归|该不该|要不要"
    r"|能不能|可不可以|管不管|归谁|谁管|谁来|怎么办|怎么|为什么|什么|要我们?|叫我们?|让我们?|我们|这件?事|这个|那个"
    r"|一下|必须|需要|应该|还要|都要|吗|呢|吧|啊|做不做|归|管|要求|要|我|来|去|的|了)"
)
_RUNS = re.compile(r"[a-z]+|[0-9]+|[^\sa-z0-9，。、；：？！,.;:?!（）()“”\"《》]+")
_ALIKE_FROM = 0.28  # of the weight of what was typed; below, a line shares only 工作 or 登记 with it

_BESIDE_PART = 0.5

_EXACT, _BEGINS, _HOLDS, _INITIALS, _SOUND, _SAME_WORD, _BESIDE = 100.0, 90.0, 80.0, 70.0, 65.0, 60.0, 40.0


@dataclass(frozen=True, slots=True)
class Entry:
    """What is searched: a name, and what stands beside it (department, forms …)."""

    name: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class _Ready:
    name: str
    beside: str
    initials: str
    sound: str
    starts: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Term:
    """A word typed. same: other words that mean it."""

    word: str
    may_be_pinyin: bool
    same: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Lines made ready to be searched. pairs: two neighbouring characters → the lines that hold them."""

    entries: tuple[_Ready, ...]
    pairs: Mapping[str, tuple[int, ...]]

    def weight(self, pair: str) -> float:
        """How telling a pair is: the rarer, the more; one that stands nowhere like one that stands once."""
        return math.log((len(self.entries) + 1) / (len(self.pairs.get(pair, ())) or 1)) + 0.1


def indexed(entries: Iterable[Entry]) -> Index:
    """Entries made ready to be searched; worth keeping while they do not change."""
    ready = tuple(map(_ready, entries))
    places: dict[str, list[int]] = {}
    for at, each in enumerate(ready):
        for pair in _pairs(each.name) | _pairs(each.beside):
            places.setdefault(pair, []).append(at)
    return Index(ready, {pair: tuple(found) for pair, found in places.items()})


def found(index: Index, typed: str) -> tuple[int, ...]:
    """
    Places of the lines that are meant, the best first; nothing typed means all in their order.

    Every word typed must be found; where none has them all, lines that share most of what was typed. A line's
    name goes before what stands beside it, whole words before parts, words before pinyin.
    """
    terms = _terms(typed)
    if not terms:
        return () if typed.strip() else tuple(range(len(index.entries)))
    asked = [_Term(term, term.isascii() and len(term) > 1, _same_words(term)) for term in terms]
    scored = {at: score for at, each in enumerate(index.entries) if (score := _score(each, asked))}
    if not scored:
        scored = _partly(index, " ".join(terms))
    return tuple(sorted(scored, key=lambda at: (-scored[at], len(index.entries[at].name), at)))


def shared_weight(index: Index, words: str) -> dict[int, float]:
    """
    Line → share (0–1) of the weight of the words' pairs of characters that it holds.

    A pair that stands beside the name only counts half.
    """
    wanted = Counter(_pairs(words))
    total = sum(index.weight(pair) for pair in wanted)
    shares: dict[int, float] = {}
    for pair in wanted:
        for at in index.pairs.get(pair, ()):
            part = 1.0 if pair in index.entries[at].name else _BESIDE_PART
            shares[at] = shares.get(at, 0.0) + part * index.weight(pair) / total
    return shares


@lru_cache(maxsize=16384)
def _ready(entry: Entry) -> _Ready:
    name, beside = _plain(entry.name), _plain(entry.beside)
    syllables = lazy_pinyin(name)
    starts = frozenset(accumulate(map(len, syllables), initial=0))
    return _Ready(name, beside, initials(name), "".join(syllables).lower(), starts)


def _plain(text: str) -> str:
    return narrow(text).lower()


def _terms(typed: str) -> tuple[str, ...]:
    """The words typed, without those that only ask; 低保hc is two words."""
    plain = _plain(typed)
    bare = _RUNS.findall(_ASKING.sub(" ", plain)) or _RUNS.findall(plain)
    return tuple(dict.fromkeys(bare))


def _score(entry: _Ready, terms: Sequence[_Term]) -> float:
    """How well an entry is meant, 0 where a word is not found in it."""
    total = 0.0
    for term in terms:
        score = _of_term(entry, term)
        if not score:
            return 0.0
        total += score
    return total / len(terms)


def _of_term(entry: _Ready, asked: _Term) -> float:
    term = asked.word
    if term in entry.name:
        if entry.name == term:
            return _EXACT
        return _BEGINS if entry.name.startswith(term) else _HOLDS
    if asked.may_be_pinyin:
        if term in entry.initials:
            return _INITIALS
        if _sounds(entry, term):
            return _SOUND
    if asked.same and any(word in entry.name for word in asked.same):
        return _SAME_WORD
    return _BESIDE if term in entry.beside else 0.0


def _sounds(entry: _Ready, term: str) -> bool:
    """Whether the pinyin holds the term, from the beginning of a syllable."""
    at = entry.sound.find(term)
    while at >= 0 and at not in entry.starts:
        at = entry.sound.find(term, at + 1)
    return at >= 0


@lru_cache(maxsize=1024)
def _same_words(term: str) -> tuple[str, ...]:
    """Other words for the term, or the term with one of its words said otherwise."""
    return tuple(
        term.replace(word, other)
        for group in _SAME
        for word in group
        if word in term
        for other in group
        if other != word
    )


def _partly(index: Index, words: str) -> dict[int, float]:
    """Lines that share most of what was typed, or whose everyday name does."""
    scores: dict[int, float] = {}
    for each in (words, *_same_words(words)):
        for at, share in shared_weight(index, each).items():
            if share >= _ALIKE_FROM:
                scores[at] = max(scores.get(at, 0.0), share)
    return scores


@lru_cache(maxsize=16384)
def _pairs(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters inside runs of characters."""
    return frozenset(run[at : at + 2] for run in _RUNS.findall(text) for at in range(len(run) - 1))
