"""A submission with its evidence, as the reviewer sees it."""

import json
from dataclasses import dataclass
from datetime import datetime

from qingzhuang.engine.admit.comparing.domain import HeldField
from qingzhuang.engine.admit.comparisons import KeptComparison, comparison_from_document, fields_wanted
from qingzhuang.engine.admit.costing.domain import Cost
from qingzhuang.engine.admit.domain import Application, Finding
from qingzhuang.engine.admit.outcomes import Suggestion, suggest
from qingzhuang.engine.admit.recosting import advised, advised_lines
from qingzhuang.engine.admit.writing import findings_from_documents, from_document
from qingzhuang.store.models import Submission


@dataclass(frozen=True, slots=True)
class Reviewed:
    """
    A submission with its evidence, as the reviewer sees it.

    request_id: of the application it belongs to. form_name: of the form's file, "" without one. papers: id
    and file name of what was attached.
    """

    id: int
    reference: str
    at: datetime
    by: str
    due_on: str
    is_emergency: bool
    request_id: int
    office: str
    application: Application
    kept: KeptComparison
    findings: tuple[Finding, ...]
    form_name: str = ""
    papers: tuple[tuple[int, str], ...] = ()

    @property
    def suggestion(self) -> Suggestion:
        """What the machine suggests."""
        return suggest(self.kept, self.findings, n_given=len(self.application.supplied))

    @property
    def advised(self) -> Cost | None:
        """What villages would be asked if all went as suggested; None where nothing was compared."""
        return advised(self.suggestion.outcome, self.kept)

    @property
    def advised_lines(self) -> tuple[str, ...]:
        """How the minutes of `advised` come about, one Chinese line each."""
        return advised_lines(self.suggestion.outcome, self.kept)

    @property
    def fields(self) -> tuple[HeldField, ...]:
        """All that is wanted: the data fields compared, and those its department turned into data (要数)."""
        return fields_wanted(self.application, self.kept)

    @property
    def n_held(self) -> int:
        """Fields that are there already."""
        return sum(is_there(field) for field in self.fields)

    @property
    def n_new(self) -> int:
        """Fields that are not."""
        return len(self.fields) - self.n_held


def is_there(field: HeldField) -> bool:
    """Whether the platform gives this field, in another definition too, so that no village has to."""
    return field.is_held or field.is_noted


def reviewed_of(row: Submission) -> Reviewed:
    """The submission a row holds, as it was handed in."""
    attached = (each for each in row.request.attachments.all() if each.removed_at is None)
    return Reviewed(
        id=row.pk,
        reference=row.reference,
        at=row.at,
        by=row.by,
        due_on=row.due_on,
        is_emergency=row.is_emergency,
        request_id=row.request_id,
        office=row.request.office,
        application=from_document(json.loads(row.document)),
        kept=comparison_from_document(json.loads(row.comparison)),
        findings=findings_from_documents(json.loads(row.findings)),
        form_name=row.request.template_name if row.request.template_id else "",
        papers=tuple((each.pk, each.file_name) for each in attached),
    )
