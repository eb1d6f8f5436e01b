"""What people do with accounts."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from qingzhuang.actions.organisations.passwords import first_password
from qingzhuang.actions.organisations.postrules import check_not_own, check_together, coming_posts
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Account
from qingzhuang.store.queries.people import account_in_reach
from qingzhuang.store.roles import Right, Role
from qingzhuang.store.writers.accounts import end_account, end_post, set_password
from qingzhuang.store.writers.areas import end_duties
from qingzhuang.store.writers.journal import record


def change_password(actor: Actor, *, old: str, new: str, again: str) -> None:
    """
    Give one's own account a new password.

    Raises:
        RefusedError: the old one is wrong, the two new ones differ, or the new one is easily guessed.
    """
    account = Account.objects.get(name=actor.name)
    if not account.check_password(old):
        raise RefusedError(Problem(OrganisationsCode.WRONG_PASSWORD))
    if new != again:
        raise RefusedError(Problem(OrganisationsCode.NOT_TWICE_THE_SAME))
    check_strength(new, account)
    with transaction.atomic():
        set_password(account, new, must_change=False)
        record(actor, action="organisations.change_password", object_=actor.name, values={})


def check_strength(password: str, account: Account) -> None:
    """
    Let a password pass, or refuse.

    Raises:
        RefusedError: too short, a common one, or digits alone (AUTH_PASSWORD_VALIDATORS).
    """
    try:
        validate_password(password, account)
    except ValidationError as error:
        why = "".join(error.messages)
        raise RefusedError(Problem(OrganisationsCode.WEAK_PASSWORD, {"why": why})) from error


def reset_password(actor: Actor, *, pk: int) -> tuple[str, str]:
    """
    Give an account a new first password; comes back: the account's name and the password, told this once.

    Whoever is signed in with it is signed out. R-ORG-09.

    Raises:
        RefusedError: not an administrator of that place; one's own account; closed.
    """
    account = _others(actor, pk)
    _check_open(account)
    password = first_password()
    with transaction.atomic():
        set_password(account, password, must_change=True)
        record(actor, action="organisations.reset_password", object_=account.name, values={})
    return account.name, password


def close_account(actor: Actor, *, pk: int, today: str) -> str:
    """
    Close an account at once and end its posts today; comes back: its name. Sessions end with it. R-ORG-12.

    Raises:
        RefusedError: not an administrator of that place; one's own account; closed before.
    """
    account = _others(actor, pk)
    _check_open(account)
    with transaction.atomic():
        posts = coming_posts(account, today=today)
        for post in posts:
            end_post(post, on=today)
        end_duties(account, on=today)
        end_account(account, at=timezone.now())
        record(
            actor, action="organisations.close_account", object_=account.name, values={"posts": len(posts)}
        )
    return account.name


def reopen_account(actor: Actor, *, pk: int, today: str) -> tuple[str, str]:
    """
    Open a closed account again, without posts; comes back: its name and a new first password, told this once.

    Raises:
        RefusedError: not an administrator of that place; one's own account; it is open.
    """
    account = _others(actor, pk)
    if account.closed_at is None:
        raise RefusedError(Problem(OrganisationsCode.ACCOUNT_OPEN))
    check_together(Role(post.role) for post in coming_posts(account, today=today))
    password = first_password()
    with transaction.atomic():
        set_password(account, password, must_change=True)
        end_account(account, at=None)
        record(actor, action="organisations.reopen_account", object_=account.name, values={})
    return account.name, password


def _others(actor: Actor, pk: int) -> Account:
    """Somebody else's account that the administrator looks after."""
    allow(actor, Right.ADMINISTER)
    account = account_in_reach(actor, pk)
    check_not_own(actor, account.name)
    return account


def _check_open(account: Account) -> None:
    """Refuse what a closed account cannot have done to it."""
    if not account.is_active:
        raise RefusedError(Problem(OrganisationsCode.ACCOUNT_CLOSED))
