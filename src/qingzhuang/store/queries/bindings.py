"""Remembered bindings: what people taught about labels."""

from qingzhuang.engine.read.match import Memory
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import has_house
from qingzhuang.store.models import RememberedBinding

# Two issuers that agree make a binding good for every form (FORMS.md §6.2); one that differs takes it back.
_AGREEING_ISSUERS = 2


def memory_for(actor: Actor, issuer: str = "") -> Memory:  # noqa: ARG001 (labels belong to no region; every actor may)
    """
    Normalised path → element key, for forms of this issuer.

    The issuer's own bindings, and those on which two issuers agree and none differs. issuer "":
    only the latter.
    """
    if not has_house():
        return {}
    latest: dict[str, dict[str, str]] = {}
    rows = RememberedBinding.objects.order_by("recorded_at", "id").values_list(
        "path_key", "issuer", "element_key"
    )
    for path_key, of_issuer, element_key in rows:
        latest.setdefault(path_key, {})[of_issuer] = element_key
    memory = {path_key: _widened(by_issuer) for path_key, by_issuer in latest.items()}
    own = {path_key: by_issuer.get(issuer) for path_key, by_issuer in latest.items()}
    return {path_key: element for path_key, element in (memory | _told(own)).items() if element is not None}


def _widened(by_issuer: dict[str, str]) -> str | None:
    """The element that two issuers agree on and none contradicts; None otherwise."""
    elements = set(by_issuer.values())
    return elements.pop() if len(elements) == 1 and len(by_issuer) >= _AGREEING_ISSUERS else None


def _told(own: dict[str, str | None]) -> dict[str, str | None]:
    """What the issuer itself said, without the paths it never spoke of."""
    return {path_key: element for path_key, element in own.items() if element is not None}
