"""The admission number 准入〔2026〕31号: written one way, read the many ways people write and scan it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.engine.admit.tidying import tidy

HIGHEST = 99_999

# What people type and what scanners make of it. Letters are read as digits only inside a number.
_OPEN, _CLOSE = r"[〔\[(【{〈《「『]", r"[〕\])】}〉》」』]"
_DIGIT = r"[0-9OoQ〇○lI|]"
_YEAR = rf"[2Z][0OoQ〇○]{_DIGIT}{{2}}"
_SEQ = rf"{_DIGIT}{{1,5}}(?![0-9A-Za-z])"
_NO = "[号號]"
_AND = r"\s*[、,和及与]\s*第?\s*"
# 准入, as scanners also read it; 不准入, 没准入 and the like name no number.
_WORD = (
    r"(?<![不未没无免])(?<![不未][予能可])[准淮][入人]\s*"
    r"(?P<named>编?\s*[号號]码?|证号|字)?\s*[:.]?\s*(?:为|是)?\s*"
)
_LIST = rf"(?P<seqs>{_SEQ}(?:\s*{_NO}?(?:{_AND}{_SEQ}\s*{_NO}?)*{_AND}{_SEQ}\s*{_NO})?)"
_BRACKETED = re.compile(
    rf"{_WORD}(?:[准淮][入人]\s*)?"
    rf"(?:{_OPEN}\s*(?P<year>{_YEAR})\s*{_CLOSE}?|(?P<bare>{_YEAR})\s*{_CLOSE})\s*第?\s*{_LIST}"
)
# 2026-03-15 is a day: a dash needs 编号 before it or 号 behind it, and nothing that goes on like a day.
_DASHED = re.compile(
    rf"{_WORD}(?:[准淮][入人]\s*)?(?P<year>{_YEAR})\s*[-–—_－]\s*第?(?P<seq>{_SEQ})"
    rf"(?!\s*[-–—./年月日])(?P<no>\s*{_NO})?"
)
_LETTERED = re.compile(
    rf"(?<![0-9A-Za-z])ZHUNRU\s*[-–—_]?\s*(?P<year>{_YEAR})\s*[-–—_]\s*(?P<seq>{_SEQ})(?!\s*[-–—./]\s*\d)",
    re.IGNORECASE,
)
# What an application is called from the day it is handed in; no admission number, whatever it looks like.
_REFERENCE = re.compile(
    rf"(?<![0-9A-Za-z])ZR\s*[-–—_－]?\s*({_YEAR})\s*[-–—_－]\s*({_DIGIT}{{1,6}})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
# Typed alone into a box that asks for a number, the word may be missing.
_ALONE = re.compile(rf"{_OPEN}?\s*(?P<year>{_YEAR})\s*(?:{_CLOSE}|[-–—_\s])\s*第?\s*(?P<seq>{_SEQ})\s*{_NO}?")
_DASHED_ALONE = re.compile(
    rf"(?:准入\s*(?:编?号)?\s*[:.]?\s*)(?P<year>{_YEAR})\s*[-–—_\s]\s*(?P<seq>{_SEQ})\s*{_NO}?"
)
_AS_DIGIT = str.maketrans("OoQ〇○lI|Z", "000001112")
_SEQUENCE = re.compile(rf"{_DIGIT}{{1,5}}")


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """
    An admission number; one series a year for all kinds of matter. year: 2000–2099. seq: 1–99999.

    Rule R-NUM-01.

    Raises:
        ValueError: year or seq outside of that.

    >>> str(Number(2026, 31))
    '准入〔2026〕31号'
    """

    year: int
    seq: int

    def __post_init__(self) -> None:
        if not 2000 <= self.year <= 2099:
            raise ValueError(f"year {self.year}")
        if not 1 <= self.seq <= HIGHEST:
            raise ValueError(f"seq {self.seq}")

    def __str__(self) -> str:
        return f"准入〔{self.year}〕{self.seq}号"

    @property
    def code(self) -> str:
        """The same in letters that any file name takes: ZHUNRU-2026-31; ZR- is for applications."""
        return f"ZHUNRU-{self.year}-{self.seq}"


def parse(text: str) -> Number | None:
    """
    The number this text is, and nothing else beside it; None if it is none. Rule R-NUM-02.

    For a box that asks for a number, so 〔2026〕31号 and 2026-31 will do.

    >>> str(parse("准入（２０２６）０３１号"))
    '准入〔2026〕31号'
    >>> parse("青政办〔2026〕31号") is None
    True
    """
    bare = _plain(text).strip().strip("。.;,:")
    for pattern in (_ALONE, _DASHED_ALONE, _LETTERED):
        found = pattern.fullmatch(bare)
        if found is not None:
            return _number(found["year"], found["seq"])
    named = numbers_in(bare)
    at = _BRACKETED.search(bare) or _DASHED.search(bare)
    if len(named) != 1 or at is None or re.sub(rf"事项|已|编号|\s|{_NO}", "", bare.replace(at[0], "", 1)):
        return None
    return named[0]


def numbers_in(text: str) -> tuple[Number, ...]:
    """
    Every admission number in running text, in the order of the text, each once. Rules R-NUM-02, R-NUM-03.

    Telephone numbers, days and the 文号 of documents (青政办〔2026〕31号) are none.
    """
    plain = _plain(text)
    found = sorted([*_bracketed(plain), *_dashed(plain)])
    return tuple(dict.fromkeys(number for _, _, number in found))


def references_in(text: str) -> tuple[str, ...]:
    """
    Every reference of an application (申请编号) in running text, each once, as the gate writes it. R-NUM-14.

    >>> references_in("请填甲表，编号 zr-2026-1")
    ('ZR-2026-001',)
    """
    found = _REFERENCE.finditer(_plain(text))
    read = (f"ZR-{each[1].translate(_AS_DIGIT)}-{int(each[2].translate(_AS_DIGIT)):03d}" for each in found)
    return tuple(dict.fromkeys(read))


def _plain(text: str) -> str:
    """As the patterns read it; a run of spaces in it would cost them a power of its length."""
    return tidy(text)


def _bracketed(plain: str) -> Iterator[tuple[int, int, Number]]:
    """With brackets: position, place in a list of several, number."""
    for found in _BRACKETED.finditer(plain):
        for i, seq in enumerate(_SEQUENCE.findall(found["seqs"])):
            number = _number(found["year"] or found["bare"], seq)
            if number is not None:
                yield found.start(), i, number


def _dashed(plain: str) -> Iterator[tuple[int, int, Number]]:
    """With a dash instead: 准入编号2026-31, 准入2026-31号, ZHUNRU-2026-31."""
    for found in _DASHED.finditer(plain):
        number = _number(found["year"], found["seq"])
        if number is not None and (found["named"] or found["no"]):
            yield found.start(), 0, number
    for found in _LETTERED.finditer(plain):
        number = _number(found["year"], found["seq"])
        if number is not None:
            yield found.start(), 0, number


def _number(year: str, seq: str) -> Number | None:
    """The number of these signs; None where they are no such number (0号), or no digit stands in it."""
    if not re.search(r"\d", seq) and len(seq) > 1:
        return None  # 准入〔2026〕lO号 is too far gone to be read without a guess
    year_read, seq_read = int(year.translate(_AS_DIGIT)), int(seq.translate(_AS_DIGIT))
    return Number(year_read, seq_read) if 2000 <= year_read <= 2099 and seq_read >= 1 else None
