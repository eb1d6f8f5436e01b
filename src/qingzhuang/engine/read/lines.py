"""Lines around the tables: title, section captions, notes, and the day printed on the sheet."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qingzhuang.engine.read import words
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.paragraphs import is_salutation, is_table_title
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.paths import distinct, label_text
from qingzhuang.engine.read.region import Region
from qingzhuang.engine.read.sentences import introduces
from qingzhuang.engine.values.printed_days import days_in

_ANNEX = re.compile(
    r"^附\s*[件表录]\s*[\d一二三四五六七八九十\-－—.]*\s*[:：]?$|^表\s*[\d一二三四五六七八九十\-－.]+$|^[（(]?样表[)）]?$"
)
_STATED = re.compile(r"(?:计量|金额|面积)?单位\s*[：:]\s*([^：:]+?)\s*[)）]?\s*$")
_DAY_WORD = re.compile(r"截\s*[止至]|(?:统计|填[报表写]|制表|报表|上报|数据)(?:日期|时间|日|年月)")
_TITLING = (Part.LABEL, Part.PROSE, Part.HINT, Part.SEAL)
_CHOICES = re.compile(r"[AＡ][.、．]\s*\S+\s+[BＢ][.、．]")  # A. 三格式  B. 双瓮式: answers, no title
_SECTION_WORD = re.compile(
    r"(?:信息|情况|资料|概况|内容|明细|部分)$|^[（(]?[一二三四五六七八九十]+[)）]?[、.．]|[表册单]$"
)
_ENDS_LETTER = re.compile(r"^(?:特此|谨此|此致|敬礼)")  # 特此证明 stands above a seal and titles nothing
_RANKS = (
    re.compile(r"^第?[一二三四五六七八九十]+[、.．章节部分]"),
    re.compile(r"^[（(][一二三四五六七八九十]+[)）]"),
    re.compile(r"^\d{1,2}[、.．](?!\d)"),
)


@dataclass(frozen=True, slots=True)
class Caption:
    """
    A section title over the whole width. rank: 0 outermost; a caption ends those of its rank and below.

    names_below: it is the label of the one wide blank below it; it ends the section above unless it
    goes on with its words (审批意见 … 县级审批意见).
    """

    row: int
    text: str
    rank: int
    names_below: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a sheet that belong to no table and are no field."""

    title: str
    title_rows: tuple[int, ...]
    captions: tuple[Caption, ...]
    notes: tuple[str, ...]

    def captions_above(self, row: int) -> tuple[str, ...]:
        """Captions that a row stands under, outermost first."""
        open_captions: list[Caption] = []
        for caption in self.captions:
            if caption.row >= row:
                break
            is_own = caption.names_below and not any(other.text in caption.text for other in open_captions)
            if is_own or not caption.names_below:
                open_captions = [other for other in open_captions if other.rank < caption.rank]
            if not caption.names_below:
                open_captions.append(caption)
        return distinct(caption.text for caption in open_captions)


def lines_in(region: Region, *, is_taken: Callable[[Cell], bool]) -> Lines:
    """Title, captions and notes. is_taken: whether a cell belongs to a table."""
    full = {
        row: cell
        for row in region.rows
        if (cell := _only_text(region, row)) is not None and not is_taken(cell)
    }
    title_rows = _title_rows(region, full)
    captions = tuple(
        Caption(row, label_text(cell), _rank(cell.text), names_below(region, cell))
        for row, cell in full.items()
        if row not in title_rows and _is_caption(region, cell)
        if not any(words.squeeze(cell.text) == words.squeeze(full[title].text) for title in title_rows)
    )
    if (
        captions
        and not captions[0].names_below
        and not (_is_divided(captions) or is_table_title(region, full[captions[0].row]))
        and captions[0].row == max(title_rows, default=0) + 1
    ):
        captions, title_rows = captions[1:], (*title_rows, captions[0].row)
    titles = [cell for row in title_rows if not _ANNEX.match((cell := full[row]).text.strip())]
    title = max(titles, key=lambda cell: (cell.style.font_size, -cell.row)).text if titles else ""
    return Lines(words.tidy(title), title_rows, captions, tuple(_notes(region, is_taken)))


