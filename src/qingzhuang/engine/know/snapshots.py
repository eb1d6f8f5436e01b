"""Complete membership rosters: who stands on none of them is not a member."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qingzhuang.engine.know.profile import Claim, Holding

NO = "否"
YES = "是"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """
    A roster that is complete for its region and day. element: fact key it decides, such as
    `person.dibao`.
    """

    element: str
    source: str
    day: str
    import_id: int
    region: str


def implied_no(
    snapshots: Iterable[Snapshot],
    claims: Sequence[Claim],
    *,
    element: str,
    region: str,
    spared: frozenset[int],
) -> tuple[Claim, ...]:
    """
    What complete rosters say of one resident by leaving him out: 否, row 0. Rules R-KNW-09, R-KNW-10.

    claims: all that was said of the resident on the element. region: where the resident lives.
    spared: imports that hold a refused or doubtful row which may be this resident; they imply nothing.
    """
    listed = {claim.import_id for claim in claims}
    return tuple(
        Claim(NO, each.source, each.day, each.import_id)
        for each in snapshots
        if each.element == element and each.import_id not in listed | spared and covers(each.region, region)
    )


def covers(wider: str, narrower: str) -> bool:
    """
    Whether a region (12-digit 统计用区划代码) is or contains another.

    Trailing zeros name a higher level: 360999101000 is the town of village 360999101205.
    """
    return narrower.startswith(significant(wider))


def significant(region: str) -> str:
    """The digits of a region code that say something: 2 province, 4 city, 6 county, 9 town, 12 village."""
    for length in (9, 6, 4, 2):
        if region[length:].strip("0"):
            break
        region = region[:length]
    return region


def becomes_no(before: Holding | None, after: Holding | None) -> bool:
    """Whether a roster turned a resident into a 否 who was none before: counted in the import's notes."""
    was_no = before is not None and before.claim.value == NO and not before.is_conflict
    return after is not None and after.claim.value == NO and not after.is_conflict and not was_no
