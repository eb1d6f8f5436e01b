"""What is settled row by row is what publishing from every claim would give."""

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.link.rows import identity

from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.engine.know.publishing import publish_household, publish_person
from qingzhuang.engine.know.snapshots import Snapshot
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.documents import document_of, document_of_row, holdings_of, values_text
from qingzhuang.store.rows import Row
from qingzhuang.store.writers.settling import Village, settle_households, settle_persons

VILLAGE = "360999101205"
DIBAO = "person.dibao"
ROSTERS = (
    Snapshot(DIBAO, "民政", "2024-06-30", 2, VILLAGE),
    Snapshot(DIBAO, "民政", "2024-07-31", 3, "360999101206"),
)
texts = st.text(max_size=8)
origins = st.builds(
    Row,
    statement_id=st.integers(1, 9),
    import_id=st.integers(1, 3),
    source=texts,
    is_village_answer=st.booleans(),
    day=st.sampled_from(["2024-06", "2024-06-01"]),
    sheet=texts,
    row=st.integers(0, 5),
    family=st.just(""),
    is_household_row=st.just(False),
    person=st.just({}),
    household=st.just({}),
)
rows = st.builds(
    Row,
    statement_id=st.integers(1, 9),
    import_id=st.integers(1, 3),
    source=st.sampled_from(["公安", "民政"]),
    is_village_answer=st.sampled_from([False, False, True]),
    day=st.sampled_from(["2024-01-01", "2024-06-30"]),
    sheet=st.sampled_from(["人口", "低保"]),
    row=st.integers(1, 4),
    family=st.just(""),
    is_household_row=st.just(False),
    person=st.fixed_dictionaries(
        {"person.name": st.sampled_from(["张立", "张力"])},
        optional={
            "person.id_number": st.sampled_from([identity("1958-11-20", 22), identity("1990-03-07", 11)]),
            "person.birth_date": st.sampled_from(["1990-03", "1990-03-07", "1958-11-20"]),
            "person.sex": st.sampled_from(["男性", "女性"]),
            DIBAO: st.sampled_from(["是", "否"]),
        },
    ),
    household=st.dictionaries(
        st.sampled_from(["household.head_name", "place.group"]), st.sampled_from(["张立", "3组", "三组"])
    ),
)


def claims_of(rows: list[Row], side: str) -> dict[str, list[Claim]]:
    """Every claim of every row, by key."""
    found: dict[str, list[Claim]] = {}
    for row in rows:
        for key, value in getattr(row, side).items():
            found.setdefault(key, []).append(row.claim(value))
    return found


@given(origins, st.dictionaries(texts, texts, max_size=6))
def test_a_row_is_written_as_its_holdings_would_be(row: Row, values: dict[str, str]) -> None:
    """The document made of a row's words is letter by letter the one made of its claims."""
    profile = Profile(7, False, VILLAGE, None, {k: Holding(row.claim(v)) for k, v in values.items()})

    assert document_of_row(row, values) == document_of(profile)


@given(st.dictionaries(texts, texts, max_size=6))
def test_values_are_written_as_json_writes_them(values: dict[str, str]) -> None:
    """Quotes, line ends and signs of every script come back; the text is that of json.dumps."""
    assert values_text(values) == json.dumps(values, ensure_ascii=False, separators=(",", ":"))


@given(st.lists(rows, min_size=1, max_size=3), st.sampled_from([frozenset[int](), frozenset({2})]))
def test_a_person_is_settled_as_all_claims_say(said: list[Row], spared: frozenset[int]) -> None:
    """One row or several, listed or left out: the document holds what publishing from every claim holds."""
    catalogue = load_catalogue()
    village = Village(VILLAGE, catalogue, ROSTERS, frozenset({DIBAO}))
    every = claims_of(said, "person")
    wanted = publish_person(
        7, every, catalogue=catalogue, region=VILLAGE, household_id=9, snapshots=ROSTERS, spared=spared
    ).holdings

    (settled,) = settle_persons([(7, row) for row in said], village, homes={7: 9}, spared={7: spared})

    assert holdings_of(settled.document) == wanted
    assert village.held.get(7, {}).get(DIBAO) == wanted.get(DIBAO)
    assert settled.name == wanted["person.name"].claim.value


@given(st.lists(rows, min_size=1, max_size=4))
def test_a_household_is_settled_as_all_claims_say(said: list[Row]) -> None:
    """The document of a household holds what publishing from every claim of its rows holds."""
    catalogue = load_catalogue()
    every = claims_of(said, "household")
    wanted = publish_household(7, every, catalogue=catalogue, region=VILLAGE).holdings

    (settled,) = settle_households([(7, row) for row in said], Village(VILLAGE, catalogue, ()))

    assert holdings_of(settled.document) == wanted
