"""
What of a department's file stays as it was after filling: parts byte for byte, features by count.

    python bench/fidelity.py

Fills every .xlsx template of FORMS_DIR (default ../shared/forms) from the invented demo village, for one
villager group, so that lists grow and cards come out one per person; then compares the first finished file
with the template. Figures go to bench/results/fidelity.json.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from qingzhuang.files.examples.people import REGION, VILLAGE
from qingzhuang.files.examples.village import draw_example

FOLDER = Path(os.environ.get("FORMS_DIR", "../shared/forms")).resolve()
RESULT = Path(__file__).parent / "results" / "fidelity.json"
PROGRAM = Path(sys.executable).parent / "qingzhuang"
# Parts that filling may change (docs/rules/workbooks.md); all others stay byte for byte.
MAY_CHANGE = re.compile(
    r"xl/worksheets/sheet[^/]*\.xml|xl/workbook\.xml|xl/sharedStrings\.xml|xl/styles\.xml|xl/calcChain\.xml"
    r"|\[Content_Types\]\.xml|xl/_rels/workbook\.xml\.rels|docProps/.*"
    r"|xl/drawings/.*\.(xml|vml)|xl/comments.*\.xml"
)
FEATURES = {
    "merges": rb"<mergeCell ",
    "validations": rb"<dataValidation ",
    "conditional formats": rb"<conditionalFormatting",
    "formulas": rb"<f[ >]",
    "drawings": rb"<(legacyD|d)rawing ",
    "print set-ups": rb"<pageSetup ",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One template. n_filled: cells written. other: parts that had to stay; changed: those that did not."""

    template: str
    n_filled: int
    other: int
    changed: tuple[str, ...]
    lost: tuple[str, ...]
    refused: str = ""


def main() -> None:
    """Fill, compare, print, keep the figures."""
    if not (FOLDER / "dev").is_dir():
        print(f"没有找到表样文件夹 {FOLDER}；用 FORMS_DIR 指明它在哪里。")
        return
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        environment = {**os.environ, "QINGZHUANG_HOME": str(home / "data")}
        environment.pop("DATABASE_URL", None)
        _import_village(home, environment)
        templates = sorted((FOLDER / "dev").glob("*.xlsx"))
        with ThreadPoolExecutor(2) as pool:
            compared = list(pool.map(lambda path: _compare(path, home / path.stem, environment), templates))
    _tell(compared)


def _import_village(home: Path, environment: dict[str, str]) -> None:
    (home / "village").mkdir()
    example = draw_example(home / "village")
    _run(environment, "init", "--region", REGION, "--name", VILLAGE)
    for path, source in example.rosters:
        _run(environment, "import", str(path), "--region", REGION, "--source", source)


def _run(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PROGRAM), *words], env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def _compare(template: Path, out: Path, environment: dict[str, str]) -> Compared:
    """Fill one template for one villager group and compare the first finished file with it."""
    wanted = ("--region", REGION, "--who", "村民小组=1组", "--on", "2026-06-30", "-o", f"{out}/", "--json")
    told = _run(environment, "fill", str(template), *wanted)
    if told.returncode:
        return Compared(template.name, 0, 0, (), (), told.stderr.strip().splitlines()[-1])
    answer = json.loads(told.stdout)
    made = sorted(out.glob("*.xlsx")) or [Path(answer["out"])]
    if not made[0].is_file():
        return Compared(template.name, 0, 0, (), (), "没有可填的人")
    before, after = _parts(template), _parts(made[0])
    other = [name for name in before if not MAY_CHANGE.fullmatch(name)]
    changed = tuple(name for name in other if after.get(name) != before[name])
    return Compared(template.name, answer["cells"]["filled"], len(other), changed, _lost(before, after))


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _lost(before: dict[str, bytes], after: dict[str, bytes]) -> tuple[str, ...]:
    """Features of which the finished file holds fewer than the template."""
    return tuple(
        name for name, pattern in FEATURES.items() if _count(pattern, after) < _count(pattern, before)
    )


def _count(pattern: bytes, parts: dict[str, bytes]) -> int:
    return sum(
        len(re.findall(pattern, content))
        for name, content in parts.items()
        if name.startswith("xl/worksheets/sheet")
    )


def _tell(compared: list[Compared]) -> None:
    finished = [each for each in compared if not each.refused]
    n_other = sum(each.other for each in finished)
    n_changed = sum(len(each.changed) for each in finished)
    figures = {
        "templates": len(compared),
        "filled": len(finished),
        "cells_filled": sum(each.n_filled for each in finished),
        "other_parts": n_other,
        "other_parts_changed": n_changed,
        "byte_identical_share": round(1 - n_changed / n_other, 6) if n_other else None,
        "features_lost": {each.template: each.lost for each in finished if each.lost},
        "changed": {each.template: each.changed for each in finished if each.changed},
        "refused": {each.template: each.refused for each in compared if each.refused},
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
