"""What content controls and automatic numbers say of a cell: entries to choose from, the number shown."""

from collections import Counter

from lxml import etree

from qingzhuang.files.documents.tables import number_in
from qingzhuang.files.documents.texts import attribute, paragraphs_of
from qingzhuang.files.packages import xmls

_MOST_OPTIONS = 5_000


def options_in(element: etree._Element) -> tuple[str, ...]:
    """The entries of the drop-down among a cell's words, its prompt left out; () where there is none."""
    lists = list(element.iter("{*}dropDownList", "{*}comboBox"))
    if len(lists) != 1:
        return ()  # two lists in one cell: each has its own blank
    entries = xmls.children(lists[0], "listItem")[:_MOST_OPTIONS]
    return tuple(
        shown
        for entry in entries
        if attribute(entry, "value")
        and (shown := attribute(entry, "displayText") or attribute(entry, "value"))
    )


class AutomaticNumbers:
    """The numbers that Word prints before paragraphs, counted along the document."""

    def __init__(self) -> None:
        self._counted: Counter[tuple[str, int]] = Counter()

    def shown_in(self, cell: etree._Element) -> str:
        """The number shown in a cell that holds nothing else (a 序号 column); "" elsewhere."""
        paragraphs = paragraphs_of(cell)
        numbers = [self._count(paragraph) for paragraph in paragraphs]
        return str(numbers[0]) if len(numbers) == 1 and numbers[0] else ""

    def _count(self, paragraph: etree._Element) -> int:
        looks = xmls.child(paragraph, "pPr")
        number = None if looks is None else xmls.child(looks, "numPr")
        name = attribute(None if number is None else xmls.child(number, "numId"), "val", "0")
        if number is None or name == "0":
            return 0
        level = number_in(xmls.child(number, "ilvl"), "val", 0)
        self._counted[name, level] += 1
        return self._counted[name, level]
