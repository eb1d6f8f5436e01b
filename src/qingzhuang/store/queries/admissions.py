"""One number: what it is, how it stands, what became of it. Open to everybody."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from qingzhuang.engine.admit.numbers import Number, numbers_in, parse, references_in
from qingzhuang.engine.admit.standing import Admitted, standing
from qingzhuang.engine.admit.tidying import tidy
from qingzhuang.engine.admit.titles import is_same_title
from qingzhuang.engine.admit.wanted import n_data
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.admitted import admitted_of, application_of, prefixes_of
from qingzhuang.store.models import Admission, Region
from qingzhuang.store.signing import public_jwks, signing_key

_MOST_NUMBERS = 50  # of one text; a notice names one or two
_NO_VILLAGE = "000"  # the last three digits of a town or county (统计用区划代码)


@dataclass(frozen=True, slots=True)
class Place:
    """One prefix of a scope. name: of the village or town, "" if none is registered. n_villages: below it."""

    prefix: str
    name: str
    n_villages: int


@dataclass(frozen=True, slots=True)
class Record:
    """
    What the register holds of a number. n_asked, n_fields: columns of data asked for, columns admitted.

    hours_asked, hours: of a village each year, as the gate reckoned. purpose: what it is for. renews,
    renewed_by: the numbers before and after. landed, done, stopped: how many obligations.
    """

    admitted: Admitted
    office: str
    admitted_at: datetime
    regularised_at: datetime | None
    emergency_until: datetime | None
    why_withdrawn: str
    purpose: str
    n_asked: int
    n_fields: int
    hours_asked: float
    hours: float
    renews: Number | None
    renewed_by: Number | None
    landed: int
    done: int
    stopped: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was asked about, what the register holds of it (None nothing) and what is said."""

    asked: str
    admitted: Admitted | None
    problem: Problem
    is_good: bool


def admission(actor: Actor, *, number: Number) -> Record | None:  # noqa: ARG001 (open to all)
    """What the register holds of a number, None if it was never given."""
    row = _row(number)
    if row is None:
        return None
    words, decision = application_of(row), row.decision
    handed_in = from_document(json.loads(decision.submission.document))
    later = row.renewals.order_by("pk").last()
    obligations = row.obligations
    prefixes = prefixes_of(row)
    return Record(
        admitted=admitted_of(row, regions=prefixes),
        office=row.office,
        admitted_at=row.admitted_at,
        regularised_at=row.regularised_at,
        emergency_until=row.emergency_until,
        why_withdrawn=row.why_withdrawn,
        purpose=words.purpose,
        n_asked=n_data(handed_in),
        n_fields=len(words.fields),
        hours_asked=decision.hours_asked,
        hours=decision.hours,
        renews=_number(row.renews),
        renewed_by=_number(later),
        landed=obligations.count(),
        done=obligations.filter(done_at__isnull=False).count(),
        stopped=obligations.filter(stopped_at__isnull=False).count(),
        places=tuple(_place(prefix) for prefix in prefixes),
    )


def token_of(actor: Actor, *, number: Number) -> str:  # noqa: ARG001 (open to all)
    """The signed token of a number, "" if there is none. Whether it still counts, `check` says."""
    return (
        Admission.objects.filter(year=number.year, seq=number.seq).values_list("token", flat=True).first()
        or ""
    )


def jwks(actor: Actor) -> dict[str, Any]:  # noqa: ARG001 (open to all)
    """The public keys with which tokens are verified, as a JWK set."""
    return public_jwks(signing_key(settings.HOME))


def check_number(actor: Actor, *, text: str, on: str, region: str | None = None, asked: str = "") -> Checked:  # noqa: ARG001
    """
    How the number a person wrote stands. Rule R-GAT-08.

    Args:
        actor: anybody.
        text: the number in any spelling.
        on: instant with zone, or day (ISO).
        region: 12-digit code of the place it landed on, None for none.
        asked: title of what is demanded under it, "" for none.
    """
    number = parse(tidy(text))
    row = _row(number) if number else None
    if row is None:
        references = () if number else references_in(text)
        if references:
            return _reference(references[0])
        shown = str(number) if number else f"“{text.strip()[:40]}”"
        return Checked(shown, None, Problem(GateCode.UNKNOWN_NUMBER, {"number": shown}), False)
    found = admitted_of(row, regions=prefixes_of(row))
    stands = standing(found, on=on, region=region, asked=asked)
    return Checked(str(number), found, stands.problem, stands.is_good)


def check_text(actor: Actor, *, text: str, on: str, region: str | None = None) -> tuple[Checked, ...]:
    """
    How each number in a running text stands, in their order; of a text full of numbers, the first 50.

    Where only references of applications stand (ZR-2026-001), the first of them, and that it is none.
    """
    named = numbers_in(tidy(text))[:_MOST_NUMBERS]
    if not named:
        return tuple(map(_reference, references_in(text)[:1]))
    return tuple(check_number(actor, text=str(each), on=on, region=region) for each in named)


def check_title(actor: Actor, *, title: str, on: str, region: str | None = None) -> tuple[Checked, ...]:
    """How the numbers of this very title stand; one answer that says so where there is none."""
    rows = Admission.objects.order_by("-year", "-seq").values_list("year", "seq", "title")
    same = [Number(year, seq) for year, seq, known in rows.iterator() if is_same_title(title, known)]
    if not same:
        shown = title.strip()[:80]
        return (Checked(shown, None, Problem(GateCode.UNKNOWN_MATTER, {"asked": shown}), False),)
    return tuple(check_number(actor, text=str(number), on=on, region=region) for number in same[:20])


def _reference(reference: str) -> Checked:
    """That the reference of an application is no admission number. Rule R-NUM-14."""
    return Checked(reference, None, Problem(GateCode.ONLY_REFERENCE, {"reference": reference}), False)


def _row(number: Number) -> Admission | None:
    rows = Admission.objects.select_related("decision__submission", "renews").prefetch_related("regions")
    return rows.filter(year=number.year, seq=number.seq).first()


def _number(row: Admission | None) -> Number | None:
    return Number(row.year, row.seq) if row else None


def _place(prefix: str) -> Place:
    """The registered name of a prefix, and how many villages are below it now."""
    named = Region.objects.filter(code=prefix.ljust(12, "0"), valid_to__isnull=True).first()
    below = Region.objects.filter(
        code__gte=prefix.ljust(12, "0"), code__lte=prefix.ljust(12, "9"), valid_to__isnull=True
    )
    return Place(prefix, named.name if named else "", below.exclude(code__endswith=_NO_VILLAGE).count())
