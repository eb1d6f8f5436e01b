"""Ids of subjects: what linking found keeps the id it had, whatever is imported, answered or taken back."""

from collections.abc import Mapping, Sequence

from qingzhuang.store.models import Subject
from qingzhuang.store.writers.bulk import reserve_ids

Cluster = int


def settle_ids(
    clusters: Sequence[Cluster | None], known: Sequence[int | None], *, after: int = 0
) -> tuple[dict[Cluster, int], frozenset[int]]:
    """
    The subject id of every cluster, and which of the ids are new.

    Args:
        clusters: per row, the cluster linking put it in; None: the row speaks of nobody.
        known: per row, the subject it was linked to before; None: it is new.
        after: the last subject id given out in this transaction and not written yet, 0 if there is none.

    Two clusters that were one subject: the one with the earlier row keeps the id. Two subjects that
    became one cluster: the smaller id stays.
    """
    wishes: dict[Cluster, set[int]] = {}
    nothing: set[int] = set()  # shared by all who have no id yet, who are many
    for cluster, subject_id in zip(clusters, known, strict=True):
        if cluster is None:
            continue
        had = wishes.setdefault(cluster, nothing)
        if subject_id is None:
            continue
        if had is nothing:
            wishes[cluster] = {subject_id}
        else:
            had.add(subject_id)
    ids = _kept(wishes)
    without = [cluster for cluster in wishes if cluster not in ids]
    new = reserve_ids(Subject, len(without), after=after) if without else ()
    ids.update(zip(without, new, strict=True))
    return ids, frozenset(new)


def _kept(wishes: Mapping[Cluster, set[int]]) -> dict[Cluster, int]:
    """The clusters that keep an id they had; first come, first served, in the order of their first rows."""
    ids: dict[Cluster, int] = {}
    taken: set[int] = set()
    for cluster, had in wishes.items():
        free = had - taken
        if free:
            ids[cluster] = min(free)
            taken.add(ids[cluster])
    return ids
