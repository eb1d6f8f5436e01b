"""Applications that stand at the gate, made without the department's pages. All of it is invented."""

import json
from datetime import UTC, datetime, timedelta

from tests.days import A_YEAR, TODAY, day

from qingzhuang.engine.admit.comparing.domain import Comparison, HeldField, KnownForm, Overlap, Shared, Source
from qingzhuang.engine.admit.comparing.findings import Compared
from qingzhuang.engine.admit.comparing.proposal import Proposal
from qingzhuang.engine.admit.comparisons import comparison_to_document
from qingzhuang.engine.admit.costing.hours import hours_a_year
from qingzhuang.engine.admit.domain import Application, AskedField, Finding, Frequency, Topic, Weight
from qingzhuang.engine.admit.wanted import whole
from qingzhuang.engine.admit.writing import findings_to_documents, to_document
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.reference.hours.minutes import load_minutes
from qingzhuang.store.models import Request, Submission

AT = datetime.now(UTC) - timedelta(days=2)
HELD = ("姓名", "性别", "身份证号码", "房屋结构")
NEW = ("夜间有无人照看", "燃气报警器", "适老化改造意愿")
ROWS = 100  # people a village lists each time
TITLE = "农村老年人居住情况摸排表"

APPLICATION = Application(
    title=TITLE,
    office="zjj",
    issuer="县住建局",
    basis="青建发〔2026〕12号",
    money="每村 200 元",
    frequency=Frequency.QUARTERLY,
    starts_on=day(9),
    ends_on=day(9 + A_YEAR),
    issue_days=10,
    regions=("360999",),
    n_villages=2,
    fields=tuple(
        AskedField(label, place=chr(ord("B") + at), is_sure=True) for at, label in enumerate((*HELD, *NEW))
    ),
)
OVERLAP = KnownForm(
    "m1", "农村住房安全排查表", "县住建局", "", day(-240)[:7], tuple((label, "") for label in HELD)
)


def compared_of(application: Application, *, share: float = 1.0) -> Compared:
    """Fields of HELD are known of everybody (or this share), others of nobody; a hundred people a village."""
    held = tuple(
        HeldField(
            field.label,
            field.place,
            field.element,
            field.label if field.label in HELD else "",
            Comparison.SAME if field.label in HELD else Comparison.NEW,
            sources=(Source("公安人口库", day(-21), share, ""),) if field.label in HELD else (),
            treatment="供数" if field.label in HELD else "村里填",
            is_sure=True,
        )
        for field in application.fields
    )
    supplied = tuple(field for field in held if field.is_held)
    asked = tuple(field for field in held if not field.is_held)
    sentence = f"建议只发 {len(asked)} 项的小表，另外 {len(supplied)} 项由平台供数。"
    shared = tuple(Shared(field.label, field.label, "") for field in supplied)
    overlaps = (Overlap(OVERLAP, shared, len(held), 0.6, 0.4, is_overlap=True),) if shared else ()
    estimate = hours_a_year(
        application,
        held=held,
        catalogue=load_catalogue(None),
        costs=load_minutes(TODAY),
        rows=ROWS,
        asked=asked,
    )
    proposal = Proposal(supplied, asked, None, sentence) if held else None
    all_of_it = compared_of(whole(application)).estimate if application.supplied else None
    return Compared(held, overlaps, estimate, proposal, (), all_of_it)


def hand_in(
    application: Application = APPLICATION,
    *,
    reference: str = "ZR-2026-058",
    findings: tuple[Finding, ...] = (),
    due_on: str = "",
    is_emergency: bool = False,
    request: Request | None = None,
) -> Submission:
    """An application that was handed in. request: its own, else a new one; due_on: else in three days."""
    document = json.dumps(to_document(application), ensure_ascii=False)
    row = request or Request.objects.create(
        office=application.office,
        author="officer",
        title=application.title,
        kind=application.kind.value,
        document=document,
        opened_at=AT,
        saved_at=AT,
    )
    return Submission.objects.create(
        request=row,
        reference=reference,
        at=AT,
        by="officer",
        document=document,
        findings=json.dumps(findings_to_documents(findings), ensure_ascii=False),
        comparison=json.dumps(
            comparison_to_document(compared_of(application), rows=ROWS), ensure_ascii=False
        ),
        due_on=due_on or day(3),
        is_emergency=is_emergency,
    )


def owed(sentence: str = "没写依据，文号 0 个。") -> Finding:
    """A finding that only the department can put right."""
    return Finding(Topic.BASIS, Weight.BLOCKS, sentence, ("原话：按上级要求",), "R1", "basis")
