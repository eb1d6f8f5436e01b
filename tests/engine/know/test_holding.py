"""Which value holds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.know.claims import DATE, ETHNICITY, ID_NUMBER, TEXT, YES_NO, answer, import_of

from qingzhuang.engine.know.holding import hold
from qingzhuang.engine.know.profile import Claim
from qingzhuang.engine.values.codes import make_code_list
from qingzhuang.engine.values.domain import CodeEntry, Domain, Kind
from qingzhuang.engine.values.identity import lengthened
from qingzhuang.engine.values.sameness import is_same_meaning


def test_nothing_said_cannot_hold() -> None:
    """Asking what holds of nothing is our own mistake."""
    with pytest.raises(ValueError, match="nothing was said"):
        hold([], TEXT)


def test_the_later_day_holds() -> None:
    """R-KNW-01: of two sources the later one holds, whichever was imported first."""
    early = import_of("初中", "2024-01-01", import_id=2)
    late = import_of("高中", "2024-06-01", source="教育", import_id=1)

    assert hold([late, early], TEXT).claim == late


def test_repeating_is_not_news() -> None:
    """R-KNW-02: a source that goes on saying the old does not outdo another's later word."""
    first = import_of("初中", "2024-01-01")
    news = import_of("高中", "2024-03-01", source="教育", import_id=2)
    repeated = import_of("初中", "2024-06-01", import_id=3)

    assert hold([first, news, repeated], TEXT).claim == news


def test_a_change_back_is_news_again() -> None:
    """R-KNW-02: a source that said something else in between dates from its return."""
    claims = [
        import_of("初中", "2024-01-01"),
        import_of("高中", "2024-02-01", import_id=2),
        import_of("大专", "2024-03-01", source="教育", import_id=3),
        import_of("初中", "2024-06-01", import_id=4),
    ]

    assert hold(claims, TEXT).claim == claims[3]


def test_the_first_row_that_said_it_is_shown() -> None:
    """R-KNW-02: who asks since when is shown the first snapshot, not the last repetition."""
    first = import_of("初中", "2024-01-01")

    assert hold([import_of("初中", "2024-06-01", import_id=2), first], TEXT).claim == first


def test_equal_days_with_different_meanings_are_a_conflict() -> None:
    """R-KNW-03: two sources of one day that differ: nothing holds, both are shown."""
    one = import_of("初中", "2024-01-01")
    other = import_of("高中", "2024-01-01", source="教育", import_id=2)

    found = hold([other, one], TEXT)

    assert found.is_conflict
    assert {found.claim, *found.rivals} == {one, other}


def test_two_rows_of_one_source_that_differ_are_a_conflict() -> None:
    """R-KNW-03: a source that contradicts itself on one day is no better than two."""
    assert hold([import_of("初中", "2024-01-01"), import_of("高中", "2024-01-01", row=9)], TEXT).is_conflict


def test_a_spelling_is_no_conflict() -> None:
    """R-KNW-03: 汉 and 汉族 mean the same."""
    claims = [import_of("汉族", "2024-01-01"), import_of("汉", "2024-01-01", source="民政", import_id=2)]

    assert not hold(claims, ETHNICITY).is_conflict


def test_the_more_precise_date_holds() -> None:
    """R-KNW-04: 1990-03 and 1990-03-07 agree, and the day tells more, even if it was said earlier."""
    rough = import_of("1990-03", "2024-06-01", source="民政", import_id=2)
    fine = import_of("1990-03-07", "2024-01-01")

    assert hold([rough, fine], DATE).claim == fine


def test_a_precise_date_of_another_month_is_no_refinement() -> None:
    """R-KNW-04: 1990-04-07 does not refine 1990-03; the later word holds."""
    rough = import_of("1990-03", "2024-06-01", source="民政", import_id=2)

    assert hold([rough, import_of("1990-04-07", "2024-01-01")], DATE).claim == rough


def test_an_answer_settles_a_conflict() -> None:
    """R-KNW-05: the village's answer of the same day holds, and nothing is disputed any more."""
    said = answer("高中", "2024-01-01")
    claims = [
        import_of("初中", "2024-01-01"),
        import_of("高中", "2024-01-01", source="教育", import_id=2),
        said,
    ]

    found = hold(claims, TEXT)

    assert (found.claim, found.is_conflict) == (said, False)


def test_an_answer_is_newer_than_every_earlier_import() -> None:
    """R-KNW-05: also than a sheet taken in before it that speaks of a day still to come."""
    said = answer("高中", "2024-06-10", import_id=5)

    assert hold([import_of("初中", "2024-06-30", import_id=4), said], TEXT).claim == said


def test_a_later_import_with_a_new_word_wins_against_an_answer() -> None:
    """R-KNW-06: life goes on after an answer."""
    news = import_of("大专", "2024-09-01", import_id=100)

    assert hold([import_of("初中", "2024-01-01"), answer("高中", "2024-06-01"), news], TEXT).claim == news


