"""What people do with numbers once they are given, and what the clock does."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from tests.days import day
from tests.store.numbered import DONGTANG, OFFICE, QINGHE, admitted, aged, application, now, villages

from qingzhuang.actions.admit.exiting import leave_number
from qingzhuang.actions.admit.landing import tick
from qingzhuang.actions.admit.regularising import regularise_number
from qingzhuang.actions.admit.renewing import Evidence, renew_number
from qingzhuang.actions.admit.withdrawing import withdraw_number
from qingzhuang.engine.admit.domain import Frequency
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.problems import Code, RefusedError
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.gate import land
from qingzhuang.store.models import Admission, JournalEntry, Matter, Obligation
from qingzhuang.store.queries.admissions import admission
from qingzhuang.store.queries.obligations import open_duties
from qingzhuang.store.roles import Role
from qingzhuang.store.signing import public_jwks, public_keys, signing_key, verify

pytestmark = pytest.mark.database
LEADER = Actor("sun", (), frozenset({Role.BURDEN_LEADER}), office="jianfu")
OFFICER = Actor("zhao", (), frozenset({Role.OFFICER}), office=OFFICE)
STRANGER = Actor("wu", (), frozenset({Role.OFFICER}), office="zhujian")
CLERK = Actor("zhang", (QINGHE,), frozenset({Role.VILLAGE_CLERK}), places=(QINGHE,))
EVIDENCE = Evidence("据此给 31 户独居老人装了报警器。", "名单.xlsx", b"x")


def number_of(row: Admission) -> Number:
    """Its number."""
    return Number(row.year, row.seq)


def urgent(hours: float = 70) -> Admission:
    """An emergency of today."""
    asked = application(emergency="山洪", leader="分管副县长")
    return admitted(asked, emergency_until=now() + timedelta(hours=hours))


@pytest.fixture
def landed() -> Admission:
    """A number with an obligation for each of two villages."""
    villages()
    row = admitted()
    land(row, today=day())
    return row


def test_what_is_admitted_lands_on_every_village_in_scope(landed: Admission) -> None:
    """R-GAT-07: the villages of the town get one obligation each; the town itself and others none."""
    found = Obligation.objects.order_by("region").values_list("region", flat=True)

    assert list(found) == [QINGHE, DONGTANG]


def test_landing_again_doubles_nothing(landed: Admission) -> None:
    """R-GAT-07: the same day again, nothing is made."""
    assert land(landed, today=day()) == 0


def test_nothing_lands_before_the_first_day() -> None:
    """R-GAT-07: a number that begins tomorrow lands nothing today."""
    villages()

    assert land(admitted(application(starts_on=day(1))), today=day()) == 0


def test_the_days_promised_are_given() -> None:
    """R-GAT-05: with seven days promised, what lands today is due in seven days."""
    villages()
    row = admitted(application(frequency=Frequency.ONCE, issue_days=7))

    land(row, today=day())

    assert set(Obligation.objects.values_list("due", flat=True)) == {day(7)}


def test_a_withdrawal_stops_what_is_not_done(landed: Admission) -> None:
    """R-GAT-10: taking a number back stops its open obligations and says why; what was done stays done."""
    Obligation.objects.filter(region=QINGHE).update(done_at=now())

    stopped = withdraw_number(LEADER, number=number_of(landed), why="数据已经有了", today=day())

    row = Admission.objects.get()
    assert stopped == 1
    assert (row.withdrawn_on, row.withdrawn_by, row.why_withdrawn) == (day(), "sun", "数据已经有了")
    assert Matter.objects.get().ended_on == day()
    assert JournalEntry.objects.get().object == str(row)


def test_an_office_gives_up_its_own_number(landed: Admission) -> None:
    """R-GAT-10: the office that has a number ends it, and the register says it left."""
    stopped = leave_number(OFFICER, number=number_of(landed), why="用不上了", today=day())

    assert (stopped, Admission.objects.get().why_withdrawn) == (2, "退出：用不上了")


@pytest.mark.parametrize(
    ("actor", "act", "code"),
    [
        (OFFICER, "withdraw", StoreCode.NOT_ALLOWED),
        (CLERK, "withdraw", StoreCode.NOT_ALLOWED),
        (CLERK, "leave", StoreCode.NOT_ALLOWED),
        (STRANGER, "leave", GateCode.NOT_YOURS),
        (OFFICER, "regularise", StoreCode.NOT_ALLOWED),
        (STRANGER, "renew", GateCode.NOT_YOURS),
        (LEADER, "renew", StoreCode.NOT_ALLOWED),
        (OFFICER, "tick", StoreCode.NOT_ALLOWED),
    ],
)
def test_nobody_else_touches_a_number(landed: Admission, actor: Actor, act: str, code: Code) -> None:
    """R-GAT-10: only who signs withdraws and regularises, only the office that has it leaves or renews."""
    number = number_of(landed)
    acts: dict[str, Callable[[], object]] = {
        "withdraw": lambda: withdraw_number(actor, number=number, why="x", today=day()),
        "leave": lambda: leave_number(actor, number=number, why="x", today=day()),
        "regularise": lambda: regularise_number(actor, number=number, basis="x"),
        "renew": lambda: renew_number(actor, number=number, evidence=EVIDENCE, today=day()),
        "tick": lambda: tick(actor, today=day(), at=now()),
    }

    with pytest.raises(RefusedError) as refused:
        acts[act]()

    assert refused.value.problem.code is code
    assert not JournalEntry.objects.exists()


@pytest.mark.parametrize("why", ["", "  \n"])
def test_a_withdrawal_needs_a_sentence(landed: Admission, why: str) -> None:
    """R-GAT-10: without a reason nothing is taken back."""
    with pytest.raises(RefusedError) as refused:
        withdraw_number(LEADER, number=number_of(landed), why=why, today=day())

    assert refused.value.problem.code is GateCode.NO_REASON


def test_a_number_is_withdrawn_once(landed: Admission) -> None:
    """R-GAT-10: the second withdrawal is refused and changes nothing of the first."""
    withdraw_number(LEADER, number=number_of(landed), why="数据已经有了", today=day())

    with pytest.raises(RefusedError):
        withdraw_number(LEADER, number=number_of(landed), why="别的", today=day())

    assert Admission.objects.get().why_withdrawn == "数据已经有了"


def test_a_number_never_given_is_not_there(db: None) -> None:
    """A number never given cannot be withdrawn."""
    with pytest.raises(RefusedError) as refused:
        withdraw_number(LEADER, number=Number(2026, 7), why="x", today=day())

    assert refused.value.problem.code is StoreCode.NOT_THERE


def test_a_regularised_emergency_lasts_to_its_last_day() -> None:
    """R-GAT-06: after regularising, the token holds to the last day, no longer for three days."""
    row = urgent()
    keys = public_keys(public_jwks(signing_key(settings.HOME)))
    short = verify(row.token, keys)["exp"]

    regularise_number(LEADER, number=number_of(row), basis="青减负〔2026〕9号")

    fresh = Admission.objects.get()
    assert fresh.regularised_at is not None
    assert verify(fresh.token, keys)["exp"] > short
    record = admission(LEADER, number=number_of(row))
    assert record is not None
    assert record.admitted.emergency_until == ""


@pytest.mark.parametrize(
    ("make", "basis", "code"),
    [
        (urgent, " ", GateCode.NO_BASIS),
        (admitted, "文号", GateCode.NOT_AN_EMERGENCY),
        (lambda: aged(admitted(), emergency_until=now() - timedelta(minutes=1)), "文号", GateCode.LANE_OVER),
    ],
    ids=["no basis", "ordinary", "over"],
)
def test_regularising_has_its_conditions(make: Callable[[], Admission], basis: str, code: GateCode) -> None:
    """R-GAT-06: a basis, an emergency, and hours that are not over."""
    row = make()

    with pytest.raises(RefusedError) as refused:
        regularise_number(LEADER, number=number_of(row), basis=basis)

    assert refused.value.problem.code is code


def test_the_emergency_lane_is_bounded_when_admitting() -> None:
    """R-GAT-06: an emergency of more than 72 hours gets no number."""
    with pytest.raises(RefusedError) as refused:
        urgent(hours=73)

    assert refused.value.problem.code is GateCode.LANE_TOO_LONG
    assert not Admission.objects.exists()


def test_the_clock_lands_what_has_begun() -> None:
    """R-GAT-09: a number admitted for today lands when the clock turns, and lands once."""
    villages()
    admitted()

    first, again = (tick(LEADER, today=day(), at=now()) for _ in range(2))

    assert (first.landed, again.landed, first.admissions) == (2, 0, 1)


def test_the_clock_stops_what_has_ended() -> None:
    """R-GAT-09: a day after its end, a number's open obligations are stopped and its matter leaves."""
    villages()
    row = admitted(application(ends_on=day(3)))
    land(row, today=day())
    later = datetime.now(UTC) + timedelta(days=4)

    first, again = (tick(LEADER, today=day(4), at=later) for _ in range(2))

    assert (first.stopped, first.left, first.admissions) == (2, 1, 0)
    assert (again.stopped, again.left) == (0, 0)
    assert Matter.objects.get().why_ended == "到期"


def test_the_clock_marks_emergencies_that_ran_out() -> None:
    """R-GAT-09: past its hours an emergency's obligations stop, and the register of matters says why."""
    villages()
    row = urgent(hours=1)
    land(row, today=day(), at=now())

    done = tick(LEADER, today=day(), at=now() + timedelta(hours=2))

    assert (done.stopped, done.left) == (2, 1)
    assert Matter.objects.get().why_ended == "应急先办没有补办"


def test_what_waits_is_reckoned_when_it_is_asked(landed: Admission) -> None:
    """R-GAT-09: a village's desk shows nothing of a number that ended, though no clock has turned."""
    assert [each.region for each in open_duties(CLERK, on=day())] == [QINGHE]
    assert open_duties(CLERK, on=day(91)) == ()
