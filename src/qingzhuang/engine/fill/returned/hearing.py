"""Hearing a form that came back: row by row, card by card, what is news and what cannot be taken."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from qingzhuang.engine.collect.keys import LABEL, RELATION
from qingzhuang.engine.collect.returned.reading import Record, ReturnedCell, ReturnedSheet
from qingzhuang.engine.collect.rowkinds import is_footer, is_total, plain
from qingzhuang.engine.fill.asking import Asking, domain_of
from qingzhuang.engine.fill.cards import card_fields, is_card, is_household_card
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.listed import PrintedRow
from qingzhuang.engine.fill.lists import columns_of
from qingzhuang.engine.fill.lookup import TO_APPLICANT
from qingzhuang.engine.fill.returned.newcomers import words_of_newcomer
from qingzhuang.engine.fill.returned.news import BLANKED, COMPUTED, Left, News, is_as_sent, news_of
from qingzhuang.engine.fill.returned.own import own_words
from qingzhuang.engine.fill.returned.printed import PrintedBefore
from qingzhuang.engine.fill.returned.whose import Register, Shows, Whose
from qingzhuang.engine.fill.returned.words import word_in
from qingzhuang.engine.fill.subjects import is_about_households, names_somebody
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.engine.read.layout import Purpose
from qingzhuang.engine.values.domain import Raw
from qingzhuang.engine.values.parsing import is_blank
from qingzhuang.engine.values.sameness import is_same_meaning


@dataclass(frozen=True, slots=True)
class Heard:
    """
    One cell with a word that is news. who: as printed. key, value: the fact.

    news: what it stands against; None in the row of somebody new, whose number is `newcomer` then.
    """

    sheet: str
    row: int
    cell: str
    label: str
    who: str
    key: str
    value: str
    news: News | None = None
    newcomer: str = ""

    @property
    def is_unknown_label(self) -> bool:
        """Whether the catalogue does not know the label, so that the word is kept under it."""
        return self.key.startswith(LABEL) and not self.is_of_village

    @property
    def is_of_village(self) -> bool:
        """Whether the village itself is meant."""
        return self.news is not None and self.news.target.holder.is_village


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A row (cell "") or a cell that was not taken, and why."""

    sheet: str
    row: int
    cell: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Hearing:
    """
    What a file says. counts: blanked and computed cells; known, unknown and newcomers' rows; how many of its
    lists and cards name somebody (`named`), and how many cells ask the village itself (`own`).
    """

    heard: tuple[Heard, ...]
    refused: tuple[NotTaken, ...]
    counts: Counter[str]


Pair = tuple[FormSheet, tuple[Asked, ...], ReturnedSheet]
_Said = tuple[Asked, ReturnedCell, Raw | Problem]


def hear(asking: Asking, pairs: Iterable[Pair]) -> Hearing:
    """All news in the sheets of a file. Each pair: a sheet as sent, what it asks, and as it came back."""
    file = _File(asking)
    for sheet, asked, back in pairs:
        _Sheet(file, sheet, asked, back).hear()
    return Hearing(tuple(file.heard), tuple(file.refused), file.counts)


class _File:
    """What was heard in a file so far."""

    def __init__(self, asking: Asking) -> None:
        book = asking.book
        everybody = [each for each in book.by_id.values() if not each.is_household and each.is_resident]
        self.asking = asking
        self.people = Register(asking, everybody, is_household=False)
        self.households = Register(asking, book.households, is_household=True)
        self.heard: list[Heard] = []
        self.refused: list[NotTaken] = []
        self.counts: Counter[str] = Counter()
        self._said: dict[tuple[int, str], Heard] = {}

    def keep(self, one: Heard, holder_id: int) -> None:
        """Keep a word, unless another cell of the file says something else of the same thing."""
        other = self._said.setdefault((holder_id, one.key), one)
        if is_same_meaning(other.value, one.value, domain_of(self.asking, one.key)):
            self.heard.append(one)
            return
        params: dict[str, str | int] = {"name": one.who, "row": other.row}
        self.refused.append(NotTaken(one.sheet, one.row, one.cell, Problem(ReturningCode.ROW_TWICE, params)))


