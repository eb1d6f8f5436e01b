"""The village book: the profiles of one region, ordered, with households and their members."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
    imports that are complete rosters of a membership, and so tell of some people only.
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
        profiles: persons and households of the region, in any order.
        catalogue: the elements.
        region: 12-digit code.
        name: the village's name as printed on forms.

    """
    everybody = tuple(sorted(profiles, key=lambda profile: profile.subject_id))
    residents = [p for p in everybody if not p.is_household and p.is_resident]
    households = {p.subject_id: p for p in everybody if p.is_household}
    family = _families(residents)
    places = {
        household: _household_place(household, households.get(household), family.get(household, ()))
        for household in {*households, *family}
    }
    ordered = sorted(residents, key=lambda person: _place(person, places))
    members = {household: tuple(sorted(own, key=_within)) for household, own in family.items()}
    known = [p for p in households.values() if p.subject_id in members or p.holdings]
    return VillageBook(
        region=region,
        name=name,
        catalogue=catalogue,
        people=tuple(ordered),
        households=tuple(sorted(known, key=lambda household: places[household.subject_id])),
        by_id={p.subject_id: p for p in everybody},
        members=members,
        keys=frozenset(key for profile in everybody for key in profile.holdings),
        shared=_shared(everybody),
        listed_by=_listed_by(everybody, catalogue),
        rosters=_rosters(everybody, catalogue),
        absent_heads={
            p.household_id: p
            for p in everybody
            if not p.is_household and not p.is_resident and p.household_id is not None
        },
    )


def held(profile: Profile, key: str) -> str:
    """The value a profile itself holds under this key; "" if there is none or sources disagree."""
    holding = profile.holdings.get(key)
    return "" if holding is None or holding.is_conflict else holding.claim.value


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key in which 2组 stands before 10组; empty text goes last."""
    parts = re.findall(r"\d+|\D+", text)
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts) or ((2, 0, ""),)


_SHARED_BY_ALL = ("place.province", "place.city", "place.county", "place.town")


def _shared(profiles: Iterable[Profile]) -> dict[str, Claim]:
    """What is the same for a whole village, however few say it: its town, county, city, province."""
    shared: dict[str, Claim] = {}
    disputed: set[str] = set()
    for profile in profiles:
        for key in _SHARED_BY_ALL:
            holding = profile.holdings.get(key)
            if holding is None:
                continue
            first = shared.setdefault(key, holding.claim)
            if holding.is_conflict or first.value != holding.claim.value:
                disputed.add(key)
    return {key: claim for key, claim in shared.items() if key not in disputed}


def _listed_by(profiles: Iterable[Profile], catalogue: Catalogue) -> dict[str, str]:
    """
    Labels that only the complete rosters of one membership tell: who is not on these has no such value.
    An implied 否 (row 0) shows which imports are such rosters. Rule R-FIL-68.
    """
    rosters: dict[str, set[int]] = {}
    tellers: dict[str, set[int]] = {}
    for profile in profiles:
        for key, holding in profile.holdings.items():
            if key.startswith(LABEL):
                tellers.setdefault(key, set()).add(holding.claim.import_id)
            elif holding.claim.row == 0 and holding.claim.value == "否" and _is_membership(key, catalogue):
                rosters.setdefault(key, set()).add(holding.claim.import_id)
    listed: dict[str, str] = {}
    for label, imports in tellers.items():
        found = [membership for membership, taken in rosters.items() if imports <= taken]
        if len(found) == 1:
            listed[label] = found[0]
    return listed


def _rosters(profiles: Iterable[Profile], catalogue: Catalogue) -> frozenset[int]:
    """Imports that are complete rosters of a membership: an implied 否 (row 0) shows them."""
    return frozenset(
        holding.claim.import_id
        for profile in profiles
        for key, holding in profile.holdings.items()
        if holding.claim.row == 0 and holding.claim.value == "否" and _is_membership(key, catalogue)
    )


def _is_membership(key: str, catalogue: Catalogue) -> bool:
    element = catalogue.elements.get(key)
    return element is not None and element.is_membership


_Natural = tuple[tuple[int, int, str], ...]
_Place = tuple[_Natural, _Natural, int]


def _families(residents: Iterable[Profile]) -> dict[int, tuple[Profile, ...]]:
    families: dict[int, tuple[Profile, ...]] = {}
    for person in residents:
        if person.household_id is not None:
            families[person.household_id] = (*families.get(person.household_id, ()), person)
    return families


def _household_place(number: int, household: Profile | None, members: tuple[Profile, ...]) -> _Place:
    """Group, household number, then as first seen. The group of one member places the whole household."""
    asked = ((household,) if household else ()) + members
    group = next((held(profile, GROUP) for profile in asked if held(profile, GROUP)), "")
    household_no = next((held(profile, HOUSEHOLD_NO) for profile in asked if held(profile, HOUSEHOLD_NO)), "")
    return natural(group), natural(household_no), number


def _within(person: Profile) -> tuple[int, int, int, int]:
    """Order inside a household: the head, then as first said."""
    said = [h.claim for key, h in person.holdings.items() if key in (NAME, ID_NUMBER)]
    first = min(((claim.import_id, claim.row) for claim in said), default=(0, 0))
    return (0 if is_head_relation(held(person, RELATION)) else 1, *first, person.subject_id)


def _place(person: Profile, places: Mapping[int, _Place]) -> tuple[_Place, tuple[int, int, int, int]]:
    if person.household_id is None:
        return (natural(held(person, GROUP)), natural(""), person.subject_id), _within(person)
    return places[person.household_id], _within(person)
