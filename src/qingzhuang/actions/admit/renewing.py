"""Asking to go on with a number: a new application that brings evidence that its data were used."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import transaction

from qingzhuang.actions.admit.numbered import own_admission
from qingzhuang.engine.admit.lifetime import latest_end
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.files.intake.uploads import MOST_BYTES, harmless_name
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.admitted import application_of
from qingzhuang.store.models import Attachment
from qingzhuang.store.renewals import step_of
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.requests import add_attachment, open_request

_LEAST_WORDS = 10  # characters: “民政系统用了” names no use


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that the data were used: where and for what, in words, and a paper that shows it."""

    use: str
    file_name: str
    content: bytes


def renew_number(actor: Actor, *, number: Number, evidence: Evidence, today: str) -> int:
    """
    Begin the application that goes on from a number of one's own office; the number of the draft.

    It begins with the words admitted, from the day after the old one ends, for as long; the gate decides it
    as any other, and its number says which one it renews. Rule R-GAT-15. today: ISO day.

    Raises:
        RefusedError: no use is stated or no paper shows it, the number is another office's, it was withdrawn,
            or its renewal has begun already.
    """
    allow(actor, Right.APPLY)
    _check(evidence)
    with transaction.atomic():
        row = own_admission(actor, number)
        said = {"number": str(number)}
        if row.withdrawn_on is not None:
            raise RefusedError(Problem(GateCode.WITHDRAWN, said))
        waiting = Attachment.objects.filter(step=step_of(number), removed_at=None, request__closed_at=None)
        if row.renewals.exists() or waiting.exists():
            raise RefusedError(Problem(GateCode.RENEWED, said))
        starts = max(today, _day_after(row.ends_on))
        old = application_of(row)
        fresh = replace(old, starts_on=starts, ends_on=_as_long(row.starts_on, row.ends_on, starts))
        request = open_request(actor, replace(fresh, sharing=evidence.use.strip(), emergency="", leader=""))
        name = harmless_name(evidence.file_name)
        add_attachment(request, step=step_of(number), name=name, content=evidence.content)
        values: dict[str, object] = {"request": request.pk, "use": evidence.use.strip()[:500]}
        record(actor, action="admit.renew_number", object_=str(number), values=values)
    return request.pk


def _check(evidence: Evidence) -> None:
    if len(evidence.use.strip()) < _LEAST_WORDS or not evidence.content:
        raise RefusedError(Problem(GateCode.NO_USE))
    if len(evidence.content) > MOST_BYTES:
        raise RefusedError(Problem(FilesCode.BIG_UPLOAD))


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _as_long(first: str, last: str, starts: str) -> str:
    """The end of a term as long as the old one, from a new beginning."""
    days = date.fromisoformat(last) - date.fromisoformat(first)
    return min((date.fromisoformat(starts) + days).isoformat(), latest_end(starts))
