"""Days as the sentences of findings say them."""

from datetime import date


def spoken_day(day: str) -> str:
    """`2026-08-06` as 2026 年 8 月 6 日. ValueError: not an ISO day."""
    parsed = date.fromisoformat(day)
    return f"{parsed.year} 年 {parsed.month} 月 {parsed.day} 日"
