"""What the machine finds, gathered from everything that is kept."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.actions.admit.applying import COMPLETE, N_NEW, N_SUPPLIED, form_bytes
from tests.days import TODAY, YEAR

from qingzhuang.actions.admit.binding import opened_form
from qingzhuang.actions.admit.finding import Examined, _known_index, findings_of
from qingzhuang.actions.admit.looking import village_view
from qingzhuang.engine.admit.domain import Application, AskedField, Kind, ListClass, Topic, Weight
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Duty, FormTemplate, HoursBudget, ListVersion, Matter, SentForm
from qingzhuang.store.queries.requests import request_of
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
LANDING = replace(COMPLETE, office="zjj", issuer="县住建局", regions=("360999",), n_villages=2)
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def wanted(officer: Actor) -> Application:
    """The form of twenty columns as it is applied for."""
    form = opened_form(officer, name="摸排表.xlsx", content=form_bytes(), issuer="县住建局")
    return replace(LANDING, fields=form.asked.fields)


def of_topic(found: Examined, topic: Topic) -> list[tuple[Weight, str]]:
    """Weight and sentence of the findings about this."""
    return [(finding.weight, finding.sentence) for finding in found.findings if finding.topic is topic]


def test_what_is_held_is_counted(officer: Actor, wanted: Application, known: None) -> None:
    """R-APP-10: seventeen of twenty are there, and the least application asks the rest."""
    found = findings_of(officer, wanted, today=TODAY)

    assert found.kept.proposal is not None
    said = [sentence for _, sentence in of_topic(found, Topic.HELD)]
    assert any(f"{N_SUPPLIED + N_NEW} 项里 {N_SUPPLIED} 项已经有了" in each for each in said)
    assert any("1 个村平台里还没有名册" in each for each in said)
    assert (len(found.least.fields), len(found.least.supplied)) == (N_NEW, N_SUPPLIED)


def test_no_residents_data_comes_with_it(officer: Actor, wanted: Application, known: None) -> None:
    """R-APP-10: numbers, sources and days; not one name or number of a resident."""
    said = json.dumps(findings_of(officer, wanted, today=TODAY).comparison, ensure_ascii=False)

    assert "派出所" in said
    assert not any(word in said for word in ("林一禾", "1380000000", "360999195"))


def test_a_name_on_a_filled_form_is_never_found_again(officer: Actor, wanted: Application) -> None:
    """R-APP-10: a column called like a resident finds nothing on the form of a village."""
    template = FormTemplate.objects.create(
        sha256="0" * 64, suffix=".docx", title="走访卡片", prints="林一禾\n联系电话\n民族", content=b""
    )
    SentForm.objects.create(
        region="360999101205",
        template=template,
        file_name="卡片.docx",
        on=TODAY,
        after_import=0,
        author="zhang",
        recorded_at=datetime.now(tz=UTC),
    )
    asked = tuple(AskedField(label) for label in ("林一禾", "联系电话", "民族"))

    found = findings_of(officer, replace(wanted, title="走访卡片", fields=asked), today=TODAY)

    shared = json.dumps([each.evidence for each in found.findings], ensure_ascii=False)
    assert "林一禾 ↔ 林一禾" not in shared
    assert not any("林一禾" in str(each) for each in found.comparison.get("overlaps", ()))


def test_a_unit_behind_a_label_does_not_hide_it(officer: Actor, wanted: Application) -> None:
    """R-APP-10: a form that villages filled is found again by its labels, those with units too."""
    labels = ("姓名", "民族", "低保金额(元/月)", "耕地面积(亩)")
    template = FormTemplate.objects.create(
        sha256="1" * 64, suffix=".xlsx", title="核查表", prints="\n".join(labels), content=b""
    )
    SentForm.objects.create(
        region="360999101205",
        template=template,
        file_name="核查表.xlsx",
        on=TODAY,
        after_import=0,
        author="zhang",
        recorded_at=datetime.now(tz=UTC),
    )
    asked = tuple(AskedField(label) for label in labels)

    found = findings_of(officer, replace(wanted, title="核查表", fields=asked), today=TODAY)

    assert any("4 项重 4 项" in sentence for _, sentence in of_topic(found, Topic.OVERLAP))


def test_hours_follow_from_what_the_office_says(officer: Actor, wanted: Application, known: None) -> None:
    """R-APP-10: sixty lines a village, as it is written; asking less costs less."""
    estimate = findings_of(officer, wanted, today=TODAY).kept.estimate

    assert estimate is not None
    assert (estimate.villages, estimate.times) == (2, 4)
    assert 0 < estimate.own_minutes < estimate.as_asked_minutes


def test_whoever_neither_applies_nor_judges_is_told_nothing(wanted: Application) -> None:
    """R-APP-10: the numbers are for the gate's work."""
    with pytest.raises(RefusedError):
        findings_of(Actor("clerk", (), roles=frozenset({Role.VILLAGE_CLERK})), wanted, today=TODAY)


