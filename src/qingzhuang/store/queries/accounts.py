"""Accounts: who somebody is, and what their posts allow."""

from django.db.models import Q

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account, Post
from qingzhuang.store.roles import SEES_RESIDENTS, Role


def actor_of(account: Account, *, today: str) -> Actor:
    """The actor an account is on a day: its roles, its office, where it serves and whose data it may see."""
    posts = list(posts_on(account, today))
    places = tuple(sorted({post.region for post in posts}))
    scopes = tuple(sorted({post.region for post in posts if Role(post.role) in SEES_RESIDENTS}))
    return Actor(
        name=account.name,
        scopes=scopes,
        roles=frozenset(Role(post.role) for post in posts),
        office=account.office.code,
        places=places,
    )


def posts_on(account: Account, day: str) -> tuple[Post, ...]:
    """The posts an account holds on an ISO day, by role."""
    held = Post.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=day), account=account, valid_from__lte=day
    )
    return tuple(held.order_by("role", "region"))
