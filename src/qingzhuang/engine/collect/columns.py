"""Columns of a roster: which fact each one tells, of the person or of the household."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qingzhuang.engine.catalogue.elements import Catalogue, DataElement, SubjectKind
from qingzhuang.engine.collect.headers import Header
from qingzhuang.engine.collect.keys import HEAD_KEYS, HEAD_NAME, HEAD_ROLE, LABEL, NAME, RELATION
from qingzhuang.engine.collect.labels import Labels
from qingzhuang.engine.collect.merged import SpreadSheet, text_of
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.collect import CollectCode
from qingzhuang.engine.read.grid import column_letters
from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.read.memory import path_key
from qingzhuang.engine.read.programs import key_of_program
from qingzhuang.engine.values.domain import Domain, Kind, Raw

_PLAIN = Domain(Kind.TEXT)
_SAMPLE = 30  # cells looked at for a printed unit
_WITH_UNIT = re.compile(r"[\d,.]+\s*([^\d\s,.]{1,4})")
_MEMBERS = re.compile(r"(家庭|户内|同户|全家|户)?(成员|人员)(名单)?")


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column. at: from 0. key: under which its values are kept, None if they are not (序号, 备注,
    computed ones).

    label: its leaf as printed. unit: as printed in the header. is_bound: an element of the catalogue
    covers it.
    """

    at: int
    path: tuple[str, ...]
    key: str | None
    domain: Domain = _PLAIN
    unit: str | None = None
    is_of_household: bool = False
    is_bound: bool = False

    @property
    def label(self) -> str:
        """The leaf label as printed, on one line."""
        return "".join(self.path[-1].split())

    @property
    def letter(self) -> str:
        """The column's letters in Excel: A, B … AA."""
        return column_letters(self.at + 1)


@dataclass(frozen=True, slots=True)
class Columns:
    """
    All columns of a header, what was odd about them, and whether each row speaks of a household
    (R-COL-11).
    """

    columns: tuple[Column, ...]
    notes: tuple[Problem, ...]
    is_household_list: bool

    def keys(self) -> frozenset[str]:
        """Keys that the columns bind."""
        return frozenset(column.key for column in self.columns if column.key is not None)


def bind_columns(header: Header, labels: Labels, *, title: str, sheet: SpreadSheet) -> Columns:
    """
    The columns of a header, bound by their paths. Rules R-COL-04, R-COL-11, R-COL-16.

    sheet: in which the header stands; the first cells below it may print a unit.
    """
    leaves = [path[-1] for path in header.paths if path]
    found = [
        _column(
            at,
            path,
            labels,
            neighbours=[leaf for leaf in leaves if leaf != path[-1]],
            title=title,
            sheet=sheet,
            data=header.data,
        )
        for at, path in enumerate(header.paths)
        if path
    ]
    columns, notes = _without_doubles(_with_member_names(found, labels.catalogue))
    keys = {column.key for column in columns}
    is_household_list = keys.isdisjoint({NAME, RELATION}) and bool(keys & HEAD_KEYS)
    return Columns(tuple(columns), tuple(notes), is_household_list)


def _column(
    at: int,
    path: tuple[str, ...],
    labels: Labels,
    *,
    neighbours: Sequence[str],
    title: str,
    sheet: SpreadSheet,
    data: int,
) -> Column:
    match = labels.bind(path, neighbours=neighbours, title=title)
    element = labels.catalogue.elements.get(match.element or "")
    if match.binding is Binding.SUGGESTED and match.unit is None and element and element.domain.unit:
        unit = _printed_unit(sheet, data, at)
        if unit:
            match = labels.bind(path, neighbours=neighbours, title=title, unit=unit)
    if match.binding is not Binding.AUTO or element is None or match.key is None:
        return _unbound(at, path)
    if element.subject is SubjectKind.RECORD or element.is_derived:
        return Column(at, path, None, is_bound=True)
    key = key_of_program(match.key, title)
    if match.role == HEAD_ROLE:
        key = _of_head(element, labels.catalogue) or key
        element = labels.catalogue[key]
    return Column(at, path, key, element.domain, match.unit, element.subject is SubjectKind.HOUSEHOLD, True)


