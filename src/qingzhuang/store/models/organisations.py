"""Regions: the lowest table; everything else lies in one."""

from django.db import models


class Region(models.Model):
    """
    A village under its 12-digit 统计用区划代码 with the name it has from one day to another.

    Half-open: `valid_to` is the first day on which the name no longer holds; None = it holds.
    """

    code = models.CharField(max_length=12)
    name = models.CharField(max_length=100)
    valid_from = models.CharField(max_length=10)  # ISO day
    valid_to = models.CharField(max_length=10, null=True)  # noqa: DJ001 (None: it still holds)

    class Meta:
        """One name at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(valid_to__isnull=True), name="one_name_per_region"
            ),
        )

    def __str__(self) -> str:
        """The village's name."""
        return self.name