class _Sheet:
    """One sheet that came back, with the sheet that was sent."""

    def __init__(self, file: _File, sheet: FormSheet, asked: tuple[Asked, ...], back: ReturnedSheet) -> None:
        self.file = file
        self.asking = file.asking
        self.sheet = sheet
        self.asked = asked
        self.back = back
        self.name = back.returned.name
        self._printed = PrintedBefore(sheet, asked)

    def hear(self) -> None:
        """The card on the sheet, and its lists of people or households."""
        subject = self._card() if is_card(self.asked) else None
        for table, records in self.back.records.items():
            columns = _one_each(columns_of(self.asked, table))
            if not names_somebody(columns):
                continue
            self.file.counts["named"] += 1
            register = self.file.households if is_about_households(columns) else self.file.people
            by_at = self._by_place(columns if subject is None else self._of_applicant(subject, columns))
            members = self.asking.book.members_of(subject) if subject is not None else ()
            family = frozenset(each.subject_id for each in members)
            for record in records:
                self._record(record, by_at, register, family)
        self._own()

    def _own(self) -> None:
        """What the village answers for itself."""
        for one in own_words(self.asking, self.sheet, self.asked, self.back):
            self.file.counts["own"] += 1
            self._keep(one.asked, one.cell, one.found, self.asking.book.name)

    def _by_place(self, some: Iterable[Asked]) -> dict[int, Asked]:
        """Some of the questions by the places of their fields."""
        kept = {id(one.field): one for one in some}
        return {at: kept[id(one.field)] for at, one in enumerate(self.asked) if id(one.field) in kept}

    def _of_applicant(self, subject: Profile, columns: tuple[Asked, ...]) -> tuple[Asked, ...]:
        """与申请人关系 is 与户主关系 where the applicant is the head (R-FIL-34)."""
        head = self.asking.book.head_of(subject)
        if head is None or (head.subject_id != subject.subject_id and not subject.is_household):
            return columns
        return tuple(replace(one, key=RELATION) if one.key == TO_APPLICANT else one for one in columns)

    def _card(self) -> Profile | None:
        """The blanks of a card; comes back: whose it is."""
        self.file.counts["named"] += 1
        by_at = self._by_place(card_fields(self.asked))
        blanks = tuple(each for each in self.back.blanks if each.at in by_at)
        register = self.file.households if is_household_card(self.asked) else self.file.people
        return self._record(Record(blanks[0].row if blanks else 0, blanks), by_at, register)

    def _record(
        self,
        record: Record,
        by_at: Mapping[int, Asked],
        register: Register,
        family: frozenset[int] = frozenset(),
    ) -> Profile | None:
        """One row of a list, or one card; comes back: whose it is."""
        said = [
            (by_at[each.at], each, word_in(self.sheet, by_at[each.at], each))
            for each in record.cells
            if each.at in by_at and by_at[each.at].field.purpose is Purpose.ASKED
        ]
        if _says_nothing(said) or _is_no_record(said):
            return None
        printed = PrintedRow(record.row, tuple(_bound(said)))
        whose = register.find(printed, self._shown_by(printed), family)
        if whose.subject is not None:
            self.file.counts["known"] += 1
            for one, each, word in (told for told in said if not self._printed.has(told[1], record)):
                self._cell(one, each, word, subject=whose.subject, who=printed.shown)
        elif whose.is_new:
            self.file.counts["newcomers"] += 1
            self._newcomer(said, whose, record.row)
        elif not self._is_untouched(said, printed, register):
            problem = whose.problem or Problem(ReturningCode.ROW_NOBODY)
            self.file.counts["unknown"] += problem.code is ReturningCode.ROW_UNKNOWN
            self.file.refused.append(NotTaken(self.name, record.row, "", problem))
        return whose.subject

    def _shown_by(self, printed: PrintedRow) -> Shows:
        """Which cells of a row are what we wrote for a subject."""

        def shows(subject: Profile) -> frozenset[int]:
            return frozenset(
                at
                for at, (one, word) in enumerate(printed.cells)
                if is_as_sent(self.asking, self.sheet, one, subject, word)
            )

        return shows

    def _address(self, each: ReturnedCell) -> str:
        return f"{self.name}!{self.back.returned.address(each.row, each.column)}"

    def _refuse(self, each: ReturnedCell, problem: Problem) -> None:
        self.file.refused.append(NotTaken(self.name, each.row, self._address(each), problem))

    def _cell(
        self, asked: Asked, each: ReturnedCell, word: Raw | Problem, *, subject: Profile, who: str
    ) -> None:
        """One cell of somebody known."""
        found = word if isinstance(word, Problem) else news_of(self.asking, self.sheet, asked, subject, word)
        self._keep(asked, each, found, who)

    def _keep(self, asked: Asked, each: ReturnedCell, found: News | Left | Problem, who: str) -> None:
        """What one cell means, kept, refused or counted."""
        if isinstance(found, Problem):
            self._refuse(each, found)
        elif isinstance(found, News):
            place = (self.name, each.row, self._address(each), asked.field.label or "", who)
            one = Heard(*place, found.target.key, found.value, found)
            self.file.keep(one, found.target.holder.subject_id)
        elif found in (BLANKED, COMPUTED):
            self.file.counts[found.why] += 1

    def _is_untouched(self, said: Iterable[_Said], printed: PrintedRow, register: Register) -> bool:
        """Whether every word of a row nobody can be told by is what we wrote for one of its namesakes."""
        n_words = sum(isinstance(word, Problem) or not is_blank(word) for _, _, word in said)
        shows = self._shown_by(printed)
        return any(len(shows(each)) == n_words for each in register.namesakes(printed))

    def _newcomer(self, said: Iterable[_Said], whose: Whose, row: int) -> None:
        """Every word about somebody whom the village added."""
        for asked, each, word in said:
            found = words_of_newcomer(self.asking, asked, word)
            if isinstance(found, Problem):
                self._refuse(each, found)
            elif found is not None:
                place = (self.name, row, self._address(each), asked.field.label or "", whose.name)
                self.file.heard.append(Heard(*place, *found, newcomer=whose.number))


def _one_each(columns: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """One question for each column: of two below each other the one that we fill."""
    by_column: dict[int, Asked] = {}
    for one in columns:
        known = by_column.setdefault(one.field.column, one)
        if known.key is None and one.key is not None:
            by_column[one.field.column] = one
    kept = {id(one.field) for one in by_column.values()}
    return tuple(one for one in columns if id(one.field) in kept)


def _says_nothing(said: Iterable[_Said]) -> bool:
    return all(not isinstance(word, Problem) and is_blank(word) for _, _, word in said)


def _bound(said: Iterable[_Said]) -> Iterable[tuple[Asked, Raw]]:
    """What a row shows under keys that tell whose it is."""
    for one, _, word in said:
        if one.key is not None and not isinstance(word, Problem) and not is_blank(word):
            yield one, word


def _is_no_record(said: Iterable[_Said]) -> bool:
    """Whether a row is a total or a note that somebody wrote below the records."""
    cells = [each.cell.text for _, each, _ in said]
    texts = [plain(text) for text in cells if text.strip()]
    return bool(texts) and len(texts) < len(cells) and (is_total(texts[:1]) or is_footer(texts[:1]))
