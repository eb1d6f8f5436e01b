"""Asking a town, a department or the data office about an application, and what they say."""

from django.db import transaction
from django.utils import timezone

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Consultation, Submission
from qingzhuang.store.queries.consultations import my_consultation, offices_to_ask
from qingzhuang.store.queries.reviews import review
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.reviews import open_consultation, write_reply

_MOST_ANSWER = 2000  # characters


def ask_office(actor: Actor, *, submission_id: int, office: str, question: str) -> Consultation:
    """
    Ask an office a question about a submission. office: its code. Rule R-REV-18.

    Raises:
        RefusedError: no question, one that is too long, no such office, or no such submission.
    """
    allow(actor, Right.REVIEW)
    if not question.strip():
        raise RefusedError(Problem(ReviewCode.NO_QUESTION))
    check_length(question.strip(), what="要问的话", model=Consultation, field="question")
    with transaction.atomic():
        reviewed = review(actor, submission_id)
        if office not in offices_to_ask(actor):
            raise RefusedError(Problem(ReviewCode.UNKNOWN_OFFICE))
        row = open_consultation(
            Submission.objects.get(pk=submission_id),
            office=office,
            question=question.strip(),
            by=actor.name,
            at=timezone.now(),
        )
        values = {"consultation": row.pk, "office": office}
        record(actor, action="admit.ask_office", object_=reviewed.reference, values=values)
    return row


def reply(actor: Actor, *, consultation_id: int, answer: str) -> None:
    """
    Answer a question to one's own office.

    Raises:
        RefusedError: another office's question, an empty or overlong answer, or answered before.
    """
    allow(actor, Right.READ)
    if not answer.strip():
        raise RefusedError(Problem(ReviewCode.EMPTY_ANSWER))
    if len(answer.strip()) > _MOST_ANSWER:
        raise RefusedError(Problem(ReviewCode.LONG_ANSWER, {"n": len(answer.strip()), "most": _MOST_ANSWER}))
    with transaction.atomic():
        row = my_consultation(actor, consultation_id)
        if not write_reply(row, answer=answer.strip(), by=actor.name, at=timezone.now()):
            raise RefusedError(Problem(ReviewCode.ANSWERED))
        values: dict[str, object] = {"consultation": row.pk}
        record(actor, action="admit.reply", object_=row.submission.reference, values=values)
