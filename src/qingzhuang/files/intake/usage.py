"""What a program that we started uses, it and all that it started: memory held, processor time."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICKS = os.sysconf("SC_CLK_TCK")
# Words of /proc/PID/stat behind the program's name: utime, stime, cutime, cstime. See proc(5).
_TIMES = slice(11, 15)
_HELD = 21  # rss, in pages


@dataclass(frozen=True, slots=True)
class Usage:
    """memory: bytes that all of them hold now. seconds: of the processor, those that ended included."""

    memory: int
    seconds: float


def usage_of(pid: int) -> Usage:
    """What a process and those below it use; nothing for one that has ended meanwhile."""
    memory, ticks = 0, 0
    for words in _family(Path("/proc") / str(pid)):
        memory += int(words[_HELD]) * _PAGE
        ticks += sum(map(int, words[_TIMES]))
    return Usage(memory, ticks / _TICKS)


def _family(process: Path) -> Iterator[list[str]]:
    """The words of a process's stat and of those below it. Any thread may have started one: all are asked."""
    try:
        stat = (process / "stat").read_text(encoding="utf-8", errors="replace")
        started = [
            child
            for task in (process / "task").iterdir()
            for child in (task / "children").read_text(encoding="ascii").split()
        ]
    except OSError:
        return
    yield stat.rpartition(")")[2].split()
    for child in started:
        yield from _family(process.parent / child)
