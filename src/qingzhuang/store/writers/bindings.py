"""Writing what was taught about labels."""

from django.utils import timezone

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import RememberedBinding


def remember(actor: Actor, *, issuer: str, path_key: str, element_key: str) -> None:
    """
    Remember a binding; a later one for the same issuer and path replaces it in what counts, not
    in the table.
    """
    RememberedBinding.objects.create(
        issuer=issuer,
        path_key=path_key,
        element_key=element_key,
        author=actor.name,
        recorded_at=timezone.now(),
    )
