"""Ask once, remember: per issuer, widened when two agree, asked again after a contradiction."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.read.memory import Confirmation, memory_for, path_key


def confirmed(issuer: str, key: str, day: str = "2024-05-01", path: str = "联系人") -> Confirmation:
    """One answer about one label."""
    return Confirmation(issuer, path, key, day, "zhang")


def test_a_path_key_does_not_see_blanks_and_numbering() -> None:
    """Two editions of a path that differ in spacing, numbering or colons have one key."""
    assert path_key(["一、监护人 ", "联系　电话："]) == path_key(["监护人", "联系电话"]) == "监护人/联系电话"


def test_an_answer_holds_for_its_issuer() -> None:
    """R-MAT-09: what was confirmed once for an issuer is not asked again on its forms."""
    assert memory_for([confirmed("民政局", "contact.name")], "民政局") == {"联系人": "contact.name"}


def test_one_issuer_does_not_speak_for_others() -> None:
    """A single issuer's answer is not used on another's forms."""
    assert memory_for([confirmed("民政局", "contact.name")], "残联") == {}


def test_two_issuers_that_agree_speak_for_all() -> None:
    """R-MAT-09: after two issuers the binding holds for everybody who has not answered."""
    rows = [confirmed("民政局", "contact.name"), confirmed("残联", "contact.name")]

    assert memory_for(rows, "教育局") == {"联系人": "contact.name"}


def test_what_nobody_in_particular_said_widens_nothing() -> None:
    """An answer without an issuer holds without an issuer, and is no second issuer (R-MAT-34)."""
    rows = [confirmed("", "contact.name"), confirmed("残联", "contact.name")]

    assert (memory_for(rows, ""), memory_for(rows, "教育局")) == ({"联系人": "contact.name"}, {})


def test_an_own_answer_goes_before_the_others() -> None:
    """An issuer's own answer holds for it, whatever the others said."""
    rows = [confirmed(issuer, "contact.name") for issuer in ("民政局", "残联")]

    assert memory_for([*rows, confirmed("教育局", "guardian.name")], "教育局") == {"联系人": "guardian.name"}


def test_disagreeing_issuers_widen_nothing() -> None:
    """Where a third issuer says otherwise, nobody else is bound."""
    rows = [*(confirmed(i, "contact.name") for i in ("民政局", "残联")), confirmed("教育局", "guardian.name")]

    assert memory_for(rows, "医保局") == {}


def test_a_contradiction_is_asked_again() -> None:
    """One answer against the one before, and the label is asked again."""
    rows = [confirmed("民政局", "contact.name"), confirmed("民政局", "agent.name", "2024-06-01")]

    assert memory_for(rows, "民政局") == {}


def test_two_answers_in_a_row_settle_a_contradiction() -> None:
    """R-MAT-09: the same answer twice after a contradiction holds again."""
    days = ("2024-06-01", "2024-07-01")
    rows = [confirmed("民政局", "contact.name"), *(confirmed("民政局", "agent.name", day) for day in days)]

    assert memory_for(rows, "民政局") == {"联系人": "agent.name"}


def test_none_of_our_data_is_remembered_too() -> None:
    """A negative answer is an answer."""
    assert memory_for([confirmed("民政局", "")], "民政局") == {"联系人": ""}


@given(st.permutations([f"2024-0{month}-01" for month in range(1, 6)]))
def test_the_order_of_the_rows_does_not_matter(days: list[str]) -> None:
    """Answers of different days give the same memory in whatever order they are read."""
    answers = {
        "2024-01-01": "a.x",
        "2024-02-01": "b.x",
        "2024-03-01": "a.x",
        "2024-04-01": "c.x",
        "2024-05-01": "c.x",
    }
    rows = [confirmed("民政局", answers[day], day) for day in days]

    assert memory_for(rows, "民政局") == {"联系人": "c.x"}
