"""
Wrong values written on a drawn village, per 1,000 cells, and how exactly the missing ones are told.

The village, its rosters and its forms are those of tests/village; the truth is known from the drawing alone.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a script, the repository is not on it

from tests.village.measure import Measured, import_village, measure

RESULT = Path(__file__).parent / "results" / "wrong_values.json"
N_HOUSEHOLDS = 90


def main() -> None:
    """Print the table and write bench/results/wrong_values.json."""
    with tempfile.TemporaryDirectory() as folder:
        example, _ = import_village(Path(folder), n_households=N_HOUSEHOLDS)
        forms = tuple(measure(Path(folder), example))
    rows = [_row(form) for form in forms] + [_row(*forms)]
    rows[-1]["form"] = "all"
    columns = list(rows[0])
    print("  ".join(columns))
    for row in rows:
        print("  ".join(str(row[column]) for column in columns))
    n_people = sum(len(household.members) for household in example.households)
    document = {"people": n_people, "households": N_HOUSEHOLDS, "reach": _REACH, "rows": rows}
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


_REACH = {"wrong_per_1000": 1, "wrong_in_ids_accounts_amounts": 0}


def _row(*forms: Measured) -> dict[str, object]:
    """The figures over some forms; shares are None where nothing was to be told."""
    n_written = sum(form.n_written for form in forms)
    wrong = [mistake for form in forms for mistake in form.mistakes if mistake.found]
    told = {(form.form, cell) for form in forms for cell in form.gaps_told}
    wanted = {(form.form, cell) for form in forms for cell in form.gaps_wanted}
    return {
        "form": forms[0].form,
        "cells_written": n_written,
        "wrong": len(wrong),
        "wrong_per_1000": round(len(wrong) * 1000 / n_written, 3) if n_written else None,
        "wrong_in_ids_accounts_amounts": sum(mistake.is_grave for mistake in wrong),
        "known_but_blank": sum(not mistake.found for form in forms for mistake in form.mistakes),
        "people_lost": sum(len(form.lost) for form in forms),
        "missing_list_precision": round(len(told & wanted) / len(told), 4) if told else None,
        "missing_list_recall": round(len(told & wanted) / len(wanted), 4) if wanted else None,
    }


if __name__ == "__main__":
    main()
