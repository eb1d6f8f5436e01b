"""How a form wants a number, beyond its label: a unit in the notes, decimals, bands of a drop-down."""

import re
from decimal import ROUND_HALF_UP, Decimal

from qingzhuang.engine.fill.fields import Asked
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.values.derive import age_band
from qingzhuang.engine.values.domain import Domain, Written
from qingzhuang.engine.values.formats import Target, project

AGE = "person.age"
_UNITS = "万元|元|亩|公顷|平方米|㎡|公斤|千克|吨"
_UNIT = re.compile(
    rf"以[“\"]?(?P<unit>{_UNITS})[”\"]?(?:为|作)?(?:计量)?单位|单位(?:为|是|统一为)[“\"]?(?P<other>{_UNITS})"
)
_DECIMALS = re.compile(
    r"(?P<what>[\u4e00-\u9fff、和及，,]{0,24}?)(?:均|统一|都|请|，|,)*保留(?:小数点后)?(?P<n>[一两二三四\d])位(?:小数)?"
)
_NUMERALS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4}


def written_as(
    value: str, domain: Domain, target: Target, *, asked: Asked, notes: tuple[str, ...]
) -> Written | Problem:
    """A value as one field wants it written, by its label, its options and the notes of its sheet."""
    if asked.key == AGE and asked.field.options and (band := band_of(value, asked.field.options)):
        return band
    written = project(value, domain, target)
    return written if isinstance(written, Problem) else rounded(written, asked, notes)


def unit_wanted(asked: Asked) -> str | None:
    """The unit that notes ask for in this column (以万元为单位); None where they ask for none. R-FIL-97."""
    found = _UNIT.search(asked.advice)
    return (found["unit"] or found["other"]) if found else None


def rounded(value: Written, asked: Asked, notes: tuple[str, ...]) -> Written:
    """A number with at most as many decimals as the notes ask for in its column. R-FIL-97."""
    if not isinstance(value, Decimal):
        return value
    for note in notes:
        for found in _DECIMALS.finditer(note):
            if _is_meant(found["what"], asked.field.label or ""):
                n = _NUMERALS.get(found["n"]) or int(found["n"])
                exact = value.quantize(Decimal(1).scaleb(-n), rounding=ROUND_HALF_UP)
                return exact if exact != value else value
    return value


def _is_meant(what: str, label: str) -> bool:
    """Whether a rule for 面积、金额 is about a label (承包地面积); one that names nothing is for all."""
    bare = re.sub(r"[（(].*|[\s:：*]", "", label)
    names = [name for name in re.split("[、和及，,]", what) if name]
    return not names or any(bare.endswith(name) or name.endswith(bare) for name in names if bare)


def band_of(age: str, options: tuple[str, ...]) -> str | None:
    """The one entry of a drop-down of ages (60-69岁) that an age lies in; None where none or two do."""
    bands = [(option, age_band(option)) for option in options]
    fitting = [option for option, band in bands if band is not None and band[0] <= int(age) <= band[1]]
    return fitting[0] if len(fitting) == 1 else None
