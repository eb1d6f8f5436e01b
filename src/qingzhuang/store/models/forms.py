"""Forms that were sent out: the empty form once, and each filling of it for a village."""

from django.db import models


class FormTemplate(models.Model):
    """
    An empty form as a department issued it; the same bytes stand once, however many villages fill it.

    content: the file's bytes, deflated; at most the 20 MB a form may have. suffix: .xlsx, .docx. prints: what
    is printed in it, one text a line, as `print_key` compares it.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    suffix = models.CharField(max_length=10)
    title = models.TextField()
    prints = models.TextField()
    content = models.BinaryField()

    def __str__(self) -> str:
        """The title."""
        return self.title


class SentForm(models.Model):
    """
    A form filled for a village; filling it again the same way is the same form, sent later.

    who: criteria as typed, "" for none. on: ISO day. after_import: the last import known then: what came
    later was not in the form.
    """

    region = models.CharField(max_length=12)
    template = models.ForeignKey(FormTemplate, on_delete=models.PROTECT, related_name="sent")
    file_name = models.CharField(max_length=255)
    issuer = models.CharField(max_length=200, default="", blank=True)
    who = models.TextField(default="", blank=True)
    on = models.CharField(max_length=10)
    after_import = models.BigIntegerField()
    author = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        """One row per village, form, criteria and day."""

        constraints = (
            models.UniqueConstraint(fields=["region", "template", "who", "on"], name="one_sent_form"),
        )

    def __str__(self) -> str:
        """Form and village."""
        return f"{self.file_name} → {self.region}"