def _printed_unit(sheet: SpreadSheet, data: int, at: int) -> str | None:
    """The unit that all of the first filled cells of a column print behind their numbers, else None."""
    cells = [text for _, values in sheet.rows[data : data + _SAMPLE] if (text := text_of(_at(values, at)))]
    units = {found[1] if (found := _WITH_UNIT.fullmatch(text)) else "" for text in cells}
    return units.pop() or None if len(units) == 1 else None


def _at(values: tuple[Raw, ...], at: int) -> Raw:
    return values[at] if at < len(values) else None


def _with_member_names(columns: list[Column], catalogue: Catalogue) -> list[Column]:
    """家庭成员 beside 与户主关系 is the column of names, if no other is. R-COL-11."""
    keys = {column.key for column in columns}
    members = [column for column in columns if not column.is_bound and _MEMBERS.fullmatch(column.label)]
    if NAME in keys or RELATION not in keys or len(members) != 1:
        return columns
    named = replace(members[0], key=NAME, domain=catalogue[NAME].domain, is_bound=True)
    return [named if column is members[0] else column for column in columns]


def _of_head(element: DataElement, catalogue: Catalogue) -> str | None:
    """`household.head_phone` for the phone of the head, if the catalogue has it."""
    code = f"household.head_{element.code.partition('.')[2]}"
    return code if code in catalogue.elements else None


def _unbound(at: int, path: tuple[str, ...]) -> Column:
    return Column(at, path, LABEL + path_key(path))


def _without_doubles(columns: list[Column]) -> tuple[list[Column], list[Problem]]:
    """Columns in which every key stands once; the others are kept under their labels, and said. R-COL-04."""
    by_key: defaultdict[str, list[Column]] = defaultdict(list)
    for column in columns:
        if column.key is not None:
            by_key[column.key].append(column)
    notes: list[Problem] = []
    lost: dict[int, Column] = {}
    for twins in by_key.values():
        if len(twins) > 1:
            for column, problem in _losers(twins):
                lost[column.at] = replace(_unbound(column.at, column.path), is_bound=False)
                if problem is not None:
                    notes.append(problem)
    return _numbered([lost.get(column.at, column) for column in columns]), notes


def _losers(twins: list[Column]) -> Iterator[tuple[Column, Problem | None]]:
    """
    Which of the columns with one key give way: all but the one without parents, or all but the first.

    One label below different parents (水稻 under two years) tells two things, and no rule says which:
    none binds.
    """
    top = [column for column in twins if len(column.path) == 1]
    same_leaf = len({column.label for column in twins}) == 1
    if same_leaf and not top and twins[0].key not in (NAME, HEAD_NAME) and len({c.path for c in twins}) > 1:
        note = Problem(CollectCode.NOTE_UNCLEAR_TWINS, {"label": twins[0].label})
        yield from ((column, note if column is twins[0] else None) for column in twins)
        return
    winner = (top or twins)[0]
    for column in twins:
        if column is not winner:
            params = {"label": column.label, "other": winner.label}
            yield column, Problem(CollectCode.NOTE_SAME_MEANING, params) if column.is_bound else None


def _numbered(columns: list[Column]) -> list[Column]:
    """Columns whose own labels stand twice get a number behind the second: nothing is overwritten."""
    seen: defaultdict[str, int] = defaultdict(int)
    numbered = []
    for column in columns:
        if column.key is not None and column.key.startswith(LABEL):
            seen[column.key] += 1
            if seen[column.key] > 1:
                numbered.append(replace(column, key=f"{column.key}#{seen[column.key]}"))
                continue
        numbered.append(column)
    return numbered
