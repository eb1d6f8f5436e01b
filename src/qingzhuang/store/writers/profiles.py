"""Publishing: what holds for every subject of a region, written as one clustered run of rows."""

from collections.abc import Iterable, Sequence

from qingzhuang.store.models import Profile, Subject
from qingzhuang.store.writers.bulk import insert_rows, update_rows
from qingzhuang.store.writers.settling import Settled

_COLUMNS = ("region", "subject_id", "is_household", "household_id", "is_resident", "document")
_FACTS = ("household_id", "is_resident", "name", "id_number")
_NOBODY = (None, False, "", "")


def publish(region: str, settled: Iterable[Settled]) -> None:
    """Replace the region's profiles by these, sorted by subject id."""
    Profile.objects.filter(region=region).delete()
    insert_rows(
        Profile,
        _COLUMNS,
        (
            (region, each.subject_id, each.is_household, each.household_id, each.is_resident, each.document)
            for each in settled
        ),
    )


def write_subjects(region: str, settled: Sequence[Settled], *, new_ids: frozenset[int]) -> None:
    """
    Bring the subjects up to date with what holds: new ones are added, changed ones changed.

    Subjects of the region without a profile are spoken of by nobody any more: no residents, and not
    to be found.
    """
    wanted = {each.subject_id: _facts(each) for each in settled if each.subject_id not in new_ids}
    changed = []
    known = Subject.objects.filter(region=region).values_list("id", *_FACTS)
    for subject_id, *facts in known.iterator(5000):
        should_be = wanted.get(subject_id, _NOBODY)
        if tuple(facts) != should_be:
            changed.append((*should_be, subject_id))
    # Households first: their members refer to them.
    new = [each for each in settled if each.subject_id in new_ids]
    for is_household in (True, False):
        insert_rows(
            Subject,
            ("id", "region", "is_household", *_FACTS),
            (
                (each.subject_id, region, is_household, *_facts(each))
                for each in new
                if each.is_household is is_household
            ),
        )
    update_rows(Subject, _FACTS, changed)


def _facts(settled: Settled) -> tuple[int | None, bool, str, str]:
    """household_id, is_resident, name and ID number of the subject."""
    return settled.household_id, settled.is_resident, settled.name, settled.id_number
