"""Relations printed in notes and headers: 01=02+03, 1列=2列+5列, 第3栏≥第4栏, （1）=（2）, 合计=男+女."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_SIGNS = {
    "=": "=", "＝": "=", "等于": "=",
    "≥": ">=", ">=": ">=", "大于等于": ">=", "不小于": ">=", "大于或等于": ">=", "＞＝": ">=",
    "≤": "<=", "<=": "<=", "小于等于": "<=", "不大于": "<=", "小于或等于": "<=", "＜＝": "<=", "不超过": "<=",
    ">": ">", "＞": ">", "大于": ">", "<": "<", "＜": "<", "小于": "<",
}  # fmt: skip
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_MINUS = ("-", "－", "减")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BARE = rf"(?:[0-9]{{1,3}}|[{_CIRCLED}]|[A-Z]{{1,2}})"
_CODE = rf"(?:第?\s*[(（\[【〔]?\s*{_BARE}\s*[)）\]】〕]?\s*(?:列|栏|行|项|号)?)"
_MORE = r"(?:…+|\.{3,6}|\.\.)"
_SUM = rf"{_CODE}(?:\s*[+＋加\-－减]\s*(?:{_CODE}|{_MORE}))*"
# What stands before or after a code makes it something else: part of a number, an amount, a share, a name.
_BEFORE = r"(?<![0-9A-Za-z.．/%+＋*×÷~～\-－—=＝])"
_AFTER = (
    r"(?!\s*[0-9A-Za-z./%％℃元分个年月日时人户次米亩岁天名条项处万千百十吨公斤倍之至或的列栏行号"
    r"加减乘除*×÷~～+＋\-－—])"
)
_RELATION = re.compile(
    rf"{_BEFORE}({_SUM})\s*({_SIGN})\s*(?:第(?=\d))?({_SUM}(?:\s*[=＝]\s*{_SUM})*){_AFTER}"
)
_TERM = re.compile(rf"([+＋加\-－减]?)\s*(?:({_CODE})|({_MORE}))")
_SUMMED = re.compile(
    rf"(?P<sign>[=＝]|应?等于|应?[为是])(?:(?P<first>{_CODE})(?:至|到|[-—~～])(?P<last>{_CODE})"
    rf"|(?P<listed>{_CODE}(?:[、和与及+]{_CODE}){{1,20}}))各?[列栏行项]?(?:之和|的和|相加)"
)
_PLAIN = re.compile(_BARE)
_AROUND = re.compile(r" ?([-+＋加－减=＝≥≤<>＜＞]) ?")
_LONGEST_CODE = 20  # characters
_LONGEST_CLAUSE = 120  # thirty codes with their signs
_MOST_CLAUSES = 500
_WORD = r"[\u4e00-\u9fff（）()㎡]{1,15}"
_WORDS = re.compile(
    rf"(?<![\u4e00-\u9fff（）()0-9A-Za-z+＋=＝])({_WORD}(?:\s*[+＋]\s*{_WORD})*)\s*([=＝≥≤])\s*"
    rf"({_WORD}(?:\s*[+＋\-－]\s*{_WORD})*)(?![0-9A-Za-z*×÷/+＋\-－=＝])"
)


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a side. name: a code as printed (01, 3, B), or a label. kind: 列, 行, or "" if unsaid."""

    name: str
    is_minus: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as printed. left: the side that is judged. sign: =, >=, <=, > or <. by_label: of words."""

    left: tuple[Term, ...]
    sign: str
    right: tuple[Term, ...]
    printed: str
    by_label: bool = False


def relations_in(text: str) -> tuple[Relation, ...]:
    """The relations that a text prints, in order; () for the many texts with = or > that state none."""
    if not re.search("[=＝≥≤<>＜＞]|等于|大于|小于|超过|之和", text):
        return ()
    found: list[Relation] = []
    for piece in _pieces(text):
        spelt = _spelt_out(piece)
        if spelt == piece:
            found += [*_by_code(piece), *_by_label(piece)]
        else:
            said = re.sub("^.*[：:]", "", piece)
            found += [replace(relation, printed=said) for relation in _by_code(spelt)]
    return tuple(found)


def _pieces(text: str) -> list[str]:
    """The clauses that may state a relation, without blanks. Longer ones are prose, or meant to cost time."""
    text = _AROUND.sub(r"\1", re.sub(r"\s+", " ", text))
    clauses = re.split("[，,；;。 ]", re.sub(r"第 ?([0-9]{1,3}) ?(?=[列栏行])", r"第\1", text))
    return [each for each in clauses if 3 <= len(each) <= _LONGEST_CLAUSE][:_MOST_CLAUSES]


def plain_code(text: str) -> str:
    """The bare code of `（3）`, `第3栏`, `①`, `01`; "" where the text is no code."""
    bare = re.sub(r"\s+", "", text[:_LONGEST_CODE])
    found = _PLAIN.search(bare)
    if found is None or len(text) > _LONGEST_CODE or not re.fullmatch(_CODE, bare):
        return ""
    return str(_CIRCLED.index(found[0]) + 1) if found[0] in _CIRCLED else found[0]


def _spelt_out(text: str) -> str:
    """2至5之和 as 2+…+5, 2、3、4之和 as 2+3+4; the text itself where nothing of the kind stands in it."""

    def spelt(found: re.Match[str]) -> str:
        sign = "=" if found["sign"] else ""
        if found["last"]:
            return f"{sign}{found['first']}+…+{found['last']}"
        return sign + re.sub("[、和与及]", "+", found["listed"])

    return _SUMMED.sub(spelt, text)


def _by_code(text: str) -> Iterator[Relation]:
    for found in _RELATION.finditer(text):
        left = _terms(found[1])
        sign = _SIGNS[found[2]]
        for side in re.split("[=＝]", found[3]) if sign == "=" else [found[3]]:
            relation = _directed(left, sign, _terms(side), found[0].strip())
            if relation is not None:
                yield relation


def _terms(side: str) -> tuple[Term, ...]:
    """The terms of a side; an ellipsis stands for the numbers between its neighbours."""
    found: list[Term] = []
    is_gap = False
    for sign, code, more in _TERM.findall(side):
        if more:
            is_gap = True
            continue
        kind = "列" if re.search("[列栏]", code) else "行" if "行" in code else ""
        term = Term(plain_code(code), sign in _MINUS, kind)
        if is_gap and found:
            found += _between(found[-1], term)
            is_gap = False
        found.append(term)
    return tuple(found)


def _between(first: Term, last: Term) -> list[Term]:
    if not (first.name.isdecimal() and last.name.isdecimal()):
        return []
    width = len(first.name) if first.name.startswith("0") else 0
    numbers = range(int(first.name) + 1, int(last.name))
    return [Term(str(number).zfill(width), last.is_minus, last.kind) for number in numbers]


def _directed(
    left: tuple[Term, ...], sign: str, right: tuple[Term, ...], printed: str, *, by_label: bool = False
) -> Relation | None:
    """The relation with one single term on its left, where there is one; None where it says nothing."""
    names = [term.name for term in (*left, *right)]
    if len(set(names)) < len(names) or not all(names) or not left or not right:
        return None
    if len(left) > 1:
        if len(right) > 1 or any(term.is_minus for term in left):  # 图1-2=3 is no relation
            return None
        turned = {">=": "<=", "<=": ">=", ">": "<", "<": ">"}
        left, sign, right = right, turned.get(sign, sign), left
    return None if left[0].is_minus else Relation(left, sign, right, printed, by_label)


def _by_label(text: str) -> Iterator[Relation]:
    for found in _WORDS.finditer(text):
        left, right = (tuple(_words(found[side])) for side in (1, 3))
        if found[2] in "=＝" and len(left) == len(right) == 1:
            continue  # 甲=乙 is an explanation more often than a demand
        relation = _directed(left, _SIGNS[found[2]], right, found[0].strip(), by_label=True)
        if relation is not None:
            yield relation


def _words(side: str) -> Iterator[Term]:
    for sign, word in re.findall(rf"([+＋\-－]?)\s*({_WORD})", side):
        yield Term(word, sign in _MINUS)
