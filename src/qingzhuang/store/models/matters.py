"""The three lists of a county, and the one register of everything that villages are asked for."""

from django.db import models


class ListVersion(models.Model):
    """
    One issue of the three lists, in force from a day until the next one is.

    names: JSON, list class → the name it is printed under in this county. basis: 文号 of its publication.
    """

    effective_from = models.CharField(max_length=10, unique=True)
    names = models.TextField()
    basis = models.CharField(max_length=200, default="", blank=True)
    note = models.TextField(default="", blank=True)
    is_example = models.BooleanField(default=False)  # invented, shipped with the demo
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=150)

    def __str__(self) -> str:
        """From when."""
        return self.effective_from


class Duty(models.Model):
    """
    One line of the three lists. list_class: `duty`, `support` or `not_ours` (engine.admit.domain.ListClass).

    number: its place as printed. support: what support comes with it. forms: forms and ledgers it carries.
    """

    version = models.ForeignKey(ListVersion, on_delete=models.PROTECT, related_name="duties")
    list_class = models.CharField(max_length=20)
    number = models.CharField(max_length=20)
    category = models.CharField(max_length=100, default="", blank=True)
    name = models.CharField(max_length=300)
    department = models.CharField(max_length=200, default="", blank=True)
    basis = models.CharField(max_length=300, default="", blank=True)
    clause = models.CharField(max_length=100, default="", blank=True)
    support = models.TextField(default="", blank=True)
    forms = models.TextField(default="", blank=True)
    valid_until = models.CharField(max_length=10, default="", blank=True)

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Matter(models.Model):
    """
    One thing that villages are asked for, of any kind, from a day until a day (half-open).

    kind: engine.admit.domain.Kind. book: `party`, `livelihood` or "" (the two books of ledgers). fields: JSON
    list of [label, element key]. number: its admission number as printed, "" where it came before the gate.
    ended_on: None while it is kept; why_ended: 取消, 整合到…, 到期 and the like, in the county's words.
    """

    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=300)
    issuer = models.CharField(max_length=200, default="", blank=True)
    office = models.CharField(max_length=40, default="", blank=True)
    book = models.CharField(max_length=20, default="", blank=True)
    frequency = models.CharField(max_length=20, default="", blank=True)
    basis = models.CharField(max_length=300, default="", blank=True)
    fields = models.TextField(default="[]")
    number = models.CharField(max_length=40, default="", blank=True)
    started_on = models.CharField(max_length=10)
    ended_on = models.CharField(max_length=10, null=True)  # noqa: DJ001 (None: it is kept)
    why_ended = models.CharField(max_length=300, default="", blank=True)
    note = models.TextField(default="", blank=True)
    is_example = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        """Found by kind, while it lasts."""

        indexes = (models.Index(fields=["kind", "ended_on"], name="matter_by_kind"),)

    def __str__(self) -> str:
        """Its name."""
        return self.name


class LedgerCap(models.Model):
    """How many ledgers a book may hold at most, from a day on; a county sets its own."""

    book = models.CharField(max_length=20)
    most = models.PositiveIntegerField()
    effective_from = models.CharField(max_length=10)

    def __str__(self) -> str:
        """Book and number."""
        return f"{self.book} {self.most}"
