"""Planning a form: every cell's value, gap or conflict before anything is written. Same input, same plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.fill.addresses import in_own_names
from qingzhuang.engine.fill.applicants import with_applicant, with_lines
from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.cards import is_card, is_household_card, subject_title
from qingzhuang.engine.fill.criteria import Criteria
from qingzhuang.engine.fill.families import with_families, with_names
from qingzhuang.engine.fill.fields import Asked, FormSheet, asked_of
from qingzhuang.engine.fill.filledbefore import filled_before
from qingzhuang.engine.fill.headers import is_header_blank
from qingzhuang.engine.fill.marks import marks_in
from qingzhuang.engine.fill.pairs import with_pairs
from qingzhuang.engine.fill.plan import Plan, Write
from qingzhuang.engine.fill.relations import relation_cells
from qingzhuang.engine.fill.sheetplans import SheetPlan, is_asking_people, plan_card_sheet, plan_list_sheet
from qingzhuang.engine.fill.subjects import choose
from qingzhuang.engine.fill.tableplans import said_about
from qingzhuang.engine.fill.unitcells import with_unit_cells
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.fill.wings import with_sure_wings
from qingzhuang.engine.fill.writes import FilledRows, n_cells, writes_of
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.fill import FillCode
from qingzhuang.engine.read.layout import Purpose

_NOBODY_KNOWN = "这个村还没有导入过花名册，没有人可填。"
_NOBODY_MEANT = "没有人满足条件，一个人也没有填。"
_NOBODY_ASKED = "这份表没有一人（户）一行的栏目，--who 没有用上。"
_NOTHING_WRITTEN = "这份卡片要填的，现有的数据里一样也没有，没有出文件。"


@dataclass(frozen=True, slots=True)
class Output:
    """One file to make: title "" for a form of lists, the subject's name for a card."""

    title: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class Form:
    """A template, planned. is_cards: a file per subject. notes: of the form and of its files, each once."""

    outputs: tuple[Output, ...]
    is_cards: bool
    notes: tuple[str, ...]


def plan_form(sheets: tuple[FormSheet, ...], *, book: VillageBook, who: Criteria | None, on: str) -> Form:
    """
    The plans of all files that a template turns into (docs/rules/filling.md).

    Args:
        sheets: the visible sheets in order.
        book: of the village.
        who: criteria, None for the listed people or all residents.
        on: ISO day for ages and for 填报日期.

    Returns:
        One output for a form of lists; one per subject, in the book's order, for cards.

    Raises:
        ValueError: a sheet has not one match per field.
        RefusedError: the form was filled in before.

    """
    if what := filled_before(sheets, book):
        raise RefusedError(Problem(FillCode.FILLED_BEFORE, {"what": what}))
    notes = tuple(note for sheet in sheets for note in _notes(sheet))
    asking = Asking(book, on)
    asked = tuple(_asked_once(sheet, book, notes) for sheet in sheets)
    pairs = tuple(zip(sheets, asked, strict=True))
    empty = () if book.people or book.households else (_NOBODY_KNOWN,)
    cards = [own for _, own in pairs if is_card(own)]
    if not cards:
        if who is not None:
            pairs = tuple((sheet, with_names(own, sheet)) for sheet, own in pairs)
        planned = [plan_list_sheet(asking, sheet, own, who) for sheet, own in pairs]
        rest = [_not_counted(own, each.counted) for (_, own), each in zip(pairs, planned, strict=True)]
        plan = in_own_names(_merge(planned, _unbound(rest)), [sheet.grid for sheet in sheets])
        asks = any(is_asking_people(sheet, own) for sheet, own in pairs)
        nobody = () if who is None or plan.rows else (_NOBODY_MEANT if asks else _NOBODY_ASKED,)
        return Form((Output("", plan),), is_cards=False, notes=_distinct((*empty, *nobody, *plan.notes)))
    unbound = _unbound(_not_related(own, book.catalogue) for own in asked)
    chosen = choose(book, who, is_household=is_household_card(cards[0]), on=on)
    said = said_about(who, chosen.n_unknown, sheets, asking)
    outputs = tuple(
        Output(subject_title(asking, s), _plan_subject(asking, pairs, s, unbound)) for s in chosen.subjects
    )
    own = (note for output in outputs for note in output.plan.notes)
    nobody = () if outputs else (_NOBODY_MEANT,)
    if outputs and not any(output.plan.writes for output in outputs):
        outputs, nobody = (), (_NOTHING_WRITTEN,)
    return Form(outputs, is_cards=True, notes=_distinct((*empty, *nobody, *said, *own)))


