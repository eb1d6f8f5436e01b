"""Ask a child process to parse a foreign file: what kills it there becomes a sentence here."""

import atexit
import json
import os
import pickle
import select
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode

_PROGRAM = [sys.executable, "-m", "qingzhuang.files.intake.child"]
_KEPT = 2  # idle children
_PATIENCE = (
    60.0  # seconds without a sign of life; the limit of processor time ends the busy ones much earlier
)
_idle: list[
    tuple[int, subprocess.Popen[bytes]]
] = []  # with the process that started them: a fork must not share


def ask(job: str, path: Path) -> Iterator[Any]:
    """
    The parts of the child's answer, in order. job: `workbook` or `roster`.

    Raises RefusedError with the child's problem, or that the file is too hard when the child dies of it, or
    that no child could be started.
    """
    child = _asked(json.dumps({"job": job, "path": str(path.absolute())}).encode() + b"\n")
    try:
        yield from _answer(child)
    except GeneratorExit:
        _end(child)
        raise


def _asked(question: bytes) -> subprocess.Popen[bytes]:
    """A child that has the question. A kept one may have died in the meantime; then a fresh one is asked."""
    child = _child()
    try:
        _put(child, question)
    except BrokenPipeError:
        _end(child)
        child = _started()
        _put(child, question)
    return child


def _put(child: subprocess.Popen[bytes], question: bytes) -> None:
    if child.stdin is None:
        raise ValueError("a child without pipes")
    child.stdin.write(question)


def _answer(child: subprocess.Popen[bytes]) -> Iterator[Any]:
    if child.stdout is None:
        raise ValueError("a child without pipes")
    while True:
        frame = _frame(child.stdout)
        if frame is None:
            _end(child)
            raise RefusedError(Problem(FilesCode.TOO_HARD))
        if frame[0] == "part":
            yield frame[1]
            continue
        if frame[-1] and len(_idle) < _KEPT:
            _idle.append((os.getpid(), child))
        else:
            _end(child)
        if frame[0] == "refused":
            raise RefusedError(Problem(FilesCode[frame[1]], frame[2]))
        return


def _child() -> subprocess.Popen[bytes]:
    """An idle child of this process that still lives, or a new one."""
    while _idle:
        owner, child = _idle.pop()
        if owner == os.getpid() and child.poll() is None:
            return child
    return _started()


def _started() -> subprocess.Popen[bytes]:
    """A new child that has said it is ready. Raises RefusedError where none comes to life."""
    try:
        child = subprocess.Popen(  # noqa: S603 (our own program, nothing of the file's)
            _PROGRAM,
            bufsize=0,  # a question that did not get through must not come up again when the pipe is closed
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback could show what stands in the file
        )
    except OSError as error:
        raise RefusedError(Problem(FilesCode.NO_READER)) from error
    if child.stdout is None or _frame(child.stdout) is None:
        _end(child)
        raise RefusedError(Problem(FilesCode.NO_READER))
    return child


def _frame(source: IO[bytes]) -> tuple[Any, ...] | None:
    """The next frame; None when the child has died or says nothing any more."""
    head = _read(source, 8)
    if head is None:
        return None
    content = _read(source, struct.unpack("<Q", head)[0])
    if content is None:
        return None
    frame: tuple[Any, ...] = pickle.loads(content)  # noqa: S301 - made by our own child
    return frame


def _read(source: IO[bytes], size: int) -> bytes | None:
    blocks: list[bytes] = []
    while size:
        ready, _, _ = select.select([source], [], [], _PATIENCE)
        block = os.read(source.fileno(), min(size, 1 << 20)) if ready else b""
        if not block:
            return None
        blocks.append(block)
        size -= len(block)
    return b"".join(blocks)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a child and close its pipes."""
    child.kill()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()
    child.wait()


@atexit.register
def _end_all() -> None:
    while _idle:
        owner, child = _idle.pop()
        if owner == os.getpid():
            _end(child)
