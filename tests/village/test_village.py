"""The main job on a drawn village of 325 people, from outside: every written cell against the truth."""

from pathlib import Path

import pytest
from tests.village.conftest import Village
from tests.village.measure import Measured, command, import_village, measure
from tests.village.truth import residents

from qingzhuang.files.examples.people import REGION

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def measured(village: Village) -> tuple[Measured, ...]:
    """Every form filled and compared."""
    folder, example, _ = village
    return tuple(measure(folder, example))


def test_only_the_two_bad_numbers_are_refused(village: Village) -> None:
    """A number cell of 18 digits and a wrong last digit are refused, and nobody else."""
    _, example, answers = village
    n_people = sum(len(household.members) for household in example.households)

    assert [len(answer["refused"]) for answer in answers] == [2, 0, 0, 0, 0, 0]
    assert answers[0]["accepted"] == n_people - 2


def test_household_rows_are_counted_as_households(village: Village) -> None:
    """The house and land roster takes one row per household."""
    _, example, answers = village

    assert answers[5]["accepted"] == len(example.households)


def test_nobody_is_in_doubt(village: Village) -> None:
    """Valid numbers tell everybody apart, name twins too: no question is asked."""
    folder, _, _ = village

    assert command(folder, "questions", "--region", REGION)["questions"] == []


def test_at_most_one_value_in_a_thousand_is_wrong(measured: tuple[Measured, ...]) -> None:
    """Wrong values written, over all forms: at most 1 per 1,000 cells."""
    n_written = sum(each.n_written for each in measured)
    wrong = [mistake for each in measured for mistake in each.mistakes if mistake.found]

    assert n_written > 4000
    assert len(wrong) * 1000 <= n_written, wrong[:10]


def test_numbers_accounts_and_amounts_are_never_wrong(measured: tuple[Measured, ...]) -> None:
    """Not one identity number, certificate, telephone, account or amount is wrong."""
    assert [mistake for each in measured for mistake in each.mistakes if mistake.is_grave] == []


def test_everybody_who_belongs_on_a_form_is_on_it(measured: tuple[Measured, ...]) -> None:
    """Nobody is lost between roster and form."""
    assert {each.form: each.lost for each in measured if each.lost} == {}


def test_what_is_known_is_filled(measured: tuple[Measured, ...]) -> None:
    """No cell whose value some roster holds stays blank."""
    blank = [mistake for each in measured for mistake in each.mistakes if not mistake.found]

    assert blank == []


def test_the_missing_cells_are_told_exactly(measured: tuple[Measured, ...]) -> None:
    """The list of gaps and conflicts names every blank that somebody could fill, and no other."""
    assert {each.form: sorted(each.gaps_told ^ each.gaps_wanted)[:5] for each in measured} == {
        each.form: [] for each in measured
    }


def test_the_order_of_importing_changes_nothing(
    village: Village, measured: tuple[Measured, ...], tmp_path: Path
) -> None:
    """The same rosters in the opposite order fill the same forms with the same values."""
    example, _ = import_village(tmp_path, n_households=90, order=(5, 4, 3, 2, 1, 0))
    backwards = measure(tmp_path, example)

    assert [_figures(each) for each in backwards] == [_figures(each) for each in measured]


def _figures(form: Measured) -> tuple[str, int, int, int]:
    """Counts that do not depend on who stands in which row."""
    return (form.form, form.n_written, len(form.mistakes), len(form.gaps_told))


def test_the_register_holds_everybody_once(village: Village) -> None:
    """As many residents are on a form for everybody as there are people whose rows were taken."""
    folder, example, _ = village
    n_residents = len(list(residents(example.households, example.traps)))
    words = ("fill", "村民基本信息采集表.xlsx", "--region", REGION, "-o", "everybody.xlsx")

    assert command(folder, *words)["rows"] == n_residents
