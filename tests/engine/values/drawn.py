"""What the value tests draw: invented identity numbers, domains, short ways to parse."""

from datetime import date

from hypothesis import strategies as st

from qingzhuang.engine.problems import Problem
from qingzhuang.engine.values.codes import make_code_list
from qingzhuang.engine.values.domain import CodeEntry, Domain, Kind, Parsed, Raw
from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.engine.values.parsing import parse

ETHNICITY = make_code_list(
    "ethnicity",
    "民族",
    "GB/T 3304",
    [CodeEntry("01", "汉族"), CodeEntry("02", "蒙古族"), CodeEntry("13", "畲族")],
)
SEX = make_code_list(
    "sex", "性别", "GB/T 2261.1", [CodeEntry("1", "男", ("男性",)), CodeEntry("2", "女", ("女性",))]
)
POVERTY = make_code_list(
    "household_type", "户类型", "", [CodeEntry("1", "低保户", ("低保",)), CodeEntry("2", "脱贫户", ("脱贫",))]
)


def identity(region: str = "360999", birth: str = "19900307", sequence: str = "123") -> str:
    """An invented identity number with a right check digit."""
    body = region + birth + sequence
    return body + identity_check_digit(body)


@st.composite
def identities(draw: st.DrawFn) -> str:
    """Any invented identity number of somebody born 1900–2099."""
    day = draw(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
    return identity("360999", day.strftime("%Y%m%d"), f"{draw(st.integers(0, 999)):03d}")


def value_of(raw: Raw, kind: Kind, *, unit: str | None = None, printed: str | None = None) -> str:
    """Canonical value of a cell that must be readable."""
    found = parse(raw, Domain(kind, unit=unit), unit=printed)
    assert isinstance(found, Parsed), found
    return found.value


def parsed(raw: Raw, domain: Domain) -> Parsed:
    """A cell that must be readable, with its repairs and warnings."""
    found = parse(raw, domain)
    assert isinstance(found, Parsed), found
    return found


def code_of(found: object) -> str:
    """Name of the problem's code; fails if there is no problem."""
    assert isinstance(found, Problem), found
    assert found.sentence
    return found.code.name
