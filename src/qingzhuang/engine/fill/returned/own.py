"""What the village answers for itself on a form that came back. Rules R-RET-40 to R-RET-46."""

from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.engine.collect.returned.reading import ReturnedCell, ReturnedSheet
from qingzhuang.engine.fill.asking import LABEL_DOMAIN, Asking, CellPlan
from qingzhuang.engine.fill.counts import plan_counts
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.ofvillage import OwnField, own_fields
from qingzhuang.engine.fill.returned.news import BLANKED, NOTHING_NEW, Left, News, is_as_written
from qingzhuang.engine.fill.returned.targets import Target
from qingzhuang.engine.fill.returned.words import word_in
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.engine.read.layout import FieldKind
from qingzhuang.engine.values.domain import Raw
from qingzhuang.engine.values.numbers import as_decimal
from qingzhuang.engine.values.parsing import is_blank, parse, says_nothing


@dataclass(frozen=True, slots=True)
class OwnWord:
    """One cell that the village answers for itself, and what it means."""

    asked: Asked
    cell: ReturnedCell
    found: News | Left | Problem


def own_words(
    asking: Asking, sheet: FormSheet, asked: tuple[Asked, ...], back: ReturnedSheet
) -> Iterator[OwnWord]:
    """What stands in the fields that the village itself answers, one by one."""
    fields = own_fields(asking, sheet, asked)
    if not fields:
        return
    counted = plan_counts(asking, sheet, asked)
    cells = _cells(asked, back)
    for one in fields:
        cell = cells.get(one.at)
        if cell is not None:
            word = word_in(sheet, asked[one.at], cell)
            found = _heard(asking, one, asked[one.at], word, counted.get(one.at))
            yield OwnWord(asked[one.at], cell, found)


def _cells(asked: tuple[Asked, ...], back: ReturnedSheet) -> dict[int, ReturnedCell]:
    """Place of a field → its cell: beside its label, crossed, or in the only row of its table."""
    cells = {each.at: each for each in back.blanks}
    for records in back.records.values():
        if len(records) == 1:
            cells |= {
                each.at: each for each in records[0].cells if asked[each.at].field.kind is FieldKind.COLUMN
            }
    return cells


def _heard(
    asking: Asking, one: OwnField, asked: Asked, word: Raw | Problem, counted: CellPlan | None
) -> News | Left | Problem:
    label = asked.field.label or ""
    if isinstance(word, Problem):
        return word
    held = asking.book.village.holdings.get(one.key) if asking.book.village is not None else None
    if is_blank(word):
        return BLANKED if held is not None or _write_of(counted) is not None else NOTHING_NEW
    ours = _write_of(counted)
    if ours is not None:
        is_ours = is_as_written(ours, word)
        return (
            NOTHING_NEW if is_ours else Problem(ReturningCode.CELL_COUNTED, {"label": label, "n": str(ours)})
        )
    if not one.key:
        return Problem(ReturningCode.CELL_SAME_LABEL, {"label": label})
    parsed = Problem(ReturningCode.NUMBER_CUT) if _is_cut(word) else _value(asked, word)
    if isinstance(parsed, Problem):
        return Problem(ReturningCode.CELL_BAD, {"label": label, "reason": parsed.sentence})
    return _against(asking, one.key, parsed)


def _write_of(counted: CellPlan | None) -> int | str | None:
    if counted is None or counted.write is None:
        return None
    value = counted.write.value
    return value if isinstance(value, int) else str(value)


def _is_cut(word: Raw) -> bool:
    """A number of sixteen digits and more has lost its last ones in the program that stored it."""
    return isinstance(word, int | float) and abs(word) >= 10**15


def _value(asked: Asked, word: Raw) -> str | Problem:
    if says_nothing(word, LABEL_DOMAIN):
        return ""
    parsed = parse(word, LABEL_DOMAIN, unit=asked.field.unit)
    if isinstance(parsed, Problem):
        return parsed
    number = as_decimal(parsed.value)
    return parsed.value if isinstance(number, Problem) else _as_typed(parsed.value)


def _as_typed(number: str) -> str:
    """A number as it is kept: 12.0 is 12, 1,200 is 1200; a telephone number keeps its zero."""
    plain = number.replace(",", "").replace("，", "")
    return plain.removesuffix(".0")


def _against(asking: Asking, key: str, value: str) -> News | Left:
    village = asking.book.village or Profile(0, False, asking.book.region, None, {}, False, is_village=True)
    held = village.holdings.get(key)
    if not value or (held is not None and not held.is_conflict and _is_same(held.claim.value, value)):
        return NOTHING_NEW
    before = "" if held is None else held.claim.value
    return News(Target(village, key), value, before, () if held is None else (held.claim,))


def _is_same(one: str, other: str) -> bool:
    a, b = as_decimal(one), as_decimal(other)
    are_numbers = not isinstance(a, Problem) and not isinstance(b, Problem)
    return a == b if are_numbers else one == other
