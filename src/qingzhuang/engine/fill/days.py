"""The day that a label itself gives: 截至2024年12月31日年龄."""

import re

from qingzhuang.engine.values.printed_days import days_in, months_in

_YEAR_END = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年?\s*(?:年底|年末|底|末)")


def day_in(text: str) -> str | None:
    """
    The ISO day that a label gives; None if it gives none.

    2024年12月31日, 2024-12-31 and 2024.12.31 are that day; 2024年12月 and 2024年12月底 the last day of the
    month; 2024年底 and 2024年末 the last day of the year. A day that does not exist is none.
    """
    for found in (*days_in(text), *months_in(text)):
        return found.day
    year_end = _YEAR_END.search(text)
    return f"{year_end.group(1)}-12-31" if year_end else None


def day_of_path(path: tuple[str, ...]) -> str | None:
    """The day on which a field wants its value: the label's own, else its nearest parent's."""
    return next((day for label in reversed(path) if (day := day_in(label)) is not None), None)
