"""The register and single numbers, to read."""

from typing import Annotated, Any, TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Path, Query, Router

from qingzhuang.engine.admit.lifetime import phase_of
from qingzhuang.engine.admit.numbers import HIGHEST, Number
from qingzhuang.engine.admit.standing import standing
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries import register as open_register
from qingzhuang.store.queries.admissions import Record, admission, jwks, token_of
from qingzhuang.web.api import words

router = Router(tags=["准入"])
Year = Annotated[int, Path(ge=2000, le=2099)]
Seq = Annotated[int, Path(ge=1, le=HIGHEST)]
Listed = TypeVar("Listed")
_REFUSED = {404: words.Refusal, 422: words.Refusal}


@router.get("/admissions", response={200: words.Lines, 422: words.Refusal}, summary="登记簿")
def list_admissions(request: HttpRequest, wanted: Query[words.Wanted]) -> dict[str, Any]:
    """Every number that was ever given, the newest first."""
    asked = open_register.Wanted(wanted.q, wanted.kind, wanted.office, wanted.phase)
    lines = open_register.register(_actor(request), on=_now(), wanted=asked)
    return _page([_line(line) for line in _cut(lines, wanted)], len(lines), wanted)


@router.get("/admissions/{year}/{seq}", response={200: words.Whole, **_REFUSED}, summary="一个号")
def get_admission(request: HttpRequest, year: Year, seq: Seq) -> dict[str, Any]:
    """Everything the register holds of a number."""
    return _whole(_record(request, Number(year, seq)))


@router.get(
    "/admissions/{year}/{seq}/token",
    response={200: words.Token, 410: words.Refusal, **_REFUSED},
    summary="签名凭证",
)
def get_token(request: HttpRequest, year: Year, seq: Seq) -> dict[str, Any]:
    """The token of a number that counts; 410 for one that does not."""
    number = Number(year, seq)
    stands = standing(_record(request, number).admitted, on=_now(), region=None)
    if not stands.is_good:
        raise RefusedError(stands.problem)
    return {"number": str(number), "token": token_of(_actor(request), number=number)}


@router.get("/matters", response={200: words.Matters, 422: words.Refusal}, summary="事项总册")
def list_matters(request: HttpRequest, wanted: Query[words.WantedMatters]) -> dict[str, Any]:
    """Everything villages are asked for now, of any kind."""
    today = timezone.localdate().isoformat()
    found = open_register.matters_kept(_actor(request), on=today, kind=wanted.kind)
    return _page([_matter(each) for each in _cut(found, wanted)], len(found), wanted)


@router.get("/jwks", response=words.Keys, summary="公钥")
def get_keys(request: HttpRequest) -> dict[str, Any]:
    """The public keys that verify tokens; also at /.well-known/jwks.json."""
    return jwks(_actor(request))


def _cut(found: tuple[Listed, ...], wanted: words.Pages) -> tuple[Listed, ...]:
    return found[(wanted.page - 1) * wanted.size : wanted.page * wanted.size]


def _page(items: list[dict[str, Any]], total: int, wanted: words.Pages) -> dict[str, Any]:
    return {"items": items, "total": total, "page": wanted.page, "size": wanted.size}


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def _now() -> str:
    return timezone.localtime().isoformat()


def _record(request: HttpRequest, number: Number) -> Record:
    record = admission(_actor(request), number=number)
    if record is None:
        raise RefusedError(Problem(GateCode.UNKNOWN_NUMBER, {"number": str(number)}))
    return record


def _address(number: Number) -> str:
    return settings.PUBLIC_ADDRESS + reverse("check", kwargs={"year": number.year, "seq": number.seq})


def _line(line: open_register.Line) -> dict[str, Any]:
    return {
        "number": str(line.number),
        "year": line.number.year,
        "seq": line.number.seq,
        "title": line.title,
        "kind": line.kind,
        "office": line.office,
        "issuer": line.issuer,
        "frequency": line.frequency,
        "starts_on": line.starts_on,
        "ends_on": line.ends_on,
        "withdrawn_on": line.withdrawn_on or None,
        "phase": line.phase,
        "is_good": line.is_good,
        "sentence": line.sentence,
        "check_address": _address(line.number),
    }


def _whole(record: Record) -> dict[str, Any]:
    matter = record.admitted
    stands = standing(matter, on=_now(), region=None)
    return {
        "number": str(matter.number),
        "year": matter.number.year,
        "seq": matter.number.seq,
        "title": matter.title,
        "kind": matter.kind,
        "office": record.office,
        "issuer": matter.issuer,
        "frequency": matter.frequency,
        "starts_on": matter.starts_on,
        "ends_on": matter.ends_on,
        "withdrawn_on": matter.withdrawn_on or None,
        "phase": phase_of(stands),
        "is_good": stands.is_good,
        "sentence": stands.sentence,
        "check_address": _address(matter.number),
        "basis": matter.basis,
        "scope": list(matter.regions),
        "fields": list(matter.fields),
        "n_asked": record.n_asked,
        "admitted_on": timezone.localtime(record.admitted_at).date().isoformat(),
        "why_withdrawn": record.why_withdrawn,
        "renews": str(record.renews) if record.renews else None,
        "renewed_by": str(record.renewed_by) if record.renewed_by else None,
    }


def _matter(each: open_register.KeptMatter) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "name": each.name,
        "issuer": each.issuer,
        "frequency": each.frequency,
        "basis": each.basis,
        "number": each.number or None,
        "started_on": each.started_on,
        "ended_on": each.ended_on or None,
        "why_ended": each.why_ended,
    }
