"""Work on many villages spread over the processors: reading and planning takes nearly all of the time."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from multiprocessing.sharedctypes import Synchronized
from typing import Any, TypeVar

from django.db import connection, connections

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode

Result = TypeVar("Result")
Task = tuple[object, ...]

_MOST = 4  # processes; each holds the template and one village
_WORTH_IT = 16  # tasks; below that a process of its own costs more than it saves
_TIDY_AFTER = 16  # tasks


def spread_work(work: Callable[..., Result], tasks: Sequence[Task]) -> Iterator[Result]:
    """
    `work(*task)` of every task, in the order in which they are done; over the processors where that pays.

    Processes are forked, so that what `work` holds is shared and not sent; each opens the database anew.
    Inside a transaction, whose changes no other process sees, and where there is no fork, all is done here.

    Raises:
        RefusedError: what `work` refuses, where no process is forked; or a process was ended from outside.
        ValueError: a process failed by a mistake of ours.
    """
    n = min(_MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)
    if n < 2 or len(tasks) < _WORTH_IT or connection.in_atomic_block:
        for task in tasks:
            yield work(*task)
        return
    connections.close_all()  # a connection does not survive a fork
    context = multiprocessing.get_context("fork")
    turn = context.Value("l", 0)
    readers: list[Connection] = []
    workers: list[ForkProcess] = []
    try:
        for _ in range(n):
            reader, writer = context.Pipe(duplex=False)
            workers.append(context.Process(target=_do, args=(work, tasks, turn, writer), daemon=True))
            workers[-1].start()
            writer.close()
            readers.append(reader)
        n_done = 0
        for result in _gathered(readers):
            yield result
            n_done += 1
        _check(workers, n_left=len(tasks) - n_done)
    finally:
        for worker in workers:
            worker.terminate()
            worker.join()


def _do(
    work: Callable[..., Result], tasks: Sequence[Task], turn: "Synchronized[int]", writer: Connection
) -> None:
    """What one process does: one task after the other, whoever is free takes the next."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    gc.freeze()
    gc.disable()  # a village leaves few circles; looking for them all the time costs a tenth
    while (at := _next(turn)) < len(tasks):
        writer.send(work(*tasks[at]))
        if at % _TIDY_AFTER == 0:
            gc.collect()
    writer.close()


def _next(turn: "Synchronized[int]") -> int:
    with turn.get_lock():
        turn.value += 1
        return turn.value - 1


def _gathered(readers: list[Connection]) -> Iterator[Any]:
    while readers:
        for ready in wait(readers):
            assert isinstance(ready, Connection)
            try:
                yield ready.recv()
            except EOFError:
                readers.remove(ready)


def _check(workers: Sequence[ForkProcess], *, n_left: int) -> None:
    """All is done, or why not: a process was ended from outside, or ended by a mistake of ours."""
    for worker in workers:
        worker.join()
    if any(worker.exitcode and worker.exitcode > 0 for worker in workers):
        raise ValueError("a process failed; what it said stands above")
    if n_left:
        raise RefusedError(Problem(ActionCode.WORKER_GONE))
