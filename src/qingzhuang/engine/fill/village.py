"""The village book: the profiles of one region, ordered, with households and their members."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter, itemgetter

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.keys import (
    GROUP,
    HEAD_ID_NUMBER,
    HEAD_NAME,
    HOUSEHOLD_NO,
    ID_NUMBER,
    LABEL,
    NAME,
    RELATION,
    is_head_relation,
)
from qingzhuang.engine.know.packed import PackedHoldings, Words, packed, plain_value
from qingzhuang.engine.know.profile import Claim, Profile


@dataclass(frozen=True, slots=True)
class VillageBook:
    """
    What is known of one village.

    people: residents in household order (group, household number, head first, then as first said).
    households: those with at least one resident or holding, in the same order. members: household's
    subject id → its residents, head first. name: of the village, as given by --name. keys: all that anybody
    holds. shared: 乡镇, 县 and the like, where all who say it say the same. listed_by: label outside the
    catalogue → the membership whose complete rosters alone tell it. absent_heads: household's
    subject id → the head who is no resident: only a list of households names him (R-KNW-16). rosters:
    imports that are complete rosters of a membership, and so tell of some people only. village: what the
    village said of itself, None if nothing.
    """

    region: str
    name: str
    catalogue: Catalogue
    people: tuple[Profile, ...]
    households: tuple[Profile, ...]
    by_id: Mapping[int, Profile]
    members: Mapping[int, tuple[Profile, ...]]
    keys: frozenset[str]
    shared: Mapping[str, Claim]
    listed_by: Mapping[str, str]
    absent_heads: Mapping[int, Profile]
    rosters: frozenset[int] = frozenset()
    village: Profile | None = None
    _heads: dict[int, Profile | None] = field(default_factory=dict, init=False, compare=False, repr=False)

    def household_of(self, subject: Profile) -> Profile | None:
        """The household of a person; a household itself; None where it is not known."""
        if subject.is_household:
            return subject
        if subject.household_id is None:
            return None
        return self.by_id.get(subject.household_id)

    def members_of(self, subject: Profile) -> tuple[Profile, ...]:
        """Residents of the subject's household, head first; the person alone where no household is known."""
        household = self.household_of(subject)
        if household is None:
            return (subject,)
        return self.members.get(household.subject_id, ())

    def head_of(self, subject: Profile) -> Profile | None:
        """The one resident who is 户主 of the subject's household; None where nobody or two say so."""
        home = subject.subject_id if subject.is_household else subject.household_id
        if home is None or home not in self.by_id:  # no household is known: nobody to share the answer with
            return self._head_of(subject)
        if home not in self._heads:
            self._heads[home] = self._head_of(subject)
        return self._heads[home]

    def _head_of(self, subject: Profile) -> Profile | None:
        members = self.members_of(subject)
        heads = [member for member in members if is_head_relation(held(member, RELATION))]
        if len(heads) == 1:
            return heads[0]
        if heads:
            return None
        household = self.household_of(subject)
        absent = None if members or household is None else self.absent_heads.get(household.subject_id)
        return absent or self._named_head(subject, members)

    def _named_head(self, subject: Profile, members: tuple[Profile, ...]) -> Profile | None:
        """The member who carries the head's ID number, else the only one who carries the head's name."""
        household = self.household_of(subject)
        if household is None:
            return None
        for own, heads in ((ID_NUMBER, HEAD_ID_NUMBER), (NAME, HEAD_NAME)):
            wanted = held(household, heads)
            found = [member for member in members if wanted and held(member, own) == wanted]
            if len(found) == 1:
                return found[0]
        return None


def open_book(profiles: Iterable[Profile], *, catalogue: Catalogue, region: str, name: str) -> VillageBook:
    """
    The village book of these profiles.

    Args:
        profiles: persons, households and perhaps the village itself, of one region, in any order.
        catalogue: the elements.
        region: 12-digit code.
        name: the village's name as printed on forms.

    """
    every = tuple(sorted(profiles, key=attrgetter("subject_id")))
    everybody = tuple(p for p in every if not p.is_village)
    told = [packed(profile.holdings) for profile in everybody]
    residents = [p for p in everybody if not p.is_household and p.is_resident]
    households = {p.subject_id: p for p in everybody if p.is_household}
    members = _families(residents)
    places = {
        household: _household_place(household, households.get(household), members.get(household, ()))
        for household in {*households, *members}
    }
    keys: frozenset[str] = frozenset().union(*(one.words for one in told))
    known = [p for p in households.values() if p.subject_id in members or p.holdings]
    rosters = _rosters_by_membership(told, keys, catalogue)
    return VillageBook(
        region=region,
        name=name,
        catalogue=catalogue,
        people=_in_order(residents, members, places),
        households=tuple(sorted(known, key=lambda household: places[household.subject_id])),
        by_id={p.subject_id: p for p in everybody},
        members=members,
        keys=keys,
        shared=_shared(told, keys),
        listed_by=_listed_by(told, keys, rosters),
        rosters=frozenset().union(*rosters.values()),
        village=next((p for p in every if p.is_village), None),
        absent_heads={
            p.household_id: p
            for p in everybody
            if not p.is_household and not p.is_resident and p.household_id is not None
        },
    )


