"""What goes wrong, as JSON with a sentence: never a stack, never what was sent."""

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.engine.problems.standing import StandingCode
from qingzhuang.engine.problems.store import StoreCode

_NOT_THERE = (GateCode.UNKNOWN_NUMBER, StoreCode.NOT_THERE)


def refusal_of(problem: Problem) -> dict[str, str]:
    """A problem as the interface says it."""
    return {"code": problem.code.name.lower(), "sentence": problem.sentence}


def handle(api: NinjaAPI) -> None:
    """Have every mistake of a caller answered by this interface with 4xx and a sentence."""

    def answer(request: HttpRequest, problem: Problem, status: int) -> HttpResponse:
        return api.create_response(request, refusal_of(problem), status=status)

    @api.exception_handler(ValidationError)
    def _misread(request: HttpRequest, error: ValidationError) -> HttpResponse:
        places = sorted({_place(each["loc"]) for each in error.errors})
        return answer(request, Problem(GateCode.BAD_INPUT, {"place": "、".join(places[:5])}), 422)

    @api.exception_handler(HttpError)
    def _misshapen(request: HttpRequest, error: HttpError) -> HttpResponse:
        return answer(request, Problem(GateCode.BAD_REQUEST), error.status_code)

    @api.exception_handler(RequestDataTooBig)
    def _too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:  # noqa: ARG001
        return answer(request, Problem(FilesCode.BIG_UPLOAD), 413)

    @api.exception_handler(Http404)
    def _nowhere(request: HttpRequest, error: Http404) -> HttpResponse:  # noqa: ARG001
        return answer(request, Problem(StoreCode.NOT_THERE), 404)

    @api.exception_handler(RefusedError)
    def _refused(request: HttpRequest, error: RefusedError) -> HttpResponse:
        return answer(request, error.problem, _status(error.problem))


def _status(problem: Problem) -> int:
    """404 what is not there, 410 what counts no more, 422 all else."""
    if problem.code in _NOT_THERE:
        return 404
    return 410 if isinstance(problem.code, StandingCode) else 422


def _place(loc: object) -> str:
    """Which part of the request: the last name on the way to it; of a caller's own words nothing is said."""
    steps = [str(step) for step in loc] if isinstance(loc, tuple | list) else []
    known = [step for step in steps[1:] if step.isidentifier() and step.isascii()]
    return known[-1][:40] if known else "请求的内容"
