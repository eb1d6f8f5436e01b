"""The gate's papers as PDF: the opinion letter to a department, the minutes of a joint review."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from qingzhuang.engine.admit.comparing.domain import COMPARISON_NAMES, HeldField
from qingzhuang.engine.admit.comparisons import comparison_from_document, fields_wanted
from qingzhuang.engine.admit.outcomes import OUTCOME_NAMES, Outcome
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.files.print.letters import letter
from qingzhuang.files.print.minutes import minutes_sheet
from qingzhuang.files.print.papers import ComparedField, Letter, MinutesSheet
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Decision, Minutes
from qingzhuang.store.queries.meetings import Discussed, meeting
from qingzhuang.store.queries.reviews import burden_office, decision, reply_to_office
from qingzhuang.store.writers.journal import record

_COLUMNS = ("编号", "事项", "申请单位", "决定")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to save: its file name and its bytes."""

    name: str
    content: bytes


def opinion_letter(actor: Actor, *, decision_id: int) -> Paper:
    """
    The opinion letter of a decision, for the 减负办. Rule R-REV-20.

    Raises:
        RefusedError: the actor is no reviewer, or the opinion is not signed yet.
    """
    with transaction.atomic():
        row = decision(actor, decision_id)
        if row.decided_at is None:
            raise RefusedError(Problem(StoreCode.NOT_THERE))
        record(actor, action="admit.opinion_letter", object_=row.submission.reference, values={})
    return _letter(row, issuer=burden_office(actor))


def own_letter(actor: Actor, *, submission_id: int) -> Paper:
    """
    The opinion letter as the applying office takes it home.

    Raises:
        RefusedError: it is another office's application, or there is no decision yet.
    """
    with transaction.atomic():
        row = reply_to_office(actor, submission_id)
        record(actor, action="admit.own_letter", object_=row.submission.reference, values={})
    return _letter(row, issuer=burden_office(actor))


def minutes_paper(actor: Actor, *, minutes_id: int) -> Paper:
    """
    The minutes of a joint review as a sheet to sign.

    Raises:
        RefusedError: the actor is no reviewer, or there are none of this number.
    """
    with transaction.atomic():
        row, discussed = meeting(actor, minutes_id)
        record(actor, action="admit.minutes_paper", object_=f"minutes {row.pk}", values={})
    sheet = _sheet(row, discussed, office=burden_office(actor))
    content = minutes_sheet(sheet, made_on=timezone.localtime(row.recorded_at).date())
    return Paper(f"会审纪要-{row.held_on}.pdf", content)


def _letter(row: Decision, *, issuer: str) -> Paper:
    asked = from_document(json.loads(row.submission.document))
    wanted = fields_wanted(asked, comparison_from_document(json.loads(row.submission.comparison)))
    admission = getattr(row, "admission", None)
    dated = timezone.localtime(row.decided_at or row.proposed_at).date()
    body = [line for line in row.opinion.splitlines() if not line.startswith("关于《")]
    decided = OUTCOME_NAMES[Outcome(row.outcome)].replace(" ", "")
    found = Letter(
        issuer=issuer,
        number=f"会审 {row.submission.reference}",
        title=f"关于《{asked.title}》的会审意见",
        addressee=asked.issuer,
        opening=f"你单位送来的《{asked.title}》准入申请收到了。经会审，意见如下。",
        conclusion="\n".join([f"决定：{decided}。", *body]),
        comparison=_compared(wanted),
        compared=tuple(map(_row, wanted)),
        validity=f"{admission}，有效期至 {admission.ends_on}，到期自动失效。" if admission else "",
        signer=issuer,
        dated=dated,
    )
    return Paper(f"会审意见-{row.submission.reference}.pdf", letter(found))


def _compared(data: tuple[HeldField, ...]) -> str:
    return f"要的 {len(data)} 项，逐项比对如下。" if data else ""


def _row(field: HeldField) -> ComparedField:
    holder = field.sources[0].name if field.sources else ""
    return ComparedField(field.label, holder, COMPARISON_NAMES[field.comparison], field.treatment)


def _sheet(row: Minutes, discussed: Iterable[Discussed], *, office: str) -> MinutesSheet:
    rows = tuple(
        (each.submission.reference, each.title, each.issuer, _said(each.outcome)) for each in discussed
    )
    return MinutesSheet(
        title=f"{settings.COUNTY_NAME}村级事项准入联席会审纪要",
        office=office,
        period=row.held_on,
        columns=_COLUMNS,
        rows=rows,
        people=tuple(line for line in row.attendees.splitlines() if line.strip()),
        decisions=tuple(line for line in row.text.splitlines() if line.strip()),
        dated=date.fromisoformat(row.held_on),
    )


def _said(outcome: str) -> str:
    return OUTCOME_NAMES[Outcome(outcome)].replace(" ", "") if outcome else "还没定"
