"""Comments (批注) of a sheet."""

from collections.abc import Mapping

from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.zips import Part
from qingzhuang.files.workbooks.package import relations
from qingzhuang.files.workbooks.sheets import place_of
from qingzhuang.files.workbooks.strings import text_of


def comments_of(parts: Mapping[str, Part], sheet: str) -> dict[tuple[int, int], str]:
    """Text of each comment by its cell. sheet: part name."""
    found: dict[tuple[int, int], str] = {}
    for relation in relations(parts, sheet):
        if relation.kind == "comments" and relation.target in parts:
            root = xmls.parse(parts[relation.target].inflate())
            for element in root.iter("{*}comment"):
                text = xmls.child(element, "text")
                found[place_of(element.get("ref", ""))] = "" if text is None else text_of(text)
    return found
