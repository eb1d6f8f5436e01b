"""Going on with a number: only with evidence that its data were used; and the number on paper."""

import json

import pytest
from tests.days import day
from tests.store.numbered import OFFICE, TOWN, admitted, application, decided, now

from qingzhuang.actions.admit.numbering import number_code, number_paper
from qingzhuang.actions.admit.renewing import Evidence, renew_number
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.admitted import application_of
from qingzhuang.store.gate import admit
from qingzhuang.store.models import Admission, Decision, JournalEntry, Request, Submission
from qingzhuang.store.queries.admissions import admission
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
OFFICER = Actor("zhao", (), frozenset({Role.OFFICER}), office=OFFICE)
EVIDENCE = Evidence("据此给 31 户独居老人装了报警器。", "名单.xlsx", b"x")


def number_of(row: Admission) -> Number:
    """Its number."""
    return Number(row.year, row.seq)


def test_a_renewal_begins_where_the_old_number_ends() -> None:
    """R-GAT-15: the draft has the words admitted, the day after the old end, and its evidence."""
    row = admitted()

    request = Request.objects.get(
        pk=renew_number(OFFICER, number=number_of(row), evidence=EVIDENCE, today=day())
    )

    draft = from_document(json.loads(request.document))
    assert (draft.starts_on, draft.ends_on) == (day(91), day(181))
    assert [field.label for field in draft.fields] == [field.label for field in application_of(row).fields]
    assert [paper.step for paper in request.attachments.all()] == [f"renews-{row.year}-{row.seq}"]


def test_a_renewals_number_names_the_one_before() -> None:
    """R-GAT-15: what is admitted of such a draft says by itself which number it renews."""
    row = admitted()
    request = renew_number(OFFICER, number=number_of(row), evidence=EVIDENCE, today=day())
    asked = application(starts_on=day(91), ends_on=day(181))
    fresh = _on_request(decided(asked, n=2), request)

    renewal = admit(decision=fresh, application=asked, by="qian", at=now(), today=day())

    assert renewal.renews == row
    record = admission(OFFICER, number=number_of(row))
    assert record is not None
    assert record.renewed_by == number_of(renewal)


def _on_request(decision: Decision, request: int) -> Decision:
    """The same decision on what this request handed in."""
    old = decision.submission
    handed_in = Submission.objects.create(
        request_id=request, reference="ZR-2026-777", at=old.at, by=old.by, document=old.document,
        findings="[]", due_on=old.due_on,
    )  # fmt: skip
    decision.pk, decision.submission = None, handed_in
    decision.save(force_insert=True)
    return decision


@pytest.mark.parametrize(
    "evidence",
    [Evidence("", "名单.xlsx", b"x"), Evidence("用了", "名单.xlsx", b"x"), Evidence(EVIDENCE.use, "", b"")],
    ids=["nothing said", "too little said", "no paper"],
)
def test_no_renewal_without_evidence_of_use(evidence: Evidence) -> None:
    """R-GAT-15: without a stated use and a paper that shows it, nothing is renewed."""
    row = admitted()

    with pytest.raises(RefusedError) as refused:
        renew_number(OFFICER, number=number_of(row), evidence=evidence, today=day())

    assert refused.value.problem.code is GateCode.NO_USE


def test_a_number_is_renewed_once() -> None:
    """R-GAT-15: while one renewal is under way, a second is refused."""
    row = admitted()
    renew_number(OFFICER, number=number_of(row), evidence=EVIDENCE, today=day())

    with pytest.raises(RefusedError) as refused:
        renew_number(OFFICER, number=number_of(row), evidence=EVIDENCE, today=day())

    assert refused.value.problem.code is GateCode.RENEWED


def test_the_block_is_a_paper_with_a_line_in_the_journal() -> None:
    """R-GAT-18: the number's block is a PDF, and taking it is written down without a name in the object."""
    row = admitted()

    paper = number_paper(OFFICER, number=number_of(row))

    assert paper.startswith(b"%PDF")
    assert JournalEntry.objects.get().object == str(row)


def test_the_code_leads_to_the_check_page() -> None:
    """R-GAT-18: the QR code is drawn for any visitor."""
    assert number_code(Actor("visitor", ()), number=Number(2026, 31)).startswith("<svg")


def test_scope_of_the_town_is_kept_with_the_number() -> None:
    """R-GAT-02: the prefixes asked for are those admitted."""
    assert [each.prefix for each in admitted().regions.all()] == [TOWN]
