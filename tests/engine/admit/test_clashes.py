"""What falls due in the same villages around the same days."""

from datetime import date

import pytest
from tests.engine.admit.comparing.drawing import known_form

from qingzhuang.engine.admit.clashes import clashes, due_days, is_in_same_villages
from qingzhuang.engine.admit.domain import Application, Frequency, Weight

DUE = "2026-12-15"
ONCE = Application("摸排表", frequency=Frequency.ONCE, starts_on="2026-12-05", issue_days=10)


@pytest.mark.parametrize(
    ("day", "n"), [("2026-12-12", 1), ("2026-12-18", 1), ("2026-12-11", 0), ("2026-12-19", 0)]
)
def test_three_days_before_and_behind_clash(day: str, n: int) -> None:
    """R-HRS-07: a matter due three days away clashes, one four days away does not."""
    assert len(clashes(ONCE, [known_form("津贴核定", days=(day,))])) == n


def test_a_clash_names_day_and_matter() -> None:
    """R-HRS-07: the evidence gives the day, the title and who issued it."""
    found = clashes(ONCE, [known_form("津贴核定", days=(DUE,))])[0]

    assert found.evidence == ("2026年12月15日：《津贴核定》（县住建局）",)


def test_other_villages_do_not_clash() -> None:
    """R-HRS-07: what lands on another town is no clash; what lands on the whole county is."""
    assert not is_in_same_villages(("360999001",), ("360999002",))
    assert is_in_same_villages(("360999001",), ("360999",))
    assert is_in_same_villages((), ("360999002",))


def test_a_crowded_week_is_told() -> None:
    """R-HRS-08: three other matters in the week of the due day make four, and that is said."""
    live = [known_form(f"表{n}", days=(DUE,)) for n in range(3)]
    found = clashes(ONCE, live)[-1]

    assert (found.weight, found.evidence) == (Weight.INFORMS, ("2026年12月14日起的一周：加上这件共 4 件",))


def test_a_week_of_three_is_not_crowded() -> None:
    """R-HRS-08: two other matters are told as clashes, and not as a crowd."""
    assert len(clashes(ONCE, [known_form(f"表{n}", days=(DUE,)) for n in range(2)])) == 1


def test_many_clashes_are_cut_short_with_their_number() -> None:
    """R-HRS-07: eight lines are shown, the rest is a number: nobody reads forty lines."""
    found = clashes(ONCE, [known_form(f"表{n:02d}", days=(DUE,)) for n in range(40)])[0]

    assert found.evidence[-1] == "还有 32 次，不一一列了。"


@pytest.mark.parametrize(
    ("frequency", "n", "last"),
    [
        (Frequency.ONCE, 1, date(2026, 1, 31)),
        (Frequency.YEARLY, 1, date(2026, 1, 31)),
        (Frequency.QUARTERLY, 4, date(2026, 10, 31)),
        (Frequency.MONTHLY, 12, date(2026, 12, 31)),
        (Frequency.WEEKLY, 53, date(2027, 1, 30)),
        (None, 1, date(2026, 1, 31)),
    ],
)
def test_a_rhythm_gives_its_due_days(frequency: Frequency | None, n: int, last: date) -> None:
    """R-HRS-07: due days repeat by the frequency for a year; the 31st of a shorter month is its last day."""
    days = due_days(Application("表", frequency=frequency, starts_on="2026-01-31"))

    assert (len(days), days[-1]) == (n, last)


def test_nothing_is_due_after_the_end() -> None:
    """R-HRS-07: the rhythm stops with the application."""
    application = Application("表", frequency=Frequency.MONTHLY, starts_on="2026-01-10", ends_on="2026-03-09")

    assert due_days(application) == (date(2026, 1, 10), date(2026, 2, 10))


def test_without_a_start_nothing_clashes() -> None:
    """R-HRS-07: an application that names no day yet clashes with nothing."""
    assert clashes(Application("表"), [known_form("津贴核定", days=(DUE,))]) == ()
