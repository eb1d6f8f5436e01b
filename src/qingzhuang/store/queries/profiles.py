"""Published profiles: what filling reads."""

from collections.abc import Mapping

from qingzhuang.engine.know.profile import Holding, Profile
from qingzhuang.store import models
from qingzhuang.store.actors import Actor
from qingzhuang.store.documents import all_holdings_of, holdings_of
from qingzhuang.store.queries.villagewords import village_of
from qingzhuang.store.scopes import require


def profiles_of(actor: Actor, region: str) -> tuple[Profile, ...]:
    """
    Every person and household of the region, by subject id, one range of the clustered table; and the
    village itself, if it ever said something of itself.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, region)
    rows = models.Profile.objects.filter(region=region).order_by("region", "subject_id")
    columns = ("subject_id", "is_household", "household_id", "is_resident", "document")
    village = village_of(actor, region)
    found = list(rows.values_list(*columns))
    subjects = tuple(
        Profile(subject, is_household, region, household, holdings, is_resident)
        for (subject, is_household, household, is_resident, _), holdings in zip(
            found, all_holdings_of(document for *_, document in found), strict=True
        )
    )
    return (village, *subjects) if village.holdings else subjects


def holdings_about(actor: Actor, subject: models.Subject) -> Mapping[str, Holding]:
    """
    What holds for one person or household; empty where nothing is published.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, subject.region)
    found = models.Profile.objects.filter(region=subject.region, subject_id=subject.pk).values_list(
        "document", flat=True
    )
    return next((holdings_of(document) for document in found), {})
