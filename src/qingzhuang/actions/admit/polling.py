"""Asking three villages whether they can answer at all, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import cast

from django.db import transaction
from django.utils import timezone

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.files.reference.holidays import load_calendar
from qingzhuang.files.reference.reviewing.limits import load_limits
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Poll, PollAnswer, Submission
from qingzhuang.store.queries.polls import Village, my_question, polls_on, villages_in
from qingzhuang.store.queries.reviews import review
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.reviews import lock_submissions, open_poll, write_answer

SAID = {"can": "能填", "hard": "难填", "pointless": "没用"}
_MOST_MINUTES = 6000  # a hundred hours: nobody needs longer for one form


@dataclass(frozen=True, slots=True)
class Said:
    """What a village says. answer: `can`, `hard` or `pointless`. minutes: as typed, "" for none."""

    answer: str
    minutes: str = ""
    words: str = ""


def ask_villages(actor: Actor, *, submission_id: int, question: str, today: str) -> Poll:
    """
    Ask a few villages of the scope, from different towns, chosen by lot. Rules R-REV-15, R-REV-16.

    Raises:
        RefusedError: no question, one that is too long, a poll that is still open, or no village in scope.
    """
    allow(actor, Right.REVIEW)
    if not question.strip():
        raise RefusedError(Problem(ReviewCode.NO_QUESTION))
    check_length(question.strip(), what="要问的话", model=Poll, field="question")
    limits = load_limits(today, county_catalogue())
    with transaction.atomic():
        lock_submissions((submission_id,))
        reviewed = review(actor, submission_id)
        earlier = [poll for poll, _ in polls_on(actor, submission_id)]
        if any(_is_open(poll, today) for poll in earlier):
            raise RefusedError(Problem(ReviewCode.POLL_OPEN))
        villages = villages_in(actor, reviewed.application.regions, today=today)
        if not villages:
            raise RefusedError(Problem(ReviewCode.NOBODY_TO_ASK))
        seed = f"{reviewed.reference}/{len(earlier)}"
        poll = open_poll(
            Submission.objects.get(pk=submission_id),
            question=question.strip(),
            regions=drawn(villages, seed=seed, most=limits.poll_villages),
            closes_on=load_calendar(county_catalogue()).add_working_days(today, limits.poll_days),
            by=actor.name,
            at=timezone.now(),
        )
        record(actor, action="admit.ask_villages", object_=reviewed.reference, values={"poll": poll.pk})
    return poll


def answer_poll(actor: Actor, *, answer_id: int, said: Said, today: str) -> None:
    """
    Keep what one's own village says. The journal learns that a question was answered, never what was said,
    nor by which village. Rule R-REV-17.

    Raises:
        RefusedError: another village's question, no answer chosen, minutes that are no number, too late, or
            answered before.
    """
    allow(actor, Right.ANSWER)
    if said.answer not in SAID:
        raise RefusedError(Problem(ReviewCode.NO_ANSWER))
    minutes = _minutes(said.minutes.strip())
    check_length(said.words.strip(), what="这句话", model=PollAnswer, field="words")
    with transaction.atomic():
        row = my_question(actor, answer_id)
        if row.poll.closes_on < today:
            raise RefusedError(Problem(ReviewCode.POLL_CLOSED))
        is_kept = write_answer(
            row, said=said.answer, minutes=minutes, words=said.words.strip(), at=timezone.now()
        )
        if not is_kept:
            raise RefusedError(Problem(ReviewCode.ANSWERED))
        record(actor, action="admit.answer_poll", object_=f"poll {row.poll_id}", values={})


def drawn(villages: Sequence[Village], *, seed: str, most: int) -> tuple[str, ...]:
    """
    Codes of the villages a lot picks, from as many different towns as there are. Rule R-REV-16.

    The lot is the SHA-256 of seed and code, so nobody chooses and everybody can check. In a town a village
    where somebody can answer goes first; so do towns that have one.
    """

    def lot(village: Village) -> tuple[bool, str]:
        return (not village.has_people, sha256(f"{seed}/{village.code}".encode()).hexdigest())

    first: dict[str, Village] = {}
    rest: list[Village] = []
    for village in sorted(villages, key=lot):
        if village.town in first:
            rest.append(village)
        else:
            first[village.town] = village
    return tuple(village.code for village in [*first.values(), *rest][:most])


def _is_open(poll: Poll, today: str) -> bool:
    """Whether it still may be answered, and somebody did not yet."""
    answers = cast("Sequence[PollAnswer]", poll.answers.all())
    return poll.closes_on >= today and any(answer.answered_at is None for answer in answers)


def _minutes(text: str) -> int | None:
    if not text:
        return None
    if not (text.isdecimal() and text.isascii() and int(text) <= _MOST_MINUTES):
        raise RefusedError(Problem(ReviewCode.BAD_MINUTES))
    return int(text)
