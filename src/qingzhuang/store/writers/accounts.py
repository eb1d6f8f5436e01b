"""Writing accounts and posts."""

from datetime import datetime

from qingzhuang.store.models import Account, Office, Post
from qingzhuang.store.roles import Role


def set_password(account: Account, password: str, *, must_change: bool) -> None:
    """Give an account a password, kept hashed; must_change: to be replaced at the next signing in."""
    account.set_password(password)
    account.must_change = must_change
    account.save(update_fields=["password", "must_change"])


def create_account(*, name: str, full_name: str, office: Office, hashed: str, at: datetime) -> Account:
    """Open an account whose first password (hashed) has to be replaced at the first signing in."""
    return Account.objects.create(
        name=name, full_name=full_name, office=office, password=hashed, opened_at=at, must_change=True
    )


def end_account(account: Account, *, at: datetime | None) -> None:
    """Close an account from a moment; None opens it again."""
    account.closed_at = at
    account.save(update_fields=["closed_at"])


def create_post(account: Account, *, role: Role, region: str, since: str) -> Post:
    """Give an account a post from the ISO day `since`. region: prefix of codes."""
    return Post.objects.create(account=account, role=role.value, region=region, valid_from=since)


def end_post(post: Post, *, on: str) -> None:
    """End a post from the ISO day `on`; one that has not begun by then is never held."""
    post.valid_to = max(on, post.valid_from)
    post.save(update_fields=["valid_to"])
