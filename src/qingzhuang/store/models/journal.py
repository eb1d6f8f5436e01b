"""The journal: one line per action, chained by hashes, verifiable outside the database."""

from django.db import models


class JournalEntry(models.Model):
    """
    One line. commitment = H(salt ‖ values); hash covers the whole line and the hash before it.

    Values and salt stand apart, so that erasing personal data leaves a chain that still verifies.
    The database refuses UPDATE and DELETE (migration 0001).
    """

    seq = models.BigIntegerField(primary_key=True)  # 1, 2, 3 … without holes
    at = models.CharField(max_length=40)  # ISO instant with zone, as hashed
    actor = models.CharField(max_length=150)
    action = models.CharField(max_length=100)
    object = models.CharField(max_length=200)
    commitment = models.CharField(max_length=64)
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        """Number and action."""
        return f"{self.seq} {self.action}"


class JournalValues(models.Model):
    """What a line is about in detail. May be erased (right to deletion), never changed."""

    entry = models.OneToOneField(
        JournalEntry, on_delete=models.PROTECT, primary_key=True, related_name="detail"
    )
    salt = models.CharField(max_length=64)
    document = models.TextField()  # canonical JSON

    def __str__(self) -> str:
        """Of which line."""
        return f"values of {self.entry_id}"
