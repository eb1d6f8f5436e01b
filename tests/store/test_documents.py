"""Published documents give back what was put in."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.store.documents import document_of, holdings_of

texts = st.text(max_size=8)
claims = st.builds(
    Claim,
    value=texts,
    source=texts,
    day=st.sampled_from(["2024-06", "2024-06-01"]),
    import_id=st.integers(1, 3),
    sheet=texts,
    row=st.integers(0, 5),
    is_village_answer=st.booleans(),
)
holdings = st.builds(Holding, claim=claims, rivals=st.lists(claims, max_size=2).map(tuple))


@given(st.dictionaries(texts, holdings, max_size=6))
def test_a_document_gives_back_every_holding(said: dict[str, Holding]) -> None:
    """Written and read back, every value keeps its source, day, sheet, row and rivals."""
    profile = Profile(7, False, "360999101205", None, said)

    assert holdings_of(document_of(profile)) == said


def test_an_origin_is_written_once() -> None:
    """Ten values of one row carry its file and row once."""
    row = [Claim(str(n), "派出所", "2024-06-30", 1, "人口", 4) for n in range(10)]
    profile = Profile(7, False, "360999101205", None, {f"person.{n}": Holding(row[n]) for n in range(10)})

    assert document_of(profile).count("派出所") == 1
