"""An application compared with everything known, in sentences with numbers."""

from dataclasses import replace

from tests.engine.admit.comparing.drawing import ALL, CATALOGUE, TODAY, asked, known_form

from qingzhuang.engine.admit.comparing.domain import KnownForm
from qingzhuang.engine.admit.comparing.findings import Compared, Known, compare, compared, held_sentence
from qingzhuang.engine.admit.comparing.held import held_fields
from qingzhuang.engine.admit.comparing.index import build_index
from qingzhuang.engine.admit.costing.domain import Act, ActCost
from qingzhuang.engine.admit.domain import Application, AskedField, Frequency, Topic, Weight
from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.read.matching import match_label

COSTS = {act: ActCost(1.0, "试算", "2026-01-01") for act in Act}
HELD = ("person.name", "person.id_number", "person.phone", "house.structure", "house.built_year")
FIELDS = tuple(asked(CATALOGUE[code].name, code) for code in HELD)
NEW = (AskedField("夜间有无人照看"), AskedField("燃气报警器"))
APPLICATION = Application(
    "农村老年人居住情况摸排表", issuer="县住建局", frequency=Frequency.QUARTERLY, starts_on="2026-12-01",
    issue_days=10, n_villages=186, fields=(*FIELDS, *NEW),
)  # fmt: skip
SURVEY = (
    "姓名", "性别", "身份证号", "出生年月", "年龄", "民族", "联系电话", "户籍地址", "现居住地址",
    "与户主关系", "户主姓名", "政治面貌", "文化程度", "健康状况", "是否低保", "房屋结构", "建成年份",
    "夜间有无人照看", "燃气报警器", "适老化改造意愿",
)  # fmt: skip
OTHER = (("姓名", "person.name"), ("高龄津贴", "person.elder_allowance"), ("自理能力", "person.self_care"))


def beside(*forms: KnownForm, application: Application = APPLICATION) -> Compared:
    """The application beside these forms, what HELD names being held."""
    index = build_index(forms, catalogue=CATALOGUE)
    known = Known(CATALOGUE, dict.fromkeys(HELD, ALL), index, COSTS, rows=30, on=TODAY)
    return compared(application, known)


def test_the_first_sentence_counts_what_is_there() -> None:
    """R-DUP-01: seven fields of which five are held leave two new ones, in one sentence."""
    assert beside().findings[0].sentence == "7 项里 5 项已经有了，真正新的 2 项。"


def test_twenty_columns_of_a_department_leave_three() -> None:
    """R-DUP-01: of a survey's twenty columns, bound by the matcher, seventeen are held and three new."""
    fields = tuple(
        AskedField(label, element=match.key or "", is_sure=match.binding is Binding.AUTO)
        for label in SURVEY
        for match in [match_label(label, catalogue=CATALOGUE)]
    )
    held = ("person.id_number", *(field.element for field in fields if field.label not in ("年龄", "性别")))
    found = held_fields(fields, catalogue=CATALOGUE, holdings=dict.fromkeys(held, ALL), on=TODAY)

    assert held_sentence(found) == "20 项里 17 项已经有了，真正新的 3 项。"


def test_all_new_and_nothing_new_have_sentences_of_their_own() -> None:
    """R-DUP-01: where nothing is held, or everything is, the sentence says so."""
    new = held_fields(NEW, catalogue=CATALOGUE, holdings={}, on=TODAY)
    held = held_fields(FIELDS, catalogue=CATALOGUE, holdings=dict.fromkeys(HELD, ALL), on=TODAY)

    assert (held_sentence(new), held_sentence(held)) == (
        "2 项都是新的，平台里没有。",
        "5 项里 5 项已经有了，没有新的。",
    )


def test_other_definitions_and_doubts_are_counted_apart() -> None:
    """R-DUP-01: a field held in another definition and one that only looks held are neither held nor new."""
    fields = (
        asked("年收入", "person.annual_income", definition="全家一年的收入"),
        AskedField("电话", element="person.phone"),
        FIELDS[0],
    )
    holdings = dict.fromkeys((*HELD, "person.annual_income"), ALL)
    sentence = held_sentence(held_fields(fields, catalogue=CATALOGUE, holdings=holdings, on=TODAY))

    assert sentence == "3 项里 1 项已经有了，1 项口径不同，1 项看着像、要你确认，没有新的。"


def test_every_field_is_one_line_of_evidence() -> None:
    """The first finding carries a line for each field, with source, day and what becomes of it."""
    evidence = beside().findings[0].evidence

    assert len(evidence) == 7
    assert evidence[1] == "公民身份号码：相同；县公安局 2026-11-01，100% 的对象有；供数，证号打码"


