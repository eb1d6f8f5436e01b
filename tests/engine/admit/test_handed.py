"""Applications as other systems hand them in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.domain import Application, AskedField, Extra, Frequency, Kind
from qingzhuang.engine.admit.handed import application_of
from qingzhuang.engine.problems import Problem

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_NAMES = (
    "title",
    "kind",
    "hours",
    "rows",
    "fields",
    "extras",
    "regions",
    "starts_on",
    "list_class",
    "frequency",
)


def test_a_document_becomes_the_application_it_says() -> None:
    """R-APP-17: names, choices and plain labels are read as the web would keep them."""
    document = {
        "title": "摸排表", "kind": "ledger", "frequency": "monthly", "extras": ["group"], "rows": None,
        "fields": ["姓名", {"label": "夜间照看人", "place": "P"}], "something": "else",
    }  # fmt: skip

    read = application_of(document, file="a.json")

    assert read == Application(
        title="摸排表",
        kind=Kind.LEDGER,
        frequency=Frequency.MONTHLY,
        extras=frozenset({Extra.GROUP}),
        fields=(AskedField("姓名"), AskedField("夜间照看人", "P")),
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", 3),
        ("kind", "zzz"),
        ("kind", ["form"]),
        ("hours", "1.5"),
        ("rows", True),
        ("starts_on", "2027-02-30"),
        ("fields", ["姓名", 3]),
        ("fields", [{"label": "姓名", "colour": "red"}]),
        ("extras", ["lottery"]),
    ],
)
def test_a_value_of_another_shape_is_named(name: str, value: object) -> None:
    """R-APP-17: the sentence says which entry cannot be read, in which file."""
    read = application_of({name: value}, file="a.json")

    assert isinstance(read, Problem)
    assert name in read.sentence
    assert "a.json" in read.sentence


@given(st.dictionaries(st.sampled_from(_NAMES), _JSON))
def test_no_document_breaks_the_door(document: dict[str, object]) -> None:
    """R-APP-17: any JSON object is an application or a sentence."""
    assert isinstance(application_of(document, file="a.json"), Application | Problem)
