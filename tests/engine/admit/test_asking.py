"""What a form asks, and how its sheet looks."""

import json

import pytest

from qingzhuang.engine.admit.asking import asked_below, asked_by, picture_document, picture_from
from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.read.grid import Cell, Grid
from qingzhuang.files.reference.catalogue import load_catalogue

FIRST_LINE = 3


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


def sheet(*rows: tuple[str, ...], name: str = "表", hidden: frozenset[int] = frozenset()) -> Grid:
    """A sheet of these texts, from A1 on."""
    cells = {
        (row, column): Cell(row, column, text, raw=text)
        for row, texts in enumerate(rows, start=1)
        for column, text in enumerate(texts, start=1)
    }
    return Grid(name, len(rows), max(map(len, rows)), cells, hidden_columns=hidden)


LIST = sheet(
    ("序号", "姓名", "身份证号", "联系电话", "夜间照看人"), ("1", "", "", "", ""), ("2", "", "", "", "")
)


def test_columns_are_bound_and_placed_by_their_letters(catalogue: Catalogue) -> None:
    """R-APP-06: a column that nobody would doubt is bound; one that nobody knows is new."""
    asked = asked_by([LIST], catalogue=catalogue, memory={})

    assert [(field.place, field.element) for field in asked.fields] == [
        *(("A", "record.serial"), ("B", "person.name"), ("C", "person.id_number"), ("D", "person.phone")),
        ("E", ""),
    ]


def test_what_was_confirmed_for_an_issuer_is_sure(catalogue: Catalogue) -> None:
    """R-APP-09: a remembered answer is not asked again."""
    asked = asked_by([LIST], catalogue=catalogue, memory={"夜间照看人": "person.phone@guardian"})

    field = asked.fields[-1]
    assert (field.element, field.is_sure) == ("person.phone@guardian", True)


def test_further_sheets_are_named_in_the_place(catalogue: Catalogue) -> None:
    """R-APP-06: the sheet with most fields is the main one; the others' columns say where they stand."""
    second = sheet(("姓名", "备用电话"), ("", ""), ("", ""), name="附表")

    asked = asked_by([second, LIST], catalogue=catalogue, memory={})

    assert [field.place for field in asked.fields] == ["A", "B", "C", "D", "E", "附表!A", "附表!B"]
    assert asked.picture.more == ("附表",)


def test_a_sheet_without_a_header_has_no_fields(catalogue: Catalogue) -> None:
    """R-APP-07: nothing recognised is said, not guessed."""
    asked = asked_by([sheet(("关于开展摸排的说明",), ("请各村看清楚。",))], catalogue=catalogue, memory={})

    assert (asked.fields, asked.picture.is_recognised) == ((), False)


def test_a_row_that_is_pointed_out_heads_the_columns(catalogue: Catalogue) -> None:
    """R-APP-07: each label of that row is a column, bound like any other."""
    grid = sheet(("", "", ""), ("甲", "乙", ""), ("姓名", "谁照看", ""), ("", "", ""))

    asked = asked_below(grid, FIRST_LINE, catalogue=catalogue, memory={})

    assert [(field.place, field.label, field.element) for field in asked.fields] == [
        ("A", "姓名", "person.name"),
        ("B", "谁照看", ""),
    ]
    assert (asked.picture.first, asked.picture.was_chosen) == (FIRST_LINE, True)


def test_hidden_columns_are_told(catalogue: Catalogue) -> None:
    """R-APP-06: what nobody sees on the screen is named by its letter."""
    grid = sheet(("序号", "姓名", "联系电话"), ("1", "", ""), ("2", "", ""), hidden=frozenset({2}))

    assert asked_by([grid], catalogue=catalogue, memory={}).picture.hidden == ("B",)


def test_a_picture_is_kept_and_comes_back_equal(catalogue: Catalogue) -> None:
    """R-APP-06: what a page shows of a form survives as JSON."""
    picture = asked_by([LIST], catalogue=catalogue, memory={}).picture

    assert picture_from(json.loads(json.dumps(picture_document(picture)))) == picture
