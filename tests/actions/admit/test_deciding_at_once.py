"""Two people at the same moment: one opinion, one signature, one number."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from tests.days import TODAY
from tests.desk import make_desk
from tests.submissions import hand_in
from tests.sweeping import sweep

from qingzhuang.actions.admit.deciding import sign_decision
from qingzhuang.actions.admit.proposing import Wanted, propose_decision
from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.core import Code
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Admission, Decision

pytestmark = pytest.mark.database
REDUCE = Wanted(Outcome.REDUCED, "改小。")
Act = Callable[[], object]


@pytest.fixture
def swept(transactional_db: None) -> Iterator[None]:
    """What the two connections committed is swept out afterwards."""
    yield
    sweep()


def at_once(*acts: Act) -> list[Code | None]:
    """What became of each, all begun at the same moment: None for done, else the code of the refusal."""
    barrier = Barrier(len(acts))

    def run(act: Act) -> Code | None:
        barrier.wait()
        try:
            act()
        except RefusedError as refusal:
            return refusal.problem.code
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def proposing(actor: Actor, submission_id: int) -> Act:
    """Somebody writes an opinion on an application."""
    return lambda: propose_decision(actor, submission_id=submission_id, wanted=REDUCE, today=TODAY)


def signing(actor: Actor, decision_id: int) -> Act:
    """Somebody signs an opinion."""
    return lambda: sign_decision(actor, decision_id=decision_id, today=TODAY)


@pytest.mark.django_db(transaction=True)
def test_two_opinions_at_once_become_one(swept: None) -> None:
    """R-REV-13: the slower one is told, and one opinion stands."""
    desk = make_desk()
    submission = hand_in()

    codes = at_once(proposing(desk.reviewer, submission.pk), proposing(desk.second, submission.pk))

    assert set(codes) == {None, ReviewCode.ALREADY_PROPOSED}
    assert Decision.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_signatures_at_once_give_one_number(swept: None) -> None:
    """R-REV-12, R-REV-13: the slower one is told; the number is given out once."""
    desk = make_desk()
    row = propose_decision(desk.reviewer, submission_id=hand_in().pk, wanted=REDUCE, today=TODAY)

    codes = at_once(signing(desk.second, row.pk), signing(desk.leader, row.pk))

    assert set(codes) == {None, ReviewCode.ALREADY_DECIDED}
    assert Admission.objects.count() == 1
