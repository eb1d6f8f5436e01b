"""Deciding who is who where the sources leave it open."""

from django.db import transaction

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.questions import question_of
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.questions import answer
from qingzhuang.store.writers.register import rebuild
from qingzhuang.store.writers.villages import lock_region


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
        rebuild(actor, question.region, catalogue=load_catalogue())
        record(
            actor,
            action="link.answer_question",
            object_=f"{question.region} question {question_id}",
            values={"rows": [question.first_id, question.second_id], "is_same": is_same},
        )
