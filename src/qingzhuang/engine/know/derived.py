"""What an identity number and a household's members say without being asked."""

from collections.abc import Iterable, Sequence

from qingzhuang.engine.collect.keys import HEAD_NAME, NAME, RELATION, is_head_relation
from qingzhuang.engine.know.profile import Claim, Profile
from qingzhuang.engine.values.codes import find
from qingzhuang.engine.values.domain import Domain
from qingzhuang.engine.values.identity import birth_date_of, sex_of


def birth_claims(id_claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """
    Birth dates said along with an identity number: same source, day and row. Rule R-KNW-13.

    So a 出生日期 column that contradicts the number in the same row is a conflict, not a silent choice.
    """
    return tuple(_reworded(claim, birth_date_of(claim.value)) for claim in id_claims)


def sex_claims(id_claims: Iterable[Claim], domain: Domain) -> tuple[Claim, ...]:
    """
    Sex said along with an identity number: same source, day and row. Rule R-KNW-13.

    domain: of the element, so that its code list's own label is said (男性 in GB/T 2261.1).
    """
    return tuple(_reworded(claim, canonical_sex(sex_of(claim.value), domain)) for claim in id_claims)


def canonical_sex(value: str, domain: Domain) -> str:
    """男 or 女 as the element's own code list has it; as it is where there is no list."""
    entry = None if domain.code_list is None else find(domain.code_list, value)
    return value if entry is None else entry.label


def _reworded(claim: Claim, value: str) -> Claim:
    return Claim(
        value, claim.source, claim.day, claim.import_id, claim.sheet, claim.row, claim.is_village_answer
    )


def household_size(members: Iterable[Profile], *, rosters: frozenset[int] = frozenset()) -> int | None:
    """
    家庭人口数: how many residents belong to the household. Rule R-KNW-14.

    rosters: imports that list some people only (低保, 党员 …). None: the head is not among the members, or
    nothing but such lists told of them, so that nobody knows who else lives there.
    """
    residents = [member for member in members if member.is_resident]
    has_head = any(is_head_relation(_value(member, RELATION)) for member in residents)
    told_by = {holding.claim.import_id for member in residents for holding in member.holdings.values()}
    return len(residents) if has_head and told_by - rosters else None


def head_of(household: Profile, members: Sequence[Profile]) -> Profile | None:
    """
    The household's head: the one member whose relation says so, else the one member with the head's name.

    None if nobody or more than one fits. Rule R-KNW-15.
    """
    by_relation = [member for member in members if is_head_relation(_value(member, RELATION))]
    if len(by_relation) == 1:
        return by_relation[0]
    named = _value(household, HEAD_NAME)
    by_name = [member for member in by_relation or members if named and _value(member, NAME) == named]
    return by_name[0] if len(by_name) == 1 else None


def _value(profile: Profile, key: str) -> str:
    holding = profile.holdings.get(key)
    return "" if holding is None or holding.is_conflict else holding.claim.value
