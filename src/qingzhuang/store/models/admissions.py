"""Admissions: the number, what it allows and until when; and the obligations that stand on it."""

from django.db import models

from qingzhuang.store.models.requests import Decision


class NumberCounter(models.Model):
    """The last admission number given out in a year; taken and raised in the transaction that admits."""

    year = models.PositiveIntegerField(primary_key=True)
    last = models.PositiveIntegerField()

    def __str__(self) -> str:
        """Year and last number."""
        return f"{self.year}: {self.last}"


class Admission(models.Model):
    """
    准入〔2026〕31号: what a department may ask of which villages, how often, until when.

    document: canonical JSON of the Application as admitted. starts_on, ends_on: ISO days, ends_on the last
    good one, at most 12 months on. emergency_until: instant until which an emergency must be
    regularised, None for the ordinary lane; regularised_at. withdrawn_on: ISO day from which it is void.
    token: compact JWS.
    Only withdrawal, regularisation and the token are ever written after the row is made (migration 0003).
    """

    year = models.PositiveIntegerField()
    seq = models.PositiveIntegerField()
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="admission")
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    office = models.CharField(max_length=40)
    issuer = models.CharField(max_length=200)
    frequency = models.CharField(max_length=20)
    document = models.TextField()
    hours = models.FloatField()
    starts_on = models.CharField(max_length=10)
    ends_on = models.CharField(max_length=10)
    emergency_until = models.DateTimeField(null=True)
    regularised_at = models.DateTimeField(null=True)
    withdrawn_on = models.CharField(max_length=10, null=True)  # noqa: DJ001 (None: it was not)
    withdrawn_by = models.CharField(max_length=150, default="", blank=True)
    why_withdrawn = models.CharField(max_length=500, default="", blank=True)
    renews = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="renewals")
    token = models.TextField(default="", blank=True)
    admitted_at = models.DateTimeField()
    admitted_by = models.CharField(max_length=150)

    class Meta:
        """A number is given out once."""

        constraints = (models.UniqueConstraint(fields=["year", "seq"], name="one_admission_per_number"),)
        indexes = (models.Index(fields=["office", "year"], name="admission_by_office"),)

    def __str__(self) -> str:
        """The number as printed."""
        return f"准入〔{self.year}〕{self.seq}号"


class AdmissionRegion(models.Model):
    """One prefix of region codes on which an admission may land; fixed once the admission stands."""

    admission = models.ForeignKey(Admission, on_delete=models.PROTECT, related_name="regions")
    prefix = models.CharField(max_length=12)

    class Meta:
        """Each prefix once."""

        constraints = (
            models.UniqueConstraint(fields=["admission", "prefix"], name="one_prefix_per_admission"),
        )

    def __str__(self) -> str:
        """The prefix."""
        return self.prefix


class HoursBudget(models.Model):
    """How many hours of villages' time an office may take in a year (小时); admissions debit it."""

    office = models.CharField(max_length=40)
    year = models.PositiveIntegerField()
    hours = models.FloatField()

    class Meta:
        """One budget a year."""

        constraints = (models.UniqueConstraint(fields=["office", "year"], name="one_budget_per_year"),)

    def __str__(self) -> str:
        """Office and year."""
        return f"{self.office} {self.year}"


class Obligation(models.Model):
    """
    One thing one village has to do once: the only rows that reach a village's desk.

    The database refuses a row whose admission is missing, not yet in force, ended, withdrawn or does not
    reach this region (triggers of migration 0003). office: the village's office code, "" for the village as
    such. period: 2026Q4, 2026-11, 2026 … landed_on, due: ISO days. done_at: handed in. stopped_at: the
    admission ended or was withdrawn before it was done.
    """

    admission = models.ForeignKey(Admission, on_delete=models.PROTECT, related_name="obligations")
    region = models.CharField(max_length=12)
    period = models.CharField(max_length=20)
    landed_on = models.CharField(max_length=10)
    due = models.CharField(max_length=10)
    done_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        """A village is asked once per period."""

        constraints = (
            models.UniqueConstraint(
                fields=["admission", "region", "period"], name="one_obligation_per_period"
            ),
        )
        indexes = (models.Index(fields=["region", "due"], name="obligation_by_village"),)

    def __str__(self) -> str:
        """Village and period."""
        return f"{self.region} {self.period}"
