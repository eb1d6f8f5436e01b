"""What was taught about labels; the catalogue itself is shipped text."""

from django.db import models


class RememberedBinding(models.Model):
    """
    One confirmation: on this issuer's forms this label path means that element. Append-only; the
    latest counts.

    path_key: normalised labels joined by "/". element_key: fact key, "" for none of our data.
    """

    issuer = models.CharField(max_length=200)
    path_key = models.CharField(max_length=500)
    element_key = models.CharField(max_length=200, blank=True)
    author = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        """Read by issuer and path, oldest first."""

        indexes = (models.Index(fields=["issuer", "path_key"], name="binding_by_issuer"),)

    def __str__(self) -> str:
        """Label path and element."""
        return f"{self.path_key} → {self.element_key}"
