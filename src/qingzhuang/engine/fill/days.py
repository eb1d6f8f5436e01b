"""The day that a label itself gives: 截至2024年12月31日年龄."""

import re
from calendar import monthrange

_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})\s*[日号]?(?!\d)")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*[底末]?(?!\d)")
_YEAR_END = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年?\s*(?:年底|年末|底|末)")


def day_in(text: str) -> str | None:
    """
    The ISO day that a label gives; None if it gives none.

    2024年12月31日, 2024-12-31 and 2024.12.31 are that day; 2024年12月 and 2024年12月底 the last day of the
    month; 2024年底 and 2024年末 the last day of the year. A day that does not exist is none.
    """
    found = _DAY.search(text)
    if found:
        return _iso(*(int(part) for part in found.groups()))
    found = _MONTH.search(text)
    if found:
        year, month = int(found.group(1)), int(found.group(2))
        return _iso(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None
    found = _YEAR_END.search(text)
    return f"{found.group(1)}-12-31" if found else None


def day_of_path(path: tuple[str, ...]) -> str | None:
    """The day on which a field wants its value: the label's own, else its nearest parent's."""
    return next((day for label in reversed(path) if (day := day_in(label)) is not None), None)


def _iso(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"
