"""What people do with villages."""

from django.db import transaction

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Region
from qingzhuang.store.scopes import check_region, require
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.villages import open_region


def open_village(actor: Actor, *, region: str, name: str, today: str) -> None:
    """
    Register a village, or give a registered one a new name.

    region: 12-digit 统计用区划代码. name: what 填报单位 will say. today: ISO day.

    Raises:
        RefusedError: not 12 digits, no name or one of more than 100 characters, outside the actor's scopes.
    """
    check_region(region)
    if not name.strip():
        raise RefusedError(Problem(ActionCode.NO_NAME))
    check_length(name.strip(), what="村名", model=Region, field="name")
    require(actor, region)
    with transaction.atomic():
        open_region(code=region, name=name.strip(), on=today)
        record(actor, action="organisations.open_village", object_=region, values={"name": name.strip()})
