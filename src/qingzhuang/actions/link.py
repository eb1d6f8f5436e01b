"""Deciding who is who where the sources leave it open."""

import json
from dataclasses import dataclass

from django.db import transaction

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.engine.values.masking import masked
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


@dataclass(frozen=True, slots=True)
class Compared:
    """
    An open question with both rows side by side.

    rows: label, what the first row says, what the second says (masked), whether they differ; those that
    differ first.
    """

    question: OpenQuestion
    rows: tuple[tuple[str, str, str, bool], ...]


def compare_questions(actor: Actor, *, region: str | None = None) -> tuple[Compared, ...]:
    """
    The open questions as `list_questions` has them, each with what the two rows say under Chinese labels.

    Raises:
        RefusedError: the region lies outside the actor's scopes.
    """
    catalogue = load_catalogue(county_catalogue())
    return tuple(_compared(question, catalogue) for question in list_questions(actor, region=region))


def _compared(question: OpenQuestion, catalogue: Catalogue) -> Compared:
    """Both rows of a question by label."""
    first, second = json.loads(question.first.values), json.loads(question.second.values)
    rows = []
    for key in dict.fromkeys((*first, *second)):
        label = catalogue[key].name if key.partition("@")[0] in catalogue.elements else key
        one, other = str(first.get(key, "")), str(second.get(key, ""))
        rows.append((label, masked(one), masked(other), bool(one and other and one != other)))
    return Compared(question, tuple(sorted(rows, key=lambda row: not row[3])))


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
