"""Days as programs and date fields write them: 2026-11-22, and no other way."""

from datetime import date


def is_iso_day(text: str) -> bool:
    """
    Whether a text is an ISO day (ISO 8601 extended, YYYY-MM-DD) that the calendar has.

    >>> is_iso_day("2026-02-30"), is_iso_day("20261122"), is_iso_day("2026-11-22")
    (False, False, True)
    """
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
