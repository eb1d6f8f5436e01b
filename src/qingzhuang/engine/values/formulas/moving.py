"""Formulas as they read after rows were inserted, or copied down."""

from collections.abc import Callable
from dataclasses import replace

from qingzhuang.engine.values.formulas.domain import NotComputedError
from qingzhuang.engine.values.formulas.references import Reference, reference_of, written
from qingzhuang.engine.values.formulas.tokens import tokens_of


def inserted(formula: str, *, at: str, home: str, after: int, n: int) -> str:
    """
    A formula of sheet `home` after `n` rows were inserted below row `after` of sheet `at`.

    What lies below moves down; a range that ends with the list reaches the last new row. A formula that we
    cannot take apart comes back as it is: it is not calculated anyway.
    """

    def goes(reference: Reference) -> Reference:
        if (reference.sheet or home).casefold() != at.casefold():
            return reference
        first = reference.first_row + (n if reference.first_row > after else 0)
        reaches = reference.last_row > after or (reference.is_range and reference.last_row == after)
        return replace(reference, first_row=first, last_row=reference.last_row + (n if reaches else 0))

    return _changed(formula, goes)


def moved_copy(formula: str, *, rows: int) -> str:
    """A formula as it reads so many rows further down: relative rows go along, fixed ones stay."""

    def goes(reference: Reference) -> Reference:
        return replace(
            reference,
            first_row=reference.first_row + (0 if reference.fixed[0] else rows),
            last_row=reference.last_row + (0 if reference.fixed[2] else rows),
        )

    return _changed(formula, goes)


def _changed(formula: str, change: Callable[[Reference], Reference]) -> str:
    try:
        tokens = tokens_of(formula)
        return "".join(
            written(change(reference_of(token.text))) if token.kind == "reference" else token.text
            for token in tokens
        )
    except NotComputedError:
        return formula
