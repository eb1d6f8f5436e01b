"""The child that parses: replaced when it died in the meantime; not starting is not the file's fault."""

import sys
from pathlib import Path

import pytest
from tests.files.workbooks.hostile import xlsx

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.intake import children
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.intake.rosters import read_rosters


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A good workbook."""
    path = tmp_path / "好.xlsx"
    path.write_bytes(xlsx())
    return path


def test_a_kept_child_that_died_is_replaced(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """R-WBK-03: where the pipe broke before the question got through, a fresh child reads the file."""
    dead = children._started()
    dead.kill()
    dead.wait()
    monkeypatch.setattr(children, "_child", lambda: dead)

    assert read_workbook(form).sheets[0].at(1, 1).raw == 1


@pytest.mark.parametrize(
    "program", [[sys.executable, "-c", "raise SystemExit(1)"], ["./no-such-program"]], ids=["dies", "absent"]
)
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_child_that_cannot_start_has_its_own_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: list[str], suffix: str
) -> None:
    """R-WBK-03: the file is not blamed when no child comes to life; .xlsx and .csv are both read in one."""
    path = tmp_path / f"名册{suffix}"
    path.write_bytes(xlsx() if suffix == ".xlsx" else "姓名\n张三\n".encode())
    monkeypatch.setattr(children, "_idle", [])
    monkeypatch.setattr(children, "_PROGRAM", program)

    with pytest.raises(RefusedError) as refused:
        list(read_rosters(path))

    assert refused.value.problem.code is FilesCode.NO_READER
