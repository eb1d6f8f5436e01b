"""
How much of each element is held where an application lands: counts, sources and days, never a person.

A county has half a million residents, so what is looked at is a sample: villages spread evenly over the
region codes, and in each of them subjects spread evenly over their names. Rule R-APP-10.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q

from qingzhuang.engine.admit.comparing.domain import Coverage
from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.know.packed import PackedHoldings
from qingzhuang.engine.know.snapshots import YES
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.documents import all_holdings_of
from qingzhuang.store.models import Profile, Region, Subject, VillageStatement
from qingzhuang.store.queries.organisations import NO_VILLAGE
from qingzhuang.store.roles import Right
from qingzhuang.store.rowsecurity import counting

MOST_VILLAGES = 40
MOST_OF_A_VILLAGE = 60  # subjects, persons and households alike
_CHUNK = 500  # ids per question: SQLite takes 32,766 at most, PostgreSQL plans few faster


@dataclass(frozen=True, slots=True)
class Held:
    """
    What is held. coverage: element key → Coverage. persons, households: of one village on average, as far
    as it was looked at. n_looked_at: subjects the shares rest on; n_subjects: subjects there are. n_villages:
    villages looked at; n_empty: those of them of which no resident is known. They count nowhere else: shares
    tell of villages whose rosters are here.
    """

    coverage: Mapping[str, Coverage]
    persons: int
    households: int
    n_looked_at: int
    n_subjects: int
    n_villages: int = 0
    n_empty: int = 0

    @property
    def is_sample(self) -> bool:
        """Whether the shares rest on some of the subjects only."""
        return self.n_looked_at < self.n_subjects


@dataclass(slots=True)
class _Tally:
    """Of one element: of how many subjects it is known, by which sources, when last."""

    known: int = 0
    sources: Counter[str] = field(default_factory=Counter)
    day: str = ""


def holdings_within(actor: Actor, prefixes: Sequence[str], *, catalogue: Catalogue) -> Held:
    """
    What is known of every element where these prefixes of region codes reach; no prefix reaches nothing.

    An element that only members have (低保金额) is counted against the members. Open to whoever writes or
    judges applications, because it tells numbers only.

    Raises:
        RefusedError: the actor neither applies nor reviews.
    """
    allow(actor, Right.REVIEW if actor.may(Right.REVIEW) else Right.APPLY)
    with counting(actor):
        villages = _villages(prefixes)
        if not villages:
            return Held({}, 0, 0, 0, 0)
        looked_at = _spread(villages, MOST_VILLAGES)
        ids, n_there = _chosen(looked_at)
        rows = list(_documents(ids))
        village_words = _village_words(looked_at)
    n_subjects = round(n_there * len(villages) / len(looked_at))
    n_empty = sum(not chosen for chosen in ids.values())
    n_with = max(1, len(looked_at) - n_empty)
    coverage = _coverage(rows, catalogue) | _of_villages(village_words, len(looked_at))
    scale = n_there / max(len(rows), 1) / n_with
    n_households = sum(is_household for is_household, _ in rows)
    persons, households = round((len(rows) - n_households) * scale), round(n_households * scale)
    return Held(coverage, persons, households, len(rows), n_subjects, len(looked_at), n_empty)


def _villages(prefixes: Sequence[str]) -> list[str]:
    """Codes of the villages below these prefixes, in order."""
    if not prefixes:
        return []
    within = reduce(or_, (Q(code__gte=p.ljust(12, "0"), code__lte=p.ljust(12, "9")) for p in prefixes))
    found = Region.objects.filter(within, valid_to__isnull=True).exclude(code__endswith=NO_VILLAGE)
    return list(found.order_by("code").values_list("code", flat=True))


def _spread(things: Sequence[str], most: int) -> list[str]:
    """At most so many of them, evenly spaced."""
    if len(things) <= most:
        return list(things)
    return [things[i * len(things) // most] for i in range(most)]


def _chosen(villages: Iterable[str]) -> tuple[dict[str, list[int]], int]:
    """For each village the subjects looked at, evenly spaced over names; and how many residents there are."""
    chosen, n_there = {}, 0
    for village in villages:
        ids = list(
            Subject.objects.filter(region=village, is_resident=True)
            .order_by("region", "name", "id")
            .values_list("id", flat=True)
        )
        n_there += len(ids)
        step = max(1, len(ids) // MOST_OF_A_VILLAGE)
        chosen[village] = ids[::step][:MOST_OF_A_VILLAGE]
    return chosen, n_there


def _documents(ids: Mapping[str, Sequence[int]]) -> Iterable[tuple[bool, PackedHoldings]]:
    """(is a household, what is held) of each chosen subject."""
    for village, chosen in ids.items():
        for start in range(0, len(chosen), _CHUNK):
            rows = Profile.objects.filter(region=village, subject_id__in=chosen[start : start + _CHUNK])
            found = list(rows.values_list("is_household", "document"))
            held = all_holdings_of(document for _, document in found)
            yield from zip((is_household for is_household, _ in found), held, strict=True)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was looked at: tallies by element key, members by membership, persons and households."""

    tallies: Mapping[str, _Tally]
    members: Counter[str]
    n_persons: int
    n_households: int


def _coverage(rows: Sequence[tuple[bool, PackedHoldings]], catalogue: Catalogue) -> dict[str, Coverage]:
    tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
    members: Counter[str] = Counter()
    for _, held in rows:
        for key, words in held.words.items():
            _, source, day, *_ = held.origins[words[1]]
            tally = tallies[key]
            tally.known += 1
            tally.sources[source] += 1
            tally.day = max(tally.day, day)
            if words[0] == YES:
                members[key] += 1
    n_households = sum(is_household for is_household, _ in rows)
    looked = _Looked(tallies, members, len(rows) - n_households, n_households)
    return {key: _told(tally, _out_of(key, looked, catalogue)) for key, tally in tallies.items()}


def _out_of(key: str, looked: _Looked, catalogue: Catalogue) -> int:
    """Of how many subjects the element could be known: of the members where only members have it."""
    n_known = looked.tallies[key].known
    element = catalogue.elements.get(key.partition("@")[0])
    if element is None:
        return max(looked.n_persons, n_known)
    if element.depends_on is not None and looked.members[element.depends_on]:
        return max(looked.members[element.depends_on], n_known)
    is_of_households = element.subject is SubjectKind.HOUSEHOLD
    return max(looked.n_households if is_of_households else looked.n_persons, n_known)


def _told(tally: _Tally, n_subjects: int) -> Coverage:
    names = [name for name, _ in tally.sources.most_common(2)]
    return Coverage("、".join(names), tally.day, tally.known, n_subjects)


def _village_words(villages: Sequence[str]) -> list[tuple[str, str, str, str]]:
    """Region, source, day and words of every living answer of these villages about themselves."""
    live = VillageStatement.objects.filter(
        source_import__region__in=villages, source_import__withdrawn_at=None
    )
    columns = ("source_import__region", "source_import__source", "source_import__day", "said")
    return list(live.values_list(*columns))


def _of_villages(rows: Sequence[tuple[str, str, str, str]], n_villages: int) -> dict[str, Coverage]:
    tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
    told: defaultdict[str, set[str]] = defaultdict(set)
    for region, source, day, said in rows:
        for key in json.loads(said):
            told[key].add(region)
            tallies[key].sources[source] += 1
            tallies[key].day = max(tallies[key].day, day)
    for key, regions in told.items():
        tallies[key].known = len(regions)
    return {key: _told(tally, n_villages) for key, tally in tallies.items()}
