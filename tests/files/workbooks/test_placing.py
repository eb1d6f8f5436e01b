"""Files put in their places: all or none, and nobody's work lost."""

import hashlib
from pathlib import Path

import pytest

from qingzhuang.engine.problems import RefusedError
from qingzhuang.files.workbooks.placing import Kept, write_files


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def break_at(monkeypatch: pytest.MonkeyPatch, name: str, error: BaseException) -> None:
    """Let the move to this name fail once everything before it is done."""
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if target.name == name and self.suffix == ".tmp":
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)


@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt()])
def test_a_second_file_that_fails_takes_the_first_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Whether a disk is full or somebody presses Ctrl-C: all is as it was (R-FIL-54)."""
    before = {"a.xlsx": b"old a", "b.xlsx": b"old b", "a-list.txt": b"old list"}
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    break_at(monkeypatch, "b.xlsx", error)

    with pytest.raises((RefusedError, KeyboardInterrupt)):
        write_files(
            [(tmp_path / "a.xlsx", b"new a"), (tmp_path / "b.xlsx", b"new b"), (tmp_path / "c.xlsx", b"c")],
            lists=[(tmp_path / "a-list.txt", None)],
        )

    assert contents(tmp_path) == before


def test_other_content_is_kept_under_the_next_free_name(tmp_path: Path) -> None:
    """-旧, then -旧2; the same content again moves nothing (R-FIL-73)."""
    out = tmp_path / "表.xlsx"
    made = [write_files([(out, content)]) for content in (b"1", b"2", b"2", b"3")]

    assert made == [(), (Kept(out, tmp_path / "表-旧.xlsx"),), (), (Kept(out, tmp_path / "表-旧2.xlsx"),)]
    assert contents(tmp_path) == {"表.xlsx": b"3", "表-旧.xlsx": b"1", "表-旧2.xlsx": b"2"}


def test_what_we_wrote_ourselves_is_written_over(tmp_path: Path) -> None:
    """A file whose fingerprint is known was edited by nobody (R-FIL-107)."""
    out = tmp_path / "表.xlsx"
    write_files([(out, b"1")])

    made = write_files([(out, b"2")], own=frozenset({hashlib.sha256(b"1").hexdigest()}))

    assert (made, contents(tmp_path)) == ((), {"表.xlsx": b"2"})


def test_our_own_lists_are_written_over_and_removed(tmp_path: Path) -> None:
    """A list of gaps is made anew each time; without gaps there is none (R-FIL-54)."""
    listed = tmp_path / "缺项清单.txt"

    seen = []
    for content in (b"1", b"2", None, None):
        write_files([], lists=[(listed, content)])
        seen.append(contents(tmp_path))

    assert seen == [{"缺项清单.txt": b"1"}, {"缺项清单.txt": b"2"}, {}, {}]
