"""Making an application smaller: fewer fields, rarer, in fewer places, for a shorter time; never larger."""

from dataclasses import dataclass, replace

from qingzhuang.engine.admit.comparisons import KeptComparison
from qingzhuang.engine.admit.domain import TIMES_A_YEAR, Application, AskedField, Frequency
from qingzhuang.engine.admit.lifetime import latest_end
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode


@dataclass(frozen=True, slots=True)
class Reduction:
    """
    What the reviewer leaves of an application.

    fields: positions (from 0) in its fields that the village still fills. frequency: how often, None as
    asked. regions: prefixes of region codes, with n_villages the villages in them; none: as asked. ends_on:
    ISO day, "" as asked.
    """

    fields: tuple[int, ...]
    frequency: Frequency | None = None
    regions: tuple[str, ...] = ()
    n_villages: int = 0
    ends_on: str = ""


def reduced(application: Application, reduction: Reduction, *, kept: KeptComparison) -> Application:
    """
    The application as the reduction leaves it; what is dropped and held becomes data (要数). Rule R-REV-02.

    Raises:
        RefusedError: it would ask more often, elsewhere or longer than its department asked, end before it
            starts, or ask nothing at all although it had fields.
    """
    fields = tuple(field for at, field in enumerate(application.fields) if at in reduction.fields)
    if application.fields and not fields:
        raise RefusedError(Problem(ReviewCode.NOTHING_LEFT))
    return replace(
        application,
        fields=fields,
        supplied=(*application.supplied, *_given(application, reduction, kept)),
        frequency=_rarer(application.frequency, reduction.frequency),
        regions=_narrower(application.regions, reduction.regions),
        n_villages=reduction.n_villages if reduction.regions else application.n_villages,
        ends_on=_sooner(application, reduction.ends_on),
    )


def least(application: Application, kept: KeptComparison) -> Reduction:
    """
    The reduction the machine proposes: only the data fields that are not supplied, everything else as asked.

    The sheet's own blanks (序号、备注) ask nobody and go too.
    """
    if kept.proposal is None:
        return Reduction(tuple(range(len(application.fields))))
    asked = {(field.label, field.place) for field in kept.asked}
    return Reduction(
        tuple(at for at, field in enumerate(application.fields) if (field.label, field.place) in asked)
    )


def timely(application: Application, *, on: str) -> Application:
    """
    The application with days a number can have: it starts on this ISO day or later, and ends within twelve
    months; without an end of its own, after twelve months. Rule R-REV-08.
    """
    starts_on = max(application.starts_on, on)
    latest = latest_end(starts_on)
    return replace(application, starts_on=starts_on, ends_on=min(application.ends_on or latest, latest))


def rarer_frequencies(asked: Frequency | None) -> tuple[Frequency, ...]:
    """The frequencies that ask no more often than this one, the rarest first; all where none was said."""
    if asked is None:
        return tuple(Frequency)
    return tuple(each for each in Frequency if TIMES_A_YEAR[each] <= TIMES_A_YEAR[asked])


def _given(application: Application, reduction: Reduction, kept: KeptComparison) -> tuple[AskedField, ...]:
    """The fields that are dropped because the platform gives them."""
    held = {(field.label, field.place) for field in kept.supplied}
    dropped = (field for at, field in enumerate(application.fields) if at not in reduction.fields)
    return tuple(field for field in dropped if (field.label, field.place) in held)


def _rarer(asked: Frequency | None, wanted: Frequency | None) -> Frequency | None:
    if wanted is None:
        return asked
    if wanted not in rarer_frequencies(asked):
        raise RefusedError(Problem(ReviewCode.MORE_OFTEN))
    return wanted


def _narrower(asked: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    if not wanted:
        return asked
    if asked and not all(any(each.startswith(prefix) for prefix in asked) for each in wanted):
        raise RefusedError(Problem(ReviewCode.ELSEWHERE))
    return wanted


def _sooner(application: Application, wanted: str) -> str:
    if not wanted:
        return application.ends_on
    if application.ends_on and wanted > application.ends_on:
        raise RefusedError(Problem(ReviewCode.LONGER, {"asked": application.ends_on}))
    if application.starts_on and wanted < application.starts_on:
        raise RefusedError(Problem(ReviewCode.ENDS_BEFORE_START, {"start": application.starts_on}))
    return wanted
