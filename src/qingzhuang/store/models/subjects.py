"""Subjects: persons and households, each one thing however many sources speak of it."""

from django.db import models


class Subject(models.Model):
    """
    A person or a household of one region. Its id never changes and is never used again.

    is_resident: a live source names it as living here. name, id_number: what holds now, for finding it
    (of a household: its head's name). All three are results of linking, published with the profile.
    """

    region = models.CharField(max_length=12)
    is_household = models.BooleanField()
    household = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="members", db_index=False
    )
    is_resident = models.BooleanField(default=True)
    name = models.CharField(max_length=200, default="", blank=True)
    id_number = models.CharField(max_length=40, default="", blank=True)

    class Meta:
        """Found by name or ID number inside a region."""

        indexes = (
            models.Index(fields=["region", "name"], name="subject_by_name"),
            models.Index(fields=["id_number"], name="subject_by_id_number"),
        )

    def __str__(self) -> str:
        """Never a name: subjects end up in logs."""
        return f"{'household' if self.is_household else 'person'} {self.pk}"
