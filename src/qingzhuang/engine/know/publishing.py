"""From everything ever said of a subject to the one profile that is served."""

from collections.abc import Mapping, Sequence

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.keys import BIRTH_DATE, ID_NUMBER, SEX
from qingzhuang.engine.know.derived import birth_claims, sex_claims
from qingzhuang.engine.know.holding import hold
from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.engine.know.snapshots import Snapshot, implied_no
from qingzhuang.engine.values.domain import Domain, Kind

Claims = Mapping[str, Sequence[Claim]]  # fact key → every claim on it, in any order
Authorities = Mapping[str, Sequence[str]]  # element code → sources that go first

_PLAIN = Domain(Kind.TEXT)


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
    authorities: Authorities | None = None,
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
    holdings = _hold_each(every, catalogue, authorities or {})
    return Profile(subject_id, False, region, household_id, holdings, is_resident)


def publish_household(
    subject_id: int,
    claims: Claims,
    *,
    catalogue: Catalogue,
    region: str,
    authorities: Authorities | None = None,
) -> Profile:
    """The profile of one household: what holds for each key said of the household itself."""
    return Profile(subject_id, True, region, None, _hold_each(claims, catalogue, authorities or {}))


def _with_derived(claims: Claims, sex: Domain) -> dict[str, Sequence[Claim]]:
    every = dict(claims)
    for key, said in claims.items():
        element, at, role = key.partition("@")
        if element != ID_NUMBER:
            continue
        for derived, more in ((BIRTH_DATE, birth_claims(said)), (SEX, sex_claims(said, sex))):
            every[derived + at + role] = (*claims.get(derived + at + role, ()), *more)
    return every


def _hold_each(claims: Claims, catalogue: Catalogue, authorities: Authorities) -> dict[str, Holding]:
    return {
        key: hold(said, domain_of(key, catalogue), authority=authorities.get(key.partition("@")[0], ()))
        for key, said in claims.items()
        if said
    }
