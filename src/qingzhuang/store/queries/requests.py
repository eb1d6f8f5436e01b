"""Applications as their own office sees them: drafts, papers, where each stands, and what came back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from qingzhuang.engine.admit.asking import FormPicture, picture_from
from qingzhuang.engine.admit.comparisons import KeptComparison, comparison_from_document
from qingzhuang.engine.admit.domain import Application, Finding
from qingzhuang.engine.admit.writing import findings_from_documents, from_document
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import (
    Account,
    Admission,
    Attachment,
    Consultation,
    Decision,
    Office,
    Region,
    Request,
    Submission,
)
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.queries.organisations import NO_VILLAGE

_TOWN, _VILLAGE = 9, 12  # digits of a town's prefix, of a village's code (统计用区划代码)


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What the gate said of a submission. outcome: as in `Decision`. number: 准入〔2026〕31号, "" for none.
    ends_on: last good day of the number.
    """

    outcome: str
    opinion: str
    at: datetime
    number: str = ""
    ends_on: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """
    One handing in. due_on: ISO day by which the gate answers. holder: who has it now, Chinese, "" once it is
    answered.
    """

    id: int
    reference: str
    at: datetime
    due_on: str
    holder: str
    findings: tuple[Finding, ...]
    kept: KeptComparison
    application: Application
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A file beside a step."""

    id: int
    step: str
    name: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """
    One application of the actor's office. picture: how its form looks, None without one. way: `least` once
    held fields were turned into data (要数), `asked` if they are asked all the same, "" undecided. sent:
    every handing in, the last one first.
    """

    id: int
    application: Application
    picture: FormPicture | None
    way: str
    template_name: str
    papers: tuple[Paper, ...]
    opened_at: datetime
    saved_at: datetime
    closed_at: datetime | None
    sent: tuple[Sent, ...]

    @property
    def last(self) -> Sent | None:
        """The last handing in."""
        return self.sent[0] if self.sent else None

    @property
    def is_waiting(self) -> bool:
        """Whether the gate has it and has not answered yet."""
        return self.closed_at is None and self.last is not None and self.last.answer is None

    @property
    def is_returned(self) -> bool:
        """Whether it came back for more, and waits for the office."""
        answer = self.last.answer if self.last else None
        return self.closed_at is None and answer is not None and answer.outcome == "returned"

    @property
    def is_open(self) -> bool:
        """Whether the office may still write in it: never sent, or sent back."""
        return self.closed_at is None and (self.last is None or self.is_returned)


def requests_of(actor: Actor) -> tuple[OwnRequest, ...]:
    """All applications of the actor's office, the last saved first; nothing of other offices."""
    return tuple(_own(row) for row in _rows(actor).order_by("-saved_at", "-id"))


def request_of(actor: Actor, request_id: int) -> OwnRequest:
    """
    One application of the actor's office.

    Raises:
        RefusedError: there is none of this number, or it is another office's; nobody can tell which.
    """
    row = _rows(actor).filter(pk=request_id).first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return _own(row)


def paper_of(actor: Actor, request_id: int, paper_id: int) -> tuple[str, bytes]:
    """
    Name and bytes of a paper of one's own application.

    Raises:
        RefusedError: there is none, it was taken out, or it is another office's.
    """
    found = Attachment.objects.filter(
        pk=paper_id, request_id=request_id, request__office=actor.office, removed_at=None
    ).first()
    if found is None or not actor.office:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return found.file_name, bytes(found.content)


@dataclass(frozen=True, slots=True)
class Reach:
    """Villages an office may ask. towns: prefix → (name, number of villages). n_villages: of all."""

    towns: dict[str, tuple[str, int]]
    n_villages: int

    @property
    def towns_said(self) -> dict[str, str]:
        """Prefix → name with the number of villages, as it is chosen from."""
        return {prefix: f"{name}（{n} 个村）" for prefix, (name, n) in self.towns.items()}


def reach_of(actor: Actor) -> Reach:
    """The towns below the places where the actor serves, by code, and how many villages each has."""
    rows = Region.objects.filter(valid_to__isnull=True).order_by("code").values_list("code", "name")
    mine = [(code, name) for code, name in rows if actor.serves(code)]
    names = {code[:_TOWN]: name for code, name in mine if code.endswith(NO_VILLAGE)}
    villages = [code for code, _ in mine if not code.endswith(NO_VILLAGE)]
    towns: dict[str, tuple[str, int]] = {}
    for code in villages:
        prefix = code[:_TOWN]
        towns[prefix] = (names.get(prefix, prefix), towns.get(prefix, ("", 0))[1] + 1)
    return Reach(towns, len(villages))


