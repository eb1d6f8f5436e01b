"""
Finding a roster's header: the rows whose cells name the columns, one to four of them, wherever they
stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.engine.collect.labels import Labels
from qingzhuang.engine.collect.merged import SpreadSheet, text_of
from qingzhuang.engine.collect.rowkinds import is_form_line, is_numbering_row, is_unit, is_unit_row, plain
from qingzhuang.engine.values.domain import Raw

_LOOK = 80  # rows in which a first header is looked for; titles and instructions above it are never longer
_MAX_ROWS = 4
_ENOUGH = 1.5  # two labels, one of them certain
_DIGIT_RUN = 6


@dataclass(frozen=True, slots=True)
class Header:
    """
    A header. first, last: positions in `SpreadSheet.rows` (from 0). paths: per column its labels,
    outermost first, () where the column has none. data: position of the first row below, column numbers
    and units skipped.
    """

    first: int
    last: int
    data: int
    paths: tuple[tuple[str, ...], ...]


def find_header(sheet: SpreadSheet, labels: Labels, start: int) -> Header | None:
    """
    The first header at or below a position, or None. Rules R-COL-01 to R-COL-03.

    The row with most bound labels among the first rows is its seed; the rows tied to it by merges,
    parents above and leaves below, belong to it.
    """
    best, best_score, n_data = -1, 0.0, 0
    for at in range(start, min(start + _LOOK, len(sheet.rows))):
        values = sheet.rows[at][1]
        if _looks_like_data(values):
            n_data += 1
            if best >= 0 and n_data >= 3:
                break
            continue
        score = labels.score([text_of(value) for value in values])
        if score > best_score:
            best, best_score = at, score
    return header_at(sheet, labels, best) if best_score >= _ENOUGH else None


def header_at(sheet: SpreadSheet, labels: Labels, seed: int) -> Header:
    """The whole header around one of its rows."""
    first = last = seed
    while (
        last + 1 < len(sheet.rows) and last - first + 1 < _MAX_ROWS and _goes_on(sheet, labels, first, last)
    ):
        last += 1
    while first > 0 and last - first + 1 < _MAX_ROWS and _is_parent(sheet, labels, first - 1, last):
        first -= 1
    data = last + 1
    while data < len(sheet.rows) and is_numbering_row([plain(text) for text in _texts(sheet, data)]):
        data += 1
    return Header(
        first, last, data, tuple(_path(sheet, first, last, column) for column in range(sheet.width))
    )


def _looks_like_data(values: tuple[Raw, ...]) -> bool:
    """Whether a number or a long run of digits stands in the row: headers hold neither."""
    for value in values:
        if isinstance(value, str):
            bare = value.strip()
            if len(bare) >= _DIGIT_RUN and bare[:_DIGIT_RUN].isdigit():
                return True
        elif value is not None:
            return True
    return False


def _texts(sheet: SpreadSheet, at: int) -> list[str]:
    return [text_of(value) for value in sheet.rows[at][1]]


def _goes_on(sheet: SpreadSheet, labels: Labels, first: int, last: int) -> bool:
    """Whether the row below `last` is still header. R-COL-02."""
    below = sheet.rows[last + 1][0]
    if _is_joined(sheet, last, below):
        return True
    texts = _texts(sheet, last + 1)
    if is_unit_row([plain(text) for text in texts]):
        return True
    if _looks_like_data(sheet.rows[last + 1][1]) or not any(texts):
        return False
    above = [_path(sheet, first, last, column) for column in range(sheet.width)]
    filled = [column for column, text in enumerate(texts) if text]
    under_parents = all(_is_open(sheet, last, column, above) for column in filled)
    return (
        under_parents
        and (len(filled) > 1 or labels.score(texts) > 0)
        and not is_form_line([plain(t) for t in texts])
    )


def _is_joined(sheet: SpreadSheet, at: int, below: int) -> bool:
    """Whether a merged cell ties a header row to the row below it."""
    number = sheet.rows[at][0]
    return any(merge[0] <= number and merge[2] >= below for merge in sheet.merges.get(number, ()))


def _is_open(sheet: SpreadSheet, at: int, column: int, above: list[tuple[str, ...]]) -> bool:
    """
    Whether a label may stand below this header cell: it is empty, a wide parent, or heads an empty
    neighbour.
    """
    number = sheet.rows[at][0]
    merge = sheet.merge_at(number, column + 1)
    if merge is not None and merge[3] > merge[1]:
        return True
    own = _own(sheet, at, column)
    if not own:
        return any(above[left] for left in range(column))
    has_next = column + 1 < sheet.width
    return has_next and not _own(sheet, at, column + 1) and sheet.merge_at(number, column + 2) is None


def _own(sheet: SpreadSheet, at: int, column: int) -> str:
    values = sheet.rows[at][1]
    return text_of(values[column]) if column < len(values) else ""


def _is_parent(sheet: SpreadSheet, labels: Labels, above: int, last: int) -> bool:
    """
    Whether the row above a header holds parent labels rather than a title or a line of the form.
    R-COL-03.
    """
    number, values = sheet.rows[above]
    if _looks_like_data(values):
        return False
    below = sheet.rows[above + 1][0]
    if _is_joined(sheet, above, below):
        return True
    filled = [column for column, value in enumerate(values) if text_of(value)]
    texts = [plain(text_of(values[column])) for column in filled]
    if not filled or is_form_line(texts) or labels.says_form(texts):
        return False
    spans = [_span(sheet, number, column) for column in filled]
    width = sum(1 for column in range(sheet.width) if _path(sheet, above + 1, last, column))
    if len(filled) == 1:
        return filled[0] > 0 and 1 < spans[0] < width and len(texts[0]) <= 12
    return all(len(text) <= 20 for text in texts) and (max(spans) > 1 or labels.score(texts) >= 1)


def _span(sheet: SpreadSheet, number: int, column: int) -> int:
    merge = sheet.merge_at(number, column + 1)
    return merge[3] - merge[1] + 1 if merge is not None else 1


def _path(sheet: SpreadSheet, first: int, last: int, column: int) -> tuple[str, ...]:
    """Labels of one column from the top; a merged cell counts once, a unit alone joins the label above it."""
    path: list[str] = []
    for text in _distinct(sheet, first, last, column):
        if path and is_unit(plain(text)):
            bare = plain(text).strip("()")
            path[-1] = f"{path[-1]}（{bare}）"
        else:
            path.append(text)
    return tuple(path)


def _distinct(sheet: SpreadSheet, first: int, last: int, column: int) -> Iterator[str]:
    seen: set[tuple[int, int]] = set()
    for at in range(first, last + 1):
        row, from_column, text = _label_at(sheet, at, last, column)
        if text and (row, from_column) not in seen:
            seen.add((row, from_column))
            yield text


def _label_at(sheet: SpreadSheet, at: int, last: int, column: int) -> tuple[int, int, str]:
    """The label that stands over a column in one header row, and the cell it is written in."""
    number = sheet.rows[at][0]
    merge = sheet.merge_at(number, column + 1)
    if merge is not None:
        return merge[0], merge[1], _own(sheet, at, merge[1] - 1)
    text = _own(sheet, at, column)
    if text or at == last or not _has_below(sheet, at, last, column):
        return number, column + 1, text
    for left in range(column - 1, -1, -1):
        if sheet.merge_at(number, left + 1) is not None:
            break
        if _own(sheet, at, left):
            return (
                (number, left + 1, _own(sheet, at, left))
                if _has_below(sheet, at, last, left)
                else (number, 0, "")
            )
    return number, column + 1, ""


def _has_below(sheet: SpreadSheet, at: int, last: int, column: int) -> bool:
    return any(_own(sheet, below, column) for below in range(at + 1, last + 1))
