"""What counts as a basis: a document's number, an order's number, or a law by its name."""

import re
import unicodedata

# GB/T 9704—2012, 7.2.5: code of the office, year in 〔〕, number without leading zero. Offices also type [],
# () and 【】.
_NUMBER = re.compile(r"([\u4e00-\u9fff]{1,16})[\u3014\[({【](\d{4})年?[\u3015\])}】]第?([1-9]\d{0,4})号")
_LEADING = re.compile(r"^(?:根据|依据|按照|参照|按|见|据)")
_ORDER = re.compile(r"[\u4e00-\u9fff]{0,12}令(?:\(?\d{4}\)?年?)?第?\d{1,4}号")
_LAW = re.compile(r"《[^《》]{2,60}(?:法|条例|规定|办法|规程|准则|细则|决定|章程)(?:\([^()]*\))?》")
_FIRST_YEAR = 1949


def document_number(text: str, *, on: str) -> str:
    """
    The first well-formed document number (文号) in a text as 机关代字〔2026〕31号, "" for none. R-PCK-06.

    on: ISO day; a year behind it, or before 1949, makes a number ill-formed.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    for match in _NUMBER.finditer(plain):
        if _FIRST_YEAR <= int(match[2]) <= int(on[:4]):
            return f"{_LEADING.sub('', match[1])}〔{match[2]}〕{match[3]}号"
    return ""


def names_basis(text: str, *, on: str) -> bool:
    """
    Whether a text names a basis that can be looked up: a 文号, an order's number, a law in 《》. R-PCK-06.

    “按上级要求”“领导批示” name none.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return bool(document_number(text, on=on) or _ORDER.search(plain) or _LAW.search(plain))
