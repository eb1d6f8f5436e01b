"""What holds for every plan."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.fill.drawn import disputed, held, person, planned, roster, village

from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.plan import Plan
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Holding

LABELS = ["序号", "姓名", "民族", "联系电话", "残疾等级", "婚姻状况", "备注", "获奖感言摘要"]
_VALUES = {
    "person.ethnicity": held(ethnicity="汉族")["person.ethnicity"],
    "person.phone": disputed("13800000000", "13900000000"),
    "person.disabled": held(disabled="否")["person.disabled"],
    "person.disability_level": held(disability_level="一级")["person.disability_level"],
    "person.marital_status": held(marital_status="未婚")["person.marital_status"],
}
facts = st.sets(st.sampled_from(sorted(_VALUES)))
people = st.lists(facts, min_size=1, max_size=6)


def book_of(known: list[set[str]]) -> VillageBook:
    """A village in which person n has the facts known[n]."""
    return village(*(person(n, more={**_named(n), **_picked(keys)}) for n, keys in enumerate(known, 1)))


def _named(number: int) -> Mapping[str, Holding]:
    return held(name=f"人{number}")


def _picked(keys: set[str]) -> Mapping[str, Holding]:
    return {key: _VALUES[key] for key in keys}


def total(plan: Plan) -> int:
    """How many cells count."""
    return plan.filled + len(plan.gap_cells) + len(plan.conflict_cells)


def after(sheet: FormSheet, plan: Plan) -> FormSheet:
    """The sheet as it is when the plan was carried out (no rows grown)."""
    cells = dict(sheet.grid.cells)
    for write in plan.writes:
        place = (write.row, write.column)
        cells[place] = replace(cells[place], text=str(write.value), raw=str(write.value))
    return replace(sheet, grid=replace(sheet.grid, cells=cells))


@given(people)
@settings(max_examples=60, deadline=None)
def test_every_cell_counts_once(known: list[set[str]]) -> None:
    """A person's row counts 序号 and each bound column that applies (R-FIL-50)."""
    plan = planned(roster(LABELS, [()] * 6), book_of(known))

    moot = sum("person.disabled" in keys for keys in known)
    assert total(plan) == 6 * len(known) - moot
    assert len(plan.missing) == len(plan.gap_cells)
    assert len({(write.row, write.column) for write in plan.writes}) == plan.filled


@given(people, st.data())
@settings(max_examples=60, deadline=None)
def test_one_fact_more_never_makes_a_gap_more(known: list[set[str]], data: st.DataObject) -> None:
    """Whatever becomes known, gaps only become fewer (R-FIL-57)."""
    more = [set(keys) for keys in known]
    more[data.draw(st.integers(0, len(more) - 1))].add(data.draw(st.sampled_from(sorted(_VALUES))))
    sheet = roster(LABELS, [()] * 6)

    assert len(planned(sheet, book_of(more)).gap_cells) <= len(planned(sheet, book_of(known)).gap_cells)


@given(people)
@settings(max_examples=60, deadline=None)
def test_filling_twice_writes_nothing_new(known: list[set[str]]) -> None:
    """A filled list, filled again, gets no write, and the same gaps and conflicts (R-FIL-56)."""
    sheet, book = roster(LABELS, [()] * 6), book_of(known)
    once = planned(sheet, book)

    twice = planned(after(sheet, once), book)

    assert (twice.writes, twice.growths) == ((), ())
    assert (twice.gap_cells, twice.conflict_cells) == (once.gap_cells, once.conflict_cells)


@given(people, st.randoms())
@settings(max_examples=30, deadline=None)
def test_the_same_village_gives_the_same_plan(known: list[set[str]], chance: st.DataObject) -> None:
    """The plan does not depend on the order in which profiles come (R-FIL-06)."""
    book = book_of(known)
    profiles = list(book.by_id.values())
    chance.shuffle(profiles)  # type: ignore[attr-defined]  # a random.Random

    assert planned(roster(LABELS), village(*profiles)) == planned(roster(LABELS), book)


def test_listed_people_who_are_meant_are_completed_and_the_rest_added() -> None:
    """With --who the listed who are meant keep their rows, the others meant follow once each (R-FIL-04)."""
    book = village(*(person(n, more=held(name=name, dibao=is_in)) for n, (name, is_in) in enumerate(
        [("甲", "是"), ("乙", "否"), ("丙", "是")], 1)))  # fmt: skip
    sheet = roster(["序号", "姓名", "是否低保"], [(1, "丙"), (2, "乙"), ()])

    plan = planned(sheet, book, "低保=是")

    assert {(w.row, w.column): str(w.value) for w in plan.writes} == {
        (4, 3): "是", (6, 1): "3", (6, 2): "甲", (6, 3): "是"
    }  # fmt: skip


def test_a_village_nobody_imported_is_said() -> None:
    """Without anybody on record there is nobody to fill in, and a note says so (R-FIL-02)."""
    plan = planned(roster(["姓名"]), village())

    assert (plan.rows, plan.writes, total(plan)) == (0, (), 0)
