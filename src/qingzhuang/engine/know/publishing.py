"""From everything ever said of a subject to the one profile that is served."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.keys import BIRTH_DATE, ID_NUMBER, SEX
from qingzhuang.engine.know.derived import birth_claims, canonical_sex, sex_claims
from qingzhuang.engine.know.holding import hold
from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.engine.know.snapshots import Snapshot, implied_no
from qingzhuang.engine.values.domain import Domain, Kind
from qingzhuang.engine.values.identity import birth_date_of, sex_of

Claims = Mapping[str, Sequence[Claim]]  # fact key → every claim on it, in any order

_PLAIN = Domain(Kind.TEXT)


class Origin(Protocol):
    """Where words come from: a row of a sheet of an import. A `Claim` has all of it too."""

    @property
    def source(self) -> str:
        """Name of the source, or the answering village."""

    @property
    def day(self) -> str:
        """ISO day from which the source says it."""

    @property
    def import_id(self) -> int:
        """The import."""

    @property
    def sheet(self) -> str:
        """Name of the sheet."""

    @property
    def row(self) -> int:
        """Row of the sheet, from 1; 0: implied by a roster's end."""

    @property
    def is_village_answer(self) -> bool:
        """Whether the village answered it in a form."""


AnOrigin = TypeVar("AnOrigin", bound=Origin)


def only_word(said: Sequence[tuple[str, AnOrigin]]) -> tuple[str, AnOrigin] | None:
    """
    The word that holds where nothing has to be weighed: there is one, or one source's rows have one text.

    said: value and origin of every word on one key. None: `hold` decides. Where a word comes back, `hold`
    would have shown the same (R-KNW-03), at a tenth of the cost.
    """
    first = said[0]
    if len(said) == 1:
        return first
    value, source = first[0], first[1].source
    for text, origin in said:
        if text != value or origin.source != source or not origin.row or origin.is_village_answer:
            return None
    return min(said, key=lambda word: (word[1].day, word[1].import_id, word[1].sheet, word[1].row))


def lone_row(values: Mapping[str, str], *, sexes: Mapping[str, str]) -> Mapping[str, str] | None:
    """
    What holds for a person of whom one row alone speaks: its values, and what its numbers say (R-KNW-13).

    values: fact key → canonical value. sexes: see `sexes_of`. None: a number and the cell beside it differ,
    so that `hold` has to decide. No claim is made: this is how nearly all of a first import is published.
    """
    every: dict[str, str] | None = None
    for key, number in values.items():
        if not key.startswith(ID_NUMBER):
            continue
        element, at, role = key.partition("@")
        if element != ID_NUMBER:
            continue
        every = dict(values) if every is None else every
        for derived, value in ((BIRTH_DATE, birth_date_of(number)), (SEX, sexes[sex_of(number)])):
            if every.setdefault(derived + at + role, value) != value:
                return None
    return values if every is None else every


def sexes_of(catalogue: Catalogue) -> Mapping[str, str]:
    """The labels that the catalogue's own code list has for 男 and 女."""
    domain = domain_of(SEX, catalogue)
    return {sex: canonical_sex(sex, domain) for sex in ("男", "女")}


def domain_of(key: str, catalogue: Catalogue) -> Domain:
    """Value domain of a fact key; plain text for `label:…` and for elements the catalogue no longer has."""
    element = catalogue.elements.get(key.partition("@")[0])
    return _PLAIN if element is None else element.domain


def publish_person(
    subject_id: int,
    claims: Claims,
    *,
    catalogue: Catalogue,
    region: str,
    household_id: int | None = None,
    is_resident: bool = True,
    snapshots: Sequence[Snapshot] = (),
    spared: frozenset[int] = frozenset(),
) -> Profile:
    """
    The profile of one person: what holds for each key, with what follows from it.

    Birth date and sex are said along with the identity number (R-KNW-13); complete membership rosters say
    否 of residents they leave out (R-KNW-09). spared: see `implied_no`.
    """
    every = _with_derived(claims, domain_of(SEX, catalogue))
    if is_resident:
        for element in {each.element for each in snapshots}:
            said = every.get(element, ())
            no = implied_no(snapshots, said, element=element, region=region, spared=spared)
            if no:
                every[element] = (*said, *no)
    holdings = _hold_each(every, catalogue)
    return Profile(subject_id, False, region, household_id, holdings, is_resident)


def publish_household(
    subject_id: int,
    claims: Claims,
    *,
    catalogue: Catalogue,
    region: str,
) -> Profile:
    """The profile of one household: what holds for each key said of the household itself."""
    return Profile(subject_id, True, region, None, _hold_each(claims, catalogue))


def _with_derived(claims: Claims, sex: Domain) -> dict[str, Sequence[Claim]]:
    every = dict(claims)
    for key, said in claims.items():
        element, at, role = key.partition("@")
        if element != ID_NUMBER:
            continue
        for derived, more in ((BIRTH_DATE, birth_claims(said)), (SEX, sex_claims(said, sex))):
            every[derived + at + role] = (*claims.get(derived + at + role, ()), *more)
    return every


def _hold_each(claims: Claims, catalogue: Catalogue) -> dict[str, Holding]:
    """What holds for each key; the county's authorities go first (R-KNW-08)."""
    first = catalogue.authorities
    return {
        key: hold(said, domain_of(key, catalogue), authority=first.get(key.partition("@")[0], ()))
        for key, said in claims.items()
        if said
    }
