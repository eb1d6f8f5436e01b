"""Who is who among the rows of a region does not hang on which row of a sheet stands above which."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.link.rows import identity, said

from qingzhuang.store.rows import Row
from qingzhuang.store.writers.linking import Answers, Doubt, Linked, link_rows

ZHANG, WANG = identity("1956-03-08", 11), identity("1970-07-07", 35)


def row(at: int, *, sheet: str = "人口", day: str = "2024-06-30", family: str = "", **words: str) -> Row:
    """A row of a sheet of its own import, in the words of `said`."""
    spoken = said(at, family=family, **words)  # type: ignore[arg-type]
    return Row(
        at, len(sheet), "村委会", False, day, sheet, at, spoken.family, False, spoken.person, spoken.household
    )


def doubts_of(linked: Linked) -> set[tuple[int, int]]:
    """The doubtful pairs of rows, by their places, the smaller first."""
    return {(min(each.first, each.second), max(each.first, each.second)) for each in linked.doubts}


@pytest.mark.parametrize("is_reversed", [False, True])
def test_another_name_under_a_number_is_asked_about_wherever_it_stands(is_reversed: bool) -> None:
    """R-LNK-02, R-LNK-11: 王五 under 张三's number is asked about above and below 张三's rows."""
    rows = [row(1, name="王五", id=ZHANG), row(2, name="张三", id=ZHANG), row(3, name="张三", id=ZHANG)]
    linked = link_rows(rows[::-1] if is_reversed else rows, answers={})

    assert len(linked.doubts) == 1
    assert linked.persons[2 if is_reversed else 0] is None


@pytest.mark.parametrize("is_reversed", [False, True])
def test_somebody_without_a_number_is_asked_about_wherever_he_stands(is_reversed: bool) -> None:
    """R-LNK-04, R-LNK-11: 王五 without a number, above or below 王五 with one, is a question."""
    rows = [row(1, name="王五"), row(2, name="王五", id=WANG)]
    linked = link_rows(rows[::-1] if is_reversed else rows, answers={})

    assert doubts_of(linked) == {(0, 1)}
    assert len(set(linked.persons) - {None}) == 1


@pytest.fixture
def merged() -> tuple[Sequence[Row], Answers]:
    """王五 on an old list without numbers, 王五 with one on the next: answered, they are one."""
    rows = [
        row(1, sheet="旧", day="2023-12-31", name="王五"),
        *_list("新册", "2024-06-30", row(2, sheet="新册", name="王五", id=WANG)),
    ]
    return rows, {(1, 2, False): True}


def _list(sheet: str, day: str, first: Row) -> list[Row]:
    """A list that has hardly any numbers, so that it is linked after the older ones."""
    at = first.statement_id
    others = [row(at * 10 + n, sheet=sheet, name=f"{sheet}{n}", no=f"{at}{n}") for n in range(3)]
    return [replace(each, day=day) for each in (first, *others)]


def test_a_number_names_whom_the_answer_made_one(merged: tuple[Sequence[Row], Answers]) -> None:
    """R-STO-07: after the answer 是同一个人 a later sheet's row with the number is the same person too."""
    rows, answers = merged
    later = _list("更晚的册", "2024-12-31", row(5, sheet="更晚的册", name="王五", id=WANG))

    linked = link_rows([*rows, *later], answers=answers)

    assert linked.persons[0] == linked.persons[1] == linked.persons[len(rows)]
    assert linked.doubts == ()


def test_a_name_alone_is_asked_about_one_person_after_a_merge(
    merged: tuple[Sequence[Row], Answers],
) -> None:
    """R-STO-07: the merged person is one candidate, no second 王五 is left over to ask about."""
    rows, answers = merged
    later = _list("更晚的册", "2024-12-31", row(5, sheet="更晚的册", name="王五"))

    linked = link_rows([*rows, *later], answers=answers)

    assert len(linked.doubts) == 1


def test_a_row_and_a_person_of_like_numbers_are_two_questions() -> None:
    """R-LNK-11: no question is lost because a row's place and a person's number happen to be alike."""
    rows = [
        *(row(at, name=name, id=identity("1950-01-01", at)) for at, name in enumerate("甲乙丙", 1)),
        row(4, name="丁", sheet="旧", day="2023-12-31", no="9"),
        row(5, name="丁", id=identity("1960-01-01", 9)),
        *(row(at, name="丁") for at in range(6, 12)),
    ]

    linked = link_rows(rows, answers={})

    asked = [each.first for each in linked.doubts]
    assert set(range(5, 11)) <= set(asked)
    assert any(4 in (each.first, each.second) for each in linked.doubts)


_NUMBERS = [identity("1956-03-08", n) for n in (11, 12, 13)]
rows_of_sheets = st.lists(
    st.builds(
        lambda sheet, words: row(0, sheet=sheet, **{key: value for key, value in words.items() if value}),
        st.sampled_from(["人口", "走访册"]),
        st.fixed_dictionaries(
            {
                "name": st.sampled_from(["张立", "张力", "王军", "王 军"]),
                "former": st.sampled_from(["", "", "王军", "张狗"]),
                "id": st.sampled_from(["", *_NUMBERS]),
                "born": st.sampled_from(["", "1956-03-08", "1956-03", "1960-01-01"]),
                "phone": st.sampled_from(["", "13800000001"]),
                "no": st.sampled_from(["", "", "1", "2"]),
                "head": st.sampled_from(["", "", "张立", "王军"]),
                "group": st.sampled_from(["", "1组", "2组"]),
            }
        ),
    ),
    min_size=1,
    max_size=8,
)


@given(rows_of_sheets, st.randoms(use_true_random=False))
def test_who_is_who_does_not_hang_on_the_order_of_rows(rows: list[Row], random: Random) -> None:
    """R-LNK-11: shuffled rows make the same persons, the same households and as many questions."""
    rows = [replace(each, statement_id=at, row=at) for at, each in enumerate(rows, 1)]
    shuffled = list(rows)
    random.shuffle(shuffled)
    again = [replace(each, statement_id=at, row=at) for at, each in enumerate(shuffled, 1)]

    one, other = link_rows(rows, answers={}), link_rows(again, answers={})

    assert _meant(rows, one) == _meant(again, other)


def _meant(rows: Sequence[Row], linked: Linked) -> object:
    """Persons and households as bags of what their rows say, and how many doubts there are of which kind."""
    words = [str(sorted((each.person | each.household).items())) for each in rows]  # type: ignore[operator]
    sides = [
        sorted(
            sorted(words[at] for at, each in enumerate(clusters) if each == cluster)
            for cluster in set(clusters)
        )
        for clusters in (linked.persons, linked.households)
    ]
    doubts = sorted(
        (
            each.is_household,
            *(sorted(words[n] for n in side) for side in _sides(rows, linked, each)),
        )
        for each in linked.doubts
    )
    return sides, doubts


def _sides(rows: Sequence[Row], linked: Linked, doubt: Doubt) -> tuple[list[int], list[int]]:
    """The rows on both sides of a doubt: a cluster, a row of none, or the family whose household is open."""
    clusters = linked.households if doubt.is_household else linked.persons
    first, second = (
        [at] if clusters[at] is None else [n for n, each in enumerate(clusters) if each == clusters[at]]
        for at in (doubt.first, doubt.second)
    )
    if doubt.is_household:
        family = (rows[doubt.first].sheet, rows[doubt.first].family)
        first = [n for n, each in enumerate(rows) if (each.sheet, each.family) == family]
    return first, second
