"""Hiding the middle of what identifies a person, on pages where it need not be read whole (UX.md §1.5)."""

import re

_ID = re.compile(r"(?<![0-9])([0-9]{6})[0-9]{5,8}([0-9]{3}[0-9Xx])(?![0-9])")  # 15 or 18 characters
_MOBILE = re.compile(r"(?<![0-9])(1[0-9]{2})[0-9]{4}([0-9]{4})(?![0-9])")
_LONG = re.compile(r"(?<![0-9*])[0-9]{8,30}(?![0-9*])")  # accounts, cards, licences


def masked(text: str) -> str:
    """
    The text with identity numbers as 420822********4164, mobiles as 138****5678, other numbers of eight and
    more digits by their last four; everything else as it is.
    """
    text = _ID.sub(lambda found: f"{found[1]}********{found[2]}", text)
    text = _MOBILE.sub(lambda found: f"{found[1]}****{found[2]}", text)
    return _LONG.sub(lambda found: f"尾号{found[0][-4:]}" if not _is_day(found[0]) else found[0], text)


def _is_day(digits: str) -> bool:
    """Whether eight digits are a day written together: days are not secret."""
    return bool(re.fullmatch(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])", digits))