def villages_named(actor: Actor, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Codes of the villages each word may mean: a name or a code, among the places the actor serves."""
    rows = Region.objects.filter(valid_to__isnull=True).exclude(code__endswith=NO_VILLAGE)
    mine = [
        (code, name) for code, name in rows.order_by("code").values_list("code", "name") if actor.serves(code)
    ]
    return {word: tuple(code for code, name in mine if word in (code, name)) for word in words}


def n_villages_in(actor: Actor, prefixes: Sequence[str]) -> int:  # noqa: ARG001 (how many villages there are is public)
    """How many villages these prefixes of region codes reach."""
    codes = Region.objects.filter(valid_to__isnull=True).exclude(code__endswith=NO_VILLAGE)
    return (
        sum(code.startswith(tuple(prefixes)) for code in codes.values_list("code", flat=True))
        if prefixes
        else 0
    )


def office_name(actor: Actor) -> str:
    """The name of the actor's office, "" for none."""
    found = Office.objects.filter(code=actor.office).first()
    return found.name if found else ""


def _rows(actor: Actor) -> QuerySet[Request]:
    """The rows of the actor's office, with all that tells where they stand."""
    decisions = Decision.objects.filter(dropped_at=None).select_related("admission").order_by("id")
    submissions = Submission.objects.order_by("-id").prefetch_related(
        Prefetch("decisions", decisions, to_attr="counting"),
        Prefetch("consultations", Consultation.objects.filter(answered_at=None), to_attr="unanswered"),
    )
    papers = Attachment.objects.filter(removed_at=None).defer("content").order_by("id")
    mine = Request.objects.filter(office=actor.office) if actor.office else Request.objects.none()
    return mine.prefetch_related(
        Prefetch("submissions", submissions, to_attr="handed_in"),
        Prefetch("attachments", papers, to_attr="papers"),
    )


def _own(row: Any) -> OwnRequest:
    document = json.loads(row.document)
    picture = document.get("picture")
    return OwnRequest(
        id=row.pk,
        application=from_document(document),
        picture=picture_from(picture) if picture else None,
        way=document.get("way", ""),
        template_name=row.template_name,
        papers=tuple(Paper(each.pk, each.step, each.file_name, each.added_at) for each in row.papers),
        opened_at=row.opened_at,
        saved_at=row.saved_at,
        closed_at=row.closed_at,
        sent=tuple(map(_sent, row.handed_in)),
    )


def _sent(row: Any) -> Sent:
    decision = next(iter(row.counting), None)
    answer = _answer(decision) if decision is not None and decision.decided_at is not None else None
    return Sent(
        id=row.pk,
        reference=row.reference,
        at=row.at,
        due_on=row.due_on,
        holder="" if answer else _holder(row, decision),
        findings=findings_from_documents(json.loads(row.findings)),
        kept=comparison_from_document(json.loads(row.comparison)),
        application=from_document(json.loads(row.document)),
        answer=answer,
    )


def _answer(decision: Decision) -> Answer:
    admission: Admission | None = getattr(decision, "admission", None)
    at = decision.decided_at or decision.proposed_at
    if admission is None:
        return Answer(decision.outcome, decision.opinion, at)
    return Answer(decision.outcome, decision.opinion, at, str(admission), admission.ends_on)


def _holder(row: Any, decision: Decision | None) -> str:
    """Who has it: the signer once an opinion is written, the offices that are asked, else the 减负办."""
    if decision is not None:
        return "减负办负责人（意见写好了，等签）"
    asked = [each.office for each in row.unanswered]
    if not asked:
        return "减负办会审岗"
    names = dict(Office.objects.filter(code__in=asked).values_list("code", "name"))
    return "减负办会审岗（在问 " + "、".join(names.get(code, code) for code in asked) + "）"


def applicant(actor: Actor, name: str, *, today: str) -> Actor:
    """
    The person of this account as an actor: how a command on the machine writes in somebody's name.

    today: ISO day, which posts hold.

    Raises:
        RefusedError: not at the console; no such account, or it is closed.
    """
    account = Account.objects.filter(name=name, closed_at=None).select_related("office").first()
    if not actor.is_console or account is None:
        raise RefusedError(Problem(ApplyingCode.NOT_AN_ACCOUNT, {"name": name[:40]}))
    return actor_of(account, today=today)
