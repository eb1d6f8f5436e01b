"""Setting the hours of villages' time an office may take in a year."""

import math

from django.db import transaction

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.queries.budgets import budgets
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.reviews import put_budget

_MOST = 10_000_000.0
_YEARS = range(2000, 2101)


def set_budget(actor: Actor, *, office: str, year: int, hours: str) -> None:
    """
    Set an office's hours of a year. hours: as typed; may be below what is used already. Rule R-REV-11.

    Raises:
        RefusedError: no number, or one out of range; no such department.
    """
    allow(actor, Right.CURATE)
    if year not in _YEARS:
        raise RefusedError(Problem(ReviewCode.BAD_YEAR))
    given = _hours(hours)
    with transaction.atomic():
        if office not in {row.code for row in budgets(actor, year=year)}:
            raise RefusedError(Problem(ReviewCode.UNKNOWN_OFFICE))
        put_budget(office=office, year=year, hours=given)
        record(actor, action="admit.set_budget", object_=f"{office} {year}", values={"hours": given})


def _hours(text: str) -> float:
    try:
        hours = float(text.replace(",", "").replace("，", ""))
    except ValueError as error:
        raise RefusedError(Problem(ReviewCode.BAD_HOURS)) from error
    if not (math.isfinite(hours) and 0 <= hours <= _MOST):
        raise RefusedError(Problem(ReviewCode.BAD_HOURS))
    return hours
