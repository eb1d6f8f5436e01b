"""Hours a year of an application as the gate would leave it: one number for page, opinion and register."""

from qingzhuang.engine.admit.comparisons import KeptComparison
from qingzhuang.engine.admit.costing.domain import ActCosts, Cost
from qingzhuang.engine.admit.costing.hours import hours_a_year
from qingzhuang.engine.admit.domain import TIMES_A_YEAR, Application
from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.engine.admit.wanted import whole
from qingzhuang.engine.catalogue.elements import Catalogue


def hours_asked(asked: Application, kept: KeptComparison, *, catalogue: Catalogue, costs: ActCosts) -> float:
    """
    Hours a year as asked, what its department turned into data (要数) among it. Rule R-REV-07.

    Those of the comparison, counted anew where nothing was compared.
    """
    if kept.whole is not None:
        return kept.whole.as_asked_hours
    return hours_a_year(
        whole(asked), held=kept.held, catalogue=catalogue, costs=costs, rows=kept.rows
    ).as_asked_hours


def advised(outcome: Outcome, kept: KeptComparison) -> Cost | None:
    """
    What villages would be asked if all went as the machine suggests; None where nothing was compared.

    The same as `cost_left` of what that outcome leaves. Returned: by the proposal, once it is put right.
    """
    if kept.estimate is None:
        return None
    if outcome is Outcome.REFUSED:
        return Cost(kept.estimate.villages, kept.estimate.times, 0)
    if outcome is Outcome.ADMITTED:
        return kept.estimate.own if kept.is_turned else kept.estimate.as_asked
    return kept.least


def advised_lines(outcome: Outcome, kept: KeptComparison) -> tuple[str, ...]:
    """How the minutes of `advised` come about, one Chinese line each."""
    if kept.estimate is None or outcome is Outcome.REFUSED:
        return ()
    if outcome is Outcome.ADMITTED:
        return kept.own_lines if kept.is_turned else kept.estimate.asked_lines
    return kept.least_lines


def cost_left(
    outcome: Outcome,
    *,
    left: Application | None,
    kept: KeptComparison,
    catalogue: Catalogue,
    costs: ActCosts,
) -> Cost | None:
    """
    What an outcome leaves villages to do; None where nothing is admitted. Rule R-REV-07.

    Reduced: only the fields that are left, what is held filled in; on a form that goes to the villages anyway
    nothing is counted for handling. Admitted: as asked; where its department turned columns into data (要数),
    with what is known of the others filled in. What is left as it was compared keeps its number, whatever was
    measured since.
    """
    if left is None:
        return None
    known = advised(outcome, kept)
    if known is not None and _is_as_compared(left, outcome, kept, known):
        return known
    wanted = {(field.label, field.place) for field in left.fields}
    held = tuple(field for field in kept.held if (field.label, field.place) in wanted)
    estimate = hours_a_year(left, held=held, catalogue=catalogue, costs=costs, rows=kept.rows)
    if outcome is not Outcome.REDUCED:
        return estimate.own if kept.is_turned else estimate.as_asked
    is_joined = kept.proposal is not None and kept.proposal.join is not None
    return estimate.least if is_joined else estimate.own


def _is_as_compared(left: Application, outcome: Outcome, kept: KeptComparison, known: Cost) -> bool:
    """Whether the same villages are asked the same fields as often as in this cost of the comparison."""
    wanted = {(field.label, field.place) for field in left.fields}
    there = {(field.label, field.place) for field in kept.data if (field.label, field.place) in wanted}
    fields = kept.asked if outcome is Outcome.REDUCED else kept.data
    times = TIMES_A_YEAR[left.frequency] if left.frequency else 1
    return (
        there == {(field.label, field.place) for field in fields}
        and left.n_villages == known.villages
        and times == known.times
    )
