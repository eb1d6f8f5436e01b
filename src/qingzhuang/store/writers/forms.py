"""Remembering which forms were sent out, so that they are known again when they come back (R-RET-01)."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Max
from django.utils import timezone

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import FormTemplate, Import, SentForm

_QUICK = 1  # zlib's fastest level: a form is deflated already


@dataclass(frozen=True, slots=True)
class Sending:
    """
    A form as it is filled. source: bytes of the empty form. prints: what is printed in it, as compared.
    who: criteria as typed, "" for none. on: ISO day.
    """

    file_name: str
    suffix: str
    title: str
    source: bytes
    prints: Iterable[str]
    issuer: str
    who: str
    on: str


def remember_sent_one(actor: Actor, *, region: str, sending: Sending) -> int:
    """As `remember_sent`, for one village; the number under which this filling is found again."""
    remember_sent(actor, regions=[region], sending=sending)
    sha256 = hashlib.sha256(sending.source).hexdigest()
    row = SentForm.objects.get(region=region, template__sha256=sha256, who=sending.who, on=sending.on)
    return row.pk


def remember_sent(actor: Actor, *, regions: Sequence[str], sending: Sending) -> None:
    """Remember that this form is filled for these villages now. Call inside the action's transaction."""
    template = _template(sending)
    after = Import.objects.aggregate(last=Max("id"))["last"] or 0
    now = timezone.now()
    SentForm.objects.bulk_create(
        [
            SentForm(
                region=region,
                template=template,
                file_name=sending.file_name[:255],
                issuer=sending.issuer[:200],
                who=sending.who,
                on=sending.on,
                after_import=after,
                author=actor.name,
                recorded_at=now,
            )
            for region in regions
        ],
        update_conflicts=True,
        unique_fields=["region", "template", "who", "on"],
        update_fields=["file_name", "issuer", "after_import", "author", "recorded_at"],
    )


def _template(sending: Sending) -> FormTemplate:
    """The form's row, written the first time."""
    return keep_template(
        source=sending.source, suffix=sending.suffix, title=sending.title, prints=sending.prints
    )


def keep_template(*, source: bytes, suffix: str, title: str, prints: Iterable[str]) -> FormTemplate:
    """
    The row of an empty form, written the first time these bytes are seen. Call inside a transaction.

    source: the form's bytes. prints: what is printed in it, as compared.
    """
    sha256 = hashlib.sha256(source).hexdigest()
    found = FormTemplate.objects.filter(sha256=sha256).only("id").first()
    if found is not None:
        return found
    return FormTemplate.objects.create(
        sha256=sha256,
        suffix=suffix[:10],
        title=title,
        prints="\n".join(sorted(set(prints))),
        content=zlib.compress(source, _QUICK),
    )
