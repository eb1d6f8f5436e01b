"""What villages say without being named: requests that came without a number, reported."""

from django.db import models


class RefusalReport(models.Model):
    """
    A request without a good number, reported by somebody of a village. Nothing tells who, where or when.

    There is no account, no region, no office of the village, no instant: only the Monday of the week. id:
    random, so that the order of rows tells nothing either. notice: what was pasted, with people's numbers
    masked. asked_by: the office that is said to have asked. number: what it bore. verdict: what the check
    answered. photo: re-encoded, without EXIF.
    """

    id = models.UUIDField(primary_key=True)
    week = models.CharField(max_length=10)
    notice = models.TextField(default="", blank=True)
    asked_by = models.CharField(max_length=200, default="", blank=True)
    number = models.CharField(max_length=40, default="", blank=True)
    verdict = models.CharField(max_length=20)
    clause = models.CharField(max_length=300, default="", blank=True)
    photo = models.BinaryField(null=True)
    answered_on = models.CharField(max_length=10, null=True)  # noqa: DJ001 (None: nobody looked at it yet)
    answer = models.CharField(max_length=500, default="", blank=True)

    def __str__(self) -> str:
        """The week."""
        return self.week
