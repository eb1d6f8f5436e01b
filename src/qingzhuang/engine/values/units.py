"""Units of measure as forms print them, and exact conversion between those of one dimension."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its dimension, and how many of the dimension's base unit it holds, exactly."""

    dimension: str
    size: Fraction


def _dimension(name: str, sizes: dict[str, int | str]) -> dict[str, Unit]:
    return {
        spelling: Unit(name, Fraction(size))
        for spellings, size in sizes.items()
        for spelling in spellings.split()
    }


# 1 公顷 = 15 亩 = 10,000 平方米, so 1 亩 = 2000/3 平方米 (国务院关于在我国统一实行法定计量单位的命令, 1984).
_UNITS: dict[str, Unit] = {
    **_dimension("money", {
        "元 圆 块 块钱 元整 元人民币 人民币 人民币元 rmb cny": 1, "角 毛": "1/10", "百元": 100, "千元": 1000,
        "万元 万": 10_000, "十万元": 100_000, "百万元": 1_000_000,
        "千万元": 10_000_000, "亿元 亿": 100_000_000,
    }),
    **_dimension("area", {
        "平方米 平米 平方 平 m2 平方公尺 sqm": 1, "亩 市亩": "2000/3", "万亩": "20000000/3", "公亩": 100,
        "公顷 hm2 ha": 10_000, "万公顷": 100_000_000, "万平方米": 10_000,
        "平方公里 平方千米 km2": 1_000_000,
    }),
    **_dimension("length", {
        "米 m 公尺": 1, "厘米 cm 公分": "1/100", "毫米 mm": "1/1000", "公里 千米 km": 1000, "里 华里": 500,
    }),
    **_dimension("weight", {
        "斤 市斤": "1/2", "公斤 千克 kg": 1, "克 g": "1/1000", "吨 t": 1000, "万吨": 10_000_000, "担": 50,
    }),
    **_dimension("volume", {"立方米 立方 方 m3": 1, "万立方米 万方": 10_000, "升 l": "1/1000"}),
    **_dimension("minutes", {"秒": "1/60", "分钟": 1, "小时 时 h": 60, "天 日": 1440}),
    **_dimension("months", {"月 个月": 1, "季度": 3, "年 学年": 12}),
    **_dimension("age", {"岁 周岁": 1}),
    **_dimension("people", {"人 名 口 位 人口": 1, "万人": 10_000}),
    **_dimension("households", {"户 家": 1, "万户": 10_000}),
    **_dimension("share", {"% 百分比 百分之": 1, "‰": "1/10"}),
    **_dimension("power", {"千瓦 kw": 1, "兆瓦 mw": 1000, "瓦 w": "1/1000"}),
    **_dimension("times", {"次 人次 批次 批": 1, "万人次 万次": 10_000}),
}  # fmt: skip

# Counting words stand for plain numbers; a value may carry any of them where its element has none of the
# units above.
_COUNTERS = frozenset(
    "个 只 头 匹 羽 尾 辆 台 部 间 层 处 套 栋 幢 座 株 棵 条 张 份 本 件 组 项 所 眼 窝 箱 盏 孔".split()
)
_PER = re.compile(
    r"(?:/|每)(?:人|月|年|户|天|日|次|亩|平方米|m2|学期|期|斤|公斤|吨)+(?:[/·.](?:人|月|年|户|天|日|次))*$"
)
_LEAD = re.compile(r"^(?:单位[:：]?|计量单位[:：]?|按|以)")


@lru_cache(maxsize=1024)
def normalise_unit(text: str) -> str:
    """
    A unit as it is compared: NFKC, no blanks or brackets, lower case, without `/月`, `/人·年` and the like.

    `（㎡）` gives `m2`, `元/月` gives `元`, `单位：万元` gives `万元`. Rule R-VAL-41.
    """
    bare = unicodedata.normalize("NFKC", text).lower()
    bare = "".join(bare.split()).strip("()[]【】:：")
    return _PER.sub("", _LEAD.sub("", bare))


@lru_cache(maxsize=1024)
def unit_of(text: str) -> Unit | None:
    """The unit of this spelling; None if unknown. Counting words (个, 头, 间) are units of their own."""
    bare = normalise_unit(text)
    found = _UNITS.get(bare)
    if found is None and bare in _COUNTERS:
        return Unit("count " + bare, Fraction(1))
    return found


@lru_cache(maxsize=4096)
def ratio(source: str, target: str) -> Fraction | None:
    """
    What one `source` unit is in `target` units, exactly; None if the two do not measure the same. Rule
    R-VAL-42.

    >>> ratio("公顷", "亩")
    Fraction(15, 1)
    """
    if normalise_unit(source) == normalise_unit(target):
        return Fraction(1)
    one, other = unit_of(source), unit_of(target)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    return one.size / other.size


def is_plain_unit(text: str) -> bool:
    """
    Whether a number with this unit means the same without it: size one of its dimension (元, 人), or a
    counter.
    """
    found = unit_of(text)
    return found is not None and found.size == 1 and found.dimension != "share"


def is_decimal(fraction: Fraction) -> bool:
    """Whether a fraction is an exact decimal: only 2 and 5 divide its denominator."""
    rest = fraction.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def to_decimal(fraction: Fraction, *, places: int) -> Decimal:
    """
    The fraction as a decimal with at most `places` places, half rounded up (四舍五入, GB/T 8170 allows it
    by notice).
    """
    scaled = abs(fraction) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if fraction >= 0 else -whole).scaleb(-places)


def plain(number: Decimal) -> str:
    """A decimal as canonical text: no exponent, no trailing zeros, no minus before zero. Rule R-VAL-40."""
    shown = f"{number:f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return "0" if shown in ("-0", "") else shown
