"""A roster's sheet, however messy, becomes what its source said of persons and households."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.collect.columns import Columns, bind_columns
from qingzhuang.engine.collect.days import printed_day
from qingzhuang.engine.collect.headers import Header, find_header, header_at
from qingzhuang.engine.collect.keys import HEAD_KEYS, HEAD_NAME, ID_NUMBER, NAME
from qingzhuang.engine.collect.labels import Labels
from qingzhuang.engine.collect.membership import (
    Membership,
    is_list_title,
    joined,
    membership_below,
    membership_of,
)
from qingzhuang.engine.collect.merged import SpreadSheet, spread, text_of
from qingzhuang.engine.collect.rowkinds import (
    is_footer,
    is_form_line,
    is_long_note,
    is_sample,
    is_total,
    plain,
)
from qingzhuang.engine.collect.rows import RowReader
from qingzhuang.engine.collect.said import Collected, RefusedRow, Said
from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.collect import CollectCode
from qingzhuang.engine.read.match import Memory
from qingzhuang.engine.values.domain import Raw

_DIGITS = re.compile(r"\d{5}")
_SOMEBODY = HEAD_KEYS | {ID_NUMBER, NAME}
_NO_MEMORY: Memory = MappingProxyType({})


def collect(
    sheet: RosterSheet, *, file_name: str, catalogue: Catalogue, memory: Memory = _NO_MEMORY
) -> Collected:
    """
    Everything one sheet of a roster says. Rules R-COL-01 to R-COL-17 (docs/rules/knowing.md).

    Titles, headers (repeated ones too), 合计 and 小计 rows, notes, sample and empty rows are neither said
    nor refused. A sheet without the header of a list of people, and a hidden sheet, say nothing; the
    notes tell why. file_name: with or without folder; only its words count. memory: columns that somebody
    bound by hand.
    """
    if sheet.is_hidden:
        return _nothing(sheet.name, CollectCode.NOTE_HIDDEN)
    reading = _Reading(spread(sheet), Labels(catalogue, memory), _stem(file_name))
    header = find_header(reading.sheet, reading.labels, 0)
    if header is None or not reading.open(header):
        return _nothing(sheet.name, CollectCode.NOTE_NO_HEADER)
    reading.read_rows(header.data)
    return reading.result()


def _stem(file_name: str) -> str:
    return file_name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or file_name


def _nothing(name: str, code: CollectCode) -> Collected:
    return Collected(name, (), (), (), None, (Problem(code).sentence,), {}, ())


@dataclass(slots=True)
class _Reading:
    """The reading of one sheet, block by block."""

    sheet: SpreadSheet
    labels: Labels
    file_words: str
    said: list[Said] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    head: tuple[str, ...] = ()
    foot: list[str] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    blocks: list[tuple[Columns, RowReader]] = field(default_factory=list)
    header_texts: set[str] = field(default_factory=set)
    id_at: int = -1
    name_at: int = -1
    head_at: int = -1

    def open(self, header: Header) -> bool:
        """Start a block below a header; False, and nothing changes, if its columns name nobody."""
        rows = self.sheet.rows[: header.first] if not self.blocks else ()
        head = tuple(self.head or (" ".join(filter(None, map(text_of, values))) for _, values in rows))
        titles = [text for text in head if text and not is_form_line([plain(text)])]
        titles = self.titles if is_list_title(self.titles) else titles
        columns = bind_columns(header, self.labels, title=" ".join(titles), sheet=self.sheet)
        if not columns.keys() & _SOMEBODY:
            return False
        if not self.blocks:
            self.head = head
            words = (*titles, self.sheet.name, self.file_words)
            self.memberships.append(membership_of(words, self.labels.catalogue))
        else:
            self._go_on()
        self._append(columns)
        self.header_texts |= {
            plain(text_of(value))
            for at in range(header.first, header.last + 1)
            for value in self.sheet.rows[at][1]
            if value is not None
        }
        self.id_at = self._place(ID_NUMBER)
        self.name_at = self._place(NAME)
        self.head_at = self._place(HEAD_NAME)
        return True

    def _append(self, columns: Columns) -> None:
        self.blocks.append((columns, RowReader(self.sheet.name, columns, self.memberships[-1].elements)))

    def _go_on(self) -> bool:
        """Whether titles since the last record start a list of another membership. R-COL-17."""
        before = self.memberships[-1]
        own = membership_below(self.titles, before, self.labels.catalogue) if self.titles else before
        self.titles.clear()
        if own != before:
            self.memberships.append(own)
        return own != before

    def _place(self, key: str) -> int:
        return next((column.at for column in self.blocks[-1][0].columns if column.key == key), -1)

    def read_rows(self, start: int) -> None:
        """Read all rows from a position on, opening a new block at each new header."""
        at = start
        reader = self.blocks[-1][1]
        while at < len(self.sheet.rows):
            number, values = self.sheet.rows[at]
            if not self._has_number(values):
                header = self._new_header(at, values)
                if header is not None:
                    reader, at = self.blocks[-1][1], header.data
                    continue
                if self._is_no_record(number, values):
                    at += 1
                    continue
            if self.titles and self._go_on():
                self._append(self.blocks[-1][0])
                reader = self.blocks[-1][1]
            found = reader.read(number, values)
            if isinstance(found, Said):
                self.said.append(found)
            elif found is not None:
                self.refused.append(found)
            at += 1

    def _has_number(self, values: tuple[Raw, ...]) -> bool:
        """
        Whether something like an identity number stands in its column: then the row is a record for sure.
        """
        if self.id_at < 0 or self.id_at >= len(values):
            return False
        raw = values[self.id_at]
        return isinstance(raw, int | float) or (isinstance(raw, str) and len(raw) >= 15 and raw[:6].isdigit())

    def _new_header(self, at: int, values: tuple[Raw, ...]) -> Header | None:
        """The header of another block, if one starts here and names people."""
        text = next((value for value in values if isinstance(value, str) and value.strip()), "")
        own = values[self.name_at] if 0 <= self.name_at < len(values) else None
        words = [text, own] if isinstance(own, str) else [text]
        known = self.labels.catalogue.codes_by_label
        if plain(text) in self.header_texts or not any(
            label_key(word) in known for word in words if len(word) < 20
        ):
            return None
        texts = [text_of(value) for value in values]
        n_filled = sum(map(bool, texts))
        if n_filled < 2 or self.labels.score(texts) < max(2.0, n_filled / 2):
            return None
        header = header_at(self.sheet, self.labels, at)
        return header if self.open(header) else None

    def _is_no_record(self, number: int, values: tuple[Raw, ...]) -> bool:
        """Whether a row is a title, repeated header, total, note, sample or empty. R-COL-06."""
        filled = [(at, plain(text)) for at, value in enumerate(values) if (text := text_of(value))]
        if not filled:
            self.blocks[-1][1].families.close()
            return True
        texts = [text for _, text in filled]
        if self._is_repeated(texts) or is_sample(texts[0]) or (len(texts) > 1 and is_sample(texts[1])):
            return True
        names = [text for at, text in filled if at in (self.name_at, self.head_at)]
        if is_total(texts[:2]) or is_footer(texts, names=names):
            self.foot.append(" ".join(texts))
            return True
        return len(filled) == 1 and self._is_line(number, *filled[0])

    def _is_repeated(self, texts: list[str]) -> bool:
        n_known = sum(text in self.header_texts for text in texts)
        return n_known * 2 > len(texts) and n_known >= min(2, len(texts))

    def _is_line(self, number: int, at: int, text: str) -> bool:
        """Whether the only text of a row is a title or note across the table, not a lonely name."""
        merge = self.sheet.merge_at(number, at + 1)
        is_wide = merge is not None and merge[3] > merge[1]
        if is_wide or at != self.name_at or is_long_note(text):
            self.foot.append(text)
            self.titles.append(text)
            self.blocks[-1][1].families.close()
            return len(self.header_texts) > 2 or is_wide or is_long_note(text)
        return False

    def result(self) -> Collected:
        """All blocks together."""
        membership = joined(self.memberships)
        bound: dict[str, str] = {}
        unbound: dict[str, None] = {}
        for columns, _ in self.blocks:
            for column in columns.columns:
                if column.is_bound and column.key is not None:
                    bound.setdefault(column.letter, column.key)
                elif not column.is_bound:
                    unbound.setdefault(column.label)
        return Collected(
            sheet=self.sheet.name,
            said=tuple(self.said),
            refused=tuple(self.refused),
            membership=membership.elements,
            day=printed_day(self.head, self.foot, self.sheet.name),
            notes=tuple(dict.fromkeys(problem.sentence for problem in self._notes())),
            bound=bound,
            unbound=tuple(unbound),
            is_partial_list=membership.is_partial,
        )

    def _unknown_labels(self) -> list[str]:
        """Labels that no element covers and of which no other note speaks; none that may be a number."""
        spoken = {str(note.params.get("label", "")) for columns, _ in self.blocks for note in columns.notes}
        found = (
            column.label for columns, _ in self.blocks for column in columns.columns if not column.is_bound
        )
        return [each for each in dict.fromkeys(found) if each not in spoken and not _DIGITS.search(each)]

    def _notes(self) -> Iterator[Problem]:
        membership = joined(self.memberships)
        if membership.mixed:
            names = "、".join(membership.mixed)
            yield Problem(CollectCode.NOTE_MIXED_TITLE, {"names": names})
        if membership.is_partial:
            name = self.labels.catalogue[membership.elements[0]].name
            yield Problem(CollectCode.NOTE_PART_OF_LIST, {"name": name})
        unknown = self._unknown_labels()
        if unknown:
            yield Problem(CollectCode.NOTE_UNKNOWN_LABELS, {"labels": "、".join(unknown)})
        for columns, reader in self.blocks:
            yield from columns.notes
            for cells in reader.cells:
                yield from cells.notes()
