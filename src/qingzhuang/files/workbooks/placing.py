"""Put finished files in their places: all of them or none, and never over somebody's own work."""

import filecmp
import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.fill import FillCode


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that stood in a place where another was written, and the name under which it lies now."""

    path: Path
    kept_as: Path


@dataclass(slots=True)
class _Moves:
    """
    What a writing does, so that it can be undone. written: files beside their places, with these places.
    done: (from, to) of every move. aside: old files out of the way that are dropped in the end.
    """

    written: list[tuple[Path, Path]] = field(default_factory=list)
    done: list[tuple[Path, Path]] = field(default_factory=list)
    aside: list[Path] = field(default_factory=list)

    def write(self, path: Path, content: bytes) -> None:
        """Write content beside its place."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as file:
            self.written.append((Path(file.name), path))
            file.write(content)
        Path(file.name).chmod(0o666 & ~_umask())

    def move(self, old: Path, new: Path) -> None:
        """Move a file to a free place."""
        self.done.append((old, new))
        old.rename(new)

    def set_aside(self, path: Path) -> None:
        """Hide a file until all is done."""
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as file:
            hidden = Path(file.name)
        hidden.unlink()
        self.move(path, hidden)
        self.aside.append(hidden)

    def undo(self) -> None:
        """Put everything back, the last move first; a move that did not happen leaves nothing to put back."""
        for old, new in reversed(self.done):
            if new.exists() and not old.exists():
                new.rename(old)
        self.aside.clear()

    def tidy(self) -> None:
        """Remove what is no longer needed."""
        for path in (*(written for written, _ in self.written), *self.aside):
            path.unlink(missing_ok=True)


def write_files(
    files: Sequence[tuple[Path, bytes]],
    *,
    lists: Sequence[tuple[Path, bytes | None]] = (),
    own: frozenset[str] = frozenset(),
) -> tuple[Kept, ...]:
    """
    Write all of these files, or none: each beside its place first, and then moved there (R-FIL-54).

    A file that stands there with other content is kept under a name of its own (R-FIL-73): somebody may have
    completed it by hand. own: SHA-256 (hex) of what we wrote before: such a file was edited by nobody and is
    written over (R-FIL-107). lists: files that are ours alone, too; None: there is none any more.

    Comes back: what was kept.

    Raises:
        RefusedError: a folder cannot be made, a file not be written or moved. All is as it was then, and so
            it is after an interrupt.
    """
    moves = _Moves()

    def begin() -> None:
        for path, content in (*files, *lists):
            if content is not None and not _holds(path, content):
                moves.write(path, content)

    gone = [path for path, content in lists if content is None]
    where = str(files[0][0].parent) if files else ""
    untouched = {path for path, _ in files if own and path.is_file() and _fingerprint(path) in own}
    return _all_or_none(moves, begin, ours={path for path, _ in lists} | untouched, gone=gone, where=where)


def move_files(
    finished: Sequence[tuple[Path, Path]], *, lists: Sequence[Path] = (), where: str = ""
) -> tuple[Kept, ...]:
    """
    Move finished files (from, to; on one disk) into their places, all or none, as `write_files` does.

    lists: places of files that are ours alone; where nothing is moved to, there is none any more. Raises
    RefusedError as `write_files` does; `where` is what it names.
    """
    moves = _Moves()

    def begin() -> None:
        for new, path in finished:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not (path.is_file() and filecmp.cmp(new, path, shallow=False)):
                moves.written.append((new, path))

    gone = sorted(set(lists) - {path for _, path in finished})
    return _all_or_none(moves, begin, ours=set(lists), gone=gone, where=where)


def _all_or_none(
    moves: _Moves, begin: Callable[[], None], *, ours: set[Path], gone: Sequence[Path], where: str
) -> tuple[Kept, ...]:
    is_whole = False
    try:
        begin()
        kept = _put(moves, ours, gone)
        is_whole = True
    except OSError as error:
        raise RefusedError(Problem(FillCode.CANNOT_WRITE, {"where": where})) from error
    finally:
        if not is_whole:
            moves.undo()
        moves.tidy()
    return kept


def _put(moves: _Moves, ours: set[Path], gone: Sequence[Path]) -> tuple[Kept, ...]:
    kept = []
    for path in (*(path for _, path in moves.written), *gone):
        if not path.exists():
            continue
        if path in ours:
            moves.set_aside(path)
        else:
            kept.append(Kept(path, _free(path)))
            moves.move(path, kept[-1].kept_as)
    for written, path in moves.written:
        moves.move(written, path)
    return tuple(kept)


def _holds(path: Path, content: bytes) -> bool:
    """Whether the file is there and has this content."""
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _free(path: Path) -> Path:
    """`名字-旧.xlsx`, `名字-旧2.xlsx` …: the first that is not there."""
    number = 1
    while (free := path.with_stem(f"{path.stem}-旧{number if number > 1 else ''}")).exists():
        number += 1
    return free


def _umask() -> int:
    """The process's umask; there is no way to read it but to set it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
