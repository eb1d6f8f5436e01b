"""What an application is compared with besides residents' data: live numbers, the register, hours."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count as Counted
from django.db.models import F, Max, Q, Sum

from qingzhuang.engine.admit.clashes import due_days
from qingzhuang.engine.admit.comparing.domain import KnownForm
from qingzhuang.engine.admit.domain import Application, Frequency, Kind
from qingzhuang.engine.admit.rules.rule import Count, Rule
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Admission, FormTemplate, HoursBudget, Matter, SentForm
from qingzhuang.store.roles import Right

_MOST_SENT = 500  # forms that were sent out lately; older ones are in the register or forgotten
_LABEL = re.compile(r"^[^:：。，；\d]{2,12}$")  # a print that may head a column, not a sentence
_UNSIGNED = "没写单位"  # of a form that bears no office
SENT = "form "  # how ids of forms begin that villages filled, known by their prints alone


def known_forms(actor: Actor, *, on: str, catalogue_only: bool = False) -> tuple[KnownForm, ...]:
    """
    Every matter villages are or were asked: numbers, the register, forms that were sent out. R-APP-11.

    on: ISO day; what is in force then is live. catalogue_only: leave out the forms that were only sent out.

    Raises:
        RefusedError: the actor neither applies nor reviews.
    """
    _allow(actor)
    admitted = tuple(map(_of_admission, _in_force(on)))
    numbers = {form.number for form in admitted}
    matters = tuple(_of_matter(row, on) for row in Matter.objects.order_by("id") if row.number not in numbers)
    return (*admitted, *matters, *(() if catalogue_only else _sent_forms()))


def known_mark(actor: Actor) -> tuple[object, ...]:
    """
    What changes whenever `known_forms` of a day does: forms read with the same mark are still good.

    Raises:
        RefusedError: the actor neither applies nor reviews.
    """
    _allow(actor)
    admitted = Admission.objects.aggregate(
        Counted("pk"), Counted("withdrawn_on"), Counted("regularised_at"), Max("pk"), Max("admitted_at")
    )
    kept = Matter.objects.aggregate(Counted("pk"), Counted("ended_on"), Max("pk"), Max("recorded_at"))
    sent = SentForm.objects.aggregate(Counted("pk"), Max("pk"), Max("recorded_at"))
    return (*admitted.values(), *kept.values(), *sent.values())


def counted_before(
    actor: Actor, application: Application, *, rules: Sequence[Rule], on: str
) -> dict[str, int]:
    """
    What quota rules count, by `Count`; what nobody keeps count of is absent. Rule R-APP-12.

    Meetings and inspections count if a quota rule's own words make them comprehensive.

    Raises:
        RefusedError: the actor neither applies nor reviews.
    """
    _allow(actor)
    year = int(on[:4])
    kept = Matter.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), started_on__lte=on)
    counts = {
        Count.SIGNBOARDS: kept.filter(kind=Kind.SIGNBOARD).count(),
        Count.LEDGERS: kept.filter(kind=Kind.LEDGER).count(),
    }
    own = Admission.objects.filter(office=application.office, withdrawn_on=None)
    counts[Count.DOCUMENTS] = own.filter(kind=Kind.DOCUMENT, year=year).count()
    last_year = own.filter(kind=Kind.DOCUMENT, year=year - 1).count()
    if last_year:  # a year before the gate was there says nothing
        counts[Count.DOCUMENTS_LAST_YEAR] = last_year
    for count, kind in ((Count.MEETINGS, Kind.MEETING), (Count.INSPECTIONS, Kind.INSPECTION)):
        titles = own.filter(kind=kind, year=year).values_list("title", flat=True)
        words = _words_of(count, rules)
        counts[count] = sum(any(word in title for word in words) for title in titles)
    return {str(count): n for count, n in counts.items()}


@dataclass(frozen=True, slots=True)
class HoursLeft:
    """Hours of villages' time an office may take this year, and what its numbers took already."""

    hours: float
    used: float

    @property
    def left(self) -> float:
        """What is left; below zero where more was admitted."""
        return self.hours - self.used


def hours_left(actor: Actor, office: str, *, year: int) -> HoursLeft | None:
    """
    The hours budget of an office, None where none was set; of another office for reviewers only.

    Raises:
        RefusedError: the actor neither applies nor reviews, or asks about another office without reviewing.
    """
    allow(actor, Right.APPLY if office == actor.office and not actor.may(Right.REVIEW) else Right.REVIEW)
    row = HoursBudget.objects.filter(office=office, year=year).first()
    if row is None:
        return None
    taken = Admission.objects.filter(office=office, year=year).exclude(withdrawn_on__lte=F("starts_on"))
    return HoursLeft(row.hours, taken.aggregate(sum=Sum("hours"))["sum"] or 0.0)


def _allow(actor: Actor) -> None:
    allow(actor, Right.REVIEW if actor.may(Right.REVIEW) else Right.APPLY)


def _in_force(on: str) -> list[Admission]:
    rows = Admission.objects.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=on), ends_on__gte=on)
    return list(rows.prefetch_related("regions").order_by("id"))


def _of_admission(row: Admission) -> KnownForm:
    application = from_document(json.loads(row.document))
    return KnownForm(
        id=f"admission {row.pk}",
        title=row.title,
        issuer=row.issuer,
        number=str(row),
        month=row.starts_on[:7],
        fields=tuple((field.label, field.element) for field in application.fields),
        kind=Kind(row.kind),
        frequency=application.frequency,
        days=tuple(day.isoformat() for day in due_days(application)),
        regions=tuple(region.prefix for region in row.regions.all()),
        is_live=True,
    )


def _of_matter(row: Matter, on: str) -> KnownForm:
    is_known = row.frequency in set(Frequency)
    return KnownForm(
        id=f"matter {row.pk}",
        title=row.name,
        issuer=row.issuer,
        number=row.number,
        month=row.started_on[:7],
        fields=tuple((label, key) for label, key in json.loads(row.fields)),
        kind=Kind(row.kind),
        frequency=Frequency(row.frequency) if is_known else None,
        is_live=row.started_on <= on and (row.ended_on is None or row.ended_on > on),
    )


def _sent_forms() -> tuple[KnownForm, ...]:
    """Forms villages filled here, by what is printed on them; nobody said which of the prints are columns."""
    rows = FormTemplate.objects.filter(sent__isnull=False).annotate(
        day=Max("sent__on"), issued_by=Max("sent__issuer")
    )
    found = rows.order_by("-day", "-id").values_list("id", "title", "issued_by", "day", "prints")[:_MOST_SENT]
    return tuple(
        KnownForm(
            f"{SENT}{pk}", title, issuer or _UNSIGNED, "", date.fromisoformat(day).strftime("%Y-%m"),
            tuple((text, "") for text in prints.split("\n") if _LABEL.match(text)),
        )
        for pk, title, issuer, day, prints in found
        if title
    )  # fmt: skip


def _words_of(count: Count, rules: Sequence[Rule]) -> tuple[str, ...]:
    """The words by which the quota rules of this count tell what is comprehensive."""
    quotas = (rule for rule in rules if rule.check == "quota" and rule.limits.get("count") == count)
    return tuple(word for rule in quotas for word in rule.words("when"))
