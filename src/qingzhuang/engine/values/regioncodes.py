"""Codes of regions (统计用区划代码): 2 digits province, 2 city, 2 county, 3 town, 3 village."""

from enum import StrEnum


class Level(StrEnum):
    """How high a region stands; told by the zeros at the end of its code."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWN = "town"
    VILLAGE = "village"


# Digits that say something, per level (统计用区划代码; not checked against the text of the rules).
_DIGITS = {Level.PROVINCE: 2, Level.CITY: 4, Level.COUNTY: 6, Level.TOWN: 9, Level.VILLAGE: 12}
_SHORT = frozenset({6, 9})  # lists often write a county in 6 digits and a town in 9


def full_code(text: str) -> str | None:
    """The 12-digit code; 6 and 9 digits get their zeros. None: it is no code. R-ORG-02."""
    if not (text.isascii() and text.isdigit()):
        return None
    if len(text) in _SHORT:
        return text.ljust(12, "0")
    return text if len(text) == 12 else None


def level_of(code: str) -> Level:
    """The level of a 12-digit code. R-ORG-02."""
    return next(level for level, digits in _DIGITS.items() if set(code[digits:]) <= {"0"})


def prefix_of(code: str) -> str:
    """The digits that every code inside this region begins with: `360999101000` gives `360999101`."""
    return code[: _DIGITS[level_of(code)]]


def parent_of(code: str) -> str:
    """The 12-digit code of the region above; "" for a province."""
    levels = list(Level)
    at = levels.index(level_of(code))
    return code[: _DIGITS[levels[at - 1]]].ljust(12, "0") if at else ""
