"""The 减负办 answers a report; looks at the photo that came with one."""

from uuid import UUID

from django.db import transaction

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.checking import CheckingCode
from qingzhuang.files.intake.photos import media_type
from qingzhuang.store.actors import Actor
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import RefusalReport
from qingzhuang.store.queries.reports import report_row
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.reports import write_answer


def answer_report(actor: Actor, *, report_id: UUID, answer: str, today: str) -> None:
    """
    Answer a report once; every village and town reads the answer, nobody what was reported. Rule R-CHE-14.

    Raises:
        RefusedError: no reviewer; there is none, or its week is not over; no answer, too long, a second.
    """
    said = answer.strip()
    check_length(said, what="答复", model=RefusalReport, field="answer")
    with transaction.atomic():
        row = report_row(actor, report_id, today=today)
        if not said:
            raise RefusedError(Problem(CheckingCode.NO_ANSWER))
        if not write_answer(row, answer=said, today=today):
            raise RefusedError(Problem(CheckingCode.ANSWERED))
        record(actor, action="admit.answer_report", object_=f"week {row.week}", values={"answer": said})


def photo_of(actor: Actor, *, report_id: UUID, today: str) -> tuple[bytes, str] | None:
    """
    The photo of a report and its media type, None where none came with it.

    Raises:
        RefusedError: as `answer_report`.
    """
    row = report_row(actor, report_id, today=today)
    return (bytes(row.photo), media_type(bytes(row.photo))) if row.photo is not None else None
