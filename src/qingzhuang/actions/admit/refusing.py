"""
Refusing politely, and handing to the 减负办 what was asked, without a name.

A report leaves no line in the journal: a line bears its instant and stands between other people's lines,
and a session of the web bears the minute of its last use; side by side they would name the village
(decision 0019). What is kept of a report is its row alone.
"""

import hashlib
import re
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from qingzhuang.actions.admit.checking import Asked, Checked, check_notice
from qingzhuang.engine.admit.notices.answering import photo_answer
from qingzhuang.engine.admit.notices.answers import Answer, Verdict
from qingzhuang.engine.admit.notices.offices import is_other_office
from qingzhuang.engine.admit.notices.reading import LONGEST
from qingzhuang.engine.admit.notices.refusing import letter_kind, refusal
from qingzhuang.engine.admit.weeks import monday_of
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.checking import CheckingCode
from qingzhuang.engine.values.anonymous import without_origin
from qingzhuang.files.intake.photos import cleaned
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Office, RefusalReport
from qingzhuang.store.queries.reports import OF_A_PLACE
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.reports import names_to_hide, write_report

# 农业农村局, 乡村振兴局 and 城乡建设局 are departments of the county.
_OF_A_PLACE = re.compile(r"(?<!城)镇|(?<!城)乡(?!村)|街道|(?<![农乡])村|社区|居委会")
_LIKE_A_TOWN = re.compile(r"[镇乡]|街道")  # of these `is_other_office` says nothing
_COUNTY = re.compile(r"^[\u4e00-\u9fff]{0,4}?[县市区](?=[\u4e00-\u9fff]{2})")
_MOST_OFFICE = 200  # characters of its name, as the column holds
_MOST_CLAUSE = 300


@dataclass(frozen=True, slots=True)
class Sending:
    """
    What becomes of a refusal. is_reported: the 减负办 is told. once: a random text that the page was given;
    sent twice it is one report. photo: as uploaded, b"" for none.
    """

    is_reported: bool
    once: str
    photo: bytes = b""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was said of it (None: a photo alone), and the words to copy, "" for none."""

    checked: Checked | None
    letter: str


def refuse_notice(actor: Actor, *, asked: Asked, on: str, sending: Sending) -> Sent:
    """
    The words of a refusal, and if wanted a report that names nobody. Rules R-CHE-06 to R-CHE-11.

    Both ways do the same up to the row itself. on: instant with zone, ISO; only its week is kept.

    Raises:
        RefusedError: the actor may not check; nothing was handed over; it is admitted; a photo that is none.
    """
    allow(actor, Right.CHECK)
    photo = cleaned(sending.photo) if sending.photo else None
    checked = None if asked.is_empty and photo else check_notice(actor, asked=asked, on=on)
    found = checked.answer if checked else photo_answer()
    letter = _letter(checked)
    if found.verdict is Verdict.ADMITTED or not (letter or sending.is_reported):
        raise RefusedError(Problem(CheckingCode.NOTHING_TO_SEND))
    with transaction.atomic():
        report = _report(asked, checked, found, photo=photo, week=monday_of(on[:10]), once=sending.once)
        if sending.is_reported:
            write_report(report)
    return Sent(checked, letter)


def _letter(checked: Checked | None) -> str:
    """The words to copy; what is forbidden besides is quoted at their end."""
    if checked is None or not letter_kind(checked.answer):
        return ""
    said = refusal(checked.answer, clause=checked.clause)
    if not checked.forbidden:
        return said
    first = checked.forbidden[0]
    doubt = "" if first.is_compared else "（以原文为准）"
    return f"{said}另外，{first.clause.rstrip('。')}{doubt}。"


def _report(
    asked: Asked, checked: Checked | None, found: Answer, *, photo: bytes | None, week: str, once: str
) -> RefusalReport:
    """The row, with everything left out that tells who, where or when. Rules R-CHE-08, R-CHE-09."""
    hidden = names_to_hide()
    numbers = checked.notice.numbers if checked else ()
    words = "\n".join(filter(None, (asked.title, "、".join(asked.labels), *asked.printed, asked.text)))
    clause = checked.forbidden[0].clause if checked and checked.forbidden else ""
    return RefusalReport(
        id=_by_chance(once),
        week=week,
        notice=without_origin(words[:LONGEST], hidden),
        asked_by=_office(checked.notice.office, hidden)[:_MOST_OFFICE] if checked else "",
        number=str(numbers[0]) if numbers else "",
        verdict=found.verdict.value,
        clause=(clause or (checked.clause if checked else ""))[:_MOST_CLAUSE],
        photo=photo,
    )


def _by_chance(once: str) -> UUID:
    """
    The id of a report: as random as the text the page was given, and not to be found from the page again
    without it. The same text gives the same id.
    """
    return UUID(bytes=hashlib.sha256(once.encode()).digest()[:16], version=4)


def _office(said: str, hidden: frozenset[str]) -> str:
    """
    The office as it is kept: a department under its registered name; of a town or village only that it is
    one, since its name would tell where the report comes from. R-CHE-09.
    """
    departments = Office.objects.filter(kind="department", closed_on__isnull=True).order_by("code")
    names = tuple(departments.values_list("name", flat=True)) if said else ()
    exact = next((name for name in names if _bare(name) == _bare(said)), "")
    if exact or not said:
        return exact
    if _OF_A_PLACE.search(said):
        return OF_A_PLACE
    near = next((name for name in names if not is_other_office(said, (name,))), "")
    return near if near and not _LIKE_A_TOWN.search(said) else without_origin(said, hidden)


def _bare(name: str) -> str:
    """The name of an office without its county."""
    return _COUNTY.sub("", name)
