"""Forms that were sent out to a village."""

import zlib
from collections.abc import Collection
from dataclasses import dataclass

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import FormTemplate, SentForm
from qingzhuang.store.scopes import require, within


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


@dataclass(frozen=True, slots=True)
class SentCopy:
    """
    One filling of a form for a village, as it can be made again. source: bytes of the empty form.

    who: criteria as typed, None for none. on: ISO day.
    """

    id: int
    region: str
    file_name: str
    title: str
    issuer: str
    who: str | None
    on: str
    source: bytes


def sent_copy(actor: Actor, sent_id: int) -> SentCopy:
    """
    One filling of a form.

    Raises:
        RefusedError: there is none of this number, or its village lies outside the actor's scopes.
    """
    rows = SentForm.objects.filter(within(actor), pk=sent_id).select_related("template")
    row = rows.first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    source = zlib.decompress(bytes(row.template.content))
    who = row.who or None
    return SentCopy(row.pk, row.region, row.file_name, row.template.title, row.issuer, who, row.on, source)


def sent_lately(actor: Actor, *, most: int = 10) -> tuple[SentForm, ...]:
    """The forms last filled for the actor's villages, the newest first; without their bytes."""
    rows = SentForm.objects.filter(within(actor)).select_related("template")
    return tuple(rows.defer("template__content", "template__prints").order_by("-recorded_at", "-id")[:most])
