"""Web pages saved as .xls: tables, texts and borders are kept; what runs, links or loads is left out."""

import re
from collections.abc import Iterator

from lxml import etree

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode

_KEPT = frozenset(
    "html body table caption thead tbody tfoot tr td th col colgroup p div span br b strong i em u font"
    " center h1 h2 h3 h4 h5 h6 a".split()
)
_ATTRIBUTES = frozenset("rowspan colspan width height align valign bgcolor border color face size".split())
_SPANS = ("rowspan", "colspan")
_MOST_SPAN = 1_000  # of a form or roster; the limits of a sheet are far off
_DEEPEST = 4  # tables in tables
_TEXT_STYLE = re.compile(r"mso-number-format\s*:\s*[\"']?\\+@")
_TEXT_CLASS = re.compile(r"\.([\w-]+)\s*\{[^{}]*mso-number-format\s*:\s*[\"']?\\+@")
# A number that a spreadsheet program keeps as it is written; identity numbers and 00123 are text (R-OFC-07).
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,10})(?:\.\d+)?")
_AS_TEXT = "0;0;@"  # what LibreOffice writes itself for a cell of text: languages, then the format
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 2048


def clean_page(data: bytes, *, most_cells: int) -> bytes:
    """
    The page with nothing but its tables and texts, as UTF-8.

    Raises RefusedError: broken, without a table, too many cells, tables nested too deep.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(_without_declaration(decoded(data)).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(Problem(FilesCode.BROKEN)) from error
    if root is None or root.find(".//table") is None:
        raise RefusedError(Problem(FilesCode.NO_TABLE_INSIDE, {"suffix": ".xls"}))
    if sum(1 for _ in root.iter("td", "th")) > most_cells:
        raise RefusedError(Problem(FilesCode.TOO_MANY_CELLS, {"limit": most_cells}))
    text_classes = frozenset(
        name for style in root.iter("style") for name in _TEXT_CLASS.findall(style.text or "")
    )
    page = etree.Element("html")
    head = etree.SubElement(page, "head")
    etree.SubElement(head, "meta", {"charset": "utf-8"})
    for body in root.iter("body"):
        _copy(body, page, text_classes, depth=0)
    return bytes(etree.tostring(page, method="html", encoding="utf-8"))


def decoded(data: bytes) -> str:
    """
    The text of a page or an XML file: by its byte order mark, what it says of itself, UTF-8, GB18030.

    Raises RefusedError where a byte fits none of these.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise RefusedError(Problem(FilesCode.BROKEN))


def _encodings(data: bytes) -> Iterator[str]:
    declared = _CHARSET.search(data[:_HEAD])
    name = declared[1].decode("ascii").lower() if declared else ""
    if name.startswith(("gb", "x-gb", "cp936", "windows-936")):
        yield "gb18030"  # GB 2312 and GBK are parts of it
    elif name in ("big5", "utf-8", "utf8"):
        yield name
    yield from ("utf-8-sig", "gb18030")


def _without_declaration(text: str) -> str:
    """Without `<?xml … encoding=…?>`, which would go before the encoding that the parser is told."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"), count=1)


def _copy(element: etree._Element, to: etree._Element, text_classes: frozenset[str], *, depth: int) -> None:
    """A copy of the element below `to`; of one that is not kept, the kept ones inside it."""
    depth += element.tag == "table"
    if depth > _DEEPEST:
        raise RefusedError(Problem(FilesCode.TOO_HARD))
    copied = etree.SubElement(to, element.tag, _attributes(element))
    copied.text = element.text
    if element.tag in ("td", "th") and _is_text(element, text_classes):
        copied.set("sdnum", _AS_TEXT)
    for child in element:
        if child.tag in _KEPT:
            _copy(child, copied, text_classes, depth=depth)
            copied[-1].tail = child.tail
        elif child.tail:
            _add_text(copied, child.tail)


def _add_text(element: etree._Element, text: str) -> None:
    """Text behind what is in the element already."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _attributes(element: etree._Element) -> dict[str, str]:
    kept = {str(key): str(value)[:100] for key, value in element.attrib.items() if key in _ATTRIBUTES}
    for span in _SPANS:
        if span in kept:
            number = re.match(r"\s*(\d{1,6})", kept[span])
            kept[span] = str(min(int(number[1]), _MOST_SPAN)) if number else "1"
    return kept


def _is_text(cell: etree._Element, text_classes: frozenset[str]) -> bool:
    """Whether a cell says it is text, or would lose something as a number, or begins a formula."""
    says_so = (
        "x:str" in cell.attrib
        or _TEXT_STYLE.search(cell.get("style", ""))
        or text_classes & set(cell.get("class", "").split())
    )
    text = "".join(str(piece) for piece in cell.itertext()).strip()
    return bool(text) and (bool(says_so) or _NUMBER.fullmatch(text) is None)
