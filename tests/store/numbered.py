"""Applications, decisions and numbers for tests of the gate; days are counted from today."""

from dataclasses import replace
from datetime import UTC, datetime

from django.db import transaction
from tests.days import day

from qingzhuang.engine.admit.domain import Application, AskedField, Frequency
from qingzhuang.engine.admit.writing import to_document
from qingzhuang.store.chain import canonical
from qingzhuang.store.gate import admit
from qingzhuang.store.models import Admission, Decision, Region, Request, Submission

COUNTY = "360999"
TOWN = "360999101"
QINGHE = "360999101205"
DONGTANG = "360999101206"
FAR = "360999202301"  # a village of another town
OFFICE = "minzheng"
TITLE = "困难老人入冬走访情况表"


def now() -> datetime:
    """This instant."""
    return datetime.now(UTC)


def application(**words: object) -> Application:
    """A department's form of three fields for one town, three months from today, by the quarter."""
    plain = Application(
        title=TITLE,
        office=OFFICE,
        issuer="青禾县民政局",
        basis="青民发〔2026〕18号",
        frequency=Frequency.QUARTERLY,
        starts_on=day(),
        ends_on=day(90),
        regions=(TOWN,),
        fields=tuple(AskedField(label) for label in ("是否独居", "取暖方式", "需要的帮助")),
    )
    return replace(plain, **words)  # type: ignore[arg-type]


def villages() -> None:
    """Three villages of two towns, and the towns themselves."""
    named = {
        QINGHE: "青禾村",
        DONGTANG: "东塘村",
        FAR: "远山村",
        f"{TOWN}000": "青禾镇",
        "360999202000": "远山镇",
    }
    Region.objects.bulk_create(
        Region(code=code, name=name, valid_from="2020-01-01") for code, name in named.items()
    )


def decided(asked: Application, *, n: int = 1, outcome: str = "reduced") -> Decision:
    """A decision on this application, just made; n: its place among those of the test."""
    at = now()
    document = canonical(to_document(asked))
    request = Request.objects.create(
        office=asked.office, author="zhao", title=asked.title, kind=asked.kind, document=document,
        opened_at=at, saved_at=at,
    )  # fmt: skip
    wider = replace(asked, fields=(*asked.fields, *(AskedField(f"已有的第{i}项") for i in range(17))))
    submission = Submission.objects.create(
        request=request, reference=f"ZR-2026-{n:03d}", at=at, by="zhao",
        document=canonical(to_document(wider)), findings="[]", due_on=day(5),
    )  # fmt: skip
    return Decision.objects.create(
        submission=submission, outcome=outcome, opinion="改为取数。", document=document, hours=12,
        hours_asked=80, proposed_by="qian", proposed_at=at, decided_by="qian", decided_at=at,
    )  # fmt: skip


def admitted(
    asked: Application | None = None, *, n: int = 1, emergency_until: datetime | None = None
) -> Admission:
    """An application that was given its number today."""
    asked = asked or application()
    with transaction.atomic():
        return admit(
            decision=decided(asked, n=n), application=asked, by="qian", at=now(), today=day(),
            emergency_until=emergency_until,
        )  # fmt: skip


def aged(row: Admission, **words: object) -> Admission:
    """
    The same admission, moved in time past the guards, as only a clock can move it.

    The fixed words of a number cannot be changed; tests that need yesterday's number make it by a row of
    their own.
    """
    copy = Admission.objects.get(pk=row.pk)
    number = Admission.objects.filter(year=copy.year).order_by("-seq").values_list("seq", flat=True)[0] + 900
    fresh = decided(application(), n=number)
    copy.pk, copy.decision, copy.seq, copy.token = None, fresh, number, ""
    for name, value in words.items():
        setattr(copy, name, value)
    copy.save(force_insert=True)
    for prefix in row.regions.values_list("prefix", flat=True):
        copy.regions.create(prefix=prefix)
    copy.token = row.token
    copy.save(update_fields=["token"])
    return Admission.objects.get(pk=copy.pk)
