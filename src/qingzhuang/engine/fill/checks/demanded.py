"""Data validations as checks: lists, whole numbers, days, lengths of text, formulas."""

from qingzhuang.engine.fill.checks.domain import Check
from qingzhuang.engine.read.grid import Grid, Validation, column_letters

_SIGNS = {
    "equal": "=", "notEqual": "<>", "greaterThan": ">", "lessThan": "<",
    "greaterThanOrEqual": ">=", "lessThanOrEqual": "<=",
}  # fmt: skip
_CALLED = {"=": "等于", "<>": "不等于", ">": "大于", "<": "小于", ">=": "不小于", "<=": "不大于"}
_KINDS = {
    "whole": ("整数", "INT({cell})={cell}"),
    "decimal": ("数", ""),
    "date": ("日期", ""),
    "textLength": ("字数", ""),
}


def demanded_checks(grid: Grid) -> tuple[Check, ...]:
    """The checks that a sheet's validations demand; a validation that we do not understand gives none."""
    found = (_check(grid, validation) for validation in grid.validations)
    return tuple(check for check in found if check is not None)


def _check(grid: Grid, validation: Validation) -> Check | None:
    if not validation.areas:
        return None
    if validation.kind == "list":
        return _of_list(grid, validation)
    first_row, first_column = validation.areas[0][:2]
    if validation.kind == "custom" and validation.formula:
        formula = validation.formula.removeprefix("=")
        said = validation.message or f"表上的校验：{_without_and(formula)}"
        return Check(grid.name, validation.areas, said, formula)
    if validation.kind not in _KINDS:
        return None
    return _of_kind(grid, validation, f"{column_letters(first_column)}{first_row}")


def _of_list(grid: Grid, validation: Validation) -> Check | None:
    if not validation.options or validation.is_advice:
        return None
    shown = "、".join(validation.options[:8]) + ("……" if len(validation.options) > 8 else "")
    said = validation.message or f"只能选：{shown}"
    return Check(grid.name, validation.areas, said, options=validation.options)


def _of_kind(grid: Grid, validation: Validation, cell: str) -> Check | None:
    name, form = _KINDS[validation.kind]
    judged = f"LEN({cell})" if validation.kind == "textLength" else cell
    conditions = [form.format(cell=cell)] if form else []
    bounds = _bounds(validation)
    conditions += [
        f"{judged}{sign}({bound})" for sign, bound in bounds if validation.operator != "notBetween"
    ]
    if validation.operator == "notBetween" and len(bounds) == 2:
        conditions.append(f"NOT(AND({','.join(f'{judged}{sign}({bound})' for sign, bound in bounds)}))")
    if not conditions:
        return None
    condition = f"AND({','.join(conditions)})"
    if validation.kind != "textLength":
        condition = f"IF(ISNUMBER({cell}),{condition},FALSE)"
    return Check(
        grid.name, validation.areas, validation.message or _said(name, validation, bounds), condition
    )


def _bounds(validation: Validation) -> list[tuple[str, str]]:
    first, second = (text.removeprefix("=").strip() for text in (validation.formula, validation.formula2))
    if validation.operator in ("", "between", "notBetween"):
        return [(">=", first), ("<=", second)] if first and second else []
    sign = _SIGNS.get(validation.operator)
    return [(sign, first)] if sign and first else []


def _said(name: str, validation: Validation, bounds: list[tuple[str, str]]) -> str:
    """The demand in plain words: 要填整数，不小于 0，不大于 20."""
    head = "字数要" if validation.kind == "textLength" else f"要填{name}"
    if validation.kind == "date":
        return "要填这一栏规定的日期"  # bounds are serial numbers that say nothing to people
    if validation.operator == "notBetween" and len(bounds) == 2:
        return f"{head}，不在 {bounds[0][1]} 和 {bounds[1][1]} 之间"
    words = [f"{_CALLED[sign]} {bound}" for sign, bound in bounds]
    return f"{head}{'，' if words and validation.kind != 'textLength' else ''}{'，'.join(words)}"


def _without_and(formula: str) -> str:
    """E49=E52+E54 of AND(E49=E52+E54)."""
    inner = formula[4:-1] if formula.upper().startswith("AND(") and formula.endswith(")") else formula
    return inner if inner.count("(") == inner.count(")") and inner.find(")") >= inner.find("(") else formula