def test_an_overlap_is_named_with_issuer_month_and_numbers() -> None:
    """A form that asked the same in March is named with how many fields it shares."""
    form = known_form("农房排查表", *((field.label, field.element) for field in FIELDS))
    found = [each for each in beside(form).findings if each.topic is Topic.OVERLAP]

    assert found[0].sentence == "和《农房排查表》（县住建局，2026年3月发过）撞了：7 项重 5 项。"
    assert found[0].weight is Weight.WARNS


def test_the_new_fields_join_a_live_form_of_the_same_rhythm() -> None:
    """R-DUP-13: what is held is supplied, what is new joins the quarterly form about the same people."""
    allowance = known_form("四季度高龄津贴核定表", *OTHER, frequency=Frequency.QUARTERLY)
    found = beside(allowance)

    assert found.proposal is not None
    assert (
        found.proposal.sentence == "建议不新发表：5 项由平台供数，2 项并进《四季度高龄津贴核定表》，一起填。"
    )
    assert [field.treatment for field in found.held[-2:]] == ["并入《四季度高龄津贴核定表》"] * 2


def test_nothing_joins_a_form_of_another_rhythm_or_place() -> None:
    """R-DUP-13: a yearly form, one of another town and one that is over cannot take the new fields in."""
    forms = (
        known_form("年报", *OTHER, frequency=Frequency.YEARLY),
        known_form("别镇的表", *OTHER, frequency=Frequency.QUARTERLY, regions=("360999002",)),
        known_form("去年的表", *OTHER, frequency=Frequency.QUARTERLY, is_live=False),
    )
    found = beside(*forms, application=replace(APPLICATION, regions=("360999001",)))

    assert found.proposal is not None
    assert found.proposal.sentence == "建议只发 2 项的小表，另外 5 项由平台供数。"


def test_what_is_held_wholly_is_not_sent_at_all() -> None:
    """R-DUP-13: an application that asks nothing new becomes a request for data."""
    found = beside(application=replace(APPLICATION, fields=FIELDS))

    assert found.proposal is not None
    assert found.proposal.sentence == "建议不发表：5 项都由平台供数，村里不用填。"
    assert found.estimate.own_hours == 0


def test_hours_show_their_formula() -> None:
    """R-HRS-04: the sentence about hours carries villages, times and minutes, and that they are estimated."""
    found = [each for each in beside().findings if each.topic is Topic.HOURS]

    assert found[0].sentence == (
        "照发，一年 2,616.4 小时（暂估）：186 村 × 4 次 × 211 分钟。"
        "按建议，一年 756.4 小时：186 村 × 4 次 × 61 分钟。"
    )


def test_what_was_turned_into_data_stays_in_the_hours_as_asked() -> None:
    """R-HRS-04, R-APP-09: five of seven columns turned into 要数: asked are the hours of all seven."""
    turned = replace(APPLICATION, fields=APPLICATION.fields[5:], supplied=APPLICATION.fields[:5])
    found = beside(application=turned)

    sentence = next(each.sentence for each in found.findings if each.topic is Topic.HOURS)

    assert found.whole is not None
    assert found.whole.as_asked_hours == beside().estimate.as_asked_hours
    assert sentence == (
        "照发，一年 2,616.4 小时（暂估）：186 村 × 4 次 × 211 分钟。"
        "改成要数以后，一年 756.4 小时：186 村 × 4 次 × 61 分钟。"
    )


def test_findings_come_in_a_fixed_order() -> None:
    """Held fields first, then overlaps, hours and clashes; compare gives the same as compared."""
    form = known_form("农房排查表", *((field.label, field.element) for field in FIELDS), days=("2026-12-10",))
    index = build_index([form], catalogue=CATALOGUE)
    known = Known(CATALOGUE, dict.fromkeys(HELD, ALL), index, COSTS, rows=30, on=TODAY)

    assert [each.topic for each in compare(APPLICATION, known)] == [
        Topic.HELD, Topic.HELD, Topic.OVERLAP, Topic.HOURS, Topic.CLASH,
    ]  # fmt: skip


def test_an_application_without_fields_says_nothing_of_fields() -> None:
    """A meeting asks no data: no finding about held fields, and no proposal."""
    found = beside(application=replace(APPLICATION, fields=()))

    assert found.proposal is None
    assert Topic.HELD not in {each.topic for each in found.findings}
