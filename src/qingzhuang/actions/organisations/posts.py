"""What people do with posts: give one, end one, hand all of them over when somebody leaves."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from qingzhuang.actions.organisations.postrules import (
    check_not_own,
    check_together,
    coming_posts,
    place_for,
    role_of,
)
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Account, Obligation, Post
from qingzhuang.store.queries.people import account_in_reach
from qingzhuang.store.roles import SEES_RESIDENTS, Right, Role
from qingzhuang.store.writers.accounts import create_post, end_account, end_post
from qingzhuang.store.writers.areas import pass_on_duties
from qingzhuang.store.writers.journal import record


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What went over. n_obligations: open things of the villages, which go with the posts."""

    leaver: str
    successor: str
    n_posts: int
    n_areas: int
    n_obligations: int


def give_post(actor: Actor, *, pk: int, role: str, region: str, since: str, today: str) -> None:
    """
    Give an account a post from an ISO day on. role: code. region: 12-digit code. R-ORG-10.

    Raises:
        RefusedError: not an administrator of that place; one's own account; closed; a day that has passed;
            the wrong kind of place; roles that never meet; held already.
    """
    account = _theirs(actor, pk)
    _check_day(since, today)
    wanted = role_of(role)
    place = place_for(actor, wanted, region)
    held = coming_posts(account, today=today)
    if any(post.role == wanted and post.region == place and post.valid_to is None for post in held):
        raise RefusedError(Problem(OrganisationsCode.POST_HELD))
    check_together([wanted, *(Role(post.role) for post in held)])
    with transaction.atomic():
        create_post(account, role=wanted, region=place, since=since)
        values: dict[str, object] = {"role": wanted.value, "region": place, "since": since}
        record(actor, action="organisations.give_post", object_=account.name, values=values)


def end_one_post(actor: Actor, *, pk: int, post: int, on: str, today: str) -> None:
    """
    End a post of an account from an ISO day on. post: its number.

    Raises:
        RefusedError: not an administrator of that place; one's own account; a past day; ended before.
    """
    account = _theirs(actor, pk, may_be_closed=True)
    _check_day(on, today)
    found = next((each for each in coming_posts(account, today=today) if each.pk == post), None)
    if found is None:
        raise RefusedError(Problem(OrganisationsCode.POST_ENDED))
    with transaction.atomic():
        end_post(found, on=on)
        values: dict[str, object] = {"role": found.role, "region": found.region, "until": on}
        record(actor, action="organisations.end_one_post", object_=account.name, values=values)


def hand_over(actor: Actor, *, pk: int, successor: str, on: str, today: str) -> HandedOver:
    """
    Let another account take over every post and area of one that leaves, from an ISO day on. R-ORG-12.

    The leaver's account closes as that day begins (at once if it is today). What was done stays theirs. Open
    obligations belong to villages and offices, so they come with the posts. successor: name of the account.

    Raises:
        RefusedError: not an administrator of that place; one's own account on either side; the same person; a
            closed account; a day that has passed; roles that never meet in one account.
    """
    leaver = _theirs(actor, pk)
    follower = _successor(actor, successor, leaver)
    _check_day(on, today)
    leaving = coming_posts(leaver, today=today)
    held = {(post.role, post.region) for post in coming_posts(follower, today=today) if post.valid_to is None}
    check_together(Role(role) for role in {role for role, _ in held} | {post.role for post in leaving})
    with transaction.atomic():
        for post in leaving:
            _pass_on(post, follower, on, held)
        n_areas = pass_on_duties(leaver, follower, on=on)
        end_account(leaver, at=_beginning(on, today))
        done = HandedOver(leaver.full_name, follower.full_name, len(leaving), n_areas, _n_open(leaving))
        values: dict[str, object] = {"to": follower.name, "on": on, "posts": done.n_posts, "areas": n_areas}
        record(actor, action="organisations.hand_over", object_=leaver.name, values=values)
    return done


def _pass_on(post: Post, follower: Account, on: str, held: set[tuple[str, str]]) -> None:
    """End a post and open it for the other, unless they hold it anyway."""
    until = post.valid_to
    end_post(post, on=on if until is None else min(on, until))
    if (post.role, post.region) not in held:
        begun = create_post(
            follower, role=Role(post.role), region=post.region, since=max(on, post.valid_from)
        )
        if until is not None:
            end_post(begun, on=until)


def _theirs(actor: Actor, pk: int, *, may_be_closed: bool = False) -> Account:
    """Somebody else's open account that the administrator looks after."""
    allow(actor, Right.ADMINISTER)
    account = account_in_reach(actor, pk)
    check_not_own(actor, account.name)
    if not account.is_active and not may_be_closed:
        raise RefusedError(Problem(OrganisationsCode.ACCOUNT_CLOSED))
    return account


def _successor(actor: Actor, name: str, leaver: Account) -> Account:
    """The open account that takes over."""
    check_not_own(actor, name.strip())
    found = Account.objects.filter(name=name.strip()).first()
    if found is None:
        raise RefusedError(Problem(OrganisationsCode.NO_ACCOUNT))
    if found.pk == leaver.pk:
        raise RefusedError(Problem(OrganisationsCode.SAME_PERSON))
    return _theirs(actor, found.pk)


def _check_day(day: str, today: str) -> None:
    """The past is not rewritten."""
    if day < today:
        raise RefusedError(Problem(OrganisationsCode.PAST_DAY, {"day": day}))


def _beginning(on: str, today: str) -> datetime:
    """When an account closes: now, or as the day begins."""
    return timezone.now() if on == today else timezone.make_aware(datetime.fromisoformat(on))


def _n_open(posts: list[Post]) -> int:
    """Open obligations of the villages where these posts reach."""
    places = [post.region for post in posts if Role(post.role) in SEES_RESIDENTS]
    found = Obligation.objects.filter(done_at__isnull=True, stopped_at__isnull=True)
    return found.filter(_any_of(places)).count()


def _any_of(places: list[str]) -> Q:
    reach = Q(pk__in=[])
    for place in places:
        reach |= Q(region__startswith=place)
    return reach
