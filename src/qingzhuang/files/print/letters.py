"""The office's letter as a PDF."""

from qingzhuang.files.print.papers import Letter
from qingzhuang.files.print.printable import as_data
from qingzhuang.files.print.typesetting import typeset

_TITLE_LINE = 20  # characters of 22 pt on a line of 156 mm
# Better places to end a line of a title: behind what closes, behind 的 and 、, before what opens.
_ENDS, _OPENS = "》”）", "《“（"


def letter(data: Letter) -> bytes:
    """
    The letter after GB/T 9704-2012, A4: red head, number, title, sections, attachments, signer, date, foot.

    Raises:
        RefusedError: no Chinese typeface on this machine, or far too long.
    """
    shown = as_data(data)
    return typeset("letter", shown | {"title_lines": list(title_lines(shown["title"]))}, dated=data.dated)


def title_lines(title: str) -> tuple[str, ...]:
    """
    The title broken as official titles are: as given where it holds line breaks; else into as few lines as it
    needs, near their middle, where the sense is not torn (GB/T 9704-2012, 7.3.1: 词意完整、排列对称).
    """
    if "\n" in title:
        return tuple(line.strip() for line in title.split("\n") if line.strip())
    lines: list[str] = []
    while len(title) > _TITLE_LINE:
        ideal = len(title) / -(-len(title) // _TITLE_LINE)
        shortest = max(len(title) // 3 if len(title) <= 2 * _TITLE_LINE else _TITLE_LINE // 2, 1)
        at = min(range(shortest, _TITLE_LINE + 1), key=lambda end: _tears(title, end) + abs(end - ideal))
        lines.append(title[:at])
        title = title[at:]
    return (*lines, title)


def _tears(title: str, end: int) -> int:
    """How much a line that ends before `end` tears the sense, in characters off the middle it is worth."""
    last, following = title[end - 1], title[end]
    if last in _OPENS or following in _ENDS + "的、，":
        return 99
    if last in _ENDS or following in _OPENS:
        return 0
    is_open = sum(map(title[:end].count, _OPENS)) > sum(map(title[:end].count, _ENDS))
    return (6 if is_open else 3) - (2 if last in "的、和" else 0)
