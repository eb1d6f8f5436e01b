"""Text as people type it: labels made comparable, stray characters reported, names kept whole."""

import re
import unicodedata
from functools import lru_cache

from qingzhuang.engine.values.domain import Parsed

INVISIBLE_REMOVED = "去掉了看不见的字符"
BLANKS_REMOVED = "去掉了空格"
APOSTROPHE_REMOVED = "去掉了前面的撇号"
NARROWED = "全角改成了半角"
DOT_UNIFIED = "间隔号统一成了“·”"
ODD_NAME = "姓名里有数字或括号"
NAME_BLANKS_REMOVED = "去掉了姓名中间的空格"

# Zero-width, direction marks, soft hyphen, BOM and control characters. Variation selectors and private-use
# characters are NOT here: rare names are written with them.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
_APOSTROPHE = re.compile("^['‘’`＇]+(?=.)", re.DOTALL)
_BLANK_RUN = re.compile(r"[ \t\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_WHITE = re.compile(r"\s+")
_NOT_COMPATIBLE = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")
_NARROW = {
    wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_NOT_IN_ADDRESS = re.compile("[\\s\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_FULL_WIDTH = re.compile("[\uff01-\uff5e\u3000]")

HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\ue000-\uf8ff"
_NAME_DOTS = re.compile("[\u2022\u2027\u2219\u22c5\u30fb\uff0e\uff65\u0387]")
_ASCII_DOT = re.compile(f"(?<=[{HAN}])\\.(?=[{HAN}])")
_ALL_HAN = re.compile(f"[{HAN}\ufe00-\ufe0f\U000e0100-\U000e01ef]+")

_BRACKETS = str.maketrans("（）", "()")
_ODD_IN_NAME = re.compile(r"[\d()（）\[\]【】/、]")

_CIRCLED = re.compile("^[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]+")
_STARS = "*★☆※◆◇●○■#√▲△·-—_ "
_MEASURE = "年月日号岁周个组户位级类项人次天小时元万亿亩批代期届孩胎"
_NUMBERING = re.compile(
    r"(?:[(\[【]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)\]】、:]"  # (1) 一、 12:
    r"|\d{1,3}\.(?!\d)"  # 1.
    rf"|\d{{1,2}}(?:[.\-]\d{{1,2}})+[.、]?(?=[{HAN}])(?![{_MEASURE}])"  # 1.2 or 1-2
    rf"|[A-Za-z]{{1,2}}\d{{1,3}}[.、\-]?(?=[{HAN}])"  # A4
    r"|[A-Z]\d{2}(?=(?:19|20)\d\d)"  # B81 before a year
    rf"|\d{{1,3}}(?=[{HAN}])(?![{_MEASURE}]))"  # 01 or 23 before a word that is no measure
)


def normalise_label(text: str) -> str:
    """
    A label as it is compared: NFKC, no white space, no leading numbering or star, no closing colon;
    brackets kept.

    `０１ 申请人 姓名：` gives `申请人姓名`; `建筑面积（㎡）` gives `建筑面积(m2)`; `2014年收入` stays.
    Rule R-VAL-01.
    """
    bare = _CIRCLED.sub("", text.strip().lstrip(_STARS))
    bare = _WHITE.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFKC", bare)))
    for _ in range(2):
        bare = bare.lstrip(_STARS)
        found = _NUMBERING.match(bare)
        if found is not None and found.end() < len(bare):
            bare = bare[found.end() :]
    return bare.lstrip(_STARS).rstrip(":_*;,。、")


def narrow(text: str) -> str:
    """Full-width digits and letters as half-width ones; punctuation stays. Rule R-VAL-02."""
    return text.translate(_NARROW)


def compose(text: str) -> str:
    """
    NFC, except that CJK compatibility ideographs stay as they are.

    NFC would turn them into another code point, and rare characters of names are kept byte for byte.
    R-VAL-04.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    return _NOT_COMPATIBLE.sub(lambda run: unicodedata.normalize("NFC", run[0]), text)


def is_plain(text: str) -> bool:
    """Whether nothing needs repair: printable, no blank at the ends, no leading apostrophe, NFC."""
    return (
        text.isprintable()
        and text[:1] not in " '‘’`＇"
        and text[-1:] != " "
        and unicodedata.is_normalized("NFC", text)
    )


def tidy_text(text: str) -> tuple[str, tuple[str, ...]]:
    """
    The text without invisible characters, leading apostrophe and outer blanks, and what was repaired.

    Inner blanks become one; line breaks stay; NFC. Outer blanks go without a word. Rule R-VAL-02.
    """
    if text and is_plain(text) and "  " not in text:
        return text, ()
    repairs = []
    bare = text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    seen = _INVISIBLE.sub("", bare)
    if seen != bare:
        repairs.append(INVISIBLE_REMOVED)
    bare = seen.strip()
    plain = _APOSTROPHE.sub("", bare).strip()
    if plain != bare:
        repairs.append(APOSTROPHE_REMOVED)
    return compose(_BLANK_RUN.sub(" ", plain)), tuple(repairs)


def tidy_code(text: str) -> tuple[str, tuple[str, ...]]:
    """
    A number or code without any blank, half-width, and what was repaired. Rule R-VAL-03.

    For identity numbers, accounts, phones and the like, where NFKC is safe.
    """
    if text.isascii() and text.isalnum():
        return text, ()
    bare, repairs = tidy_text(text)
    if _FULL_WIDTH.search(bare.strip("\u3000")):
        repairs += (NARROWED,)
    bare = unicodedata.normalize("NFKC", bare)
    closed = compose(_WHITE.sub("", bare))
    if closed != bare or text != text.strip():
        repairs += (BLANKS_REMOVED,)
    return closed, repairs


def parse_text(text: str) -> Parsed:
    """Free text: tidied, else as it stands. Rule R-VAL-02."""
    value, repairs = tidy_text(text)
    return Parsed(value, repairs)


def parse_address(text: str) -> Parsed:
    """An address: tidied, half-width digits and letters, no blanks or line breaks inside. Rule R-VAL-05."""
    if is_plain(text) and not _NOT_IN_ADDRESS.search(text):
        return Parsed(text)
    value, repairs = tidy_text(text)
    half = narrow(value)
    if half != value:
        repairs += (NARROWED,)
    closed = _WHITE.sub("", half)
    if closed != half:
        repairs += (BLANKS_REMOVED,)
    return Parsed(closed, repairs)


def parse_name(text: str) -> Parsed:
    """
    A name: NFC, middle dots as U+00B7, rare characters kept, blanks of stretched names (张 三) removed.
    R-VAL-04.

    Blanks go where each piece is one character or the whole name has at most three; 买买提 艾力 keeps its
    blank.
    """
    if is_plain(text) and _ALL_HAN.fullmatch(text):
        return Parsed(text)
    value, repairs = tidy_text(text)
    dotted = _ASCII_DOT.sub("·", _NAME_DOTS.sub("·", value))
    if dotted != value:
        repairs += (DOT_UNIFIED,)
    pieces = dotted.split()
    joined = "".join(pieces)
    if len(pieces) > 1 and _ALL_HAN.fullmatch(joined) and _is_stretched(pieces):
        return Parsed(joined, (*repairs, NAME_BLANKS_REMOVED))
    warnings = (ODD_NAME,) if _ODD_IN_NAME.search(dotted) else ()
    return Parsed(" ".join(pieces), repairs, warnings)


@lru_cache(maxsize=65_536)
def bare_name(name: str) -> str:
    """A name without blanks and dots of any kind, so that 买买提•艾力 and 买买提 艾力 are one. R-VAL-80."""
    composed = unicodedata.normalize("NFC", name)
    if _ALL_HAN.fullmatch(composed):
        return composed
    dotless = _ASCII_DOT.sub("", _NAME_DOTS.sub("", narrow(composed).replace("·", "")))
    return "".join(dotless.split()).translate(_BRACKETS)


def name_key(name: str) -> str:
    """A name as people are found by it: bare, and without what stands in brackets behind it. R-LNK-02."""
    bare = bare_name(name)
    return bare.partition("(")[0] or bare


def _is_stretched(pieces: list[str]) -> bool:
    return all(len(piece) == 1 for piece in pieces) or sum(map(len, pieces)) <= 3
