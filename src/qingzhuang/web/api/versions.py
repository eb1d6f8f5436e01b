"""Which versions of the interface there are, and until when: where the headers of answers come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.utils.http import http_date


@dataclass(frozen=True, slots=True)
class Version:
    """
    One version. deprecated_on: ISO day from which another one should be used; sunset_on: from which this one
    may be gone; "" neither is decided. successor: address of the one to use, "" none.
    """

    name: str
    deprecated_on: str = ""
    sunset_on: str = ""
    successor: str = ""


VERSIONS: Mapping[str, Version] = {"v1": Version("v1")}


def headers_of(version: Version) -> dict[str, str]:
    """
    What every answer of a version says of its end (R-GAT-17).

    Deprecation: RFC 9745, seconds since 1970. Sunset: RFC 8594, an HTTP date. Link: the successor.

    >>> headers_of(Version("v0", sunset_on="2027-01-01"))
    {'Sunset': 'Fri, 01 Jan 2027 00:00:00 GMT'}
    """
    found = {}
    if version.deprecated_on:
        found["Deprecation"] = f"@{_second(version.deprecated_on)}"
    if version.sunset_on:
        found["Sunset"] = http_date(_second(version.sunset_on))
    if version.successor:
        found["Link"] = f'<{version.successor}>; rel="successor-version"'
    return found


def _second(day: str) -> int:
    """Seconds since 1970 at which an ISO day begins (UTC, as both headers count)."""
    return int(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp())
