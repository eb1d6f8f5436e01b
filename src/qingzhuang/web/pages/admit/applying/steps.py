"""One step of an application: what is asked, what was typed, and its papers."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from qingzhuang.actions.admit.drafting import EVERYWHERE, NAMED, TOWNS, attach, detach, save_step
from qingzhuang.engine.admit.domain import EXTRA_NAMES, FREQUENCY_NAMES, Application, Kind
from qingzhuang.engine.admit.lifetime import latest_end
from qingzhuang.engine.admit.steps import WITH_FORM, Step, is_answered, lacks_of, step_name
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.regions import villages_in
from qingzhuang.store.queries.requests import OwnRequest, Reach, paper_of, reach_of, request_of
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.applying.desk import desk_address, step_address
from qingzhuang.web.pages.admit.applying.duties import look_address, looked_up, with_line
from qingzhuang.web.pages.admit.applying.showing import LIST_CLASSES, standing_of
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.fill.forms import attachment
from qingzhuang.web.rendering import say_next, shown

FREQUENCIES: dict[str, str] = {"": "请选", **{each.value: words for each, words in FREQUENCY_NAMES.items()}}
EXTRAS: dict[str, str] = {each.value: words for each, words in EXTRA_NAMES.items()}
_WITH_PAPERS = (Step.BASIS, Step.SUPPORT)
_TOWN = 9


@page(Right.APPLY, posts=True)
def application_step(request: HttpRequest, actor: Actor, request_id: int, step: str) -> HttpResponse:
    """One step: asked, kept as far as it was typed, asked again where something cannot be read."""
    own = request_of(actor, request_id)
    if step not in set(Step):
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    if not own.is_open:
        return HttpResponseRedirect(desk_address(request_id))
    if request.method != "POST":
        return _asked(request, actor, own, Step(step))
    typed = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    try:
        mistakes = save_step(
            actor, request_id=request_id, step=Step(step), typed=with_line(typed), today=today()
        )
    except RefusedError as refusal:
        return _asked(request, actor, own, Step(step), refused=refusal.problem.sentence)
    if mistakes:
        return _asked(request, actor, request_of(actor, request_id), Step(step), mistakes=mistakes)
    return HttpResponseRedirect(_onward(request, actor, request_id, Step(step)))


def _onward(request: HttpRequest, actor: Actor, request_id: int, step: Step) -> str:
    """Where one goes after a step: the next one that is not answered, else the application."""
    if step is Step.BASIS and (search := look_address(request, request_id)):
        return search
    saved = request_of(actor, request_id).application
    left = lacks_of(saved, step)
    if request.POST.get("then") == "desk" or left:
        missing = "、".join(lack.words for lack in left)
        say_next(request, f"存好了，这一步还差：{missing}。" if left else "存好了。")
        return desk_address(request_id)
    say_next(request, f"“{step_name(step, saved.kind)}”填好了。")
    later = [each for each in Step if not is_answered(saved, each)]
    return step_address(request_id, later[0]) if later else desk_address(request_id)


def _asked(
    request: HttpRequest,
    actor: Actor,
    own: OwnRequest,
    step: Step,
    *,
    mistakes: Mapping[str, Problem] | None = None,
    refused: str = "",
) -> HttpResponse:
    said = {name: problem.sentence for name, problem in (mistakes or {}).items()}
    problems = [refused] if refused else list(said.values())
    application = own.application
    context = {
        "own": own,
        "step": step,
        "name": step_name(step, application.kind),
        "number": list(Step).index(step) + 1,
        "kind": application.kind.value,
        "has_form": application.kind in WITH_FORM,
        "is_meeting": application.kind is Kind.MEETING,
        "is_document": application.kind is Kind.DOCUMENT,
        "frequencies": FREQUENCIES,
        "extras": EXTRAS,
        "list_classes": LIST_CLASSES,
        "scope": _typed_scope(request, _scope(actor, application)) if step is Step.SCOPE else None,
        "looked": looked_up(request, actor) if step is Step.BASIS else None,
        "papers": [paper for paper in own.papers if paper.step == step],
        "takes_papers": step in _WITH_PAPERS,
        "latest": latest_end(application.starts_on or timezone.localdate().isoformat()),
        "typed": _typed(request, application),
        "mistakes": said,
        "problems": problems,
        "standing": standing_of(own),
    }
    return shown(request, "applying/step.html", context, status=422 if problems else 200)


def _typed(request: HttpRequest, application: Application) -> dict[str, object]:
    """What stands in the blanks: what was just typed, else what is kept."""
    kept: dict[str, object] = {
        name: "" if (value := getattr(application, name)) is None else value
        for name in (
            *("title", "purpose", "deliverable", "features", "length", "minutes", "basis", "clause", "duty"),
            *("bearer", "rows", "starts_on", "ends_on", "issue_days", "hours", "exit", "leader", "emergency"),
            *("money", "people", "sharing", "list_class", "frequency"),
        )
    }
    kept |= {"helpers": "、".join(application.helpers), "extras": application.extras}
    if request.method != "POST":
        return kept
    return kept | {name: request.POST[name] for name in kept if name in request.POST and name != "extras"}


@dataclass(frozen=True, slots=True)
class _Scope:
    """The question where it lands, as it stands. where: `all`, `towns`, `named` or ""."""

    reach: Reach
    where: str
    towns: tuple[str, ...]
    villages: str


def _scope(actor: Actor, application: Application) -> _Scope:
    reach, regions = reach_of(actor), application.regions
    if not regions:
        return _Scope(reach, "", (), "")
    if tuple(regions) == actor.places:
        return _Scope(reach, EVERYWHERE, (), "")
    if all(len(prefix) == _TOWN for prefix in regions):
        return _Scope(reach, TOWNS, regions, "")
    names = dict(villages_in(actor, regions, today()))
    return _Scope(reach, NAMED, (), "\n".join(names.get(code, code) for code in regions))


def _typed_scope(request: HttpRequest, kept: _Scope) -> _Scope:
    """The question as it was just typed, so that a name nobody knows can be put right; else as it is kept."""
    if request.method != "POST":
        return kept
    typed = request.POST
    return _Scope(
        kept.reach,
        typed.get("where", kept.where),
        tuple(typed.getlist("towns")) or kept.towns,
        typed.get("villages", kept.villages),
    )


@page(Right.APPLY, posts=True)
def application_attach(request: HttpRequest, actor: Actor, request_id: int) -> HttpResponse:
    """Put a paper beside a step."""
    step = request.POST.get("step", Step.BASIS.value)
    if request.method != "POST" or step not in set(Step):
        return HttpResponseRedirect(desk_address(request_id))
    given = request.FILES.get("paper")
    try:
        attach(
            actor, request_id=request_id, step=Step(step), name=given.name or "" if given else "",
            content=given.read() if given else b"",
        )  # fmt: skip
    except RefusedError as refusal:
        if refusal.problem.code is StoreCode.NOT_THERE:
            raise
        own = request_of(actor, request_id)
        return _asked(request, actor, own, Step(step), refused=refusal.problem.sentence)
    say_next(request, "附件存好了。")
    return HttpResponseRedirect(step_address(request_id, Step(step)))


@page(Right.APPLY)
def application_paper(request: HttpRequest, actor: Actor, request_id: int, paper_id: int) -> HttpResponse:
    """A paper of one's own application, to save."""
    name, content = paper_of(actor, request_id, paper_id)
    return attachment(content, name)


@page(Right.APPLY, posts=True)
def application_detach(request: HttpRequest, actor: Actor, request_id: int, paper_id: int) -> HttpResponse:
    """Take a paper away."""
    if request.method != "POST":
        return HttpResponseRedirect(desk_address(request_id))
    detach(actor, request_id=request_id, paper_id=paper_id)
    say_next(request, "附件拿掉了。")
    return HttpResponseRedirect(reverse("application", kwargs={"request_id": request_id}))
