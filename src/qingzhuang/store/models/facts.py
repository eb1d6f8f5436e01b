"""What sources said, row by row; what is doubtful; and what holds, published for filling."""

from django.db import models

from qingzhuang.store.models.sources import Import
from qingzhuang.store.models.subjects import Subject


class Statement(models.Model):
    """
    What one row of one sheet said. Append-only; the database refuses to change the words (migration 0001).

    person_values, household_values: compact JSON, fact key → canonical value. day: ISO, of the sheet.
    family: mark that ties the rows of one household inside the sheet. person, household: whom linking found.
    """

    source_import = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="statements")
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()
    day = models.CharField(max_length=10)
    family = models.CharField(max_length=200, default="", blank=True)
    is_household_row = models.BooleanField(default=False)
    person_values = models.TextField()
    household_values = models.TextField()
    person = models.ForeignKey(Subject, on_delete=models.PROTECT, null=True, related_name="statements")
    household = models.ForeignKey(
        Subject, on_delete=models.PROTECT, null=True, related_name="household_statements", db_index=False
    )

    def __str__(self) -> str:
        """Where the row stands."""
        return f"import {self.source_import_id}, {self.sheet} row {self.row}"


class VillageStatement(models.Model):
    """
    What one row of a form that came back said of the village itself. Append-only like `Statement`.

    said: compact JSON, fact key → canonical value. Whose it is, the import's region tells; it holds until a
    later answer says something else, so nothing is linked and nothing published.
    """

    source_import = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="village_statements")
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()
    said = models.TextField()

    def __str__(self) -> str:
        """Where the row stands."""
        return f"import {self.source_import_id}, {self.sheet} row {self.row}"


class Snapshot(models.Model):
    """
    A complete membership roster: who of the region is not in this import is 否 for the element
    from this day.
    """

    source_import = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="snapshots")
    sheet = models.CharField(max_length=100)
    element_key = models.CharField(max_length=200)
    day = models.CharField(max_length=10)

    def __str__(self) -> str:
        """Element and day."""
        return f"{self.element_key} {self.day}"


class Question(models.Model):
    """
    Two rows that may speak of one person, or of one household. Open until answered; nothing is
    merged until then.

    first, second: the two statements, the smaller id first. lapsed_at: the doubt went away by
    itself (an import was taken back, or a later source settled it).
    """

    region = models.CharField(max_length=12)
    first = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+")
    is_household = models.BooleanField(default=False)
    why = models.CharField(max_length=500)
    raised_at = models.DateTimeField()
    lapsed_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=150, default="", blank=True)
    is_same = models.BooleanField(null=True)

    class Meta:
        """One question per pair."""

        constraints = (
            models.UniqueConstraint(fields=["first", "second", "is_household"], name="one_question_per_pair"),
        )

    def __str__(self) -> str:
        """The pair."""
        return f"{self.first_id} ~ {self.second_id}"


class Profile(models.Model):
    """
    What holds for one subject, published; `fill` reads nothing else of a subject.

    Clustered by (region, subject): on SQLite the table has no row ids, on PostgreSQL the key's
    index is the one to CLUSTER by. document: compact JSON, see store/documents.py.
    """

    pk = models.CompositePrimaryKey("region", "subject_id")
    region = models.CharField(max_length=12)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+", db_index=False)
    is_household = models.BooleanField()
    household_id = models.BigIntegerField(null=True)
    is_resident = models.BooleanField()
    document = models.TextField()

    def __str__(self) -> str:
        """Whose."""
        return f"profile of subject {self.subject_id}"
