"""People who use the platform: accounts, the posts they hold, the areas they look after."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from qingzhuang.store.models.organisations import Area, Office


class Account(AbstractBaseUser):
    """
    One person's account. A person has one, whatever posts they hold; it is closed, never deleted.

    When somebody signed in is not kept, not even once: nobody's logins can be counted (a red line).
    full_name: the person's name, shown to colleagues. must_change: the password was set by somebody else.
    closed_at: from when it may not be used; a handover may lie ahead.
    text_size: `s`, `m`, `l` or `x` (UX.md §1.2).
    """

    last_login = None  # see above: the column does not exist
    name = models.CharField(max_length=150, unique=True)
    full_name = models.CharField(max_length=100)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="accounts")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    must_change = models.BooleanField(default=True)
    text_size = models.CharField(max_length=1, default="m")

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager()

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """Whether it may be used: Django asks this at every request, so closing ends sessions at once."""
        return self.closed_at is None or self.closed_at > timezone.now()

    def __str__(self) -> str:
        """The account's name, never the person's."""
        return self.name


class Post(models.Model):
    """
    A duty a person holds in a place, from one day to another (half-open, like Region).

    role: a code of `store.roles`. region: prefix of the region codes where it is held, "" for everywhere.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=30)
    region = models.CharField(max_length=12, default="", blank=True)
    valid_from = models.CharField(max_length=10)
    valid_to = models.CharField(max_length=10, null=True)  # noqa: DJ001 (None: it is still held)

    def __str__(self) -> str:
        """Role and place."""
        return f"{self.role} {self.region}"


class AreaDuty(models.Model):
    """Who looks after an area, from one day to another."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="duties")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="areas")
    valid_from = models.CharField(max_length=10)
    valid_to = models.CharField(max_length=10, null=True)  # noqa: DJ001 (None: still)

    def __str__(self) -> str:
        """Of which area."""
        return f"duty in area {self.area_id}"
