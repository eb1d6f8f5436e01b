"""
New editions: what is carried, what is carried wrongly (must be 0), and how many re-wordings are proposed.

    python -m bench.editions [--errors]

Draws pairs of editions of invented questionnaires in several styles (an indicator sheet of 100 rows with
codes that are renumbered, a card, a list with two header rows), reads both as the product reads a workbook,
compares them and counts against the truth. The same pairs are put to two peers: binding by row code, and
binding by cell address. The figures go to bench/results/editions.json.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a script, the repository is not on it

from tests.editions.measure import measure

RESULT = Path(__file__).parent / "results" / "editions.json"
PAIRS = 60  # of each style


def main() -> None:
    """Measure, print the table, write the figures."""
    tallies = measure(PAIRS)
    figures = {style: tally.figures for style, tally in tallies.items()}
    for style, rows in figures.items():
        sys.stdout.write(f"{style}\n")
        for what, figure in rows.items():
            told = (
                f"{figure['right']}/{figure['total']} = {figure['share']}"
                if isinstance(figure, dict)
                else figure
            )
            sys.stdout.write(f"  {what:42s} {told}\n")
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if "--errors" in sys.argv:
        sys.stdout.write("\n".join(error for tally in tallies.values() for error in tally.errors) + "\n")


if __name__ == "__main__":
    main()
