"""The looks of cells, as far as reading needs them."""

from typing import TypeVar

from lxml import etree

from qingzhuang.engine.read.grid import Style
from qingzhuang.files.packages import xmls

# ECMA-376 part 1, 18.8.30, with the East Asian (zh-CN) meanings of 27-36 and 50-58.
_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_T = TypeVar("_T")
_SIDES = (("left", "l"), ("right", "r"), ("top", "t"), ("bottom", "b"))


def read_styles(root: etree._Element | None) -> tuple[tuple[Style, bool], ...]:
    """
    The look of each cell format, in the order of their numbers, and whether it is locked.

    A file without styles has the plain look alone. A style number beyond the end means the plain look too.
    """
    if root is None:
        return ((Style(), True),)
    formats = {**_BUILT_IN, **_own_formats(root)}
    sizes = [_font_size(element) for element in _group(root, "fonts", "font")]
    fills = [_is_filled(element) for element in _group(root, "fills", "fill")]
    borders = [_borders(element) for element in _group(root, "borders", "border")]
    found = []
    for xf in _group(root, "cellXfs", "xf"):
        protection = xmls.child(xf, "protection")
        style = Style(
            number_format=formats.get(_number(xf.get("numFmtId")), "General"),
            font_size=_nth(sizes, xf.get("fontId"), 11.0),
            borders=_nth(borders, xf.get("borderId"), ""),
            has_fill=_nth(fills, xf.get("fillId"), False),
        )
        found.append((style, protection is None or protection.get("locked", "1") in ("1", "true")))
    return tuple(found) or ((Style(), True),)


def _own_formats(root: etree._Element) -> dict[int, str]:
    found = _group(root, "numFmts", "numFmt")
    return {_number(element.get("numFmtId")): element.get("formatCode", "General") for element in found}


def _group(root: etree._Element, group: str, name: str) -> list[etree._Element]:
    return xmls.children(xmls.child(root, group), name)


def _nth(values: list[_T], index: str | None, otherwise: _T) -> _T:
    at = _number(index)
    return values[at] if at < len(values) else otherwise


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0


def _font_size(element: etree._Element) -> float:
    """Points."""
    size = xmls.child(element, "sz")
    points = size.get("val", "11") if size is not None else "11"
    return float(points) if points.replace(".", "", 1).isdecimal() else 11.0


def _is_filled(element: etree._Element) -> bool:
    pattern = xmls.child(element, "patternFill")
    if pattern is None:
        return xmls.child(element, "gradientFill") is not None
    return pattern.get("patternType", "none") not in ("none", "gray125")


def _borders(element: etree._Element) -> str:
    drawn = ""
    for name, letter in _SIDES:
        side = xmls.child(element, name)
        if side is not None and side.get("style", "none") != "none":
            drawn += letter
    return drawn
