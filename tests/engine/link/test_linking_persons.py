"""Who is who: persons."""

import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.link.rows import id_of, identity, said, village

from qingzhuang.engine.collect.said import Said
from qingzhuang.engine.link.decision import Outcome
from qingzhuang.engine.link.linker import Linker
from qingzhuang.engine.problems.link import LinkCode

ZHANG = identity("1956-03-08", 11)
LI = identity("1958-11-20", 22)
SON = identity("1985-06-01", 33)

KNOWN_ZHANG = said(name="张立", id=ZHANG, no="001", head="张立")
KNOWN_MING = said(3, name="张明", born="1985-06-01", sex="男性", no="001", head="张立")
KNOWN_WANG = said(4, name="王军", id=identity("1970-07-07", 35), no="002", head="王军")


def linker() -> Linker:
    """A village of one household: 张立 with a number, 张明 without."""
    return village(KNOWN_ZHANG, KNOWN_MING)


# Ids are given out in the same order every time.
ZHANG_ID, MING_ID = id_of(linker(), "张立"), id_of(linker(), "张明")


def test_one_number_is_one_person() -> None:
    """R-LNK-01: a known identity number is the same person."""
    decision = linker().decide([said(name="张立", id=ZHANG)])[0]

    assert decision.person is not None
    assert (decision.person.outcome, decision.person.subject_id) == (Outcome.SAME, ZHANG_ID)


def test_the_old_and_the_new_number_are_one_person() -> None:
    """R-LNK-01: the 15-digit number of an old card is the 18-digit number of its holder."""
    old = ZHANG[:6] + ZHANG[8:17]

    decision = linker().decide([said(name="张立", id=old)])[0]

    assert decision.person is not None
    assert decision.person.subject_id == ZHANG_ID


def test_an_unknown_number_is_somebody_new() -> None:
    """R-LNK-01: a number nobody has makes a new person, with a negative id until the caller gives one."""
    decision = linker().decide([said(name="李秀", id=LI)])[0]

    assert decision.person is not None
    assert decision.person.outcome is Outcome.NEW
    assert decision.person.subject_id is not None
    assert decision.person.subject_id < 0


def test_one_number_under_two_names_is_a_question() -> None:
    """R-LNK-02: a clearly different name under a known number is asked, never merged."""
    decision = linker().decide([said(name="王军", id=ZHANG)])[0]

    assert decision.person is not None
    assert (decision.person.outcome, decision.person.candidates) == (Outcome.DOUBTFUL, (ZHANG_ID,))
    assert decision.person.why is not None
    assert decision.person.why.code is LinkCode.SAME_NUMBER_OTHER_NAME


@pytest.mark.parametrize("name", ["张立", "张 立", "张立（户主）", "张利"])
def test_a_name_written_otherwise_under_one_number_is_the_same(name: str) -> None:
    """R-LNK-02: blanks, brackets and a character of the same sound are no other person."""
    decision = linker().decide([said(name=name, id=ZHANG)])[0]

    assert decision.person is not None
    assert decision.person.outcome is Outcome.SAME


def test_a_former_name_is_the_same_person() -> None:
    """R-LNK-02: a name somebody carried before is his."""
    known = village(said(name="张立", former="张狗", id=ZHANG))

    decision = known.decide([said(name="张狗", id=ZHANG)])[0]

    assert decision.person is not None
    assert decision.person.outcome is Outcome.SAME


def test_name_birth_date_and_household_are_one_person() -> None:
    """R-LNK-03: without a number, all three agreeing are the same person."""
    decision = linker().decide([said(name="张明", born="1985-06-01", no="001")])[0]

    assert decision.person is not None
    assert (decision.person.outcome, decision.person.subject_id) == (Outcome.SAME, MING_ID)


def test_a_name_is_one_person_within_a_household() -> None:
    """R-LNK-03: name and 户号 agree and nothing speaks against it."""
    decision = linker().decide([said(name="张明", no="001")])[0]

    assert decision.person is not None
    assert decision.person.subject_id == MING_ID


def test_a_name_with_its_own_phone_is_one_person() -> None:
    """R-LNK-03: name and phone agree and nothing speaks against it."""
    known = village(said(name="张立", id=ZHANG, phone="13800000001"))

    decision = known.decide([said(name="张立", phone="13800000001")])[0]

    assert decision.person is not None
    assert decision.person.subject_id == id_of(known, "张立")


def test_a_name_alone_is_a_question() -> None:
    """R-LNK-04: the only resident of a name is not taken for granted."""
    decision = linker().decide([said(name="张立")])[0]

    assert decision.person is not None
    assert (decision.person.outcome, decision.person.candidates) == (Outcome.DOUBTFUL, (ZHANG_ID,))
    assert decision.person.why is not None
    assert decision.person.why.code is LinkCode.SAME_NAME_ONLY


def test_name_and_birth_date_without_household_are_a_question() -> None:
    """R-LNK-04: two of three agree, the household is unknown: asked."""
    decision = linker().decide([said(name="张明", born="1985-06-01")])[0]

    assert decision.person is not None
    assert decision.person.why is not None
    assert decision.person.why.code is LinkCode.SAME_NAME_AND_BIRTH


def test_name_and_birth_date_in_another_household_are_a_question() -> None:
    """R-LNK-04: somebody who may have moved is asked about, not merged and not doubled."""
    known = village(KNOWN_ZHANG, KNOWN_MING, KNOWN_WANG)

    decision = known.decide([said(name="张明", born="1985-06-01", no="002", head="王军")])[0]

    assert decision.person is not None
    assert decision.person.candidates == (id_of(known, "张明"),)
    assert decision.person.outcome is Outcome.DOUBTFUL


