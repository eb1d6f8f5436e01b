"""Imports: one per file taken."""

from django.db import models


class Import(models.Model):
    """
    One file that was taken whole. Taken back: `withdrawn_at` is set, nothing is deleted.

    day: ISO day the file speaks of (of its first sheet; statements carry their own sheet's).
    accepted: rows taken. notes: JSON list of sentences. refused: JSON list of [sheet, row,
    sentence, name].
    """

    region = models.CharField(max_length=12)
    source = models.CharField(max_length=200)
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    day = models.CharField(max_length=10)
    is_partial = models.BooleanField(default=False)
    is_village_answer = models.BooleanField(default=False)  # a form the village filled and sent back
    author = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    accepted = models.PositiveIntegerField()
    notes = models.TextField(default="[]")
    refused = models.TextField(default="[]")

    class Meta:
        """The same file of the same source stands once per region and day."""

        constraints = (
            models.UniqueConstraint(
                fields=["region", "source", "sha256", "day"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="one_live_import_per_file",
            ),
        )

    def __str__(self) -> str:
        """File and source."""
        return f"{self.file_name}（{self.source}）"
