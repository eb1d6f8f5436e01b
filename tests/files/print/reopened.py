"""A PDF opened again by another program (poppler): its size, typefaces, words and ink."""

import subprocess
from dataclasses import dataclass

MM = 25.4


def info(pdf: bytes) -> dict[str, str]:
    """What pdfinfo says, by label."""
    lines = _run(pdf, "pdfinfo", "-").splitlines()
    return {label.strip(): said.strip() for label, _, said in (line.partition(":") for line in lines)}


def pages(pdf: bytes) -> list[str]:
    """The text of each page, lines as they stand."""
    return _run(pdf, "pdftotext", "-layout", "-enc", "UTF-8", "-", "-").split("\f")[:-1]


def words(pdf: bytes) -> str:
    """The text of all pages without spaces, line breaks and places to break."""
    return "".join("".join(pages(pdf)).replace("\u200b", "").split())


def typefaces(pdf: bytes) -> dict[str, bool]:
    """Names of the typefaces used, and whether each travels with the file."""
    lines = _run(pdf, "pdffonts", "-").splitlines()[2:]
    return {line.split()[0]: line.split()[-5] == "yes" for line in lines}


@dataclass(frozen=True, slots=True)
class Ink:
    """Where there is ink on a page, mm from its left and top edge; the rows and columns that carry any."""

    left: float
    top: float
    right: float
    bottom: float


def ink(
    pdf: bytes, page: int, *, colour: str = "dark", below: float = 0, above: float = 400, right_of: float = 0
) -> Ink:
    """
    Bounds of the dark or red ink of a page between two heights and right of a line, in mm. 150 dots an inch.
    """
    width, lines = _pixels(pdf, page)
    seen = _is_red if colour == "red" else _is_dark
    marked = [
        (x, y)
        for y, line in enumerate(lines)
        if below <= y / 150 * MM <= above
        for x in range(int(right_of / MM * 150), width)
        if seen(line[3 * x], line[3 * x + 1], line[3 * x + 2])
    ]
    across, down = [x for x, _ in marked], [y for _, y in marked]
    left, top, right, bottom = (
        dots / 150 * MM for dots in (min(across), min(down), max(across) + 1, max(down) + 1)
    )
    return Ink(left, top, right, bottom)


def _is_dark(red: int, green: int, blue: int) -> bool:
    return red < 128 and green < 128 and blue < 128


def _is_red(red: int, green: int, blue: int) -> bool:
    return red > 180 and green < 100 and blue < 100


def _pixels(pdf: bytes, page: int) -> tuple[int, list[bytes]]:
    """Width and lines of three bytes a dot."""
    said = subprocess.run(
        ["pdftoppm", "-r", "150", "-f", str(page), "-l", str(page), "-"],
        input=pdf, capture_output=True, check=True,
    ).stdout  # fmt: skip
    _magic, size, _depth, dots = said.split(b"\n", 3)
    width, height = map(int, size.split())
    return width, [dots[3 * width * at : 3 * width * (at + 1)] for at in range(height)]


def _run(pdf: bytes, *command: str) -> str:
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode("utf-8")
