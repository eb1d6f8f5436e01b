"""How days, hours and numbers are written on pages (UX.md §1.5)."""

from datetime import date, datetime

from django.utils import timezone

_WAN = 100_000  # from here on thousands tell nobody anything: 12.4万


def short_day(value: str | date | datetime | None) -> str:
    """`11-23` in this year, `2025-11-23` otherwise; "" for none. Text is an ISO day."""
    day = _day_of(value)
    if day is None:
        return ""
    return f"{day:%m-%d}" if day.year == timezone.localdate().year else f"{day:%Y-%m-%d}"


def moment(value: str | datetime) -> str:
    """`2026-11-22 16:03:05` in the office's time zone. Text is an ISO instant with zone."""
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M:%S}"


def long_day(value: str | date | datetime | None) -> str:
    """`2026年11月23日`; "" for none."""
    day = _day_of(value)
    return "" if day is None else f"{day.year}年{day.month}月{day.day}日"


def hours(value: float) -> str:
    """Hours with separators, without decimals from ten on; from 100,000 in 万."""
    if value >= _WAN:
        return f"{value / 10_000:.1f}万"
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}".removesuffix(".0")


def _day_of(value: str | date | datetime | None) -> date | None:
    """The local day."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date()
    if isinstance(value, str):
        return date.fromisoformat(value[:10]) if value else None
    return value
