"""Questions to a few villages: the 减负办 sees every answer, a village only its own, nobody else any."""

from dataclasses import dataclass

from django.db.models import QuerySet

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Poll, PollAnswer, Post, Region
from qingzhuang.store.queries.organisations import NO_VILLAGE
from qingzhuang.store.roles import RIGHTS, Right

_TOWN = 9  # digits of a region code that name the town
_WHOLE = 12  # digits of a village's own code


@dataclass(frozen=True, slots=True)
class Village:
    """A village that may be asked. has_people: somebody there has an account that may answer."""

    code: str
    name: str
    has_people: bool

    @property
    def town(self) -> str:
        """The first nine digits of its code."""
        return self.code[:_TOWN]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a village said; for the 减负办 only."""

    village: str
    answer: PollAnswer


def villages_in(actor: Actor, prefixes: tuple[str, ...], *, today: str) -> tuple[Village, ...]:
    """
    The villages in these prefixes of region codes, by code; none at all: everywhere.

    Raises:
        RefusedError: the actor is no reviewer.
    """
    allow(actor, Right.REVIEW)
    names = Region.objects.filter(valid_to__isnull=True).exclude(code__endswith=NO_VILLAGE)
    answering = [role.value for role, rights in RIGHTS.items() if Right.ANSWER in rights]
    held = Post.objects.filter(role__in=answering, account__closed_at__isnull=True, valid_from__lte=today)
    peopled = set(held.exclude(valid_to__lte=today).values_list("region", flat=True))
    return tuple(
        Village(code, name, code in peopled)
        for code, name in names.order_by("code").values_list("code", "name")
        if not prefixes or code.startswith(prefixes)
    )


def polls_on(actor: Actor, submission_id: int) -> tuple[tuple[Poll, tuple[Answered, ...]], ...]:
    """
    What villages were asked about a submission and what each of them said, the newest poll first. R-REV-15.

    Raises:
        RefusedError: the actor is no reviewer.
    """
    allow(actor, Right.REVIEW)
    polls = Poll.objects.filter(submission=submission_id).prefetch_related("answers").order_by("-asked_at")
    codes = {answer.region for poll in polls for answer in poll.answers.all()}
    names = dict(Region.objects.filter(code__in=codes, valid_to__isnull=True).values_list("code", "name"))
    return tuple(
        (
            poll,
            tuple(
                Answered(names.get(each.region, each.region), each) for each in poll.answers.order_by("pk")
            ),
        )
        for poll in polls
    )


def asked_of_mine(actor: Actor) -> tuple[PollAnswer, ...]:
    """What the actor's own villages were asked, unanswered first, then the newest. Rule R-REV-15."""
    allow(actor, Right.ANSWER)
    return tuple(_mine(actor).order_by("-answered_at", "-poll__asked_at")) if _villages(actor) else ()


def my_question(actor: Actor, answer_id: int) -> PollAnswer:
    """
    One question to a village of the actor's own.

    Raises:
        RefusedError: there is none of this number, or it is another village's; a town is no village.
    """
    allow(actor, Right.ANSWER)
    row = _mine(actor).filter(pk=answer_id).first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return row


def _mine(actor: Actor) -> QuerySet[PollAnswer]:
    rows = PollAnswer.objects.filter(region__in=_villages(actor))
    return rows.select_related("poll__submission__request")


def _villages(actor: Actor) -> tuple[str, ...]:
    """Villages the actor serves as such: a town's prefix reaches none, whatever lies below it."""
    return tuple(place for place in actor.places if len(place) == _WHOLE and not place.endswith(NO_VILLAGE))