def held(profile: Profile, key: str) -> str:
    """The value a profile itself holds under this key; "" if there is none or sources disagree."""
    return plain_value(packed(profile.holdings).words, key) or ""


@lru_cache(maxsize=16_384)  # groups and household numbers, of which a county has few
def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key in which 2组 stands before 10组; empty text goes last."""
    parts = re.findall(r"\d+|\D+", text)
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts) or ((2, 0, ""),)


_SHARED_BY_ALL = ("place.province", "place.city", "place.county", "place.town")


def _shared(told: Sequence[PackedHoldings], keys: frozenset[str]) -> dict[str, Claim]:
    """What is the same for a whole village, however few say it: its town, county, city, province."""
    shared: dict[str, Claim] = {}
    for key in _SHARED_BY_ALL:
        if key in keys:
            own = [one for one in told if key in one.words]
            if len({one.words[key][0] for one in own}) == 1 and all(len(one.words[key]) == 2 for one in own):
                shared[key] = own[0][key].claim
    return shared


def _rosters_by_membership(
    told: Iterable[PackedHoldings], keys: frozenset[str], catalogue: Catalogue
) -> dict[str, set[int]]:
    """Imports that are complete rosters of a membership: an implied 否 (row 0) shows them."""
    rosters: dict[str, set[int]] = {}
    for key in keys:
        element = catalogue.elements.get(key)
        if element is None or not element.is_membership:
            continue
        origins = (_origin_of_no(one, one.words[key]) for one in told if key in one.words)
        rosters[key] = {import_id for import_id in origins if import_id is not None}
    return rosters


def _origin_of_no(one: PackedHoldings, words: Words) -> int | None:
    """The import by which somebody is no member because its roster does not name him."""
    if words[0] != "否":
        return None
    origin = one.origins[words[1]]
    return origin[0] if origin[4] == 0 else None


def _listed_by(
    told: Sequence[PackedHoldings], keys: frozenset[str], rosters: Mapping[str, set[int]]
) -> dict[str, str]:
    """
    Labels that only the complete rosters of one membership tell: who is not on these has no such value.
    Rule R-FIL-68.
    """
    listed: dict[str, str] = {}
    for label in (key for key in keys if key.startswith(LABEL)):
        imports = {one.origins[one.words[label][1]][0] for one in told if label in one.words}
        found = [membership for membership, taken in rosters.items() if taken and imports <= taken]
        if len(found) == 1:
            listed[label] = found[0]
    return listed


_Natural = tuple[tuple[int, int, str], ...]
_Place = tuple[_Natural, _Natural, int]


def _families(residents: Iterable[Profile]) -> dict[int, tuple[Profile, ...]]:
    """The residents of each household, head first."""
    families: dict[int, list[Profile]] = {}
    for person in residents:
        if person.household_id is not None:
            families.setdefault(person.household_id, []).append(person)
    return {household: tuple(sorted(own, key=_within)) for household, own in families.items()}


def _in_order(
    residents: Iterable[Profile], members: Mapping[int, tuple[Profile, ...]], places: Mapping[int, _Place]
) -> tuple[Profile, ...]:
    """Household by household, head first; who has no household stands as one of his own."""
    homes = [(places[household], own) for household, own in members.items()]
    alone = (person for person in residents if person.household_id is None)
    homes += [((natural(held(p, GROUP)), natural(""), p.subject_id), (p,)) for p in alone]
    homes.sort(key=itemgetter(0))
    return tuple(person for _, own in homes for person in own)


def _household_place(number: int, household: Profile | None, members: tuple[Profile, ...]) -> _Place:
    """Group, household number, then as first seen. The group of one member places the whole household."""
    first_seen = sorted(members, key=attrgetter("subject_id"))
    asked = (household, *first_seen) if household else tuple(first_seen)
    group = next((group for profile in asked if (group := held(profile, GROUP))), "")
    household_no = next((own for profile in asked if (own := held(profile, HOUSEHOLD_NO))), "")
    return natural(group), natural(household_no), number


def _within(person: Profile) -> tuple[int, int, int, int]:
    """Order inside a household: the head, then as first said."""
    own = packed(person.holdings)
    origins = [own.origins[own.words[key][1]] for key in (NAME, ID_NUMBER) if key in own.words]
    first = min(((origin[0], origin[4]) for origin in origins), default=(0, 0))
    return (0 if is_head_relation(held(person, RELATION)) else 1, *first, person.subject_id)
