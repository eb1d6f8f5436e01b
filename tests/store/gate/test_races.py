"""Two people at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from tests.days import day
from tests.store.numbered import admitted, now, villages

from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.gate import land, withdraw
from qingzhuang.store.models import Admission, Obligation

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]


def test_a_withdrawal_stops_what_lands_at_the_same_moment(swept: None) -> None:
    """R-GAT-10: obligations that are being written while their number is withdrawn do not stay open."""
    villages()
    row = admitted()
    has_landed = threading.Event()

    def landing() -> None:
        try:
            with transaction.atomic():
                land(row, today=day(), at=now())
                has_landed.set()
                threading.Event().wait(0.5)  # the withdrawal begins before this is kept
        finally:
            connection.close()

    def withdrawing() -> None:
        has_landed.wait(5)
        try:
            with transaction.atomic():
                withdraw(Admission.objects.get(pk=row.pk), by="sun", why="重了", today=day(), at=now())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as two:
        for done in [two.submit(landing), two.submit(withdrawing)]:
            done.result()

    assert Obligation.objects.count() == 2
    assert not Obligation.objects.filter(stopped_at=None).exists()


def test_of_two_withdrawals_one_is_refused(swept: None) -> None:
    """R-GAT-10: two leaders withdraw at once; one's words stand, the other reads that it is done."""
    row = admitted()
    both = threading.Barrier(2)

    def withdrawing(name: str) -> bool:
        both.wait(5)
        try:
            with transaction.atomic():
                withdraw(row, by=name, why=f"{name}说的", today=day(), at=now())
            return True
        except RefusedError:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as two:
        done = list(two.map(withdrawing, ("sun", "qian")))

    kept = Admission.objects.get()
    assert sorted(done) == [False, True]
    assert kept.why_withdrawn == f"{kept.withdrawn_by}说的"
