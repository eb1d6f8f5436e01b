"""Whether a number, a matter or a notice counts: asked by other systems, nobody signs in, nothing is kept."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.admissions import Checked, check_number, check_text, check_title
from qingzhuang.web.api import words

router = Router(tags=["查验"])


@router.post(
    "/check",
    response={200: words.Answer, 400: words.Refusal, 413: words.Refusal, 422: words.Refusal},
    summary="查验",
)
def check(request: HttpRequest, question: words.Question) -> dict[str, Any]:
    """How what is asked about stands now. What was sent is not written down."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = _found(actor, question, on=timezone.localtime().isoformat())
    return {
        "is_good": bool(found) and all(each.is_good for each in found),
        "results": [_checked(each) for each in found],
    }


def _found(actor: Actor, question: words.Question, *, on: str) -> tuple[Checked, ...]:
    """The number, in its matter's light; else the numbers of the text; else the matter by its name."""
    number, title, text = question.number.strip(), question.title.strip(), question.text.strip()
    if not (number or title or text):
        raise RefusedError(Problem(GateCode.NOTHING_ASKED))
    found: tuple[Checked, ...] = ()
    if number:
        found = (check_number(actor, text=number, on=on, region=question.region, asked=title),)
    found += check_text(actor, text=text, on=on, region=question.region) if text else ()
    if found:
        return found
    return check_title(actor, title=title or text.splitlines()[0], on=on, region=question.region)


def _checked(each: Checked) -> dict[str, Any]:
    matter = each.admitted
    return {
        "asked": each.asked,
        "number": str(matter.number) if matter else None,
        "title": matter.title if matter else None,
        "is_good": each.is_good,
        "code": each.problem.code.name.lower(),
        "sentence": each.problem.sentence,
    }