def test_another_birth_date_in_the_same_household_is_a_question() -> None:
    """R-LNK-04: one name twice in one household with two birth dates is likely a slip; somebody looks."""
    decision = linker().decide([said(name="张明", born="1986-06-01", no="001")])[0]

    assert decision.person is not None
    assert decision.person.why is not None
    assert decision.person.why.code is LinkCode.SAME_HOUSEHOLD_OTHER_BIRTH


def test_a_namesake_with_another_birth_date_elsewhere_is_somebody_new() -> None:
    """R-LNK-05: a contradicting birth date forbids the merge; in another household he is somebody else."""
    decision = linker().decide([said(name="张明", born="1999-09-09", head="王军")])[0]

    assert decision.person is not None
    assert decision.person.outcome is Outcome.NEW


def test_a_namesake_of_the_other_sex_is_somebody_new() -> None:
    """R-LNK-05: sexes that contradict are two people."""
    decision = linker().decide([said(name="张明", sex="女性", born="1985-06-01", no="001")])[0]

    assert decision.person is not None
    assert decision.person.outcome is Outcome.NEW


def test_a_year_of_birth_alone_proves_nothing() -> None:
    """R-LNK-04: 1985 fits 1985-06-01, but without a household it is only a name."""
    decision = linker().decide([said(name="张明", born="1985")])[0]

    assert decision.person is not None
    assert decision.person.why is not None
    assert decision.person.why.code is LinkCode.SAME_NAME_ONLY


def test_a_number_comes_to_somebody_known_without_one() -> None:
    """R-LNK-06: name, birth date of the number and household agree: it is his number."""
    decision = linker().decide([said(name="张明", id=SON, no="001")])[0]

    assert decision.person is not None
    assert (decision.person.outcome, decision.person.subject_id) == (Outcome.SAME, MING_ID)


def test_a_number_that_may_be_somebody_known_stands_and_is_asked_about() -> None:
    """R-LNK-06: with a valid number of his own he is somebody; whether he is 张明 is asked beside it."""
    decision = linker().decide([said(name="张明", id=SON)])[0]

    assert decision.person is not None
    assert (decision.person.outcome, decision.person.candidates) == (Outcome.NEW, (MING_ID,))
    assert decision.person.why is not None


def test_rows_of_one_file_link_with_each_other() -> None:
    """R-LNK-03: the row without a number belongs to the person with one, above or below."""
    rows = [
        said(2, name="张明", born="1985-06-01", no="007"),
        said(3, name="张明", id=SON, no="007"),
        said(4, name="李秀", id=LI, no="007"),
        said(5, name="李秀", id=LI, no="007"),
    ]

    ids = [decision.person.subject_id for decision in Linker().decide(rows) if decision.person]

    assert ids[0] == ids[1]
    assert ids[2] == ids[3] != ids[0]


def test_a_head_named_like_others_is_not_taken_for_granted() -> None:
    """R-LNK-04: a head found by his own name alone proves nothing while another carries that name."""
    other = said(5, name="张立", id=identity("1990-01-01", 5), no="002", head="王军")
    known = village(KNOWN_ZHANG, KNOWN_WANG, other)

    decision = known.decide([said(name="张立", head="张立")])[0]

    assert decision.person is not None
    assert decision.person.outcome is Outcome.DOUBTFUL


numbers = st.sampled_from([identity(f"19{60 + n}-01-01", n + 1) for n in range(6)])
names = st.sampled_from(["张立", "李秀", "王军", "赵强"])
numbered_rows = st.lists(
    st.builds(
        lambda number, name, no: said(name=name, id=number, no=no), numbers, names, st.sampled_from("123")
    ),
    min_size=1,
    max_size=12,
)


@given(numbered_rows, st.randoms(use_true_random=False))
def test_rows_with_numbers_link_alike_in_any_order(rows: list[Said], random: Random) -> None:
    """Which rows are one person does not depend on the order of rows that bear numbers."""
    order = list(range(len(rows)))
    random.shuffle(order)

    straight = Linker().decide(rows)
    shuffled = Linker().decide([rows[at] for at in order])

    ids = [straight[at].person for at in order]
    others = [decision.person for decision in shuffled]
    assert _partition([link.subject_id if link else None for link in ids]) == _partition(
        [link.subject_id if link else None for link in others]
    )


def _partition(ids: list[int | None]) -> list[int | None]:
    """Ids renamed by first appearance; None (a question) stays."""
    seen: dict[int, int] = {}
    return [None if each is None else seen.setdefault(each, len(seen)) for each in ids]


@given(numbered_rows)
def test_the_same_rows_again_make_nobody_new(rows: list[Said]) -> None:
    """The same file twice: everybody decided the first time is the same person the second time."""
    linker = Linker()

    first = linker.decide(rows)
    again = linker.decide(rows)

    for before, after in zip(first, again, strict=True):
        assert before.person is not None
        assert after.person is not None
        assert after.person.outcome is not Outcome.NEW
        assert after.person.subject_id == before.person.subject_id


def test_twenty_thousand_rows_are_linked_in_two_seconds() -> None:
    """20,000 rows of 5,000 households are linked in less than two seconds of one core."""
    rows = [
        said(
            n,
            name=f"张{n % 97}",
            id=identity(f"19{n % 80 + 10}-0{n % 9 + 1}-11", n % 999 + 1),
            no=str(n // 4),
        )
        for n in range(20_000)
    ]
    start = time.process_time()

    Linker().decide(rows)

    assert time.process_time() - start < 2
