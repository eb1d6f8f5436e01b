"""Writing questions about who is who."""

from collections.abc import Iterable

from django.utils import timezone

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Question

Pair = tuple[int, int, bool]  # two statement ids, and whether the doubt is about their households


def raise_questions(region: str, doubts: Iterable[tuple[Pair, str]]) -> None:
    """
    Make the region's open questions those of these doubts (with why): new ones are raised, settled
    ones lapse.

    What was answered stays answered; what had lapsed and is doubtful again is open again.
    """
    whys = {(min(a, b), max(a, b), about): why for (a, b, about), why in doubts}
    known = {_pair(question): question for question in Question.objects.filter(region=region)}
    now = timezone.now()
    Question.objects.bulk_create(
        [
            Question(region=region, first_id=a, second_id=b, is_household=about, why=why, raised_at=now)
            for (a, b, about), why in whys.items()
            if (a, b, about) not in known
        ]
    )
    _set_lapsed([each.pk for pair, each in known.items() if pair not in whys and not each.lapsed_at])
    reopened = [each.pk for pair, each in known.items() if pair in whys and each.lapsed_at]
    Question.objects.filter(pk__in=reopened).update(lapsed_at=None)


def _pair(question: Question) -> Pair:
    """What a question is about."""
    return question.first_id, question.second_id, question.is_household


def _set_lapsed(ids: list[int]) -> None:
    """These doubts went away by themselves."""
    Question.objects.filter(pk__in=ids, answered_at=None).update(lapsed_at=timezone.now())


def answer(actor: Actor, question: Question, *, is_same: bool) -> None:
    """Note the answer: whether both rows speak of one and the same."""
    question.is_same, question.answered_at, question.answered_by = is_same, timezone.now(), actor.name
    question.save(update_fields=["is_same", "answered_at", "answered_by"])