def _only_text(region: Region, row: int) -> Cell | None:
    """The only text of a row, if it has the row for itself: no blank boxes beside it."""
    line = region.lines.get(row, ())
    texts = [cell for cell in line if cell.text.strip()]
    if len(texts) != 1 or texts[0].row != row:
        return None
    others = [cell for cell in line if cell is not texts[0] and region.part(cell) is Part.EMPTY]
    # In a sheet without borders only a merged cell shows that somebody means to write in it. Rule R-REC-69.
    is_bare = not region.has_borders and not any(cell.columns > 1 or cell.rows > 1 for cell in others)
    is_bare = is_bare and not _is_among_pairs(region, texts[0])
    is_alone = not others or (is_bare and texts[0].column == line[0].column)
    is_wide = texts[0].columns * 10 >= len(region.columns) * 8
    return texts[0] if is_alone or is_wide else None


def _is_among_pairs(region: Region, cell: Cell) -> bool:
    """Whether a cell stands above or below labels with a blank each, in a card without borders."""
    if cell.columns > 1 or _SECTION_WORD.search(words.squeeze(cell.text)):
        return False
    beside = [other for other in (region.above(cell), region.below(cell)) if other is not None]
    for other in beside:
        labels = region.texts(other.row)
        rights = [region.right(label) for label in labels]
        is_pairs = all(
            region.is_label(label) and label.rows == 1 and right is not None and not right.text
            for label, right in zip(labels, rights, strict=True)
        )
        if len(labels) > 1 and is_pairs and labels[0].column == cell.column == labels[0].last_column:
            return True
    return False


def _title_rows(region: Region, full: dict[int, Cell]) -> tuple[int, ...]:
    """
    The first rows, as long as each holds a single text that asks for nothing.

    Below the first one, only an annex number before it, a bigger or as big a title, or a line in
    brackets go on.
    """
    rows: list[int] = []
    for row in region.rows:
        if not region.texts(row) and not any(region.part(c) is Part.EMPTY for c in region.lines[row]):
            continue
        cell = full.get(row)
        is_annex = cell is not None and _ANNEX.match(cell.text.strip()) is not None
        if cell is None or not (is_annex or region.part(cell) in _TITLING):
            break
        if _RANKS[0].match(words.squeeze(cell.text)):
            break
        has_title = any(not _ANNEX.match(full[r].text.strip()) for r in rows)
        is_bracketed = cell.text.strip()[:1] in "（(" and not _RANKS[1].match(words.squeeze(cell.text))
        is_more = is_bracketed or (rows and cell.style.font_size > full[rows[-1]].style.font_size)
        if has_title and not is_more:
            break
        rows.append(row)
    return tuple(rows)


def _is_caption(region: Region, cell: Cell) -> bool:
    """
    Whether a single text titles a section: a label, with something else than its own wide blank below
    it.
    """
    text = cell.text.strip()
    if introduces(text) or _ENDS_LETTER.match(text) or _CHOICES.match(text) or is_salutation(region, cell):
        return False
    if is_table_title(region, cell):
        return True
    if not region.is_label(cell) or (
        region.part(cell) is Part.COLON and not words.NUMBERING.match(cell.text.strip())
    ):
        return False
    if region.part(cell) is Part.COLON and _is_followed_by_peer(region, cell):
        return False
    has_answer = re.search(r"[:：]\s*\S", cell.text) is not None
    return region.below(cell) is not None and not (
        has_answer or words.is_note(cell.text) or words.is_total(cell.text)
    )


