"""Options printed in a cell without boxes: 是（ ） 否（ ）, and ①男 ②女（ ） for the number."""

import re

_OPEN, _CLOSE = "[（(〔\\[【]", "[)）〕\\]】]"
_ROOM = rf"{_OPEN}[\s_＿　]*{_CLOSE}"
_BEHIND = re.compile(rf"(?P<word>[^\s（(）)〔〕\[\]【】:：；;，,、。]+?)\s*(?P<room>{_ROOM})")
_NUMBERED = re.compile(
    r"(?P<number>[①-⑳]|(?<!\d)\d{1,2}(?=[.、．]))[.、．]?\s*(?P<word>[^\s①-⑳\d（(）)_＿；;，,。]+)"
)
_ANSWER = re.compile(rf"(?P<room>{_ROOM}|[_＿]{{2,}})[\s。]*$")


def choices_in(text: str) -> tuple[str, ...]:
    """The words that may be chosen in a text; () where it offers no choice of this kind."""
    numbered = _numbers(text)
    if numbered:
        return tuple(numbered)
    behind = [found["word"] for found in _BEHIND.finditer(text)]
    return tuple(behind) if len(behind) > 1 and len(set(behind)) == len(behind) else ()


def choose_in(text: str, option: str) -> str | None:
    """
    The text with an option chosen: √ in its own bracket, or its number in the bracket behind all of them.

    None where the option is not offered. Rule R-FIL-92.
    """
    numbered = _numbers(text)
    room = _ANSWER.search(text)
    if numbered and room is not None:
        return _in_room(text, room, numbered[option]) if option in numbered else None
    for found in _BEHIND.finditer(text):
        if found["word"] == option:
            return _in_room(text, found, "√")
    return None


def _numbers(text: str) -> dict[str, str]:
    """The number of each option of a text that ends in a blank for it; empty where there is no such blank."""
    room = _ANSWER.search(text)
    if room is None:
        return {}
    found = list(_NUMBERED.finditer(text, 0, room.start()))
    numbers = {one["word"].strip("：:"): one["number"] for one in found}
    return numbers if len(found) > 1 and len(numbers) == len(found) else {}


def _in_room(text: str, found: re.Match[str], mark: str) -> str:
    start, end = found.span("room")
    room = text[start:end]
    inside = mark if room[0] in "_＿" else room[0] + mark + room[-1]
    return text[:start] + inside + text[end:]
