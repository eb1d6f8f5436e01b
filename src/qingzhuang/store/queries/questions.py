"""Questions about who is who."""

import json
from dataclasses import dataclass

from django.db.models import QuerySet

from qingzhuang.engine.collect.returned.identity import told_by, words_of
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Question, Statement
from qingzhuang.store.scopes import require, within


@dataclass(frozen=True, slots=True)
class Place:
    """Where one of the two rows stands, and what it says (fact key → value)."""

    statement_id: int
    file: str
    source: str
    day: str
    sheet: str
    row: int
    values: str  # JSON of all the row says, of the person and of the household


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Two rows that may speak of one person, or of one household. why: Chinese phrase."""

    question_id: int
    region: str
    is_household: bool
    why: str
    first: Place
    second: Place


def open_questions(actor: Actor, *, region: str | None = None) -> tuple[OpenQuestion, ...]:
    """
    The questions nobody answered yet, oldest first; of one region, or of all in scope.

    Raises:
        RefusedError: the region lies outside the actor's scopes.
    """
    found = Question.objects.filter(within(actor), answered_at=None, lapsed_at=None)
    if region is not None:
        require(actor, region)
        found = found.filter(region=region)
    return tuple(_question(each) for each in _with_rows(found))


def question_of(actor: Actor, question_id: int) -> Question | None:
    """The question with this number, None if there is none in scope."""
    return Question.objects.filter(within(actor), pk=question_id).first()


def answers_of(actor: Actor, region: str) -> dict[tuple[int, int, bool], bool]:
    """
    What people answered: (smaller statement id, larger one, whether about households) → whether
    they are the same.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, region)
    rows = Question.objects.filter(region=region, answered_at__isnull=False).order_by("id")
    columns = ("first_id", "second_id", "is_household", "is_same")
    return {(one, other, about): bool(is_same) for one, other, about, is_same in rows.values_list(*columns)}


def _with_rows(questions: QuerySet[Question]) -> QuerySet[Question]:
    """The same questions with both rows and their imports, in one read."""
    return questions.select_related("first__source_import", "second__source_import").order_by("id")


def _values(row: Statement) -> str:
    """All the row says: who decides about two persons looks at their households too, and the other way."""
    every = json.loads(row.household_values) | json.loads(row.person_values)
    return json.dumps(told_by(every) | words_of(every), ensure_ascii=False)


def _question(question: Question) -> OpenQuestion:
    """A question as people are shown it."""
    places = [
        Place(
            each.pk,
            each.source_import.file_name,
            each.source_import.source,
            each.day,
            each.sheet,
            each.row,
            _values(each),
        )
        for each in (question.first, question.second)
    ]
    return OpenQuestion(
        question.pk, question.region, question.is_household, question.why, places[0], places[1]
    )
