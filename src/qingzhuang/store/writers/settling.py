"""What holds for every subject of a region, from the rows linked to it, ready to be written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.keys import BIRTH_DATE, HEAD_NAME, ID_NUMBER, NAME, SEX
from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.engine.know.publishing import lone_row, only_word, publish_household, publish_person, sexes_of
from qingzhuang.engine.know.snapshots import YES, Snapshot, covers
from qingzhuang.store.documents import document_of, document_of_row
from qingzhuang.store.rows import Row

# Subject → fact key → what holds; of the keys that were asked for.
Held = Mapping[int, Mapping[str, Holding]]
_WEIGHED = frozenset({ID_NUMBER, BIRTH_DATE, SEX})  # numbers speak of the others: every word counts


@dataclass(frozen=True, slots=True)
class Settled:
    """
    One subject as it will be served. household_id: of a person. name: of a household, its head's.

    Of name and id_number the value that holds, or the first of those in conflict, so that a person stays
    findable; "" if nothing is known.
    """

    subject_id: int
    is_household: bool
    household_id: int | None
    name: str
    id_number: str
    document: str
    is_resident: bool = True


@dataclass(slots=True)
class Village:
    """
    What settling needs beside the rows, and what it keeps beside the documents.

    keys: of which `held` shall tell what holds (memberships whose notes count people).
    """

    region: str
    catalogue: Catalogue
    snapshots: Sequence[Snapshot]
    keys: frozenset[str] = frozenset()
    held: dict[int, dict[str, Holding]] = field(default_factory=dict)

    def keep(self, subject_id: int, holdings: Mapping[str, Holding]) -> None:
        """Note what was asked for."""
        asked = {key: holdings[key] for key in self.keys if key in holdings}
        if asked:
            self.held[subject_id] = asked


def settle_households(subjects: Iterable[tuple[int | None, Row]], village: Village) -> Iterator[Settled]:
    """What holds for each household. subjects: each row with the household it speaks of."""
    for subject_id, rows in _by_subject(subjects).items():
        claims = _claims([(row.household, row) for row in rows], weighed=frozenset())
        profile = publish_household(subject_id, claims, catalogue=village.catalogue, region=village.region)
        village.keep(subject_id, profile.holdings)
        name = _value(profile, HEAD_NAME)
        yield Settled(subject_id, True, None, name, "", document_of(profile))


def settle_persons(
    subjects: Iterable[tuple[int | None, Row]],
    village: Village,
    *,
    homes: Mapping[int, int],
    spared: Mapping[int, frozenset[int]],
) -> Iterator[Settled]:
    """
    What holds for each person. homes: person → household; spared: see `implied_no`.

    Nearly everybody of a first import stands in one row; then what holds is that row, and no claim is made.
    """
    sexes = sexes_of(village.catalogue)
    rosters = [each for each in village.snapshots if covers(each.region, village.region)]
    for subject_id, rows in _by_subject(subjects).items():
        home, spares = homes.get(subject_id), spared.get(subject_id, frozenset())
        is_resident = _is_resident(rows, village.catalogue)
        if len(rows) == 1 and is_resident and _is_listed(rows[0], rosters, spares):
            values = lone_row(rows[0].person, sexes=sexes)
            if values is not None:
                yield _lone(subject_id, home, rows[0], values, village)
                continue
        weighed = _WEIGHED | {each.element for each in rosters}
        profile = publish_person(
            subject_id,
            _claims([(row.person, row) for row in rows], weighed=weighed),
            catalogue=village.catalogue,
            region=village.region,
            household_id=home,
            is_resident=is_resident,
            snapshots=rosters,
            spared=spares,
        )
        village.keep(subject_id, profile.holdings)
        name, number = _value(profile, NAME), _value(profile, ID_NUMBER)
        yield Settled(subject_id, False, home, name, number, document_of(profile), is_resident)


def _is_resident(rows: Sequence[Row], catalogue: Catalogue) -> bool:
    """Whether a row speaks of the person, or a list of members names him as the head. Rule R-KNW-16."""
    return any(not row.is_household_row or _names_member(row.person, catalogue) for row in rows)


def _names_member(values: Mapping[str, str], catalogue: Catalogue) -> bool:
    return any(
        value == YES and (element := catalogue.elements.get(key)) is not None and element.is_membership
        for key, value in values.items()
    )


def _lone(
    subject_id: int, home: int | None, row: Row, values: Mapping[str, str], village: Village
) -> Settled:
    """Somebody of whom one row alone speaks."""
    if not village.keys.isdisjoint(values):
        said = {key: Holding(row.claim(values[key])) for key in village.keys if key in values}
        village.keep(subject_id, said)
    name, number = values.get(NAME, ""), values.get(ID_NUMBER, "")
    return Settled(subject_id, False, home, name, number, document_of_row(row, values))


def _is_listed(row: Row, rosters: Sequence[Snapshot], spared: frozenset[int]) -> bool:
    """Whether no complete roster says 否 of the one this row speaks of."""
    return all(
        each.import_id in spared or (each.import_id == row.import_id and each.element in row.person)
        for each in rosters
    )


def _by_subject(subjects: Iterable[tuple[int | None, Row]]) -> dict[int, list[Row]]:
    """Subject → every row that speaks of it."""
    found: dict[int, list[Row]] = {}
    for subject_id, row in subjects:
        if subject_id is None:
            continue
        own = found.get(subject_id)
        if own is None:
            found[subject_id] = [row]
        else:
            own.append(row)
    return found


def _claims(
    said: Iterable[tuple[Mapping[str, str], Row]], *, weighed: frozenset[str]
) -> dict[str, list[Claim]]:
    """
    Fact key → the claims on it; only the one that holds where nothing has to be weighed.

    weighed: elements of which every claim is needed.
    """
    words: dict[str, list[tuple[str, Row]]] = {}
    for values, row in said:
        for key, value in values.items():
            own = words.get(key)
            if own is None:
                words[key] = [(value, row)]
            else:
                own.append((value, row))
    return {key: _own_claims(key, own, weighed) for key, own in words.items()}


def _own_claims(key: str, words: Sequence[tuple[str, Row]], weighed: frozenset[str]) -> list[Claim]:
    """The claims on one key."""
    only = only_word(words) if key.partition("@")[0] not in weighed and key not in weighed else None
    return [row.claim(value) for value, row in (words if only is None else (only,))]


def _value(profile: Profile, key: str) -> str:
    """The value that holds, or the first of those in conflict; "" if nothing is known."""
    holding = profile.holdings.get(key)
    return holding.claim.value if holding else ""
