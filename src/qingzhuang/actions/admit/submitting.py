"""Handing an application in, under a reference and with everything found about it; and taking it back."""

from dataclasses import dataclass, replace

from django.db import transaction

from qingzhuang.actions.admit.binding import AS_ASKED, Form, opened_form, with_form
from qingzhuang.actions.admit.drafting import blank, draft_of, locked
from qingzhuang.actions.admit.finding import examined
from qingzhuang.engine.admit.asking import picture_document
from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.lifetime import latest_end
from qingzhuang.engine.admit.steps import Lack, all_lacks
from qingzhuang.engine.admit.typed import span_problem
from qingzhuang.engine.admit.writing import findings_to_documents
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.engine.read.matching import match_label
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.reference.clocks import load_clocks
from qingzhuang.files.reference.holidays import load_calendar
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.models import Request, Submission
from qingzhuang.store.queries.bindings import memory_for
from qingzhuang.store.queries.requests import n_villages_in
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.requests import (
    PICTURE,
    WAY,
    add_submission,
    close_request,
    open_request,
    save_request,
)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What the office is told. reference: ZR-2026-001. due_on: ISO day by which the gate answers."""

    request_id: int
    reference: str
    due_on: str
    n_findings: int


def submit(actor: Actor, *, request_id: int, today: str) -> HandedIn:
    """
    Hand a draft in; what is found about it is kept as it is now. Rules R-APP-03, R-APP-14, R-APP-15.

    Raises:
        RefusedError: as `draft_of`; a step is not answered; its days do not fit.
    """
    with transaction.atomic():
        draft = draft_of(actor, request_id)
        submission, n_findings = _handed_in(actor, draft.row, draft.application, today)
        values: dict[str, object] = {"reference": submission.reference, "findings": n_findings}
        record(actor, action="admit.submit", object_=f"request {request_id}", values=values)
    return HandedIn(request_id, submission.reference, submission.due_on, n_findings)


def apply_whole(
    actor: Actor, *, application: Application, template: tuple[str, bytes] | None, today: str
) -> HandedIn:
    """
    Write and hand in an application in one go, as another system or the demo does. Rule R-APP-17.

    Office and issuer are the actor's own, whatever it says. Fields without an element are bound like those
    of a form. template: name and bytes of the empty form; its fields take the place of those listed.

    Raises:
        RefusedError: the actor does not apply; as `submit` and `take_form`.
    """
    allow(actor, Right.APPLY)
    application = _own_application(actor, application)
    form = None
    if template is not None:
        form = opened_form(actor, name=template[0], content=template[1], issuer=application.issuer)
    with transaction.atomic():
        row = open_request(actor, application)
        application = _with_template(row, application, form)
        submission, n_findings = _handed_in(actor, row, application, today)
        values: dict[str, object] = {"reference": submission.reference, "findings": n_findings}
        record(actor, action="admit.apply_whole", object_=f"request {row.pk}", values=values)
    return HandedIn(row.pk, submission.reference, submission.due_on, n_findings)


def withdraw(actor: Actor, *, request_id: int) -> None:
    """
    Take an application back that waits for an answer; it is closed, and can be copied.

    Raises:
        RefusedError: the actor does not apply; there is none of this number in his office; nothing waits.
    """
    allow(actor, Right.APPLY)
    with transaction.atomic():
        row, own = locked(actor, request_id)
        if not own.is_waiting:
            raise RefusedError(Problem(ApplyingCode.NOT_WAITING))
        close_request(row)
        values: dict[str, object] = {"reference": own.last.reference if own.last else ""}
        record(actor, action="admit.withdraw", object_=f"request {request_id}", values=values)


def incomplete(lacks: tuple[Lack, ...]) -> Problem:
    """The one sentence for all that is not said yet."""
    what = "、".join(lack.words for lack in lacks)
    return Problem(ApplyingCode.INCOMPLETE, {"n": len(lacks), "what": what})


def _handed_in(actor: Actor, row: Request, application: Application, today: str) -> tuple[Submission, int]:
    """The submission of an application that is complete. Inside the transaction."""
    _check_complete(application, today)
    found = examined(actor, application, today=today)
    submission = add_submission(
        actor,
        row,
        application,
        findings=findings_to_documents(found.findings),
        comparison=found.comparison,
        due_on=due_day(application, today=today),
        today=today,
    )
    return submission, len(found.findings)


def due_day(application: Application, *, today: str) -> str:
    """The ISO day by which the gate answers: so many working days on, by the lane. Rule R-APP-15."""
    county = county_catalogue()
    days = load_clocks(today, county).days(is_emergency=application.is_emergency)
    return load_calendar(county).add_working_days(today, days)


def _check_complete(application: Application, today: str) -> None:
    lacks = all_lacks(application)
    if lacks:
        raise RefusedError(incomplete(lacks))
    problem = span_problem(application.starts_on, application.ends_on)
    if problem is None and application.starts_on < today:
        problem = Problem(ApplyingCode.STARTED, {"starts": application.starts_on})
    if problem is not None:
        raise RefusedError(problem)


def _own_application(actor: Actor, given: Application) -> Application:
    """The application in the name of the actor's office, on villages the actor serves."""
    own = blank(actor, given.kind)
    elsewhere = next((prefix for prefix in given.regions if not actor.serves(prefix)), None)
    if elsewhere is not None:
        raise RefusedError(Problem(ApplyingCode.UNKNOWN_VILLAGE, {"words": elsewhere[:20]}))
    regions = given.regions or actor.places
    ends_on = given.ends_on
    if given.starts_on and not ends_on and not given.is_emergency:
        ends_on = latest_end(given.starts_on)
    return replace(
        given,
        office=own.office,
        issuer=own.issuer,
        regions=regions,
        n_villages=n_villages_in(actor, regions),
        ends_on=ends_on,
        fields=_bound(actor, given, own.issuer).fields,
    )


def _bound(actor: Actor, application: Application, issuer: str) -> Application:
    """Fields without an element, matched as the columns of a form are."""
    catalogue, memory = load_catalogue(county_catalogue()), memory_for(actor, issuer)
    fields = []
    for field in application.fields:
        match = match_label(field.label, catalogue=catalogue, memory=memory)
        is_sure = match.binding == "auto"
        element = match.key or next(iter(match.candidates if match.binding == "suggested" else ()), "")
        fields.append(field if field.element else replace(field, element=element, is_sure=is_sure))
    return replace(application, fields=tuple(fields))


def _with_template(row: Request, application: Application, form: Form | None) -> Application:
    """The application with the form's fields, kept; without a form as it is."""
    if form is None:
        return application
    application = with_form(row, application, form)
    save_request(row, application, beside={PICTURE: picture_document(form.asked.picture), WAY: AS_ASKED})
    return application
