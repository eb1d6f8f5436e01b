"""What does not apply to a subject, and what a household is because its members are."""

from collections.abc import Iterable, Mapping

from qingzhuang.engine.catalogue.elements import DataElement
from qingzhuang.engine.know.profile import Holding
from qingzhuang.engine.know.snapshots import NO, YES


def not_applicable(element: DataElement, holdings: Mapping[str, Holding], *, role: str | None = None) -> bool:
    """
    Whether an element cannot be asked of this subject: the membership it depends on holds 否. Rule
    R-KNW-11.

    holdings: of the person, or of the household with its `household_membership` put in. role: whose
    element it is (`guardian`); the membership of the same role decides. Unknown or disputed membership
    leaves the element a gap.
    """
    if element.depends_on is None:
        return False
    return is_no_member(holdings.get(f"{element.depends_on}@{role}" if role else element.depends_on))


def is_no_member(membership: Holding | None) -> bool:
    """Whether a membership holds 否; neither unknown nor disputed."""
    return membership is not None and not membership.is_conflict and membership.claim.value == NO


def household_membership(own: Holding | None, members: Iterable[Holding | None]) -> Holding | None:
    """
    Whether a household is a member (低保户 …): it is if one of its members is. Rule R-KNW-12.

    own: what was said of the household itself. members: the holding of each resident member, None if
    nothing is known. Comes back: the 是 that decides; 否 only if it holds for every member; a conflict if
    that is all that stands in the way; else None.
    """
    everyone = list(members)
    known = [holding for holding in (own, *everyone) if holding is not None]
    yes = [holding for holding in known if holding.claim.value == YES and not holding.is_conflict]
    if yes:
        return min(yes, key=_first_said)
    disputed = [holding for holding in known if holding.is_conflict]
    if disputed:
        return min(disputed, key=_first_said)
    if None in everyone or not known:
        return own
    return min(known, key=_first_said)


def _first_said(holding: Holding) -> tuple[str, int, str, int]:
    claim = holding.claim
    return claim.day, claim.import_id, claim.sheet, claim.row
