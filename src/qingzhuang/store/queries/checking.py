"""What a notice is held against beside the register: how much is admitted, and whether that changed."""

from django.db.models import Count, Max, Q

from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Admission
from qingzhuang.store.roles import Right


def n_in_force(actor: Actor, *, on: str) -> int:
    """
    How many numbers count on an ISO day, emergencies among them.

    Raises:
        RefusedError: the actor may not check.
    """
    allow(actor, Right.CHECK)
    standing = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)
    return Admission.objects.filter(standing, starts_on__lte=on, ends_on__gte=on).count()


def register_mark(actor: Actor) -> tuple[object, ...]:
    """
    What changes whenever the register does: a reading of it with the same mark is still good.

    Raises:
        RefusedError: the actor may not check.
    """
    allow(actor, Right.CHECK)
    counts = Count("pk"), Count("withdrawn_on"), Count("regularised_at"), Max("admitted_at"), Max("pk")
    return tuple(Admission.objects.aggregate(*counts).values())
