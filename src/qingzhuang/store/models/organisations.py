"""Regions, the offices that act in them and the areas a village is divided into: the lowest tables."""

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


class RegionAlias(models.Model):
    """Another name under which a region is known (an old name, a short one), for finding it."""

    code = models.CharField(max_length=12)
    name = models.CharField(max_length=100)

    class Meta:
        """Each name once per region."""

        constraints = (models.UniqueConstraint(fields=["code", "name"], name="one_alias_per_region"),)

    def __str__(self) -> str:
        """The other name."""
        return self.name


class Office(models.Model):
    """
    A body that acts: a village, a town, a department, the 减负办.

    code: chosen by the county, never used again. region: 12-digit code of where it sits. kind: `village`,
    `town`, `department` or `burden_office`. closed_on: ISO day from which it no longer acts.
    """

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    region = models.CharField(max_length=12)
    opened_on = models.CharField(max_length=10)
    closed_on = models.CharField(max_length=10, null=True)  # noqa: DJ001 (None: it still acts)

    def __str__(self) -> str:
        """The office's name."""
        return self.name


class Area(models.Model):
    """
    A part of a village that cadres look after (分片包干), from one day to another.

    groups: which villager groups it takes in, as people say it (一组、二组); half-open like Region.
    """

    region = models.CharField(max_length=12)
    name = models.CharField(max_length=100)
    groups = models.CharField(max_length=200, default="", blank=True)
    valid_from = models.CharField(max_length=10)
    valid_to = models.CharField(max_length=10, null=True)  # noqa: DJ001 (None: it still holds)

    class Meta:
        """One area of a name at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["region", "name"],
                condition=models.Q(valid_to__isnull=True),
                name="one_area_per_name",
            ),
        )

    def __str__(self) -> str:
        """The area's name."""
        return self.name
