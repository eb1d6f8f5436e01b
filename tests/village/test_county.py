"""One form for the villages of a county, from outside: streamed, and worth one call."""

import io
import json
import os
import runpy
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell import Cell

from qingzhuang.files.examples.form import draw_form

pytestmark = pytest.mark.acceptance
_ROOT = Path(__file__).resolve().parents[2]
NINE, SIXTY = "36099900000", "3609990000"  # prefixes: villages 1 to 9, villages 1 to 60


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the program: what it answered, seconds of processor, peak memory of its biggest process."""

    answer: dict[str, Any]
    cpu_s: float
    peak_mb: float


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty villages of 40 people each, and a form."""
    folder = tmp_path_factory.mktemp("county")
    words = [sys.executable, str(_ROOT / "bench" / "county.py"), "60", "40"]
    subprocess.run(words, env=_environment(folder), check=True)
    draw_form(folder / "摸底表.xlsx")
    return folder


def _environment(folder: Path) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return environment | {"QINGZHUANG_HOME": str(folder / "home")}


def fill(folder: Path, *words: str) -> Call:
    """`qingzhuang fill 摸底表.xlsx … --json`."""
    program = str(Path(sys.executable).with_name("qingzhuang"))
    told = folder / "answer.json"
    with told.open("wb") as out:
        process = subprocess.Popen(
            [program, "fill", "摸底表.xlsx", *words, "--json"],
            cwd=folder,
            env=_environment(folder),
            stdout=out,
            stderr=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    answer = json.loads(told.read_text(encoding="utf-8"))
    return Call(answer, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def test_processes_share_the_work_and_nothing_else(county: Path) -> None:
    """R-BLK-03: filled by several processes, a village's file is the one it gets alone."""
    whole = fill(county, "--regions", SIXTY, "-o", "各村/")
    one = whole.answer["files"][37]
    fill(county, "--region", one["region"], "-o", "一村.xlsx")

    assert whole.answer["villages"] == 60
    assert Path(county / one["out"]).read_bytes() == (county / "一村.xlsx").read_bytes()
    assert openpyxl.load_workbook(county / "一村.xlsx").worksheets[0].max_row > 4


def test_memory_does_not_grow_with_the_villages(county: Path) -> None:
    """R-BLK-04: sixty villages take no more memory than nine, but for a tenth."""
    nine = fill(county, "--regions", NINE, "-o", "九村/")
    sixty = fill(county, "--regions", SIXTY, "-o", "六十村/")

    assert (nine.answer["villages"], sixty.answer["villages"]) == (9, 60)
    assert sixty.peak_mb <= nine.peak_mb * 1.1 + 10


def test_one_call_costs_far_less_than_one_each(county: Path) -> None:
    """R-BLK-04: the form is taken in once: sixty villages cost less than ten calls for one of them."""
    alone = fill(county, "--region", "360999000001", "-o", "单村.xlsx")
    sixty = fill(county, "--regions", SIXTY, "-o", "再来/")

    assert sixty.cpu_s < 10 * alone.cpu_s


def test_a_village_costs_far_less_than_openpyxl(tmp_path: Path) -> None:
    """R-BLK-04: villages of 300 people, profiles and plans included, cost less than a third of
    openpyxl's load, set and save of the same cells.
    """
    words = [sys.executable, str(_ROOT / "bench" / "county.py"), "60", "300"]
    subprocess.run(words, env=_environment(tmp_path), check=True)
    template = tmp_path / "摸底表.xlsx"
    template.write_bytes(runpy.run_path(str(_ROOT / "bench" / "fill_speed.py"))["template"]())
    few, many = (fill(tmp_path, "--regions", regions, "-o", f"{regions}/") for regions in (NINE, SIXTY))

    ours = (many.cpu_s - few.cpu_s) / (many.answer["villages"] - few.answer["villages"])
    made = [tmp_path / one["out"] for one in many.answer["files"][:3]]
    assert 3 * ours <= min(_seconds_of_openpyxl(template, path) for path in made)


def _seconds_of_openpyxl(template: Path, made: Path) -> float:
    """Seconds of processor that openpyxl takes to write into the template what stands in a file of ours."""
    cells = [c for row in openpyxl.load_workbook(made).worksheets[0].iter_rows() for c in row]
    values = {(c.row, c.column): c.value for c in cells if c.value is not None}
    begun = time.process_time()
    book = openpyxl.load_workbook(template)
    for (row, column), value in values.items():
        cell = book.worksheets[0].cell(row, column)
        if isinstance(cell, Cell):
            cell.value = value
    book.save(io.BytesIO())
    return time.process_time() - begun
