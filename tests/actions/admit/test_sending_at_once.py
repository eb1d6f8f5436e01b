"""Many hand in at the same moment: no reference twice, none left out, no draft twice."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from django.db import connection
from tests.actions.admit.applying import MEETING
from tests.cast import make_cast
from tests.days import TODAY, YEAR
from tests.sweeping import sweep

from qingzhuang.actions.admit.submitting import apply_whole, submit
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Submission
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.roles import Role
from qingzhuang.store.writers.requests import open_request

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]
N = 8


@pytest.fixture
def sender(transactional_db: None) -> Iterator[Actor]:
    """An officer; what the connections committed is swept out afterwards."""
    yield actor_of(make_cast()[Role.OFFICER], today=TODAY)
    sweep()


def at_once(act: Callable[[], object], *, times: int) -> list[object]:
    """What became of an act done so many times at the same moment: None for done, else why it was refused."""
    barrier = Barrier(times)

    def run(_: int) -> object:
        barrier.wait()
        try:
            act()
        except RefusedError as refusal:
            return refusal.problem.code
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


def test_references_stay_without_gaps(sender: Actor) -> None:
    """R-APP-14: eight at the same moment are eight references in a row."""
    at_once(lambda: apply_whole(sender, application=MEETING, template=None, today=TODAY), times=N)

    references = sorted(Submission.objects.values_list("reference", flat=True))
    assert references == [f"ZR-{YEAR}-{number:03d}" for number in range(1, N + 1)]


def test_one_draft_is_handed_in_once(sender: Actor) -> None:
    """R-APP-19: two presses on 送会审 are one submission; the slower one is told that it waits already."""
    ready = replace(MEETING, office=sender.office, issuer="县住建局", regions=sender.places, n_villages=2)
    draft = open_request(sender, ready)

    codes = at_once(lambda: submit(sender, request_id=draft.pk, today=TODAY), times=2)

    assert sorted(map(str, codes)) == sorted(map(str, [None, ApplyingCode.ALREADY_SENT]))
    assert Submission.objects.count() == 1
