"""Hostile and broken files: one sentence, soon, in little memory."""

import os
import re
import signal
import time
from pathlib import Path

import pytest
from tests.files.workbooks.hostile import Hostile, hostile_files, xlsx

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.intake import children
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.intake.rosters import read_rosters
from qingzhuang.files.packages.limits import MEMORY
from qingzhuang.files.workbooks.writing import write_workbook

CORPUS = tuple(hostile_files())


def refusal_of(path: Path) -> RefusedError:
    """What reading the file as a form is refused with."""
    with pytest.raises(RefusedError) as refused:
        read_workbook(path)
    return refused.value


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda one: one.name)
def test_a_hostile_file_gets_one_plain_sentence_in_time(hostile: Hostile, tmp_path: Path) -> None:
    """R-WBK-02: the right sentence, in Chinese, with a way out, in ten seconds; nothing is written."""
    path = tmp_path / hostile.name
    path.write_bytes(hostile.content)
    started = time.monotonic()
    problem = refusal_of(path).problem

    assert time.monotonic() - started < 10
    assert hostile.expected in (None, problem.code)
    assert re.search("请|核对", problem.sentence)
    assert problem.sentence.endswith("。")
    assert "{" not in problem.sentence
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda one: one.name)
def test_a_hostile_roster_is_read_or_refused_but_never_crashes(hostile: Hostile, tmp_path: Path) -> None:
    """R-WBK-05: rosters may be larger than forms; whatever is not read is refused with a sentence."""
    path = tmp_path / hostile.name
    path.write_bytes(hostile.content)
    started = time.monotonic()
    try:
        for sheet in read_rosters(path):
            assert len(sheet.rows) >= 0
    except RefusedError as refused:
        assert refused.problem.sentence.endswith("。")

    assert time.monotonic() - started < 10


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    """No file, no riddle."""
    assert refusal_of(tmp_path / "无.xlsx").problem.code is FilesCode.NOT_THERE


def test_a_folder_is_told_to_be_one(tmp_path: Path) -> None:
    """Who names a folder hears that its files are wanted."""
    assert refusal_of(tmp_path).problem.code is FilesCode.FOLDER


def test_a_file_too_large_is_refused_by_its_size(tmp_path: Path) -> None:
    """21 MB are not even opened."""
    path = tmp_path / "大.xlsx"
    path.write_bytes(b"PK\x03\x04")
    os.truncate(path, 21 << 20)

    assert refusal_of(path).problem.code is FilesCode.TOO_BIG


def test_a_form_as_csv_is_told_what_is_needed(tmp_path: Path) -> None:
    """A form has to be .xlsx."""
    path = tmp_path / "表.csv"
    path.write_text("姓名\n", encoding="utf-8")

    assert refusal_of(path).problem.code is FilesCode.NEEDS_XLSX


def test_a_good_file_is_read_after_many_bad_ones(tmp_path: Path) -> None:
    """R-WBK-01: a child that refused or died is replaced; the next file is read."""
    for hostile in CORPUS[:3]:
        path = tmp_path / hostile.name
        path.write_bytes(hostile.content)
        refusal_of(path)
    path = tmp_path / "好.xlsx"
    path.write_bytes(xlsx())

    assert read_workbook(path).sheets[0].at(1, 1).raw == 1


def test_a_child_that_dies_becomes_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """R-WBK-03: killed in the midst of a file: one sentence, no traceback."""
    path = tmp_path / "好.xlsx"
    path.write_bytes(xlsx())
    child = children._child()
    os.kill(child.pid, signal.SIGSTOP)
    os.kill(child.pid, signal.SIGKILL)
    child.stdin = None if child.stdin is None else open(os.devnull, "wb", 0)  # noqa: SIM115, PTH123
    monkeypatch.setattr(children, "_child", lambda: child)

    assert refusal_of(path).problem.code is FilesCode.TOO_HARD


def test_the_child_may_not_take_more_memory_than_it_is_given(tmp_path: Path) -> None:
    """The kernel holds the parsing process to its address space."""
    path = tmp_path / "好.xlsx"
    path.write_bytes(xlsx())
    read_workbook(path)
    pid = children._idle[-1][1].pid
    limits = Path(f"/proc/{pid}/limits").read_text(encoding="ascii")

    assert re.search(rf"Max address space +{MEMORY} ", limits)


def test_writing_refuses_what_reading_refuses() -> None:
    """R-WBK-04: a package that may not be opened may not be patched either."""
    with pytest.raises(RefusedError):
        write_workbook(xlsx(more=(("xl/vbaProject.bin", b"x"),)), [])
