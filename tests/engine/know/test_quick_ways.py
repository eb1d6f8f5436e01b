"""The quick ways of publishing say what the rule table says."""

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.know.claims import DATE, TEXT
from tests.engine.link.rows import identity

from qingzhuang.engine.collect.keys import BIRTH_DATE, ID_NUMBER, NAME, SEX
from qingzhuang.engine.know.holding import hold
from qingzhuang.engine.know.profile import Claim, Holding
from qingzhuang.engine.know.publishing import lone_row, only_word, publish_person, sexes_of
from qingzhuang.files.reference.catalogue import load_catalogue

WOMAN = identity("1958-11-20", 22)
MAN = identity("1990-03-07", 11)
claims = st.builds(
    Claim,
    value=st.sampled_from(["1990-03", "1990-03-07", "1990-04"]),
    source=st.sampled_from(["公安", "民政"]),
    day=st.sampled_from(["2024-01-01", "2024-06-01"]),
    import_id=st.integers(1, 3),
    sheet=st.sampled_from(["人口", "低保"]),
    row=st.integers(0, 3),
    is_village_answer=st.sampled_from([False, False, False, True]),
)
rows = st.fixed_dictionaries(
    {},
    optional={
        NAME: st.sampled_from(["张立", "李梅"]),
        ID_NUMBER: st.sampled_from([WOMAN, MAN]),
        f"{ID_NUMBER}@father": st.sampled_from([WOMAN, MAN]),
        SEX: st.sampled_from(["男", "女", "男性", "女性"]),
        BIRTH_DATE: st.sampled_from(["1958-11-20", "1990-03", "1990-03-07"]),
        f"{BIRTH_DATE}@father": st.sampled_from(["1958-11-20", "1990-03-07"]),
        "person.id_number_of_card": st.just("1"),
    },
)


@given(st.lists(claims, min_size=1, max_size=4))
def test_an_only_word_is_what_holds(said: list[Claim]) -> None:
    """R-KNW-01 to R-KNW-08: where one word is enough, the rule table shows that very claim, undisputed."""
    only = only_word([(claim.value, claim) for claim in said])

    assert only is None or hold(said, DATE) == hold(said, TEXT) == Holding(only[1])


def test_repetitions_of_one_source_need_no_weighing() -> None:
    """Rows of one source with one text have an only word: the quick way is taken where it should be."""
    said = [Claim("3组", "公安", "2024-01-01", 1, "人口", row) for row in (7, 5, 6)]

    assert only_word([(claim.value, claim) for claim in said]) == ("3组", said[1])


@given(rows)
def test_a_lone_row_is_what_is_published(values: dict[str, str]) -> None:
    """R-KNW-13: whoever stands in one row has what it says and what its numbers say, or the rules decide."""
    catalogue = load_catalogue()
    said = {key: [Claim(value, "公安", "2024-01-01", 1, "人口", 4)] for key, value in values.items()}
    published = publish_person(1, said, catalogue=catalogue, region="360999101205").holdings

    alone = lone_row(values, sexes=sexes_of(catalogue))

    assert alone is None or published == {
        key: Holding(Claim(value, "公安", "2024-01-01", 1, "人口", 4)) for key, value in alone.items()
    }


def test_a_row_that_agrees_with_its_number_stands_alone() -> None:
    """A number beside its own sex and birth date leaves nothing to decide: the quick way is taken."""
    catalogue = load_catalogue()
    sexes = sexes_of(catalogue)
    values = {ID_NUMBER: MAN, SEX: sexes["男"], BIRTH_DATE: "1990-03-07"}

    assert lone_row(values, sexes=sexes) == values
