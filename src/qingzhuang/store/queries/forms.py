"""Forms that were sent out to a village."""

import zlib
from collections.abc import Collection
from dataclasses import dataclass

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import FormTemplate, SentForm
from qingzhuang.store.scopes import require


@dataclass(frozen=True, slots=True)
class Sent:
    """One form that was sent. likeness: which share of its prints stands in the file that came back."""

    template_id: int
    suffix: str
    issuer: str
    on: str
    after_import: int
    likeness: float


def sent_forms(actor: Actor, region: str, *, texts: Collection[str]) -> tuple[Sent, ...]:
    """
    The forms that were sent to a village, the likest first, of equals the last one sent; one per form.

    texts: of the file that came back, as `print_key` compares them.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, region)
    rows = SentForm.objects.filter(region=region).select_related("template").defer("template__content")
    found: dict[int, Sent] = {}
    for row in rows.order_by("-recorded_at", "-id"):
        prints = row.template.prints.split("\n")
        likeness = sum(each in texts for each in prints) / len(prints)
        one = Sent(row.template_id, row.template.suffix, row.issuer, row.on, row.after_import, likeness)
        found.setdefault(row.template_id, one)
    return tuple(sorted(found.values(), key=lambda each: -each.likeness))


def content_of(actor: Actor, region: str, template_id: int) -> bytes:
    """
    The bytes of an empty form that was sent to a village.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, region)
    found = FormTemplate.objects.filter(sent__region=region, pk=template_id).distinct().get()
    return zlib.decompress(bytes(found.content))
