"""One number in public: whether it counts, what became of it, its token and the keys that verify it."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from markupsafe import Markup

from qingzhuang.actions.admit.numbering import number_code, number_paper
from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, KIND_NAMES
from qingzhuang.engine.admit.lifetime import phase_of
from qingzhuang.engine.admit.numbers import HIGHEST, Number
from qingzhuang.engine.admit.standing import standing
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.admissions import Record, admission, jwks, token_of
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.register.phases import phase_context
from qingzhuang.web.pages.doors import page, public_page
from qingzhuang.web.rendering import shown


@public_page()
def check(request: HttpRequest, actor: Actor, year: int, seq: int) -> HttpResponse:
    """What a printed number is, read by whoever scans it: who, what, until when, which villages."""
    number = number_in(year, seq)
    record = admission(actor, number=number) if number else None
    if record is None:
        return shown(request, "register/unknown.html", {"asked": f"准入〔{year}〕{seq}号"[:40]}, status=404)
    return shown(request, "register/check.html", context_of(record))


@public_page()
def number_page(request: HttpRequest, actor: Actor, year: int, seq: int) -> HttpResponse:
    """The history of a number, and what those may do with it who sign or have it."""
    record = record_or_404(actor, year, seq)
    number = record.admitted.number
    return shown(
        request,
        "register/number.html",
        context_of(record)
        | {
            "code": Markup(number_code(actor, number=number)),  # noqa: S704 (drawn here, of numbers alone)
            "may_sign": actor.may(Right.SIGN),
            "is_mine": bool(actor.office) and actor.office == record.office and actor.may(Right.APPLY),
        },
    )


@public_page()
def token(request: HttpRequest, actor: Actor, year: int, seq: int) -> HttpResponse:
    """The signed token as a file, for systems that verify offline; none for a number that counts no more."""
    record = record_or_404(actor, year, seq)
    number = record.admitted.number
    stands = standing(record.admitted, on=timezone.localtime().isoformat(), region=None)
    if not stands.is_good:
        return shown(request, "errors/refused.html", {"sentence": stands.sentence}, status=410)
    response = HttpResponse(token_of(actor, number=number), content_type="application/jose")
    response["Content-Disposition"] = f'attachment; filename="{number.code}.jws"'
    return response


@page(Right.READ)
def block(request: HttpRequest, actor: Actor, year: int, seq: int) -> HttpResponse:
    """The block to print on the form, as PDF."""
    number = record_or_404(actor, year, seq).admitted.number
    response = HttpResponse(number_paper(actor, number=number), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{number.code}.pdf"'
    return response


@public_page()
def keys(request: HttpRequest, actor: Actor) -> JsonResponse:
    """The public keys as a JWK set (RFC 7517), where other systems look for them."""
    response = JsonResponse(jwks(actor))
    response["Content-Type"] = "application/jwk-set+json"
    response["Cache-Control"] = "public, max-age=3600"
    return response


def number_in(year: int, seq: int) -> Number | None:
    """The number of an address, None where no such number can be."""
    return Number(year, seq) if 2000 <= year <= 2099 and 1 <= seq <= HIGHEST else None


def record_or_404(actor: Actor, year: int, seq: int) -> Record:
    """
    What the register holds of a number.

    Raises:
        Http404: it was never given.
    """
    number = number_in(year, seq)
    record = admission(actor, number=number) if number else None
    if record is None:
        raise Http404
    return record


def context_of(record: Record) -> dict[str, object]:
    """What the pages of one number show."""
    matter = record.admitted
    stands = standing(matter, on=timezone.localtime().isoformat(), region=None)
    return phase_context() | {
        "record": record,
        "matter": matter,
        "number": str(matter.number),
        "at": {"year": matter.number.year, "seq": matter.number.seq},
        "stands": stands,
        "phase": phase_of(stands),
        "kind": KIND_NAMES[matter.kind],
        "frequency": FREQUENCY_NAMES[matter.frequency] if matter.frequency else "一次",
        "n_villages": sum(place.n_villages for place in record.places),
    }
