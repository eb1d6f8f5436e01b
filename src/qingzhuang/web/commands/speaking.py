"""How commands speak: results on stdout, everything else on stderr; a progress bar when it takes long."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from tqdm import tqdm

DONE = 0
REFUSED = 2

_PATIENCE = 2.0  # seconds of work before a bar shows itself
_TICK = 0.5  # seconds between two movements of the clock


def say(sentence: str) -> None:
    """One sentence to the person at the screen (stderr)."""
    sys.stderr.write(sentence + "\n")


def answer(document: object, *, is_json: bool, text: str = "") -> None:
    """The result: one JSON document, or the text a person reads."""
    if is_json:
        json.dump(document, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    elif text:
        sys.stdout.write(text.rstrip("\n") + "\n")


@contextmanager
def stages(total: int | None = None) -> Iterator[Callable[[str], None]]:
    """
    A bar on stderr for work longer than two seconds; called with a Chinese phrase at the start of each stage.

    total: how many stages there will be, None where nobody knows. A clock ticks inside a stage, so
    that a long one does not look like a standstill.
    """
    bar_format = "{desc} {bar:20} {n_fmt}/{total_fmt} {elapsed}" if total else "{desc} {elapsed}"
    bar = tqdm(total=total, initial=0, delay=_PATIENCE, file=sys.stderr, leave=False, bar_format=bar_format)
    done = Event()
    clock = Thread(target=_tick, args=(bar, done), daemon=True)
    clock.start()
    begun = False

    def told(what: str) -> None:
        """The stage before is done, this one begins."""
        nonlocal begun
        bar.set_description_str(what, refresh=False)
        bar.update(int(begun))
        begun = True

    try:
        yield told
    finally:
        done.set()
        clock.join()
        bar.close()


def _tick(bar: "tqdm[None]", done: Event) -> None:
    """Move the clock until the work is done."""
    if done.wait(_PATIENCE):
        return
    while not done.wait(_TICK):
        bar.refresh()