def test_a_later_repetition_does_not_win_against_an_answer() -> None:
    """R-KNW-06: the office that has not yet corrected its list does not undo the village's word."""
    said = answer("高中", "2024-06-01")
    claims = [import_of("初中", "2024-01-01"), said, import_of("初中", "2024-09-01", import_id=100)]

    assert hold(claims, TEXT).claim == said


def test_the_last_answer_holds() -> None:
    """R-KNW-05: the village may correct itself on the same day."""
    last = answer("大专", "2024-06-01", import_id=100)

    assert hold([answer("高中", "2024-06-01"), last], TEXT).claim == last


def test_a_listed_member_is_not_made_a_no_by_another_list_of_the_day() -> None:
    """R-KNW-07: who stands on one of two lists of one day is a member, although the other leaves him out."""
    listed = import_of("是", "2024-06-01", source="民政")
    implied = Claim("否", "民政", "2024-06-01", 2)

    assert hold([implied, listed], YES_NO).claim == listed


def test_a_later_complete_list_makes_a_no() -> None:
    """R-KNW-07: left out later, he is a member no more."""
    implied = Claim("否", "民政", "2024-09-01", 2)

    assert hold([import_of("是", "2024-06-01", source="民政"), implied], YES_NO).claim == implied


def test_an_authority_goes_first() -> None:
    """R-KNW-08: where the county names the source that decides, later words of others do not count."""
    own = import_of("初中", "2024-01-01", source="公安")
    other = import_of("高中", "2024-06-01", source="民政", import_id=2)

    assert hold([own, other], TEXT, authority=("公安",)).claim == own


def test_an_answer_holds_against_the_authority_until_it_has_news() -> None:
    """R-KNW-08: the village's answer stands until the owner says something new."""
    own = import_of("初中", "2024-01-01", source="公安")
    said = answer("高中", "2024-06-01")
    news = import_of("大专", "2024-09-01", source="公安", import_id=100)

    assert hold([own, said], TEXT, authority=("公安",)).claim == said
    assert hold([own, said, news], TEXT, authority=("公安",)).claim == news


days = st.sampled_from(["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"])
dates = st.sampled_from(["1990", "1990-03", "1990-03-07", "1990-03-09", "1990-04-07", "1991"])
imports = st.builds(
    lambda value, day, source, at, row: Claim(value, source, day, at, "Sheet1" if row else "", row),
    dates,
    days,
    st.sampled_from(["公安", "民政", "教育"]),
    st.integers(1, 4),
    st.integers(0, 3),
)
answers = st.builds(lambda value, day, at: answer(value, day, import_id=at), dates, days, st.integers(1, 6))
claim_lists = st.lists(imports | answers, min_size=1, max_size=8)


@given(claim_lists.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))))
def test_the_order_of_claims_never_matters(both: tuple[list[Claim], list[Claim]]) -> None:
    """R-KNW-01: any permutation of the claims gives the same holding."""
    claims, permuted = both

    assert hold(permuted, DATE) == hold(claims, DATE)
    assert hold(permuted, DATE, authority=("民政",)) == hold(claims, DATE, authority=("民政",))


@given(claim_lists)
def test_saying_it_twice_changes_nothing(claims: list[Claim]) -> None:
    """The same rows taken in twice hold what they held."""
    once, twice = hold(claims, DATE), hold(claims + claims, DATE)

    assert (twice.claim, set(twice.rivals)) == (once.claim, set(once.rivals))


@given(st.lists(imports, max_size=6), st.sampled_from(["是", "否"]))
def test_a_later_answer_never_loses_to_more_imports(claims: list[Claim], value: str) -> None:
    """R-KNW-05: whatever is imported of earlier days, the village's answer of a later day holds."""
    said = answer(value, "2024-12-01")

    assert hold([*claims, said], TEXT).claim == said


@given(st.lists(imports, min_size=1, max_size=6))
def test_what_holds_was_said(claims: list[Claim]) -> None:
    """Nothing is invented: the holding and its rivals are claims."""
    found = hold(claims, DATE)

    assert {found.claim, *found.rivals} <= set(claims)


def test_the_new_number_of_a_person_outdoes_the_old_one() -> None:
    """R-KNW-04: 15 places and 18 places are one number; the one of 18 is shown, whoever said it when."""
    old = import_of("360999500307001", "2024-06-01")
    new = import_of("36099919500307001X", "2024-01-01", source="民政", import_id=2)

    assert is_same_meaning(old.value, lengthened(old.value), ID_NUMBER)
    assert hold([old, replace(new, value=lengthened(old.value))], ID_NUMBER).claim.source == "民政"


def test_the_kind_outdoes_its_class() -> None:
    """R-KNW-04: 妻 tells more than 配偶 of the same day, and is no rival of it."""
    relations = make_code_list(
        "family_relation", "家庭关系", "GB/T 4761", (CodeEntry("10", "配偶"), CodeEntry("12", "妻"))
    )
    said = [import_of("配偶", "2024-06-30"), import_of("妻", "2024-06-30", source="民政", import_id=2)]

    found = hold(said, Domain(Kind.CODE, relations))

    assert (found.claim.value, found.is_conflict) == ("妻", False)
