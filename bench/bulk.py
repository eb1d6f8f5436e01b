"""
One form for every village of a county: 1,038 workbooks of 300 people × 20 columns (reach: 10 s, 500 MB).

The county is drawn by bench/county.py, which takes some minutes; BULK_HOME names a folder where it is kept
for the next time. Timed is `qingzhuang fill TEMPLATE --regions 360999`, as a person calls it: the form is
read and recognised, every village's profiles are read, planned and written, missing lists and the journal's
line too.
Peer in the same run: openpyxl's load, set and save of the same template for some of the villages, with the
values that stand in our files (checked to be equal afterwards); it reads no profile and plans nothing.

    python bench/bulk.py [villages [rounds]]        table on stdout, bench/results/bulk.json
"""

import contextlib
import io
import json
import os
import platform
import resource
import runpy
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import openpyxl

RESULT = Path(__file__).parent / "results" / "bulk.json"
PROGRAM = Path(sys.executable).parent / "qingzhuang"
REACH_S, REACH_MB = 10.0, 500
N_PEER = 20


def main(villages: int, rounds: int) -> None:
    """Draw, fill, compare, print, write down."""
    form = runpy.run_path(str(Path(__file__).with_name("fill_speed.py")))
    with tempfile.TemporaryDirectory() as place:
        home = Path(os.environ.get("BULK_HOME", f"{place}/home"))
        drawn_s = _draw(home, villages)
        template = Path(place) / "摸底表.xlsx"
        template.write_bytes(form["template"]())
        runs = [_fill(home, template, Path(place) / f"各村{number}", villages) for number in range(rounds)]
        out = Path(place) / "各村0"
        peer = _peer(template, out, form["SHEET"])
        n_bytes = sum(path.stat().st_size for path in out.glob("*.xlsx"))
    _tell(villages, runs, peer, drawn_s=drawn_s, megabytes=n_bytes / 1e6)


def _draw(home: Path, villages: int) -> float:
    """Draw the villages that are not there yet; seconds it took."""
    begun = time.perf_counter()
    home.mkdir(parents=True, exist_ok=True)
    drawer = [sys.executable, str(Path(__file__).with_name("county.py")), str(villages)]
    subprocess.run(drawer, env=_environment(home), check=True)
    return round(time.perf_counter() - begun, 1)


def _environment(home: Path) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return environment | {"QINGZHUANG_HOME": str(home)}


def _fill(home: Path, template: Path, out: Path, villages: int) -> dict[str, Any]:
    """One call: wall and processor seconds of it and its processes, the memory of all at most."""
    load = os.getloadavg()[0]
    # 360999000001 … are numbered from 1, so that a prefix picks them all; more than asked for may be kept.
    words = [str(PROGRAM), "fill", str(template), "--regions", "360999", "-o", f"{out}/", "--json"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    process = subprocess.Popen(
        words, env=_environment(home), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    peak = 0
    told = io.BytesIO()
    assert process.stdout is not None
    os.set_blocking(process.stdout.fileno(), False)
    while process.poll() is None:
        peak = max(peak, _memory_kb(process.pid))
        told.write(process.stdout.read() or b"")
        time.sleep(0.05)
    wall = time.perf_counter() - begun
    told.write(process.stdout.read() or b"")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    answer = json.loads(told.getvalue())
    if process.returncode or answer["villages"] < villages:
        raise SystemExit(f"exit code {process.returncode}, {answer.get('villages')} villages")
    cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return {
        "villages": answer["villages"],
        "rows": answer["rows"],
        "cells_filled": answer["cells"]["filled"],
        "wall_s": round(wall, 2),
        "cpu_s": round(cpu, 2),
        "peak_mb_all_processes": round(peak / 1024),
        "load": round(load, 2),
    }


def _memory_kb(pid: int) -> int:
    """Proportional memory (shared pages counted once) of a process and its children, now."""
    total = 0
    with contextlib.suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        for one in (str(pid), *children):
            lines = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii").splitlines()
            total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total


def _peer(template: Path, out: Path, sheet: str) -> dict[str, Any]:
    """The same values written by openpyxl: processor seconds a file, and how many cells differ at the end."""
    seconds, n_cells, n_different = [], 0, 0
    for path in sorted(out.glob("*.xlsx"))[:N_PEER]:
        wanted = _values(path.read_bytes(), sheet)
        begun = time.process_time()
        book = openpyxl.load_workbook(template)
        for (row, column), value in wanted.items():
            cell = book[sheet].cell(row, column)
            if not isinstance(cell, openpyxl.cell.cell.MergedCell):
                cell.value = value
        written = io.BytesIO()
        book.save(written)
        seconds.append(time.process_time() - begun)
        theirs = _values(written.getvalue(), sheet)
        n_cells += len(wanted)
        n_different += sum(theirs.get(place) != value for place, value in wanted.items())
    return {
        "files": len(seconds),
        "cpu_s_per_file": round(statistics.median(seconds), 4),
        "cells_compared": n_cells,
        "cells_different": n_different,
    }


def _values(content: bytes, sheet: str) -> dict[tuple[int, int], Any]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = (cell for row in book[sheet].iter_rows() for cell in row)
    return {(cell.row, cell.column): cell.value for cell in cells if cell.value is not None}


def _tell(
    villages: int, runs: list[dict[str, Any]], peer: dict[str, Any], *, drawn_s: float, megabytes: float
) -> None:
    best = min(runs, key=lambda run: float(run["wall_s"]))
    peer_cpu = peer["cpu_s_per_file"] * best["villages"]
    figures = {
        "villages": villages,
        "best": best,
        "every run": runs,
        "megabytes_written": round(megabytes, 1),
        "openpyxl load + set + save, extrapolated": peer | {"cpu_s": round(peer_cpu, 1)},
        "times_less_cpu_than_openpyxl": round(peer_cpu / best["cpu_s"], 2),
        "drawing_s": drawn_s,
        "reach": {"wall_s": REACH_S, "mb": REACH_MB},
        "is_reached": best["wall_s"] <= REACH_S and best["peak_mb_all_processes"] <= REACH_MB,
        "machine": f"{platform.machine()}, {os.cpu_count()} CPUs, Python {platform.python_version()}",
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 1038,
        int(sys.argv[2]) if len(sys.argv) > 2 else 1,
    )
