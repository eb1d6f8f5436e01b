"""What the database itself refuses, tried with plain SQL."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests.days import day
from tests.store.gate.plain_sql import run
from tests.store.numbered import FAR, QINGHE, TOWN, admitted, aged, application, now, villages

from qingzhuang.store.gate import land, regularise, withdraw
from qingzhuang.store.models import Admission, Obligation

pytestmark = pytest.mark.database


def put(
    admission: int | None,
    *,
    region: str = QINGHE,
    landed_on: str | None = None,
    due: str | None = None,
) -> None:
    """An obligation by plain SQL."""
    run(
        "INSERT INTO store_obligation (admission_id, region, period, landed_on, due)"
        " VALUES (%s, %s, '2026', %s, %s)",
        admission,
        region,
        day() if landed_on is None else landed_on,
        day(10) if due is None else due,
    )


def stands() -> int:
    """How many obligations there are."""
    return Obligation.objects.count()


def test_an_obligation_stands_on_a_good_number() -> None:
    """R-GAT-11: an obligation within days and scope of a good number is kept."""
    put(admitted().pk)

    assert stands() == 1


@pytest.mark.parametrize("admission", [None, 0, 987654])
def test_no_obligation_without_admission(admission: int | None) -> None:
    """R-GAT-11: an obligation whose admission is missing is refused."""
    with pytest.raises(IntegrityError):
        put(admission)


def test_no_obligation_of_a_withdrawn_number() -> None:
    """R-GAT-11: an obligation whose admission was withdrawn is refused."""
    row = admitted()
    withdraw(row, by="sun", why="数据已经有了", today=day(), at=now())

    with pytest.raises(IntegrityError):
        put(row.pk)


@pytest.mark.parametrize(("landed_on", "due"), [(-1, 10), (0, 91), (5, 4), (91, 92), (91, 10)], ids=str)
def test_no_obligation_outside_the_days_of_its_number(landed_on: int, due: int) -> None:
    """R-GAT-11: landing before the first day, due after the last one, or due before landing is refused."""
    row = admitted()

    with pytest.raises(IntegrityError):
        put(row.pk, landed_on=day(landed_on), due=day(due))


@pytest.mark.parametrize("text", ["", "2026", "9", "2026-1-1", "2026-12-3x", "tomorrow"])
def test_no_obligation_on_what_is_no_day(text: str) -> None:
    """R-GAT-11: a due day that is no day is refused, however it sorts."""
    row = admitted()

    with pytest.raises(IntegrityError):
        put(row.pk, due=text)


def test_no_obligation_of_a_number_that_has_ended() -> None:
    """R-GAT-11: what ended yesterday by the database's own clock takes nothing, backdated or not."""
    row = aged(admitted(), starts_on=day(-30), ends_on=day(-1))

    with pytest.raises(IntegrityError):
        put(row.pk, landed_on=day(-10), due=day(-2))


def test_no_obligation_of_a_number_that_is_not_yet_in_force() -> None:
    """R-GAT-11: an admission that starts tomorrow takes nothing today, dated ahead or not."""
    row = admitted(application(starts_on=day(1)))

    with pytest.raises(IntegrityError):
        put(row.pk, landed_on=day(1))


def test_the_last_day_is_a_good_one() -> None:
    """R-GAT-11: on its last day a number still lands."""
    row = aged(admitted(), starts_on=day(-30), ends_on=day())

    put(row.pk, due=day())

    assert stands() == 1


@pytest.mark.parametrize("region", [FAR, "", "360999101", "3609991012051", "360999101 20"])
def test_no_obligation_outside_the_scope(region: str) -> None:
    """R-GAT-11: a region that no prefix of the admission begins, or that is no village, is refused."""
    row = admitted()

    with pytest.raises(DatabaseError):
        put(row.pk, region=region)


def test_no_obligation_of_an_emergency_that_ran_out() -> None:
    """R-GAT-11: an emergency past its instant counts as ended though its last day is far."""
    row = aged(admitted(), emergency_until=now() - timedelta(seconds=5))

    with pytest.raises(IntegrityError):
        put(row.pk)


def test_an_emergency_lands_while_its_time_runs() -> None:
    """R-GAT-11: before its instant an emergency lands, and once regularised it lands as any other."""
    row = admitted(
        application(emergency="山洪", leader="副县长"), emergency_until=now() + timedelta(hours=70)
    )
    put(row.pk)
    regularise(row, at=now())

    put(row.pk, region=f"{TOWN}206")

    assert stands() == 2


@pytest.mark.parametrize(
    "change",
    [
        "region = '360999202301'", "due = '2999-01-01'", "landed_on = '2000-01-01'", "admission_id = 987654",
        "admission_id = NULL",
    ],
)  # fmt: skip
def test_an_obligation_cannot_be_moved_out_of_its_admission(change: str) -> None:
    """R-GAT-11: a kept obligation cannot be changed into one that would have been refused."""
    put(admitted().pk)

    with pytest.raises(IntegrityError):
        run(f"UPDATE store_obligation SET {change}")


def test_an_obligation_cannot_be_moved_to_a_withdrawn_number() -> None:
    """R-GAT-11: it cannot be hung on another number that counts no more."""
    put(admitted().pk)
    other = admitted(n=2)
    withdraw(other, by="sun", why="重了", today=day(), at=now())

    with pytest.raises(IntegrityError):
        run("UPDATE store_obligation SET admission_id = %s", other.pk)


@pytest.mark.parametrize("change", ["stopped_at = NULL", "done_at = CURRENT_TIMESTAMP"])
def test_what_was_stopped_stays_stopped(change: str) -> None:
    """R-GAT-11: a stopped obligation is neither taken up again nor handed in."""
    row = admitted()
    put(row.pk)
    withdraw(row, by="sun", why="数据已经有了", today=day(), at=now())

    with pytest.raises(IntegrityError):
        run(f"UPDATE store_obligation SET {change}")


def test_many_rows_at_once_are_looked_at_one_by_one() -> None:
    """R-GAT-11: one bad row among good ones keeps all of them out, also where doubles are passed over."""
    row = admitted()
    rows = [
        Obligation(admission=row, region=region, period="x", landed_on=day(), due=day(1))
        for region in (QINGHE, FAR)
    ]

    with pytest.raises(IntegrityError), transaction.atomic():
        Obligation.objects.bulk_create(rows, ignore_conflicts=True)

    assert stands() == 0


def test_landing_passes_the_guards() -> None:
    """R-GAT-07: what `land` makes is what the database lets stand."""
    villages()
    row = admitted()

    made = land(row, today=day())

    assert (made, stands()) == (2, 2)
    assert Admission.objects.get().token.count(".") == 2
