"""Making an application smaller, and what that costs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.submissions import APPLICATION as ASKED
from tests.submissions import compared_of

from qingzhuang.engine.admit.comparisons import (
    KeptComparison,
    comparison_from_document,
    comparison_to_document,
)
from qingzhuang.engine.admit.costing.domain import ActCosts
from qingzhuang.engine.admit.costing.hours import hours_a_year
from qingzhuang.engine.admit.domain import TIMES_A_YEAR, Application, Frequency
from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.engine.admit.recosting import advised, cost_left, hours_asked
from qingzhuang.engine.admit.reducing import Reduction, least, reduced, timely
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.reference.hours.minutes import load_minutes

APPLICATION = replace(ASKED, starts_on="2026-12-01", ends_on="2027-11-30")
KEPT = comparison_from_document(comparison_to_document(compared_of(APPLICATION), rows=100))
CATALOGUE, COSTS = load_catalogue(None), load_minutes("2026-11-22")
ALL = tuple(range(len(APPLICATION.fields)))
TURNED = replace(APPLICATION, fields=APPLICATION.fields[4:], supplied=APPLICATION.fields[:4])
DEARER = {act: replace(cost, minutes=cost.minutes * 3) for act, cost in COSTS.items()}


def kept_of(application: Application, *, share: float = 1.0) -> KeptComparison:
    """Its comparison, kept; of what is held this share of the people is known."""
    found = compared_of(application, share=share)
    return comparison_from_document(comparison_to_document(found, rows=100))


def hours_of(
    outcome: Outcome, left: Application | None, kept: KeptComparison = KEPT, costs: ActCosts = COSTS
) -> float:
    """Hours a year an outcome leaves."""
    cost = cost_left(outcome, left=left, kept=kept, catalogue=CATALOGUE, costs=costs)
    return cost.hours if cost else 0.0


@pytest.mark.parametrize(
    ("reduction", "code"),
    [
        (Reduction(()), ReviewCode.NOTHING_LEFT),
        (Reduction(ALL, frequency=Frequency.MONTHLY), ReviewCode.MORE_OFTEN),
        (Reduction(ALL, regions=("360998",), n_villages=1), ReviewCode.ELSEWHERE),
        (Reduction(ALL, ends_on="2027-12-01"), ReviewCode.LONGER),
        (Reduction(ALL, ends_on="2026-11-30"), ReviewCode.ENDS_BEFORE_START),
    ],
)
def test_nothing_can_become_larger(reduction: Reduction, code: ReviewCode) -> None:
    """R-REV-02: more often, elsewhere, longer, or empty with a number: each is refused in its own words."""
    with pytest.raises(RefusedError) as refusal:
        reduced(APPLICATION, reduction, kept=KEPT)

    assert refusal.value.problem.code is code


@given(st.sets(st.sampled_from(ALL), min_size=1), st.sampled_from(Frequency))
def test_what_is_left_never_costs_more(fields: set[int], frequency: Frequency) -> None:
    """R-REV-02, R-REV-07: whatever a reviewer may take away, the hours do not rise above those asked."""
    if TIMES_A_YEAR[frequency] > TIMES_A_YEAR[Frequency.QUARTERLY]:
        return
    left = reduced(APPLICATION, Reduction(tuple(sorted(fields)), frequency), kept=KEPT)

    hours = hours_of(Outcome.REDUCED, left)

    assert hours <= hours_asked(APPLICATION, KEPT, catalogue=CATALOGUE, costs=COSTS)


def test_a_rarer_form_costs_less_in_proportion() -> None:
    """R-REV-07: yearly instead of quarterly is a quarter of the hours."""
    few = least(APPLICATION, KEPT)
    quarterly = reduced(APPLICATION, few, kept=KEPT)
    yearly = reduced(APPLICATION, replace(few, frequency=Frequency.YEARLY), kept=KEPT)

    hours = [hours_of(Outcome.REDUCED, left) for left in (quarterly, yearly)]

    assert hours[1] == pytest.approx(hours[0] / 4, abs=0.1)


def test_what_is_admitted_as_asked_costs_what_was_asked() -> None:
    """R-REV-07: 同意新发 takes the hours of the comparison; what is not admitted takes none."""
    asked = hours_asked(APPLICATION, KEPT, catalogue=CATALOGUE, costs=COSTS)

    assert hours_of(Outcome.ADMITTED, APPLICATION) == pytest.approx(asked)
    assert hours_of(Outcome.REFUSED, None) == 0


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "expected"),
    [
        ("2026-12-01", "2027-03-31", ("2026-12-01", "2027-03-31")),
        ("2026-11-01", "2027-03-31", ("2026-11-22", "2027-03-31")),
        ("", "", ("2026-11-22", "2027-11-21")),
        ("2026-12-01", "2029-01-01", ("2026-12-01", "2027-11-30")),
    ],
)
def test_days_become_those_a_number_can_have(starts_on: str, ends_on: str, expected: tuple[str, str]) -> None:
    """R-REV-08: never in the past, never longer than twelve months, twelve months where nothing was said."""
    left = timely(replace(APPLICATION, starts_on=starts_on, ends_on=ends_on), on="2026-11-22")

    assert (left.starts_on, left.ends_on) == expected


@given(st.floats(0.5, 1))
def test_gaps_of_what_is_supplied_cost_villages_nothing(share: float) -> None:
    """R-HRS-05: however many cells of the held columns are missing, villages are asked the new ones only."""
    kept = kept_of(APPLICATION, share=share)

    found = advised(Outcome.REDUCED, kept)

    assert found == advised(Outcome.REDUCED, KEPT)


@given(st.floats(0.5, 1), st.sampled_from([Outcome.REDUCED, Outcome.ADMITTED]))
def test_the_page_and_the_opinion_say_one_number(share: float, outcome: Outcome) -> None:
    """R-REV-07: what the machine advises is what the opinion leaves where nobody changes a thing."""
    kept = kept_of(APPLICATION, share=share)
    left = reduced(APPLICATION, least(APPLICATION, kept), kept=kept)
    left = left if outcome is Outcome.REDUCED else APPLICATION

    found = advised(outcome, kept)

    assert found is not None
    assert hours_of(outcome, left, kept) == found.hours


@given(st.floats(0.5, 1))
def test_counting_anew_gives_the_number_of_the_comparison(share: float) -> None:
    """R-REV-07: a comparison and a count of what is left, each by itself, come to the same minutes."""
    kept = kept_of(APPLICATION, share=share)
    left = reduced(APPLICATION, least(APPLICATION, kept), kept=kept)
    held = [field for field in kept.held if field.label in {each.label for each in left.fields}]

    again = hours_a_year(left, held=held, catalogue=CATALOGUE, costs=COSTS, rows=kept.rows)

    assert again.own == advised(Outcome.REDUCED, kept)


def test_what_was_compared_keeps_its_number() -> None:
    """R-REV-07: minutes that were measured since change nothing in what is left as it was proposed."""
    left = reduced(APPLICATION, least(APPLICATION, KEPT), kept=KEPT)

    assert hours_of(Outcome.REDUCED, left, costs=DEARER) == KEPT.least_hours
    assert hours_of(Outcome.REDUCED, replace(left, n_villages=1), costs=DEARER) != KEPT.least_hours


def test_what_its_department_turned_into_data_is_saved_all_the_same() -> None:
    """R-REV-07: four of seven columns turned into 要数: asked are the hours of seven, left those of three."""
    kept = kept_of(TURNED)

    asked = hours_asked(TURNED, kept, catalogue=CATALOGUE, costs=COSTS)

    assert asked == hours_asked(APPLICATION, KEPT, catalogue=CATALOGUE, costs=COSTS)
    assert hours_of(Outcome.ADMITTED, TURNED, kept) == kept.least_hours == KEPT.least_hours
