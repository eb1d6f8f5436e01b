"""Applications for admission: drafts, what was handed in, what was asked about it, what was decided."""

from django.db import models

from qingzhuang.store.models.forms import FormTemplate


class Request(models.Model):
    """
    One application as its department writes it; kept while it is written and after.

    document: canonical JSON of engine.admit.domain.Application (writing.py beside it says how). template: the
    form's file, None for matters without one. closed_at: given up by the department, or decided for good.
    """

    office = models.CharField(max_length=40)
    author = models.CharField(max_length=150)
    title = models.CharField(max_length=300, default="", blank=True)
    kind = models.CharField(max_length=20)
    document = models.TextField()
    template = models.ForeignKey(FormTemplate, on_delete=models.PROTECT, null=True, related_name="requests")
    template_name = models.CharField(max_length=255, default="", blank=True)
    opened_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """An office sees its own, the newest first."""

        indexes = (models.Index(fields=["office", "-saved_at"], name="request_by_office"),)

    def __str__(self) -> str:
        """Its number in the house."""
        return f"request {self.pk}"


class Attachment(models.Model):
    """A paper that belongs to an application: the basis as a file. content: its bytes, at most 20 MB."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="attachments")
    step = models.CharField(max_length=20)
    file_name = models.CharField(max_length=255)
    content = models.BinaryField()
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Its file name."""
        return self.file_name


class Submission(models.Model):
    """
    An application as it was handed in once: words and findings of that moment, never changed.

    reference: ZR-2026-058, the gate's own running number. findings: JSON list of `Finding`.
    comparison: JSON, field by field what is held, and the hours as asked and at the least. due_on: ISO day
    by which the gate answers. is_emergency: handed in by the emergency lane.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="submissions")
    reference = models.CharField(max_length=20, unique=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    document = models.TextField()
    findings = models.TextField()
    comparison = models.TextField(default="{}")
    due_on = models.CharField(max_length=10)
    is_emergency = models.BooleanField(default=False)

    def __str__(self) -> str:
        """Its reference."""
        return self.reference


class Poll(models.Model):
    """A question to a few villages about an application; the answers are seen by the 减负办 only."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="polls")
    question = models.CharField(max_length=300)
    asked_by = models.CharField(max_length=150)
    asked_at = models.DateTimeField()
    closes_on = models.CharField(max_length=10)

    def __str__(self) -> str:
        """About which application."""
        return f"poll on submission {self.submission_id}"


class PollAnswer(models.Model):
    """One village's answer; the row is made when it is asked. answer: `can`, `hard`, `pointless` or ""."""

    poll = models.ForeignKey(Poll, on_delete=models.PROTECT, related_name="answers")
    region = models.CharField(max_length=12)
    answer = models.CharField(max_length=20, default="", blank=True)
    minutes = models.PositiveIntegerField(null=True)
    words = models.CharField(max_length=500, default="", blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """A village answers once."""

        constraints = (models.UniqueConstraint(fields=["poll", "region"], name="one_answer_per_village"),)

    def __str__(self) -> str:
        """Of which poll."""
        return f"answer to poll {self.poll_id}"


class Consultation(models.Model):
    """A question to another office (a town, a department, 数据局) about an application, and its answer."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="consultations")
    office = models.CharField(max_length=40)
    question = models.CharField(max_length=500)
    asked_by = models.CharField(max_length=150)
    asked_at = models.DateTimeField()
    answer = models.TextField(default="", blank=True)
    answered_by = models.CharField(max_length=150, default="", blank=True)
    answered_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Whom."""
        return f"consultation of {self.office}"


class Decision(models.Model):
    """
    What the gate says of a submission. outcome: `reduced` 改为取数+并表, `admitted` 同意,
    `returned` 退回补依据, `refused` 不准入. suggested: what the machine proposed.
    override: the sentence that goes against it.

    document: the Application as admitted (with fewer fields, rarer), "" where nothing is admitted. It counts
    from decided_at; before that it waits for a signature. dropped_at: the signer sent the opinion back.
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=20)
    suggested = models.CharField(max_length=20, default="", blank=True)
    override = models.CharField(max_length=500, default="", blank=True)
    opinion = models.TextField()
    document = models.TextField(default="", blank=True)
    hours = models.FloatField(default=0)
    hours_asked = models.FloatField(default=0)
    needs_leader = models.BooleanField(default=False)
    proposed_by = models.CharField(max_length=150)
    proposed_at = models.DateTimeField()
    decided_by = models.CharField(max_length=150, default="", blank=True)
    decided_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    why_dropped = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        """One decision counts for a submission."""

        constraints = (
            models.UniqueConstraint(
                fields=["submission"],
                condition=models.Q(dropped_at__isnull=True),
                name="one_decision_per_submission",
            ),
        )

    def __str__(self) -> str:
        """Outcome."""
        return f"{self.outcome} of submission {self.submission_id}"


class Minutes(models.Model):
    """A joint review (联席会议): who sat, what was said, about which submissions (JSON list of their ids)."""

    held_on = models.CharField(max_length=10)
    attendees = models.TextField()
    text = models.TextField()
    submissions = models.TextField(default="[]")
    recorded_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        """The day."""
        return self.held_on
