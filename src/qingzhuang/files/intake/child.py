"""
The process that parses foreign files, with bounded memory and time, one file after another.

`children` asks by lines of JSON. Frames (length, pickle) go back: `ready` at the start, then for each
question `part`s and `end`, or `refused`. The part of an old workbook (.xls) is an `OldBook`: judged, to be
converted by LibreOffice, which does not start under the limits of this process.
"""

import json
import pickle
import resource
import struct
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.documents.parsing import parsed_document
from qingzhuang.files.intake.oldbooks import old_book
from qingzhuang.files.intake.packing import packed
from qingzhuang.files.packages import guard
from qingzhuang.files.packages.kinds import OLD, Kind
from qingzhuang.files.packages.limits import MEGABYTE, MEMORY, ROSTER, TEMPLATE, Limits
from qingzhuang.files.workbooks.csvs import csv_events
from qingzhuang.files.workbooks.parsing import parsed
from qingzhuang.files.workbooks.rostersheets import roster_events

_SECONDS_PER_MEGABYTE = 2  # of a roster, on top of what a template gets
_MOST_OLD_CELLS = 600_000  # of a web page or XML: more of them LibreOffice does not convert in 512 MB
_TIRED = MEMORY // 2  # address space that a file has left taken: the next one gets a fresh process


def _workbook(path: Path) -> Iterator[object]:
    if path.suffix.lower() == ".csv":
        raise RefusedError(Problem(FilesCode.NEEDS_XLSX))
    foreign = guard.load(path, TEMPLATE)
    if foreign.kind in OLD:
        yield old_book(foreign.data, foreign.kind, most_cells=TEMPLATE.cells)
    else:
        yield packed(parsed_document(foreign.data) if foreign.kind is Kind.DOCX else parsed(foreign.data))


def _roster(path: Path) -> Iterator[object]:
    foreign = guard.load(path, ROSTER)
    if foreign.kind in OLD:
        return iter((old_book(foreign.data, foreign.kind, most_cells=_MOST_OLD_CELLS),))
    if foreign.kind is Kind.DOCX:
        raise RefusedError(Problem(FilesCode.WORD))
    if foreign.kind is Kind.CSV:
        return csv_events(foreign.data, path.stem)
    return roster_events(foreign.data)


_JOBS: dict[str, tuple[Callable[[Path], Iterator[object]], Limits]] = {
    "workbook": (_workbook, TEMPLATE),
    "roster": (_roster, ROSTER),
}


def main() -> None:
    """Answer until nobody asks any more, or until a file has left the process too big."""
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _send(sys.stdout.buffer, ("ready",))
    for line in sys.stdin:
        request = json.loads(line)
        if not _answer(sys.stdout.buffer, request["job"], Path(request["path"])):
            return


def _answer(out: BinaryIO, job: str, path: Path) -> bool:
    """Answer one question; whether the process is fit for another."""
    work, limits = _JOBS[job]
    problem: Problem | None = None
    try:
        _allow_seconds(path, limits)
        for part in work(path):
            _send(out, ("part", part))
    except RefusedError as error:
        problem = error.problem
    except (ValueError, LookupError, ArithmeticError):
        # An attribute that is no number, a part that is not there: no program of the trade writes that.
        problem = Problem(FilesCode.BROKEN)
    except (MemoryError, RecursionError):
        problem = Problem(FilesCode.TOO_HARD)
    is_fit = _address_space() < _TIRED
    if problem is None:
        _send(out, ("end", is_fit))
    else:
        _send(out, ("refused", problem.code.name, dict(problem.params), is_fit))
    return is_fit


def _address_space() -> int:
    """Bytes of address space that this process has taken."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return int(pages) * resource.getpagesize()


def _allow_seconds(path: Path, limits: Limits) -> None:
    """Processor time for this file, counted from now; the kernel ends a process that needs more."""
    seconds = TEMPLATE.cpu_seconds
    if limits is ROSTER and path.is_file():
        seconds = min(ROSTER.cpu_seconds, seconds + _SECONDS_PER_MEGABYTE * (path.stat().st_size // MEGABYTE))
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, hard))


def _send(out: BinaryIO, frame: tuple[object, ...]) -> None:
    content = pickle.dumps(frame, protocol=5)
    out.write(struct.pack("<Q", len(content)))
    out.write(content)
    out.flush()


if __name__ == "__main__":
    main()
