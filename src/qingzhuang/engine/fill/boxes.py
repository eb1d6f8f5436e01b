"""Tick boxes inside printed text: which belong to a label, and ticking the one that is meant."""

import re

from qingzhuang.engine.fill.skeletons import end_of_label, is_waiting

_EMPTY = "□☐○◻▢◯"
_TICKED = "☑✓✔√■☒🗹"
_BOX = re.compile(f"[{_EMPTY}{_TICKED}]")
# The boxes of a label end before the next label with a colon, and at a semicolon.
_NEXT = re.compile(r"(?<=\s)[^\s□：:（(]{1,12}[：:]|[；;]")


def tick(text: str, option: str, *, label: str = "", start: int = 0) -> tuple[str, int] | None:
    """
    Text with the box of this option ticked (□男 → ☑男, 男□ → 男☑), and the place where its boxes end
    (R-FIL-71).

    Only the boxes behind the label are looked at, from `start` on; a label that stands in another cell has
    all that follow. None where the option has no empty box there.
    """
    first, last = _run(text, label, start)
    run = text[first:last]
    named = rf"(?:\d{{1,2}}[.、．]?\s*)?{re.escape(option)}"
    if _stand_behind(run):
        found = re.search(rf"(?<!\w){named}\s*([{_EMPTY}])", run)
    else:
        found = re.search(rf"([{_EMPTY}])\s*{named}(?!\w)", run)
    if found is None:
        return None
    box = first + found.start(1)
    return text[:box] + "☑" + text[box + 1 :], last


def boxes_behind(text: str, label: str, start: int = 0) -> str:
    """The signs of the boxes behind a label, empty and ticked ones, in order; "" where there are none."""
    first, last = _run(text, label, start)
    return "".join(_BOX.findall(text[first:last]))


def is_answered(text: str, label: str, start: int = 0) -> bool:
    """Whether a label is answered already: one of its boxes is ticked, or words stand behind it."""
    signs = boxes_behind(text, label, start)
    return any(sign in _TICKED for sign in signs) if signs else not is_waiting(text, label, start)


def _run(text: str, label: str, start: int) -> tuple[int, int]:
    """Where the boxes of a label begin and end."""
    behind = end_of_label(text, label, start) if label else None
    box = _BOX.search(text, start)
    if behind is None:
        first, following = start, None if box is None else _NEXT.search(text, box.end())
    else:
        first, following = behind, _NEXT.search(text, behind)
    return first, len(text) if following is None else following.start()


def _stand_behind(run: str) -> bool:
    """Whether boxes stand behind their words: words before the first one, and none behind the last."""
    pieces = _BOX.split(run)
    return len(pieces) > 1 and bool(pieces[0].strip(" \t:：")) and not pieces[-1].strip()
