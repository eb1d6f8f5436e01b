"""Weeks, by their Mondays."""

from datetime import date, timedelta


def monday_of(day: str) -> str:
    """
    The Monday of the week in which an ISO day lies, ISO.

    >>> monday_of("2026-11-22")
    '2026-11-16'
    """
    found = date.fromisoformat(day)
    return (found - timedelta(days=found.weekday())).isoformat()


def mondays_before(day: str, n: int) -> tuple[str, ...]:
    """
    The Mondays of the last n weeks that were over on an ISO day, the newest first, ISO.

    >>> mondays_before("2026-11-22", 2)
    ('2026-11-09', '2026-11-02')
    """
    first = date.fromisoformat(monday_of(day))
    return tuple((first - timedelta(weeks=back)).isoformat() for back in range(1, n + 1))
