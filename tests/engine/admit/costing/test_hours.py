"""Hours a year, recomputable from what is shown."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.comparing.domain import Comparison, Coverage, HeldField
from qingzhuang.engine.admit.comparing.held import held_fields
from qingzhuang.engine.admit.costing.domain import Act, ActCost, Estimate
from qingzhuang.engine.admit.costing.hours import act_of, hours_a_year
from qingzhuang.engine.admit.domain import Application, AskedField, Frequency, Kind
from qingzhuang.engine.catalogue.build import build_catalogue
from qingzhuang.engine.catalogue.elements import DataElement, SubjectKind
from qingzhuang.engine.values.domain import Domain
from qingzhuang.engine.values.domain import Kind as KindOfValue
from qingzhuang.files.reference.catalogue import load_catalogue

CATALOGUE = load_catalogue()
MINUTES = {
    Act.CONFIRM: 0.1, Act.PICK: 0.2, Act.NUMBER: 0.3, Act.DATE: 0.3, Act.TEXT: 0.5, Act.PHOTO: 1.5,
    Act.SIGN: 0.5, Act.HANDLE: 20.0,
}  # fmt: skip
COSTS = {act: ActCost(minutes, "试算", "2026-01-01") for act, minutes in MINUTES.items()}
QUARTERLY = Application("摸排表", frequency=Frequency.QUARTERLY, n_villages=186)
PHONE, SEX, NEW = "person.phone", "person.sex", AskedField("夜间照看人", is_sure=True)


def field_of(code: str) -> AskedField:
    """An asked field of this element."""
    return AskedField(CATALOGUE[code].name, element=code, is_sure=True)


def estimated(
    *fields: AskedField,
    rows: int = 30,
    application: Application = QUARTERLY,
    share: float = 1.0,
    day: str = "2026-11-01",
) -> Estimate:
    """The estimate where phone and address are known for this share of a hundred people, since that day."""
    coverage = Coverage("镇", day, round(share * 100), 100)
    holdings = {PHONE: coverage, "person.residence_address": coverage}
    held = held_fields(fields, catalogue=CATALOGUE, holdings=holdings, on="2026-11-20")
    return hours_a_year(application, held=held, catalogue=CATALOGUE, costs=COSTS, rows=rows)


def test_hours_are_villages_times_occasions_times_minutes() -> None:
    """R-HRS-01: 186 villages, four times, 30 cells of half a minute and 20 of handling are 434 hours."""
    found = estimated(NEW)

    assert (found.formula, found.as_asked_hours) == ("186 村 × 4 次 × 35 分钟", 434.0)


def test_without_a_frequency_it_comes_once() -> None:
    """R-HRS-01: an application that names no frequency is counted once a year."""
    assert estimated(NEW, application=replace(QUARTERLY, frequency=None)).times == 1


@given(st.integers(1, 400), st.integers(0, 300), st.sampled_from(list(Frequency)))
def test_every_number_follows_from_its_formula(n_villages: int, rows: int, frequency: Frequency) -> None:
    """R-HRS-04: multiplying what the formula shows and dividing by sixty gives the hours shown."""
    application = Application("表", frequency=frequency, n_villages=n_villages)
    found = estimated(NEW, field_of(PHONE), application=application, rows=rows, share=0.4)

    for formula, hours in (
        (found.formula, found.as_asked_hours), (found.least_formula, found.least_hours)
    ):  # fmt: skip
        villages, times, minutes = (int(n.replace(",", "")) for n in re.findall(r"[\d,]+", formula))
        assert hours == round(villages * times * minutes / 60, 1)


@given(
    st.integers(0, 300),
    st.floats(0, 1),
    st.sets(st.sampled_from([PHONE, SEX, "person.age", "household.size"])),
)
def test_the_least_is_never_more(rows: int, share: float, codes: set[str]) -> None:
    """R-HRS-05: asking only what is missing never takes longer than asking all."""
    found = estimated(NEW, *map(field_of, sorted(codes)), rows=rows, share=share)

    assert found.least_minutes <= found.own_minutes <= found.as_asked_minutes


def test_only_missing_cells_are_counted() -> None:
    """R-HRS-05: of a field known for nine in ten of thirty people, three cells are asked."""
    found = estimated(field_of(PHONE), share=0.9)

    assert (found.n_missing_cells, found.least_minutes) == (3, 2)


def test_what_is_held_wholly_costs_nothing() -> None:
    """R-HRS-05: a form all of whose fields are supplied is not sent, so that not even handling is left."""
    found = estimated(field_of(PHONE))

    assert (found.least_hours, found.own_hours) == (0, 0)


def test_stale_values_are_looked_at() -> None:
    """R-HRS-05: an old value costs a look at each cell, and no cell is missing."""
    found = estimated(field_of("person.residence_address"), day="2024-01-01")

    assert (found.n_missing_cells, found.least_minutes) == (0, 3)


def test_another_definition_is_looked_at() -> None:
    """R-HRS-05: a value held in another definition costs a look at each cell."""
    field = HeldField("电话", "", PHONE, "联系电话", Comparison.DIFFERENT, is_sure=True)
    noted = replace(field, sources=held_fields([field_of(PHONE)], catalogue=CATALOGUE, holdings={
        PHONE: Coverage("镇", "2026-11-01", 1, 1)}, on="2026-11-20")[0].sources)  # fmt: skip
    found = hours_a_year(QUARTERLY, held=[noted], catalogue=CATALOGUE, costs=COSTS, rows=30)

    assert (found.n_missing_cells, found.least_minutes) == (0, 3)


def test_a_fact_of_the_village_is_asked_once() -> None:
    """R-HRS-05: what is about the village itself is one cell, however many people it lists."""
    road = DataElement("village.road", "通村路", "进村的路", Domain(KindOfValue.TEXT), SubjectKind.VILLAGE)
    catalogue = build_catalogue([road], [])
    field = HeldField("通村路", "", road.code, road.name, Comparison.NEW)
    found = hours_a_year(QUARTERLY, held=[field], catalogue=catalogue, costs=COSTS, rows=300)

    assert found.n_missing_cells == 1


def test_the_sheets_own_blanks_cost_nothing() -> None:
    """Serial numbers and remarks are no data cells."""
    assert estimated(NEW, field_of("record.remark")) == estimated(NEW)


@pytest.mark.parametrize(
    ("label", "element", "act"),
    [
        ("性别", "person.sex", Act.PICK),
        ("是否低保", "person.dibao", Act.PICK),
        ("年龄", "person.age", Act.NUMBER),
        ("出生日期", "person.birth_date", Act.DATE),
        ("姓名", "person.name", Act.TEXT),
        ("房屋照片", "", Act.PHOTO),
        ("本人签字", "", Act.SIGN),
        ("是否安装报警器", "", Act.PICK),
        ("改造面积", "", Act.NUMBER),
        ("照看人", "", Act.TEXT),
    ],
)
def test_a_field_tells_what_filling_it_takes(label: str, element: str, act: Act) -> None:
    """R-HRS-03: the element's kind tells the act, the words of the label where no element does."""
    assert act_of(HeldField(label, "", element, "", Comparison.NEW), CATALOGUE) is act


def test_a_meeting_costs_what_its_department_says() -> None:
    """R-HRS-06: without fields the department's own hours count if they are more than handling."""
    meeting = Application("会", kind=Kind.MEETING, frequency=Frequency.MONTHLY, n_villages=10, hours=1.5)

    assert estimated(application=meeting).as_asked_hours == 180.0


def test_a_document_costs_handling_at_least() -> None:
    """R-HRS-06: a document that is said to cost nothing costs the handling."""
    document = Application("文", kind=Kind.DOCUMENT, n_villages=3, hours=0.0)

    assert estimated(application=document).as_asked_hours == 1.0


def test_it_is_provisional_until_measured() -> None:
    """R-HRS-02: one act that was never measured makes the estimate provisional; measured ones do not."""
    measured = {act: ActCost(1.0, "实测", "2026-01-01", n_measured=50) for act in Act}
    found = hours_a_year(QUARTERLY, held=(), catalogue=CATALOGUE, costs=measured, rows=1)

    assert (found.is_provisional, estimated(NEW).is_provisional) == (False, True)