def test_a_kept_matter_that_asks_the_same_is_shown(officer: Actor, wanted: Application) -> None:
    """R-APP-11: the register of matters is compared with, by what it asks."""
    fields = json.dumps([[field.label, field.element] for field in wanted.fields])
    Matter.objects.create(
        kind=Kind.FORM, name="农村老年人情况统计表", issuer="县卫健委", fields=fields,
        started_on="2026-03-01", recorded_at=NOW,
    )  # fmt: skip

    overlaps = of_topic(findings_of(officer, wanted, today=TODAY), Topic.OVERLAP)

    assert [weight for weight, _ in overlaps] == [Weight.WARNS]
    assert "县卫健委" in overlaps[0][1]


def test_signboards_are_counted_against_their_cap(officer: Actor) -> None:
    """R-APP-12: eight boards hang already; a ninth breaks the quota."""
    for number in range(8):
        Matter.objects.create(
            kind=Kind.SIGNBOARD, name=f"牌子{number}", started_on="2026-01-01", recorded_at=NOW
        )
    board = replace(LANDING, kind=Kind.SIGNBOARD, title="住房安全牌", purpose="挂一块牌子")

    found = findings_of(officer, board, today=TODAY)

    assert "CJ-05" in {finding.rule for finding in found.findings}


def test_the_three_lists_are_asked(officer: Actor) -> None:
    """R-APP-13: a line of what villages do not do blocks."""
    version = ListVersion.objects.create(
        effective_from="2026-01-01", names="{}", published_at=NOW, published_by="reviewer"
    )
    Duty.objects.create(version=version, list_class=ListClass.NOT_OURS, number="7", name="住房安全执法检查")
    check = replace(LANDING, kind=Kind.TASK, title="住房安全执法检查", purpose="检查")

    found = findings_of(officer, check, today=TODAY)

    assert of_topic(found, Topic.LIST) == [(Weight.BLOCKS, "清单上写着，“住房安全执法检查”村里不承担。")]


def test_an_office_over_its_hours_is_warned(officer: Actor, wanted: Application) -> None:
    """R-APP-12: more hours than are left of the year's budget are said with both numbers."""
    HoursBudget.objects.create(office="zjj", year=YEAR, hours=1)

    found = findings_of(officer, wanted, today=TODAY)

    assert [weight for weight, _ in of_topic(found, Topic.BUDGET)] == [Weight.WARNS]


def test_the_heaviest_come_first(officer: Actor, wanted: Application) -> None:
    """R-APP-13: what cannot be admitted stands on top."""
    found = findings_of(officer, replace(wanted, basis="", money="", people=""), today=TODAY)

    order = list(Weight)
    weights = [order.index(finding.weight) for finding in found.findings]
    assert weights == sorted(weights)
    assert found.findings[0].weight is Weight.BLOCKS


def test_the_village_is_shown_an_invented_line(officer: Actor, wanted: Application, known: None) -> None:
    """R-APP-16: seventeen cells stand there, three are asked, and nobody real is among them."""
    view = village_view(officer, application=wanted, today=TODAY)

    assert (view.n_asked, len(view.cells) - view.n_asked) == (N_NEW, N_SUPPLIED + 1)
    assert view.minutes > 0
    assert all(cell.value for cell in view.cells if not cell.is_asked)


def test_looking_writes_nothing(officer: Actor, draft: int) -> None:
    """R-APP-16: an application looks the same after everything was found about it."""
    before = request_of(officer, draft)

    findings_of(officer, before.application, today=TODAY)

    assert request_of(officer, draft) == before


def test_what_is_given_already_still_counts_in_what_was_wanted(
    officer: Actor, wanted: Application, known: None
) -> None:
    """R-APP-09: hours of all the office wants are the same before and after it turned fields into data."""
    before = findings_of(officer, wanted, today=TODAY)

    after = findings_of(officer, before.least, today=TODAY)

    assert after.wanted.as_asked_hours == before.wanted.as_asked_hours > after.kept.least_hours


def test_the_register_is_read_once_until_it_changes(officer: Actor, wanted: Application) -> None:
    """R-APP-11: with nothing new no known form is read again; a matter that comes or goes is seen at once."""
    fields = json.dumps([[field.label, field.element] for field in wanted.fields])
    findings_of(officer, wanted, today=TODAY)
    _known_index.cache_clear()
    findings_of(officer, wanted, today=TODAY)
    findings_of(officer, wanted, today=TODAY)
    assert (_known_index.cache_info().misses, _known_index.cache_info().hits) == (1, 1)

    row = Matter.objects.create(
        kind=Kind.FORM, name="农村老年人情况统计表", issuer="县卫健委", fields=fields,
        started_on="2026-03-01", recorded_at=NOW,
    )  # fmt: skip
    came = of_topic(findings_of(officer, wanted, today=TODAY), Topic.OVERLAP)
    Matter.objects.filter(pk=row.pk).update(ended_on="2026-04-01", why_ended="取消")
    findings_of(officer, wanted, today=TODAY)

    assert came
    assert _known_index.cache_info().misses == 3
