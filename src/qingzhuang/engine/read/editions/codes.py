"""Running numbers printed before the labels of a form: 39年末人口, 4060岁以上人数. Rule R-EDI-08."""

import re
from collections.abc import Sequence
from itertools import pairwise

_LEADING = re.compile(r"\s*(\d{1,6})(?=\D)")
_ENOUGH = 5  # labels numbered one after the other, from 1, before the numbers are believed to be codes
_SKIPPED = 2  # numbers that may be missing in a row: their labels were not read as labels


def without_running_numbers(labels: Sequence[str]) -> list[str]:
    """
    The labels without the numbers that count them through, where a form does that; else as they are.

    A number that only looks like one stays: 1人户, 2人户, 3人户 differ in nothing else.

    >>> without_running_numbers([f"{n:02d}{w}" for n, w in enumerate("甲乙丙丁戊", 1)])
    ['甲', '乙', '丙', '丁', '戊']
    """
    rests: dict[int, str] = {}
    number = 0
    for at, label in enumerate(labels):
        found = next((n for n in range(number + 1, number + _SKIPPED + 2) if _length_of_code(label, n)), None)
        if found is not None:
            number = found
            rests[at] = label[_length_of_code(label, found) :].strip()
    if len(rests) < _ENOUGH or _differ_in_number_only(rests):
        return list(labels)
    return [rests.get(at, label) for at, label in enumerate(labels)]


def _length_of_code(label: str, number: int) -> int:
    """How many characters of a label are this number; 0 if it does not begin with it."""
    found = _LEADING.match(label)
    if found is None:
        return 0
    start = found.start(1)
    codes = [f"{number:03d}", f"{number:02d}", str(number)]
    length = next((len(code) for code in codes if found[1].startswith(code)), 0)
    return start + length if length else 0


def _differ_in_number_only(rests: dict[int, str]) -> bool:
    """Whether many neighbours in the count say the same but for the number: then it is no code."""
    words = list(rests.values())
    alike = sum(one == other for one, other in pairwise(words))
    return alike * _ENOUGH > len(words)