def _is_followed_by_peer(region: Region, cell: Cell) -> bool:
    """Whether a question beside it is numbered alike (1. … 2. …): then this one asks for an answer too."""
    below, above = region.below(cell), region.above(cell)
    pattern = next((rank for rank in _RANKS if rank.match(words.squeeze(cell.text))), None)
    if pattern is None:
        return False
    is_last = above is not None and region.part(above) in (Part.BLANKED, Part.COLON)
    peers = (below, above if is_last else None)
    return any(other is not None and pattern.match(words.squeeze(other.text)) is not None for other in peers)


def names_below(region: Region, cell: Cell) -> bool:
    """
    Whether a wide label names the one blank below it, as wide as itself; a paragraph neither names nor is
    one.
    """
    below = region.below(cell)
    if below is None or not region.is_fillable(below) or region.is_paragraph(below):
        return False
    if region.part(below) is Part.BLANKED and words.NUMBERING.match(below.text.strip()):
        return False  # a question of its own
    return (below.column, below.last_column) == (cell.column, cell.last_column)


def _rank(text: str) -> int:
    squeezed = words.squeeze(text)
    return next((i for i, pattern in enumerate(_RANKS) if pattern.match(squeezed)), 0)


def _is_divided(captions: tuple[Caption, ...]) -> bool:
    """Whether captions divide the sheet: more than one, or a numbered one."""
    return (
        sum(not caption.names_below for caption in captions) > 1
        or words.NUMBERING.match(captions[0].text) is not None
    )


def _notes(region: Region, is_taken: Callable[[Cell], bool]) -> Iterable[str]:
    """Texts of notes, line by line: from 注 or 说明 on, as long as sentences or numbered lines follow."""
    is_open = False
    for row in region.rows:
        texts = [cell for cell in region.texts(row) if cell.row == row and not is_taken(cell)]
        if not texts:
            continue
        first = texts[0].text.strip()
        opens = words.is_note(first) and (
            len(texts) > 1 or len(words.squeeze(first)) > 8 or region.part(texts[0]) is Part.COLON
        )
        has_sentence = any(region.part(cell) is Part.PROSE for cell in texts)
        goes_on = is_open and len(texts) == 1 and (has_sentence or words.NUMBERING.match(first) is not None)
        is_told = (opens and (has_sentence or len(texts) == 1)) or goes_on or (is_open and has_sentence)
        is_open = is_told
        if is_told:
            yield from (line.strip() for cell in texts for line in cell.text.splitlines() if line.strip())


def stated_units(region: Region, *, is_taken: Callable[[Cell], bool]) -> tuple[str, ...]:
    """The units a line outside the tables gives for the whole sheet: 单位：亩、元 gives 亩 and 元."""
    found: list[str] = []
    for row in region.rows:
        for cell in region.texts(row):
            is_line = "单位" in cell.text and cell.row == row and not is_taken(cell)
            told = _STATED.search(cell.text) if is_line else None
            units = re.split(r"[、，,;；\s]+", told[1].strip()) if told else []
            found.extend(units if all(words.is_unit(unit) for unit in units) else [])
    return distinct(found)


def printed_day(region: Region, *, is_taken: Callable[[Cell], bool]) -> str | None:
    """
    The day printed outside the tables, ISO; a day that is told as the day of the data goes before any other.

    None where no full date stands.
    """
    found: list[tuple[int, str]] = []
    for row in region.rows:
        for cell in region.texts(row):
            if cell.row == row and not is_taken(cell) and not _is_answer(region, cell):
                found.extend(_days(cell.text))
    return min(found, key=lambda told: told[0])[1] if found else None


def _is_answer(region: Region, cell: Cell) -> bool:
    """
    Whether the date is somebody's data: right of a label that asks for something else than the day of
    the form.
    """
    left = region.left(cell)
    return (
        region.part(cell) is Part.VALUE
        and left is not None
        and _DAY_WORD.search(left.text) is None
        and bool(left.text)
    )


def _days(text: str) -> Iterable[tuple[int, str]]:
    for found in days_in(text):
        before = text[max(0, found.start - 12) : found.start]
        yield (0 if _DAY_WORD.search(before) else 1), found.day
