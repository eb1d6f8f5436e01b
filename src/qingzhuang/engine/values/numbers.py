"""Numbers as people write them: thousands separators, currency signs, units in the value or above it."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.domain import Parsed, Raw
from qingzhuang.engine.values.text import NARROWED, tidy_text
from qingzhuang.engine.values.units import is_plain_unit, normalise_unit, plain, ratio, to_decimal, unit_of

UNIT_DROPPED = "单位“{unit}”没有记下"
CONVERTED = "由“{source}”换算成“{target}”"
KEPT_PLACES = 6  # places kept where a conversion does not end (亩 → 平方米); R-VAL-42

_PLAIN = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{0,9}[1-9])?")
_CURRENCY = re.compile(r"^(?:人民币|rmb|cny|[¥￥$])\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<sign>[-+−–]?)(?P<digits>\d[\d,.]*|\.\d+)\s*(?P<unit>[^\d,.\s-].*)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SIMPLE = re.compile(r"\d+(?:\.\d*)?|\.\d+")
_CHINESE = re.compile(
    "[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟整]{1,}(?:元|圆|人|户|亩|个|口|岁)?[整正]?"
)
_LAND = re.compile(r"(?:(\d+(?:\.\d+)?)亩)(?:(\d)分)?(?:(\d)厘)?")
_TIDY_UNIT = re.compile(r"[()\[\]【】。:：;；]+$|^[(\[【]")


def parse_number(raw: Raw, domain_unit: str | None = None, unit: str | None = None) -> Parsed | Problem:
    """
    A number as plain decimal text in the domain's unit. Rules R-VAL-40 to R-VAL-44.

    unit: as printed at the source (header, unit cell). A unit inside the value (120平方米, 3.5万元) wins
    over it. Converted only where both units are known; `1.234,50`, 壹仟, 3-5亩 and 约3亩 are Problems,
    never guesses.
    """
    if isinstance(raw, str):
        if _PLAIN.fullmatch(raw) and raw.isascii() and raw != "-0":
            return (
                Parsed(raw) if unit is None or unit == domain_unit else _in_unit(raw, unit, domain_unit, ())
            )
        return _from_text(raw, domain_unit, unit)
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return Problem(ValuesCode.NUMBER_SHAPE, {"text": str(raw)})
    shown = str(raw) if isinstance(raw, int) else _shown(raw)
    if shown is None:
        return Problem(ValuesCode.NUMBER_SHAPE, {"text": str(raw)})
    return Parsed(shown) if unit is None or unit == domain_unit else _in_unit(shown, unit, domain_unit, ())


def _shown(raw: float) -> str | None:
    """A float as Excel means it: 15 significant digits (0.1 + 0.2 is 0.3); None for infinities."""
    if raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    number = Decimal(f"{raw:.15g}")
    return plain(number) if number.is_finite() else None


def _from_text(raw: str, domain_unit: str | None, unit: str | None) -> Parsed | Problem:
    tidy, repairs = tidy_text(raw)
    text = unicodedata.normalize("NFKC", tidy)
    if text != tidy and any("\uff10" <= sign <= "\uff19" for sign in tidy):
        repairs += (NARROWED,)
    land = _LAND.fullmatch(text)
    if land is not None and (land[2] or land[3]):
        return _in_unit(
            f"{Decimal(land[1]) + Decimal(f'0.{land[2] or 0}{land[3] or 0}')}", "亩", domain_unit, repairs
        )
    found = _NUMBER.fullmatch(_CURRENCY.sub("", text))
    if found is None:
        return _unreadable(text)
    digits = _digits(found["digits"])
    if digits is None:
        return Problem(_why_not(found["digits"]), {"text": text[:20]})
    sign = "-" if found["sign"] in tuple("-−–") else ""
    return _with_unit(sign + digits, found["unit"], domain_unit, unit, repairs)


def _with_unit(
    number: str, printed: str | None, domain_unit: str | None, unit: str | None, repairs: tuple[str, ...]
) -> Parsed | Problem:
    shown = _TIDY_UNIT.sub("", printed) if printed else ""
    if not shown:
        return _in_unit(number, unit, domain_unit, repairs)
    known = unit_of(shown) is not None or (
        domain_unit and normalise_unit(shown) == normalise_unit(domain_unit)
    )
    if not known:
        return Problem(ValuesCode.NUMBER_SHAPE, {"text": f"{number}{shown}"[:20]})
    return _in_unit(number, shown, domain_unit, repairs)


def _unreadable(text: str) -> Problem:
    chinese = bool(_CHINESE.fullmatch(text.removeprefix("人民币")))
    return Problem(ValuesCode.NUMBER_CHINESE if chinese else ValuesCode.NUMBER_SHAPE, {"text": text[:20]})


def _digits(text: str) -> str | None:
    if _SIMPLE.fullmatch(text):
        return plain(Decimal(text))
    return plain(Decimal(text.replace(",", ""))) if _GROUPED.fullmatch(text) else None


def _why_not(digits: str) -> ValuesCode:
    return ValuesCode.NUMBER_AMBIGUOUS if "," in digits else ValuesCode.NUMBER_SHAPE


def _in_unit(
    number: str, source: str | None, target: str | None, repairs: tuple[str, ...]
) -> Parsed | Problem:
    """The number in the target unit; kept where the source names none, or where its unit adds nothing."""
    value = plain(Decimal(number))
    if not source or source == target:
        return Parsed(value, repairs)
    if target is None:
        return _without_unit(value, source, repairs)
    factor = ratio(source, target)
    if factor is None:
        return _no_ratio(source, target)
    if factor == 1:
        return Parsed(value, repairs)
    converted = to_decimal(Fraction(value) * factor, places=KEPT_PLACES)
    return Parsed(plain(converted), (*repairs, CONVERTED.format(source=source, target=target)))


def _without_unit(value: str, source: str, repairs: tuple[str, ...]) -> Parsed | Problem:
    if is_plain_unit(source):
        return Parsed(value, repairs, (UNIT_DROPPED.format(unit=source),))
    return Problem(ValuesCode.UNIT_EXTRA, {"text": source})


def _no_ratio(source: str, target: str) -> Problem:
    if unit_of(source) is not None and unit_of(target) is not None:
        return Problem(ValuesCode.UNIT_MISMATCH, {"source": source, "unit": target})
    return Problem(ValuesCode.UNIT_UNKNOWN, {"text": source, "unit": target})


def as_decimal(value: str) -> Decimal | None:
    """The number of a canonical value; None if it is not one."""
    return Decimal(value) if _SIMPLE.fullmatch(value.removeprefix("-")) else None
