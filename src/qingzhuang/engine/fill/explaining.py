"""Why a form would show what nobody said: it follows from other values, or does not apply. Rule R-STO-10."""

from dataclasses import dataclass

from qingzhuang.engine.collect.keys import BIRTH_DATE
from qingzhuang.engine.fill.answers import Known, NotApplicable
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Claim
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.fill import FillCode

_AGE = "person.age"
_SIZE = "household.size"


@dataclass(frozen=True, slots=True)
class Derived:
    """
    What follows from other values. value: "" where the element does not apply. why: the sentence for it.

    claim: the word it rests on, None where it rests on none.
    """

    value: str
    why: Problem
    claim: Claim | None = None


def derived(book: VillageBook, subject_id: int, key: str, *, on: str) -> Derived | None:
    """What a form of the day `on` (ISO) would show for a subject of whom nobody said it; None: a gap."""
    subject = book.by_id.get(subject_id)
    if subject is None:
        return None
    answer = look_up(book, subject, key, on=on)
    if isinstance(answer, NotApplicable) and answer.membership:
        name = book.catalogue[answer.membership].name
        return Derived("", Problem(FillCode.WHY_NOT_APPLICABLE, {"name": name}))
    if not isinstance(answer, Known):
        return None
    if key == _AGE:
        born = look_up(book, subject, BIRTH_DATE, on=on)
        params = {"birth": born.value if isinstance(born, Known) else "", "on": on}
        return Derived(answer.value, Problem(FillCode.WHY_AGE, params), answer.claim)
    code = FillCode.WHY_SIZE if key == _SIZE else FillCode.WHY_OTHERS
    return Derived(answer.value, Problem(code), answer.claim)
