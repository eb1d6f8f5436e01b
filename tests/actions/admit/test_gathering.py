"""What is gathered to compare with: numbers about residents, and every matter known."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.actions.admit.applying import COMPLETE, MEETING, roster_of
from tests.conftest import DONGTANG, QINGHE
from tests.days import TODAY, day

from qingzhuang.actions.admit.submitting import apply_whole
from qingzhuang.actions.collect import Roster, import_files
from qingzhuang.engine.admit.domain import Kind
from qingzhuang.engine.admit.writing import to_document
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.reference.rulespack import load_rules
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Admission, AdmissionRegion, Decision, Matter, Submission
from qingzhuang.store.queries import holdings
from qingzhuang.store.queries.holdings import holdings_within
from qingzhuang.store.queries.knownforms import counted_before, known_forms
from qingzhuang.store.rowsecurity import bound

pytestmark = pytest.mark.database
# Numbers written straight into the table, and days on which they are asked about: nothing lands.
NOW = datetime(2026, 11, 22, tzinfo=UTC)
ON = "2026-11-22"
COUNTY_WIDE = replace(
    COMPLETE, starts_on="2027-01-11", ends_on="2027-12-31", regions=("360999",), n_villages=2
)
N_PEOPLE = 6


@pytest.fixture
def poor(known: None, zhang: Actor, tmp_path: Path) -> None:
    """Two of the six residents draw an allowance; the sum is known of one of them."""
    path = tmp_path / "低保名单.csv"
    rows = (
        roster_of(tmp_path / "两人.csv", columns=("姓名", "身份证号"), n_people=2)
        .read_text("utf-8")
        .splitlines()
    )
    lines = [f"{rows[0]},是否低保,低保金额", f"{rows[1]},是,320", f"{rows[2]},是,"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    roster = Roster(region=QINGHE, source="县民政局", as_of=day(-12), is_partial=True, today=TODAY)
    with bound(zhang):
        import_files(zhang, paths=[path], roster=roster)


def test_coverage_names_source_day_and_number(officer: Actor, known: None) -> None:
    """R-APP-10: of an element it is told who said it, when last, and of how many it is known."""
    held = holdings_within(officer, ["360999"], catalogue=load_catalogue())

    name = held.coverage["person.name"]
    assert (name.source, name.day, name.n_known, name.n_subjects) == (
        "派出所",
        day(-21),
        N_PEOPLE,
        N_PEOPLE,
    )
    assert not held.is_sample


def test_what_only_members_have_is_counted_among_members(officer: Actor, poor: None) -> None:
    """R-APP-10: a sum known of one of two who draw it is half known, not a sixth."""
    held = holdings_within(officer, ["360999"], catalogue=load_catalogue())

    amount = held.coverage["person.dibao_amount"]
    assert (amount.n_known, amount.n_subjects) == (1, 2)


def test_villages_without_a_roster_are_counted_and_told(officer: Actor, known: None) -> None:
    """R-APP-10: shares tell of villages whose rosters are here; how many have none stands beside."""
    held = holdings_within(officer, ["360999"], catalogue=load_catalogue())

    assert (held.n_villages, held.n_empty) == (2, 1)


@pytest.mark.parametrize("prefixes", [[], [DONGTANG], ["360111"]])
def test_nothing_is_held_where_it_does_not_land(officer: Actor, known: None, prefixes: list[str]) -> None:
    """R-APP-10: another village's residents say nothing about this one; no place, no numbers."""
    assert holdings_within(officer, prefixes, catalogue=load_catalogue()).coverage == {}


def test_of_many_a_part_is_looked_at_and_said(
    officer: Actor, known: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R-APP-10: shares rest on a sample then, and the number of subjects is still that of all."""
    monkeypatch.setattr(holdings, "MOST_OF_A_VILLAGE", 3)

    held = holdings_within(officer, [QINGHE], catalogue=load_catalogue())

    assert held.is_sample
    assert held.n_looked_at == 3
    assert held.n_subjects > held.n_looked_at


def admit(submission: Submission, seq: int, *, title: str, kind: Kind = Kind.FORM) -> Admission:
    """A number in force over the whole county."""
    decision = Decision.objects.create(
        submission=submission, outcome="admitted", opinion="同意", proposed_by="reviewer", proposed_at=NOW,
        decided_by="leader", decided_at=NOW,
    )  # fmt: skip
    document = to_document(replace(COUNTY_WIDE, title=title, kind=kind))
    row = Admission.objects.create(
        year=2026, seq=seq, decision=decision, kind=kind, title=title, office="zjj", issuer="县住建局",
        frequency="quarterly", document=json.dumps(document), hours=3, starts_on="2026-11-01",
        ends_on="2027-10-31", admitted_at=NOW, admitted_by="leader",
    )  # fmt: skip
    AdmissionRegion.objects.create(admission=row, prefix="360999")
    return row


@pytest.fixture
def submission(officer: Actor) -> Submission:
    """Something that was handed in."""
    sent = apply_whole(officer, application=MEETING, template=None, today=TODAY)
    return Submission.objects.get(reference=sent.reference)


def test_a_number_and_its_line_in_the_register_are_one_matter(officer: Actor, submission: Submission) -> None:
    """R-APP-11: what stands in both is compared with once, as the number it has, with its due days."""
    number = admit(submission, 31, title="住房安全排查表")
    Matter.objects.create(
        kind=Kind.FORM, name="住房安全排查表", number=str(number), started_on="2026-11-01", recorded_at=NOW
    )

    (form,) = known_forms(officer, on=ON)

    assert (form.number, form.is_live, form.regions) == ("准入〔2026〕31号", True, ("360999",))
    assert form.days[0] == "2027-01-21"


def test_a_matter_that_ended_is_known_but_not_live(officer: Actor) -> None:
    """R-APP-11: what villages were once asked can be repeated by mistake, so it is compared with too."""
    Matter.objects.create(
        kind=Kind.LEDGER, name="旧台账", started_on="2024-01-01", ended_on="2025-01-01", recorded_at=NOW
    )

    assert [form.is_live for form in known_forms(officer, on=ON)] == [False]


def test_only_comprehensive_meetings_count_against_their_quota(
    officer: Actor, submission: Submission
) -> None:
    """R-APP-12: the quota rule's own words tell which of the year's meetings it means."""
    admit(submission, 31, title="全县住房安全工作会议", kind=Kind.MEETING)

    counts = counted_before(officer, replace(MEETING, office="zjj"), rules=load_rules(), on=ON)

    assert counts["meetings"] == 1
    assert "documents_last_year" not in counts
