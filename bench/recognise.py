"""
Recognising the templates of the forms folder, Excel and Word: accuracy by its own scorers, time per .xlsx.

    python bench/recognise.py

Runs score.py and score_hand.py of FORMS_DIR (default ../shared/forms) over all templates, prints their
tables, and measures in this warm process the median time of reading, recognising and matching one template;
peer in the same run: openpyxl's load_workbook, which reads and recognises nothing. Figures go to
bench/results/recognise.json.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from qingzhuang.engine.read.matching import match_fields
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.reference.catalogue import load_catalogue

FOLDER = Path(os.environ.get("FORMS_DIR", "../shared/forms")).resolve()
RESULT = Path(__file__).parent / "results" / "recognise.json"
COMMAND = f"{Path(sys.executable).parent / 'qingzhuang'} recognise {{files}} --json"
SCORERS = ("score.py", "score_hand.py")


def main() -> None:
    """Score, measure, print, keep the figures."""
    if not (FOLDER / "dev").is_dir():
        print(f"没有找到表样文件夹 {FOLDER}；用 FORMS_DIR 指明它在哪里。")
        return
    templates = sorted(path for path in (FOLDER / "dev").iterdir() if path.suffix in (".xlsx", ".docx"))
    figures: dict[str, Any] = {"templates": len(templates)}
    for scorer in SCORERS:
        figures[scorer] = _scores(scorer)
    figures["milliseconds"] = _times([path for path in templates if path.suffix == ".xlsx"])
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    _print(figures)


def _scores(scorer: str) -> dict[str, Any]:
    argv = [sys.executable, str(FOLDER / scorer), str(FOLDER), "--json", "--jobs", "1", "--command", COMMAND]
    told = subprocess.run(argv, capture_output=True, text=True, check=True).stdout
    answer = json.loads(told)
    return {"scores": answer["scores"], "failures": answer["failures"]}


def _times(templates: list[Path]) -> dict[str, float]:
    """Median milliseconds per template, ours and the peer's in turns, after one warm-up each."""
    catalogue = load_catalogue()

    def ours(path: Path) -> None:
        for grid in read_workbook(path).sheets:
            match_fields(recognise(grid), catalogue=catalogue)

    def only_recognise(path: Path) -> None:
        for grid in grids[path]:
            recognise(grid)

    def peer(path: Path) -> None:
        load_workbook(path)

    grids = {path: read_workbook(path).sheets for path in templates}
    runs: dict[str, Callable[[Path], None]] = {
        "read + recognise + match": ours,
        "recognise alone": only_recognise,
        "openpyxl load_workbook": peer,
    }
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run(templates[0])
    for path in templates:
        for name, run in runs.items():
            start = time.perf_counter()
            run(path)
            taken[name].append(1000 * (time.perf_counter() - start))
    return {name: round(statistics.median(values), 2) for name, values in taken.items()}


def _print(figures: dict[str, Any]) -> None:
    for scorer in SCORERS:
        print(f"{scorer}  ({figures['templates']} 份)")
        for name, row in figures[scorer]["scores"].items():
            counts = f"{row['right']:5d}/{row['total']:<5d}" if "total" in row else ""
            print(f"  {name:28s} {row['share']:.4f}  {counts}")
        if figures[scorer]["failures"]:
            print(f"  failures: {figures[scorer]['failures']}")
    print("每份 .xlsx 表样的中位用时（毫秒）")
    for name, value in figures["milliseconds"].items():
        print(f"  {name:28s} {value:8.1f}")


if __name__ == "__main__":
    main()
