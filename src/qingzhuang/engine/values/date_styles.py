"""How a cell wants its date: read from its label, its sample or its number format."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class DateStyle:
    """
    A way to write dates. marks: what stands behind year, month and day. n_parts: 1 year, 2 month, 3 day.

    `1990年1月` is DateStyle(("年", "月", ""), 2, is_padded=False).
    """

    marks: tuple[str, str, str]
    n_parts: int
    is_padded: bool


ISO_MONTH = DateStyle(("-", "", ""), 2, is_padded=True)
YEAR_ONLY = DateStyle(("", "", ""), 1, is_padded=True)

_CUE = r"(?:如|例|例如|比如|格式|样式|示例|形如|填写?为?|写作?|按照?|式样|输入|[(\[【])[:：为是]?[“\"'‘(\[]?"
_SAMPLE = (
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:(?P<a>[-./年])(?P<m>1[0-2]|0?[1-9])(?!\d)"
    r"(?:(?P<b>[-./月])(?P<d>[12]\d|3[01]|0?[1-9])(?!\d)(?P<c>日?)|(?P<e>月?)))?"
)
_COMPACT = r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])?(?!\d)"
_EXAMPLE = re.compile(_CUE + _SAMPLE)
_COMPACT_EXAMPLE = re.compile(_CUE + _COMPACT)
_WHOLE = re.compile(_SAMPLE)
_WHOLE_COMPACT = re.compile(_COMPACT)
_TOKENS = re.compile(
    r"(?P<y>yyyy|x{4}|×{4}|\*{4}|#{4}|0{4}|○{4}|〇{4}|_{4})"
    r"(?:(?P<a>[-./年]?)(?P<m>m{1,2}|x{1,2}|×{1,2}|\*{1,2}|#{1,2}|0{1,2}|○{1,2}|〇{1,2}|_{2})"
    r"(?:(?P<b>[-./月]?)(?P<d>d{1,2}|x{1,2}|×{1,2}|\*{1,2}|#{1,2}|0{1,2}|○{1,2}|〇{1,2}|_{2})(?P<c>日?)|(?P<e>月?)))?"
)
_WORDS = re.compile(r"年(?P<a>[-./])月(?:(?P<b>[-./])日)?")
_EIGHT = re.compile(r"(?<![\d十])[8八]位(?:数字?|数码|日期)?|(?<![\d十])[6六]位(?:数字?|数码)?")
_MONTH_WANTED = re.compile(r"年月(?!日|份?日)|月份?$|月份?\(|[起始止终]月")
_YEAR_WANTED = re.compile(r"(?:年份|年度|哪一?年|何年|[^\d每全当本半一二三四五六七八九十两几]年)(?:$|\()")
_EXACT_TO = re.compile(r"精确到([年月日])|到([年月日])为止|填(?:写)?到([年月日])")
_DAY_WANTED = re.compile(r"年月日|日期|[^生]日$|生日")


def flatten(text: str) -> str:
    """A label as advice is read from it: NFKC, no blanks, lower case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


@lru_cache(maxsize=2048)
def read_style(label: str) -> DateStyle | None:
    """
    The style a label spells out (如1990年1月, 格式：YYYYMMDD, yyyy.mm, 年-月-日, 8位数字); None if none.
    R-VAL-110.

    A day that is no example (截至2024年12月31日) is not taken for one: an example stands behind 如, 例,
    格式 or a bracket.
    """
    text = flatten(label)
    found = _EXAMPLE.search(text)
    if found is not None and found["a"]:
        return _from_example(found)
    found = _COMPACT_EXAMPLE.search(text)
    if found is not None:
        return _compact(3 if found["d"] else 2)
    found = _TOKENS.search(text)
    if found is not None:
        return _from_tokens(found)
    found = _WORDS.search(text)
    if found is not None:
        return DateStyle((found["a"], found["b"] or "", ""), 3 if found["b"] else 2, is_padded=True)
    found = _EIGHT.search(text)
    return _compact(3 if found[0][0] in "8八" else 2) if found is not None else None


