"""Writing an application step by step: begun, kept as far as it is written, copied, given up."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from qingzhuang.engine.admit.asking import FormPicture, picture_document, picture_from
from qingzhuang.engine.admit.domain import Application, Kind
from qingzhuang.engine.admit.steps import Step
from qingzhuang.engine.admit.typed import Mistakes, Typed, read_step
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.files.intake.uploads import MOST_BYTES, harmless_name
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Attachment, Request
from qingzhuang.store.queries.requests import (
    OwnRequest,
    n_villages_in,
    office_name,
    reach_of,
    request_of,
    villages_named,
)
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.requests import (
    PICTURE,
    WAY,
    add_attachment,
    close_request,
    give_template,
    open_request,
    remove_attachment,
    save_request,
)

EVERYWHERE, TOWNS, NAMED = "all", "towns", "named"


@dataclass(frozen=True, slots=True)
class Draft:
    """An application that may be written in: its row, its words, how its form looks, and its way."""

    row: Request
    application: Application
    picture: FormPicture | None
    way: str

    def keep(
        self, application: Application, *, picture: FormPicture | None = None, way: str | None = None
    ) -> None:
        """Write it down. picture, way: what changes of them; None leaves them as they are."""
        shown = picture or self.picture
        beside: dict[str, Any] = {WAY: self.way if way is None else way}
        save_request(
            self.row, application, beside=beside | ({PICTURE: picture_document(shown)} if shown else {})
        )


def draft_of(actor: Actor, request_id: int) -> Draft:
    """
    The draft of this number, for writing in it. Call inside the action's transaction.

    Raises:
        RefusedError: the actor does not apply; there is none of this number in his office; the gate has it;
            it is closed.
    """
    row, own = locked(actor, request_id)
    if own.closed_at is not None:
        raise RefusedError(Problem(ApplyingCode.CLOSED))
    if not own.is_open:
        raise RefusedError(Problem(ApplyingCode.ALREADY_SENT if own.is_waiting else ApplyingCode.CLOSED))
    document = json.loads(row.document)
    picture = document.get(PICTURE)
    return Draft(
        row, from_document(document), picture_from(picture) if picture else None, document.get(WAY, "")
    )


def locked(actor: Actor, request_id: int) -> tuple[Request, OwnRequest]:
    """
    An application of one's own office, kept from everybody else until the transaction ends; then looked at.

    Raises:
        RefusedError: the actor does not apply; there is none of this number in his office.
    """
    allow(actor, Right.APPLY)
    row = Request.objects.select_for_update().filter(pk=request_id, office=actor.office).first()
    own = request_of(actor, request_id)
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return row, own


def begin(actor: Actor, *, kind: Kind, title: str) -> int:
    """
    Begin an application of a kind; the number under which it is found.

    Raises:
        RefusedError: the actor does not apply, or belongs to no office; the title is too long.
    """
    allow(actor, Right.APPLY)
    application, mistakes = read_step(blank(actor, kind), Step.FORM, {"title": [title]}, today="")
    for problem in mistakes.values():
        raise RefusedError(problem)
    with transaction.atomic():
        row = open_request(actor, application)
        record(actor, action="admit.begin", object_=f"request {row.pk}", values={"kind": str(kind)})
    return row.pk


def blank(actor: Actor, kind: Kind) -> Application:
    """
    An application in which only its office stands.

    Raises:
        RefusedError: the actor belongs to no office.
    """
    name = office_name(actor)
    if not name:
        raise RefusedError(Problem(ApplyingCode.NO_OFFICE))
    return Application(title="", kind=kind, office=actor.office, issuer=name)


def copy(actor: Actor, *, request_id: int) -> int:
    """
    Begin a new application with the words of an older one of the same office; its days are asked anew.

    Raises:
        RefusedError: the actor does not apply; there is none of this number in his office.
    """
    allow(actor, Right.APPLY)
    own = request_of(actor, request_id)
    application = replace(own.application, starts_on="", ends_on="", emergency="", leader="")
    beside: dict[str, Any] = {WAY: own.way}
    if own.picture is not None:
        beside[PICTURE] = picture_document(own.picture)
    with transaction.atomic():
        row = open_request(actor, application)
        older = Request.objects.select_related("template").get(pk=request_id)
        give_template(row, older.template, name=older.template_name)
        save_request(row, application, beside=beside)
        record(actor, action="admit.copy", object_=f"request {row.pk}", values={"from": request_id})
    return row.pk


def save_step(actor: Actor, *, request_id: int, step: Step, typed: Typed, today: str) -> Mistakes:
    """
    Keep what was typed on a step, complete or not; what could not be read comes back by question. R-APP-05.

    typed: question → answers, as a form sends them. today: ISO day.

    Raises:
        RefusedError: as `draft_of`.
    """
    with transaction.atomic():
        draft = draft_of(actor, request_id)
        application, mistakes = read_step(draft.application, step, typed, today=today)
        if step is Step.SCOPE:
            application, mistakes = _with_scope(actor, application, typed, mistakes)
        draft.keep(application)
        record(actor, action="admit.save_step", object_=f"request {request_id}", values={"step": str(step)})
    return mistakes


def _with_scope(
    actor: Actor, application: Application, typed: Typed, mistakes: Mistakes
) -> tuple[Application, Mistakes]:
    """Where it lands: everywhere the office serves, some towns, or some villages. R-APP-08."""
    where = next(iter(typed.get("where", ())), "")
    if not where:
        return application, mistakes
    if where == EVERYWHERE:
        prefixes: Sequence[str] = actor.places
    elif where == TOWNS:
        prefixes = [town for town in typed.get("towns", ()) if town in reach_of(actor).towns]
    else:
        prefixes, problem = _named(actor, next(iter(typed.get("villages", ())), ""))
        if problem is not None:
            return application, {**mistakes, "villages": problem}
    n_villages = n_villages_in(actor, prefixes)
    return replace(application, regions=tuple(prefixes), n_villages=n_villages), mistakes


def _named(actor: Actor, text: str) -> tuple[list[str], Problem | None]:
    """Codes of the villages that are named, one a line or by 、; the problem with the first nobody knows."""
    words = [word.strip() for word in text.replace("、", "\n").splitlines() if word.strip()]
    codes = []
    for word, found in villages_named(actor, words).items():
        if not found:
            return [], Problem(ApplyingCode.UNKNOWN_VILLAGE, {"words": word[:20]})
        if len(found) > 1:
            return [], Problem(ApplyingCode.TWO_VILLAGES, {"words": word[:20], "n": len(found)})
        codes.append(found[0])
    return codes, None


def attach(actor: Actor, *, request_id: int, step: Step, name: str, content: bytes) -> None:
    """
    Put a paper beside a step: the basis as a file, a reply about money.

    Raises:
        RefusedError: as `draft_of`; nothing in the file, or more than 20 MB.
    """
    if not content:
        raise RefusedError(Problem(FilesCode.EMPTY_UPLOAD))
    if len(content) > MOST_BYTES:
        raise RefusedError(Problem(FilesCode.BIG_UPLOAD))
    with transaction.atomic():
        draft = draft_of(actor, request_id)
        paper = add_attachment(draft.row, step=step, name=harmless_name(name), content=content)
        values: Mapping[str, object] = {"step": str(step), "paper": paper.pk, "bytes": len(content)}
        record(actor, action="admit.attach", object_=f"request {request_id}", values=dict(values))


def detach(actor: Actor, *, request_id: int, paper_id: int) -> None:
    """
    Take a paper away again.

    Raises:
        RefusedError: as `draft_of`; there is no such paper.
    """
    with transaction.atomic():
        draft = draft_of(actor, request_id)
        paper = Attachment.objects.filter(pk=paper_id, request=draft.row, removed_at=None).first()
        if paper is None:
            raise RefusedError(Problem(StoreCode.NOT_THERE))
        remove_attachment(paper)
        record(actor, action="admit.detach", object_=f"request {request_id}", values={"paper": paper_id})


def give_up(actor: Actor, *, request_id: int) -> None:
    """
    Give a draft up that was never sent, or came back; nothing of it is deleted.

    Raises:
        RefusedError: as `draft_of`.
    """
    with transaction.atomic():
        close_request(draft_of(actor, request_id).row)
        record(actor, action="admit.give_up", object_=f"request {request_id}", values={})
