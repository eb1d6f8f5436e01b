"""Who a record without a known identity number is. Rules R-LNK-03 to R-LNK-06."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.engine.collect.keys import NAME, PHONE
from qingzhuang.engine.link.decision import Link, Outcome
from qingzhuang.engine.link.people import Agreement, Person, compare_births, compare_sexes, said_birth
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.link import LinkCode


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How alike a record is to one person of the same name."""

    person: Person
    birth: Agreement
    home: Agreement
    has_phone: bool

    @property
    def is_sure(self) -> bool:
        """
        Name, birth date and household agree; or two of them and nothing speaks against the third.

        Within one household one name is one person; a name with its own phone number too.
        """
        if self.birth is Agreement.DIFFERENT:
            return False
        return self.home is Agreement.SAME or self.has_phone

    @property
    def is_doubtful(self) -> bool:
        """
        Whether somebody has to look: too much agrees to make a new person, too little to take them for
        one.
        """
        if self.birth is Agreement.DIFFERENT:
            return self.home is Agreement.SAME
        return self.birth is Agreement.SAME or self.home is Agreement.UNKNOWN


def same_person(
    said: Mapping[str, str],
    namesakes: Sequence[Person],
    *,
    household_id: int | None,
    is_home_weak: bool = False,
) -> Link | None:
    """
    Which of the namesakes a record is; a question; or None for none of them.

    household_id: of the record, None if unknown. is_home_weak: the household was found by no more than
    the record's own name (a head without 户号), so that it proves nothing while others carry that name.
    """
    alike = [
        _likeness(said, person, household_id)
        for person in namesakes
        if compare_sexes(said, person) is not Agreement.DIFFERENT
    ]
    sure = [each for each in alike if each.is_sure]
    best = [each for each in sure if each.birth is Agreement.SAME] or sure
    if (
        is_home_weak
        and len(alike) > 1
        and not any(each.birth is Agreement.SAME or each.has_phone for each in best)
    ):
        return _question(alike, said[NAME])
    if len(best) == 1:
        return Link(Outcome.SAME, best[0].person.subject_id)
    doubtful = best or [each for each in alike if each.is_doubtful]
    return _question(doubtful, said[NAME]) if doubtful else None


def _likeness(said: Mapping[str, str], person: Person, household_id: int | None) -> _Likeness:
    if household_id is None or person.household_id is None:
        home = Agreement.UNKNOWN
    else:
        home = Agreement.SAME if household_id == person.household_id else Agreement.DIFFERENT
    has_phone = PHONE in said and said[PHONE] in person.phones
    return _Likeness(person, compare_births(said_birth(said), person), home, has_phone)


def _question(alike: Sequence[_Likeness], name: str) -> Link:
    found = tuple(each.person.subject_id for each in alike)
    if len(alike) > 1:
        why = Problem(LinkCode.SEVERAL_FIT, {"count": len(alike), "name": name})
    elif alike[0].birth is Agreement.DIFFERENT:
        why = Problem(LinkCode.SAME_HOUSEHOLD_OTHER_BIRTH, {"name": name})
    elif alike[0].birth is Agreement.SAME:
        why = Problem(LinkCode.SAME_NAME_AND_BIRTH, {"name": name})
    else:
        why = Problem(LinkCode.SAME_NAME_ONLY, {"name": name})
    return Link(Outcome.DOUBTFUL, candidates=found, why=why)
