"""Deciding who is who where the sources leave it open."""

from django.db import transaction

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.queries.questions import OpenQuestion, open_questions, question_of
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.questions import answer
from qingzhuang.store.writers.register import rebuild
from qingzhuang.store.writers.villages import lock_region


def list_questions(actor: Actor, *, region: str | None = None) -> tuple[OpenQuestion, ...]:
    """
    The questions nobody answered yet, oldest first, with what both rows say; one line in the journal.

    region: only of this village; None: of all in scope.

    Raises:
        RefusedError: the region lies outside the actor's scopes.
    """
    with transaction.atomic():
        found = open_questions(actor, region=region)
        record(
            actor,
            action="link.list_questions",
            object_=region or "all regions in scope",
            values={"questions": [question.question_id for question in found]},
        )
    return found


def answer_question(actor: Actor, *, question_id: int, is_same: bool) -> None:
    """
    Answer whether the two rows of a question speak of one person; the village is linked and published anew.

    Raises:
        RefusedError: no such question in scope, or it was answered before.
    """
    with transaction.atomic():
        question = question_of(actor, question_id)
        if question is None:
            raise RefusedError(Problem(ActionCode.NO_SUCH_QUESTION, {"question_id": question_id}))
        lock_region(question.region)
        question.refresh_from_db()
        if question.answered_at is not None:
            raise RefusedError(Problem(ActionCode.QUESTION_ANSWERED, {"question_id": question_id}))
        answer(actor, question, is_same=is_same)
        rebuild(actor, question.region, catalogue=load_catalogue(county_catalogue()))
        record(
            actor,
            action="link.answer_question",
            object_=f"{question.region} question {question_id}",
            values={"rows": [question.first_id, question.second_id], "is_same": is_same},
        )
