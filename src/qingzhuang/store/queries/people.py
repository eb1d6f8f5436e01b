"""People who use the platform, each shown only to those who work with them; no residents."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.engine.values.initials import is_found_by
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Account, AreaDuty, Post, Region
from qingzhuang.store.roles import ROLE_NAMES, Right, Role
from qingzhuang.store.scopes import within

PAGE = 50  # people on one page


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person in a list. roles: today's, in Chinese. is_open: whether the account may be used."""

    pk: int
    name: str
    full_name: str
    office: str
    roles: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class People:
    """One page of people. n: all that match. n_open: those of them with an open account."""

    n: int
    n_open: int
    page: int
    pages: int
    seen: tuple[PersonSeen, ...]


@dataclass(frozen=True, slots=True)
class PostSeen:
    """A post. since, until: ISO days, until "" while it holds. is_held: whether it can still be ended."""

    pk: int
    role: str
    place: str
    since: str
    until: str
    is_held: bool


@dataclass(frozen=True, slots=True)
class Person:
    """One person. closed_on: ISO day, "" while open. posts: what is held first. areas: looked after now."""

    pk: int
    name: str
    full_name: str
    office: str
    office_code: str
    must_change: bool
    is_open: bool
    closed_on: str
    posts: tuple[PostSeen, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a list is to show: what was typed, codes of an office and a role; "" for all."""

    typed: str = ""
    office: str = ""
    role: str = ""
    page: int = 1


def people(actor: Actor, *, wanted: Wanted, today: str) -> People:
    """
    A page of the people in the actor's reach, open accounts first. R-ORG-13.

    Administrators reach every account where they serve, a town those of the town, a village its own.
    """
    held = Post.objects.filter(_holding(today))
    found = accounts_in_reach(actor).prefetch_related(Prefetch("posts", held, to_attr="held"))
    if wanted.office:
        found = found.filter(office__code=wanted.office)
    matching = [
        (account, account.held)
        for account in found.order_by("office__kind", "office__code", "name")
        if _is_meant(account, wanted.typed)
        and (not wanted.role or wanted.role in {p.role for p in account.held})
    ]
    matching.sort(key=lambda pair: not pair[0].is_active)
    pages = max(1, -(-len(matching) // PAGE))
    page = min(max(1, wanted.page), pages)
    shown = matching[(page - 1) * PAGE : page * PAGE]
    n_open = sum(account.is_active for account, _ in matching)
    return People(len(matching), n_open, page, pages, tuple(_seen(*pair) for pair in shown))


def person(actor: Actor, pk: int, *, today: str) -> Person:
    """
    One person with all posts, past ones too.

    Raises:
        RefusedError: there is none of this number in the actor's reach.
    """
    account = account_in_reach(actor, pk)
    names = dict(Region.objects.filter(valid_to__isnull=True).values_list("code", "name"))
    posts = [_post(post, names, today) for post in account.posts.order_by("-valid_from", "-pk")]
    duties = AreaDuty.objects.filter(_holding(today), account=account).select_related("area")
    return Person(
        pk=account.pk,
        name=account.name,
        full_name=account.full_name,
        office=account.office.name,
        office_code=account.office.code,
        must_change=account.must_change,
        is_open=account.is_active,
        closed_on=timezone.localtime(account.closed_at).date().isoformat() if account.closed_at else "",
        posts=tuple(sorted(posts, key=lambda post: not post.is_held)),
        areas=tuple(
            f"{names.get(duty.area.region, '')}{duty.area.name}" for duty in duties.order_by("area__name")
        ),
    )


def serving_in(actor: Actor, region: str, *, today: str) -> dict[str, str]:
    """
    Account → person's name of those who hold a post in a village or in its town today, by account.

    Two of one name are told apart by their accounts. region: 12-digit code of the village. Only whom the
    actor reaches: a village its own, a town all of them.
    """
    places = [region, region[:9]]
    held = Post.objects.filter(_holding(today), region__in=places).values("account")
    found = [each for each in accounts_in_reach(actor).filter(pk__in=held).order_by("name") if each.is_active]
    n_called = Counter(account.full_name for account in found)
    return {
        each.name: each.full_name if n_called[each.full_name] == 1 else f"{each.full_name}（{each.name}）"
        for each in found
    }


def account_in_reach(actor: Actor, pk: int) -> Account:
    """
    One account in the actor's reach.

    Raises:
        RefusedError: there is none of this number there.
    """
    found = accounts_in_reach(actor).filter(pk=pk).first()
    if found is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return found


def accounts_in_reach(actor: Actor) -> QuerySet[Account]:
    """
    The accounts that an actor may see at all.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    reach = Actor(actor.name, actor.places) if actor.may(Right.ADMINISTER) else actor
    serving = Post.objects.filter(within(reach)).values("account")
    mine = Q(name=actor.name) | within(reach, field="office__region") | Q(pk__in=serving)
    return Account.objects.filter(mine).select_related("office")


def _holding(today: str) -> Q:
    """What holds on an ISO day."""
    return Q(valid_from__lte=today) & (Q(valid_to__isnull=True) | Q(valid_to__gt=today))


def _is_meant(account: Account, typed: str) -> bool:
    return any(is_found_by(text, typed) for text in (account.full_name, account.name, account.office.name))


def _seen(account: Account, held: list[Post]) -> PersonSeen:
    roles = "、".join(dict.fromkeys(ROLE_NAMES[Role(post.role)] for post in held))
    return PersonSeen(
        account.pk, account.name, account.full_name, account.office.name, roles, account.is_active
    )


def _post(post: Post, names: dict[str, str], today: str) -> PostSeen:
    """A post, its place by name. A prefix is the code without its zeros."""
    return PostSeen(
        pk=post.pk,
        role=ROLE_NAMES[Role(post.role)],
        place=names.get(post.region.ljust(12, "0"), post.region) if post.region else "全部",
        since=post.valid_from,
        until=post.valid_to or "",
        is_held=post.valid_to is None or post.valid_to > today,
    )
