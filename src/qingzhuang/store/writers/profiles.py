"""Publishing: what holds for every subject of a region, written as one clustered run of rows."""

from collections.abc import Iterable, Sequence

from qingzhuang.engine.know import profile as know
from qingzhuang.store.documents import document_of
from qingzhuang.store.models import Profile, Subject
from qingzhuang.store.writers.bulk import insert_rows, update_rows

_COLUMNS = ("region", "subject_id", "is_household", "household_id", "is_resident", "document")
_NAME = "person.name"
_ID_NUMBER = "person.id_number"
_HEAD_NAME = "household.head_name"


def publish(region: str, profiles: Iterable[know.Profile]) -> None:
    """Replace the region's profiles by these, sorted by subject id."""
    Profile.objects.filter(region=region).delete()
    insert_rows(
        Profile,
        _COLUMNS,
        (
            (
                region,
                each.subject_id,
                each.is_household,
                each.household_id,
                each.is_resident,
                document_of(each),
            )
            for each in profiles
        ),
    )


def write_subjects(region: str, profiles: Sequence[know.Profile], *, new_ids: frozenset[int]) -> None:
    """
    Bring the subjects up to date with their profiles: new ones are added, changed ones changed.

    Subjects of the region without a profile are spoken of by nobody any more: no residents, and not
    to be found.
    """
    wanted = {each.subject_id: _facts(each) for each in profiles}
    names = ("id", "household_id", "is_resident", "name", "id_number")
    changed = []
    for subject_id, *facts in Subject.objects.filter(region=region).values_list(*names).iterator(5000):
        should_be = wanted.get(subject_id, (None, False, "", ""))
        if tuple(facts) != should_be:
            changed.append((*should_be, subject_id))
    # Households first: their members refer to them.
    new = sorted(
        (each for each in profiles if each.subject_id in new_ids), key=lambda each: not each.is_household
    )
    columns = ("id", "region", "is_household", "household_id", "is_resident", "name", "id_number")
    insert_rows(
        Subject,
        columns,
        ((each.subject_id, region, each.is_household, *wanted[each.subject_id]) for each in new),
    )
    update_rows(Subject, names[1:], changed)


def _facts(profile: know.Profile) -> tuple[int | None, bool, str, str]:
    """household_id, is_resident, name and ID number of the subject with this profile."""
    if profile.is_household:
        return None, profile.is_resident, _held(profile, _HEAD_NAME), ""
    return profile.household_id, profile.is_resident, _held(profile, _NAME), _held(profile, _ID_NUMBER)


def _held(profile: know.Profile, key: str) -> str:
    """
    The value that holds, or the first of those in conflict: a person stays findable; "" if
    nothing is known.
    """
    holding = profile.holdings.get(key)
    return holding.claim.value if holding else ""
