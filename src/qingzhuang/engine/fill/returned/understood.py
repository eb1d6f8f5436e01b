"""A returned word in canonical form, or why its cell is not taken. Rule R-RET-23."""

from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.engine.values.codes import find
from qingzhuang.engine.values.domain import Domain, Kind, Raw
from qingzhuang.engine.values.parsing import parse


def understood(word: Raw, domain: Domain, *, label: str | None, unit: str | None) -> str | Problem:
    """
    The canonical value of a word; "" where it says nothing.

    What no entry of the code list means is not taken: an import keeps such a word as it stands, but here
    somebody is there to be asked.
    """
    parsed = parse(word, domain, unit=unit)
    if isinstance(parsed, Problem):
        return Problem(ReturningCode.CELL_BAD, {"label": label or "", "reason": parsed.sentence})
    codes = domain.code_list if domain.kind is Kind.CODE else None
    if codes is not None and parsed.value and find(codes, parsed.value) is None:
        return Problem(ReturningCode.CELL_NO_ENTRY, {"label": label or "", "value": parsed.value})
    return parsed.value