@lru_cache(maxsize=2048)
def style_of_sample(sample: str) -> DateStyle | None:
    """The style of a date printed as a sample (1990.01); None if the text is no date. Rule R-VAL-110."""
    text = flatten(sample)
    found = _WHOLE.fullmatch(text)
    if found is not None:
        return _from_example(found) if found["a"] else YEAR_ONLY
    found = _WHOLE_COMPACT.fullmatch(text)
    return _compact(3 if found["d"] else 2) if found is not None else None


def _from_example(found: re.Match[str]) -> DateStyle:
    """
    `01` asks for two digits, `1` for one; `10` tells nothing, then 年月 goes without and the rest with a
    zero.
    """
    parts = [part for part in (found["m"], found["d"]) if part]
    if any(len(part) == 1 for part in parts):
        padded = False
    else:
        padded = any(part.startswith("0") for part in parts) or found["a"] != "年"
    if found["d"]:
        return DateStyle((found["a"], found["b"], found["c"] or ""), 3, is_padded=padded)
    return DateStyle((found["a"], found["e"] or "", ""), 2, is_padded=padded)


def _from_tokens(found: re.Match[str]) -> DateStyle:
    if found["m"] is None:
        return YEAR_ONLY
    padded = len(found["m"]) == 2
    if found["d"]:
        return DateStyle((found["a"], found["b"], found["c"] or ""), 3, is_padded=padded)
    return DateStyle((found["a"], found["e"] or "", ""), 2, is_padded=padded)


def _compact(n_parts: int) -> DateStyle:
    return DateStyle(("", "", ""), n_parts, is_padded=True)


@lru_cache(maxsize=2048)
def default_style(label: str) -> DateStyle | None:
    """
    The style a label asks for without saying so: 出生年月 → 1990-01, 年份 → 1990; None: as precise as
    known. R-VAL-111.
    """
    text = flatten(label)
    exact = _EXACT_TO.search(text)
    if exact is not None:
        return {"年": YEAR_ONLY, "月": ISO_MONTH}.get(exact[1] or exact[2] or exact[3])
    if _DAY_WANTED.search(text):
        return None
    if _MONTH_WANTED.search(text):
        return ISO_MONTH
    return YEAR_ONLY if _YEAR_WANTED.search(text) else None


_QUOTED = re.compile(r"\"([^\"]*)\"")
_NOT_SHOWN = re.compile(r"\[[^\]]*\]|\\|_.|\*.|;.*$")


@lru_cache(maxsize=512)
def parts_of_number_format(number_format: str) -> int:
    """
    What a date number format shows: 3 day, 2 month, 1 year; 0 if it is no date format. Rule R-VAL-112.

    Text in quotes, colours and locales do not count; `General`, `@`, `0.00` and `mm:ss` are no date formats.
    """
    bare = _NOT_SHOWN.sub("", _QUOTED.sub("", number_format)).lower()
    if bare == "general" or ("y" not in bare and "d" not in bare):
        return 0
    return 3 if "d" in bare else 2 if "m" in bare else 1


@lru_cache(maxsize=512)
def style_of_number_format(number_format: str) -> DateStyle | None:
    """The style in which a date number format shows a day (`yyyy"年"m"月"`); None if it is another one."""
    text = _NOT_SHOWN.sub("", _QUOTED.sub(r"\1", number_format)).lower()
    found = _TOKENS.fullmatch(text)
    return _from_tokens(found) if found is not None and text.startswith("yyyy") else None


def render(value: str, style: DateStyle) -> str | None:
    """
    A canonical date in this style, cut to its precision; None if the value is coarser than the style.
    R-VAL-113.
    """
    parts = value.split("-")
    if len(parts) < style.n_parts or not parts[0].isdigit():
        return None
    shown = parts[0] + style.marks[0]
    for part, mark in zip(parts[1 : style.n_parts], style.marks[1:], strict=False):
        shown += (part if style.is_padded else str(int(part))) + mark
    return shown
