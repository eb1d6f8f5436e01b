"""Reading what was typed at the gate's desk: numbers of submissions, an outcome, a reduction."""

from collections.abc import Iterable

from django.http import QueryDict

from qingzhuang.engine.admit.domain import Application, Frequency
from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.engine.admit.reducing import Reduction
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.engine.values.isodays import is_iso_day
from qingzhuang.store.queries.places import Town

_MOST_DIGITS = 9


def ids_of(texts: Iterable[str]) -> tuple[int, ...]:
    """The numbers among these texts, each once; what is none is left out."""
    numbers = (
        int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    )
    return tuple(dict.fromkeys(numbers))


def outcome_of(typed: QueryDict) -> Outcome:
    """
    The outcome that was chosen.

    Raises:
        RefusedError: none, or one that does not exist.
    """
    chosen = typed.get("outcome", "")
    if chosen not in set(Outcome):
        raise RefusedError(Problem(ReviewCode.NO_OUTCOME))
    return Outcome(chosen)


def reduction_of(typed: QueryDict, application: Application, towns: tuple[Town, ...]) -> Reduction:
    """
    The reduction that was typed; with every town ticked the scope is as asked.

    Raises:
        RefusedError: no town is ticked, or the end is no day.
    """
    often, ends_on = typed.get("frequency", ""), typed.get("ends_on", "").strip()
    if ends_on and not is_iso_day(ends_on):
        raise RefusedError(Problem(ReviewCode.BAD_DAY, {"text": ends_on[:20]}))
    ticked = [town for town in towns if town.prefix in typed.getlist("towns")]
    if towns and not ticked:
        raise RefusedError(Problem(ReviewCode.NOWHERE))
    is_whole = len(ticked) == len(towns)
    return Reduction(
        fields=tuple(at for at in ids_of(typed.getlist("fields")) if at < len(application.fields)),
        frequency=Frequency(often) if often in set(Frequency) else None,
        regions=() if is_whole else tuple(town.prefix for town in ticked),
        n_villages=sum(town.n_villages for town in ticked),
        ends_on=ends_on,
    )
