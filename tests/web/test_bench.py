"""Benches run as scripts of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.web import figures

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("script", sorted(path.name for path in (_ROOT / "bench").glob("*.py")))
def test_a_bench_finds_its_own_modules(script: str, tmp_path: Path) -> None:
    """`python bench/NAME.py` needs no PYTHONPATH, wherever it is called from."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    load = f"import runpy; runpy.run_path({str(_ROOT / 'bench' / script)!r}, run_name='loaded')"

    done = subprocess.run(
        [sys.executable, "-c", load],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_readme_shows_what_the_benches_found() -> None:
    """Every figure of the README stands in bench/results; `python -m tests.web.readme` writes it anew."""
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")

    assert figures.shown(readme) == figures.table()
