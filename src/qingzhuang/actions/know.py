"""Asking where a value is from."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.fill.explaining import Derived, derived
from qingzhuang.engine.fill.village import VillageBook, open_book
from qingzhuang.engine.fill.villagekeys import is_under, shown_label
from qingzhuang.engine.know.profile import Claim, Holding
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.models import Import, Subject
from qingzhuang.store.naming import element_key
from qingzhuang.store.queries.imports import imports_by_id
from qingzhuang.store.queries.organisations import village_name, villages_called
from qingzhuang.store.queries.profiles import holdings_about, profiles_of
from qingzhuang.store.queries.statements import rows_about, subjects_called
from qingzhuang.store.queries.villagewords import village_claims, village_of
from qingzhuang.store.writers.journal import record


@dataclass(frozen=True, slots=True)
class Told:
    """One source's word with the import it came by."""

    claim: Claim
    source_import: Import


@dataclass(frozen=True, slots=True)
class Explanation:
    """
    What one person's value rests on.

    key: the fact key asked for. element: its Chinese name. holding: what holds, None: nobody said
    anything; its rivals are the other words of a conflict. told: every word ever said that still
    counts, oldest first. follows: what follows from other values where nobody said anything.
    """

    subject: Subject
    key: str
    element: str
    holding: Holding | None
    told: tuple[Told, ...]
    follows: Derived | None = None


def explain(
    actor: Actor, *, person: str, element: str, region: str | None = None, on: str | None = None
) -> tuple[Explanation, ...]:
    """
    Where a value is from, for everybody in scope who is called so; one line in the journal.

    person: name or ID number; or the name of a village, for what it said of itself under this label.
    element: code or Chinese label. region: only people of this village.
    on: ISO day for what depends on the day (年龄) and for all that follows from other values; None: only
    what was said.

    Raises:
        RefusedError: nobody of that name, an element nobody knows, a region out of scope.
    """
    catalogue = load_catalogue(county_catalogue())
    with transaction.atomic():
        found = _of_villages(actor, person.strip(), element, region=region)
        if not found:
            key = element_key(element, catalogue=catalogue)
            subjects = subjects_called(actor, person.strip(), region=region)
            if not subjects:
                raise RefusedError(Problem(ActionCode.NOBODY, {"person": person}))
            found = tuple(_explain(actor, subject, key, catalogue=catalogue, on=on) for subject in subjects)
        record(
            actor,
            action="know.explain",
            object_=found[0].key,
            values={"subjects": [each.subject.pk or each.subject.region for each in found]},
        )
    return found


def _of_villages(actor: Actor, village: str, label: str, *, region: str | None) -> tuple[Explanation, ...]:
    """What villages of this name said of themselves under a label, in any unit and period (R-RET-45)."""
    found: list[Explanation] = []
    for code in villages_called(actor, village, region=region):
        holdings = village_of(actor, code).holdings
        claims = village_claims(actor, code)
        imports = imports_by_id(actor, {one.import_id for own in claims.values() for one in own})
        itself = Subject(region=code, name=village, is_household=False)
        for key in (key for key in claims if is_under(key, label)):
            told = tuple(Told(claim, imports[claim.import_id]) for claim in claims[key])
            found.append(Explanation(itself, key, shown_label(key), holdings[key], told))
    return tuple(found)


def _explain(
    actor: Actor, subject: Subject, key: str, *, catalogue: Catalogue, on: str | None
) -> Explanation:
    """What one person's value rests on; house and land facts rest on the household's."""
    whose = _whose(subject, key, catalogue)
    holding = holdings_about(actor, whose).get(key)
    follows = None
    if holding is None and on is not None:
        follows = derived(_book(actor, subject.region, catalogue), subject.pk, key, on=on)
    rows = rows_about(actor, whose)
    claims = [
        row.claim(values[key])
        for row in rows
        if key in (values := row.household if whose.is_household else {**row.household, **row.person})
    ]
    more = (*_held(holding), *((follows.claim,) if follows and follows.claim else ()))
    claims += [claim for claim in more if claim not in claims]
    claims.sort(key=lambda claim: (claim.day, claim.import_id, claim.sheet, claim.row))
    imports = imports_by_id(actor, {claim.import_id for claim in claims})
    told = tuple(Told(claim, imports[claim.import_id]) for claim in claims)
    return Explanation(subject, key, catalogue[key].name, holding, told, follows)


def _book(actor: Actor, region: str, catalogue: Catalogue) -> VillageBook:
    """All that is known of the village, as a form would be filled from it."""
    name = village_name(actor, region) or ""
    return open_book(profiles_of(actor, region), catalogue=catalogue, region=region, name=name)


def _held(holding: Holding | None) -> Sequence[Claim]:
    """
    What holds and its rivals: words that no row says (implied 否, sex out of the ID number)
    stand only there.
    """
    return () if holding is None else (holding.claim, *holding.rivals)


def _whose(subject: Subject, key: str, catalogue: Catalogue) -> Subject:
    """The person, or the household for what belongs to a household."""
    of_household = catalogue[key].subject is SubjectKind.HOUSEHOLD
    return subject.household if of_household and subject.household else subject
