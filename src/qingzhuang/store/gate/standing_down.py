"""Taking a number back, and making an emergency an ordinary one."""

from datetime import datetime

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.store.gate.ending import leave, stop_ended
from qingzhuang.store.gate.tokens import sign_anew
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Admission


def withdraw(admission: Admission, *, by: str, why: str, today: str, at: datetime) -> int:
    """
    Make a number void from today on; how many obligations that stops. Rule R-GAT-10.

    Raises:
        RefusedError: no reason is given, it is too long, or the number was withdrawn before.
    """
    if not why.strip():
        raise RefusedError(Problem(GateCode.NO_REASON))
    check_length(why.strip(), what="理由", model=Admission, field="why_withdrawn")
    row = _locked(admission)
    if row.withdrawn_on is not None:
        raise RefusedError(Problem(GateCode.WITHDRAWN, {"number": str(row)}))
    row.withdrawn_on, row.withdrawn_by, row.why_withdrawn = today, by, why.strip()
    row.save(update_fields=["withdrawn_on", "withdrawn_by", "why_withdrawn"])
    leave(row, on=today, why=f"撤回：{why.strip()}")
    return stop_ended(today=today, at=at, only=row)


def regularise(admission: Admission, *, at: datetime) -> Admission:
    """
    Make an emergency an ordinary number, with a token until its last day; the row. Rule R-GAT-06.

    Raises:
        RefusedError: it is none, was regularised before, was withdrawn, or its time is over.
    """
    row = _locked(admission)
    said = {"number": str(row)}
    if row.emergency_until is None:
        raise RefusedError(Problem(GateCode.NOT_AN_EMERGENCY, said))
    if row.regularised_at is not None:
        raise RefusedError(Problem(GateCode.REGULARISED, said))
    if row.withdrawn_on is not None:
        raise RefusedError(Problem(GateCode.WITHDRAWN, said))
    if at >= row.emergency_until:
        raise RefusedError(Problem(GateCode.LANE_OVER, said))
    row.regularised_at = at
    row.save(update_fields=["regularised_at"])
    sign_anew(row, at=at)
    return row


def _locked(admission: Admission) -> Admission:
    """The row as it is now, held until the transaction ends (SQLite has one writer anyway)."""
    return Admission.objects.select_for_update(of=("self",)).get(pk=admission.pk)
