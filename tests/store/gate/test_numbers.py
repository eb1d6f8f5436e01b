"""Numbers are given one after the other, whoever asks at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from tests.days import day
from tests.store.numbered import admitted, application, decided, now

from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.gate import admit
from qingzhuang.store.models import Admission, NumberCounter

pytestmark = pytest.mark.database
N_APPROVALS = 50


class PulledPlugError(Exception):
    """What goes wrong after the number was taken."""


def approve(n: int) -> int | None:
    """One approval on a connection of its own; every seventh fails after its number was taken."""
    asked = application(title=f"第{n}张表")
    try:
        with transaction.atomic():
            row = admit(decision=decided(asked, n=n), application=asked, by="qian", at=now(), today=day())
            if n % 7 == 0:
                raise PulledPlugError
            return row.seq
    except PulledPlugError:
        return None
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_fifty_approvals_at_once_give_consecutive_numbers(swept: None) -> None:
    """R-GAT-01: fifty threads, seven of which fail late, leave numbers 1 to 43 without hole or double."""
    with ThreadPoolExecutor(max_workers=N_APPROVALS) as crowd:
        given = list(crowd.map(approve, range(1, N_APPROVALS + 1)))

    kept = sorted(seq for seq in given if seq is not None)
    assert kept == list(range(1, N_APPROVALS - N_APPROVALS // 7 + 1))
    assert sorted(Admission.objects.values_list("seq", flat=True)) == kept
    assert NumberCounter.objects.get().last == len(kept)


@pytest.mark.django_db
def test_a_number_that_is_rolled_back_is_given_again() -> None:
    """R-GAT-01: the transaction that fails gives its number back."""
    first, second = application(title="甲表"), application(title="乙表")
    with pytest.raises(PulledPlugError), transaction.atomic():
        admit(decision=decided(first), application=first, by="qian", at=now(), today=day())
        raise PulledPlugError

    row = admit(decision=decided(second, n=2), application=second, by="qian", at=now(), today=day())

    assert row.seq == 1


@pytest.mark.django_db
def test_a_new_year_begins_at_one() -> None:
    """R-GAT-01: each year has its own series; the year is that of the decision."""
    old = application()
    admit(decision=decided(old), application=old, by="qian", at=now(), today=day())
    year = int(day()[:4]) + 1
    ahead = application(starts_on=f"{year}-01-04", ends_on=f"{year}-03-31")

    row = admit(decision=decided(ahead, n=2), application=ahead, by="qian", at=now(), today=f"{year}-01-04")

    assert str(row) == f"准入〔{year}〕1号"


@pytest.mark.django_db
@pytest.mark.parametrize("outcome", ["returned", "refused"])
def test_a_decision_that_admits_nothing_gives_no_number(outcome: str) -> None:
    """R-GAT-01: asking for a number on a refusal is a mistake of ours, and takes none."""
    asked = application()

    with pytest.raises(ValueError, match="admits nothing"):
        admit(decision=decided(asked, outcome=outcome), application=asked, by="qian", at=now(), today=day())

    assert not NumberCounter.objects.exists()


@pytest.mark.django_db
def test_what_cannot_have_a_number_takes_none() -> None:
    """R-GAT-03: an application for more than twelve months is refused before a number is taken."""
    asked = application(ends_on=day(400))

    with pytest.raises(RefusedError):
        admit(decision=decided(asked), application=asked, by="qian", at=now(), today=day())

    assert not NumberCounter.objects.exists()


@pytest.mark.django_db
def test_nobody_renews_anothers_number() -> None:
    """R-GAT-15: a number cannot go on from one that another office has."""
    old = admitted(application(office="zhujian"))
    asked = application()

    with pytest.raises(RefusedError):
        admit(decision=decided(asked, n=2), application=asked, by="qian", at=now(), today=day(), renews=old)