def _asked_once(sheet: FormSheet, book: VillageBook, notes: tuple[str, ...]) -> tuple[Asked, ...]:
    """The fields of a sheet as questions, kept with the sheet for villages of which the same is known."""
    hangs_on = (book.keys, frozenset(book.listed_by.items()), notes)
    if hangs_on not in sheet.worked.asked:
        sheet.worked.asked[hangs_on] = _asked(sheet, book, notes)
    return sheet.worked.asked[hangs_on]


def _asked(sheet: FormSheet, book: VillageBook, notes: tuple[str, ...]) -> tuple[Asked, ...]:
    """The fields of a sheet as questions, with what only the sheet as a whole makes sure."""
    asked = with_sure_wings(asked_of(sheet, book, marks_in(notes)), book.catalogue)
    asked = with_pairs(with_applicant(with_unit_cells(asked), sheet))
    if not is_card(asked):
        return asked
    return with_families(with_lines(asked), sheet, is_household=is_household_card(asked))


def _notes(sheet: FormSheet) -> tuple[str, ...]:
    """The notes of a sheet; all that is written on one with nothing to fill in (填表说明)."""
    if sheet.layout.fields:
        return sheet.layout.notes
    return tuple(cell.text for cell in sheet.grid.cells.values() if cell.text)


def _plan_subject(
    asking: Asking,
    pairs: tuple[tuple[FormSheet, tuple[Asked, ...]], ...],
    subject: Profile,
    unbound: tuple[str, ...],
) -> Plan:
    plan = _merge([plan_card_sheet(asking, sheet, own, subject) for sheet, own in pairs], unbound)
    return replace(in_own_names(plan, [sheet.grid for sheet, _ in pairs]), rows=1)


def _not_counted(asked: tuple[Asked, ...], counted: frozenset[int]) -> tuple[Asked, ...]:
    return tuple(a for at, a in enumerate(asked) if at not in counted)


def _not_related(asked: tuple[Asked, ...], catalogue: Catalogue) -> tuple[Asked, ...]:
    """The fields without those of relation rows (长子), which are told by their row and not by a match."""
    related = {id(cell.asked) for cell in relation_cells(asked, catalogue)}
    return tuple(a for a in asked if id(a) not in related)


def _unbound(sheets: Iterable[tuple[Asked, ...]]) -> tuple[str, ...]:
    """Labels of fields that are asked for and that no fact or rule covers, as printed, each once."""
    return _distinct(
        a.field.label
        for asked in sheets
        for a in asked
        if a.key is None and a.field.purpose is Purpose.ASKED and a.field.label and not is_header_blank(a)
    )


def _merge(sheets: Iterable[SheetPlan], unbound: tuple[str, ...]) -> Plan:
    """One plan out of the sheets' plans; a cell with several blanks is written once."""
    planned = tuple(sheets)
    cells = tuple(c for s in planned for c in (*s.cells, *(cell for t in s.tables for cell in t.cells)))
    parts = [part for s in planned for part in _parts(s)]
    notes = [note for s in planned for note in (*s.notes, *(n for t in s.tables for n in t.notes))]
    notes += [c.note for c in cells if c.note]
    return Plan(
        writes=writes_of(parts),
        growths=tuple(growth for s in planned for growth in s.growths),
        rows=sum(s.rows for s in planned),
        filled=n_cells(parts) - sum(c.is_sum for c in cells),
        gap_cells=tuple(c.place.address for c in cells if c.missing is not None),
        conflict_cells=tuple(c.place.address for c in cells if c.disputed is not None),
        unbound=unbound,
        missing=tuple(c.missing for c in cells if c.missing is not None),
        notes=_distinct(notes),
        disputed=tuple(c.disputed for c in cells if c.disputed is not None),
        left_out=tuple(dict.fromkeys(one for s in planned for one in s.left_out)),
    )


def _parts(sheet: SheetPlan) -> Iterator[Write | FilledRows]:
    """What is written in one sheet, in order."""
    yield from (cell.write for cell in sheet.cells if cell.write is not None)
    for table in sheet.tables:
        yield from table.filled
        yield from (cell.write for cell in table.cells if cell.write is not None)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
