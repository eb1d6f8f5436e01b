"""Holdings as stored: the same as holdings made beforehand."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.know.packed import packed, plain_value
from qingzhuang.engine.know.profile import Claim, Holding

_CLAIMS = st.builds(
    Claim,
    value=st.text("男女汉族12", min_size=1, max_size=4),
    source=st.sampled_from(("村委会", "民政")),
    day=st.sampled_from(("2025-01-01", "2025-06-30")),
    import_id=st.integers(1, 3),
    sheet=st.sampled_from(("", "花名册")),
    row=st.integers(0, 9),
    is_village_answer=st.booleans(),
)
_HOLDINGS = st.dictionaries(
    st.sampled_from(("person.name", "person.sex", "label:备注")),
    st.builds(Holding, claim=_CLAIMS, rivals=st.lists(_CLAIMS, max_size=2).map(tuple)),
)


@given(_HOLDINGS)
def test_packed_holdings_are_the_same_holdings(holdings: dict[str, Holding]) -> None:
    """What is packed comes out as it went in, rivals and origins too."""
    assert packed(holdings) == holdings


@given(_HOLDINGS)
def test_only_undisputed_values_are_plain(holdings: dict[str, Holding]) -> None:
    """A value is plain exactly where somebody said it and nobody disputes it."""
    words = packed(holdings).words

    for key in (*holdings, "person.phone"):
        holding = holdings.get(key)
        wanted = None if holding is None or holding.is_conflict else holding.claim.value
        assert plain_value(words, key) == wanted
