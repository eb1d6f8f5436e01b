"""Importing rosters: whole or not at all, once, in any order."""

import json
from pathlib import Path

import pytest
from tests.actions.conftest import QINGHE, TODAY, Draw, Rows, Take, id_number

from qingzhuang.actions.collect import Roster, import_files, try_files
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Import, JournalEntry, JournalValues, Snapshot, Statement
from qingzhuang.store.queries.profiles import profiles_of

pytestmark = pytest.mark.database

ZHANG, LI, WANG = id_number("19500307", 1), id_number("19520101", 2), id_number("19801201", 3)
HEADER = ["户号", "姓名", "与户主关系", "身份证号", "民族", "联系电话"]
PEOPLE: Rows = [
    ["青禾村常住人口名册"],
    ["截止日期：2024年6月30日"],
    HEADER,
    ["H1", "张三", "户主", ZHANG, "汉", "13800000001"],
    ["H1", "李四", "配偶", LI, "汉族", None],
    ["H2", "王五", "户主", WANG, "畲族", None],
]
DIBAO: Rows = [
    ["青禾村低保对象名单"],
    ["2024年7月1日"],
    ["姓名", "身份证号", "低保金额（元）"],
    ["张三", ZHANG, "520"],
]


def held(actor: Actor, key: str) -> dict[str, str]:
    """Name → what holds for this key (conflicts as a|b), of everybody who lives in 青禾村."""
    found = {}
    for profile in profiles_of(actor, QINGHE):
        holding = profile.holdings.get(key)
        if holding and not profile.is_household and profile.is_resident:
            values = {holding.claim.value, *(rival.value for rival in holding.rivals)}
            found[profile.holdings["person.name"].claim.value] = "|".join(sorted(values))
    return found


def test_rows_become_facts_with_source_day_and_row(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-10: a value knows its source, the day printed on the sheet, the sheet and the row."""
    result = take(draw("人口.xlsx", PEOPLE))

    person = next(each for each in profiles_of(zhang, QINGHE) if not each.is_household)
    claim = person.holdings["person.ethnicity"].claim
    assert (result.accepted, result.refused) == (3, ())
    assert (claim.value, claim.source, claim.day, claim.sheet, claim.row) == (
        "汉族",
        "村委会",
        "2024-06-30",
        "人口",
        4,
    )


def test_a_wrong_number_refuses_its_row_only(take: Take, draw: Draw) -> None:
    """A row whose number fails its check digit is refused by row; the others are taken."""
    wrong = WANG[:-1] + ("0" if WANG[-1] != "0" else "1")
    rows = [*PEOPLE[:5], ["H2", "王五", "户主", wrong, "畲族", None]]

    result = take(draw("人口.xlsx", rows))

    assert result.accepted == 2
    assert [(row.sheet, row.row) for row in result.refused] == [("人口", 6)]


def test_a_bad_file_leaves_the_others_alone(zhang: Actor, qinghe: str, draw: Draw, tmp_path: Path) -> None:
    """R-IMP-01: of a good and a broken file the good one is taken, the bad one has a problem."""
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    roster = Roster(qinghe, "村委会", None, False, TODAY)

    results = import_files(zhang, paths=[broken, draw("人口.xlsx", PEOPLE)], roster=roster)

    assert [result.problem is None for result in results] == [False, True]
    assert Statement.objects.count() == 3


def test_a_file_without_a_roster_is_no_import(take: Take, draw: Draw) -> None:
    """R-IMP-01: a sheet that lists nobody is refused as a file, and nothing is written."""
    result = take(draw("通知.xlsx", [["关于召开会议的通知"], ["请按时参加"]]))

    assert result.problem is not None
    assert not Import.objects.exists()


def test_the_same_file_twice_changes_nothing(take: Take, draw: Draw) -> None:
    """R-IMP-02: the second time it says 已导入, and no row is added."""
    path = draw("人口.xlsx", PEOPLE)
    take(path)

    again = take(path)

    assert again.accepted == 0
    assert "已导入" in again.notes[0]
    assert (Import.objects.count(), Statement.objects.count()) == (1, 3)


def test_the_same_file_of_another_day_is_another_statement(take: Take, draw: Draw) -> None:
    """R-IMP-02: --as-of another day takes the same bytes again."""
    path = draw("人口.xlsx", PEOPLE)
    take(path, as_of="2024-01-31")

    assert take(path, as_of="2024-02-29").accepted == 3


def test_a_dry_run_says_the_same_and_keeps_nothing(take: Take, draw: Draw, zhang: Actor, qinghe: str) -> None:
    """R-IMP-03: try_files answers as import_files will, and neither fact nor journal line stays."""
    path = draw("低保.xlsx", DIBAO)
    take(draw("人口.xlsx", PEOPLE))
    lines = JournalEntry.objects.count()
    tried = try_files(zhang, paths=[path], roster=Roster(qinghe, "村委会", None, False, TODAY))[0]

    assert (Import.objects.count(), JournalEntry.objects.count()) == (1, lines)
    taken = take(path)
    assert (tried.accepted, tried.refused, tried.notes) == (taken.accepted, taken.refused, taken.notes)


@pytest.mark.parametrize(
    ("printed", "as_of", "day"),
    [
        ("2024年6月30日", None, "2024-06-30"),
        ("2024年6月30日", "2024-01-31", "2024-01-31"),
        ("2031年6月30日", None, TODAY),
        ("", None, TODAY),
    ],
)
def test_the_day_of_a_sheet(take: Take, draw: Draw, printed: str, as_of: str | None, day: str) -> None:
    """R-IMP-04: --as-of, else printed but never ahead of today, else today."""
    take(draw("人口.xlsx", [PEOPLE[0], [f"截止日期：{printed}"], *PEOPLE[2:]]), as_of=as_of)

    assert {statement.day for statement in Statement.objects.all()} == {day}


@pytest.mark.parametrize("is_reversed", [False, True])
def test_what_holds_does_not_depend_on_the_order(
    take: Take, draw: Draw, zhang: Actor, is_reversed: bool
) -> None:
    """
    R-IMP-05: the later day holds, and one without a number is the same person, whichever roster
    comes first.
    """
    older = draw("旧册.xlsx", [HEADER, ["H1", "张三", "户主", ZHANG, "畲族", "13900000009"]])
    newer = draw("新册.xlsx", [HEADER, ["H1", "张三", "户主", ZHANG, "汉族", "13800000001"]])
    nameless = draw(
        "走访.xlsx", [["户号", "姓名", "出生日期", "文化程度"], ["H1", "张三", "1950-03-07", "小学"]]
    )
    imports = [(older, "2023-12-31"), (newer, "2024-06-30"), (nameless, "2024-03-31")]

    for path, day in reversed(imports) if is_reversed else imports:
        take(path, as_of=day, source=path.stem)

    assert held(zhang, "person.ethnicity") == {"张三": "汉族"}
    assert held(zhang, "person.education") == {"张三": "小学"}


def test_equal_days_with_different_meanings_are_a_conflict(take: Take, draw: Draw, zhang: Actor) -> None:
    """Two sources, one day, two meanings: both stand; a spelling (汉/汉族) is no difference."""
    one = [HEADER, ["H1", "张三", "户主", ZHANG, "汉", "13800000001"]]
    other = [HEADER, ["H1", "张三", "户主", ZHANG, "汉族", "13900000009"]]
    take(draw("甲.xlsx", one), as_of="2024-06-30", source="派出所")
    take(draw("乙.xlsx", other), as_of="2024-06-30", source="医保局")

    assert held(zhang, "person.phone") == {"张三": "13800000001|13900000009"}
    assert held(zhang, "person.ethnicity") == {"张三": "汉族"}


def test_a_complete_roster_says_no_of_everybody_else(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-IMP-06, R-IMP-07: who is not on the 低保 roster is 否, and the notes say how many."""
    take(draw("人口.xlsx", PEOPLE))

    result = take(draw("低保.xlsx", DIBAO))

    assert held(zhang, "person.dibao") == {"张三": "是", "李四": "否", "王五": "否"}
    assert any("2 人" in note for note in result.notes)


def test_a_partial_roster_says_nothing_of_others(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-IMP-06: with --partial only the listed are 是."""
    take(draw("人口.xlsx", PEOPLE))

    take(draw("低保.xlsx", DIBAO), is_partial=True)

    assert held(zhang, "person.dibao") == {"张三": "是"}
    assert not Snapshot.objects.exists()


def test_who_comes_later_is_no_member_either(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-IMP-05, R-IMP-06: the roster may come before the residents it leaves out."""
    take(draw("低保.xlsx", DIBAO))
    take(draw("人口.xlsx", PEOPLE))

    assert held(zhang, "person.dibao") == {"张三": "是", "李四": "否", "王五": "否"}


def test_a_refused_row_is_no_reason_for_no(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-IMP-08: 李四's row on the roster was refused for its number; the roster does not make her 否."""
    wrong = LI[:-1] + ("0" if LI[-1] != "0" else "1")
    take(draw("人口.xlsx", PEOPLE))
    take(draw("低保.xlsx", [*DIBAO, ["李四", wrong, "300"]]))

    assert held(zhang, "person.dibao") == {"张三": "是", "王五": "否"}


@pytest.mark.parametrize("name", ["李　四", "李 四", "李四（配偶）"])
def test_a_row_refused_under_a_stretched_name_is_no_reason_for_no(
    take: Take, draw: Draw, zhang: Actor, name: str
) -> None:
    """R-IMP-08: 李　四 on the roster, refused for its number, is 李四: the roster does not make her 否."""
    wrong = LI[:-1] + ("0" if LI[-1] != "0" else "1")
    take(draw("人口.xlsx", PEOPLE))
    take(draw("低保.xlsx", [*DIBAO, [name, wrong, "300"]]))

    assert held(zhang, "person.dibao") == {"张三": "是", "王五": "否"}


def test_an_unknown_village_is_refused(zhang: Actor, draw: Draw) -> None:
    """Nothing is imported into a village that nobody registered."""
    roster = Roster(QINGHE, "村委会", None, False, TODAY)

    with pytest.raises(RefusedError):
        import_files(zhang, paths=[draw("人口.xlsx", PEOPLE)], roster=roster)


def test_nobody_imports_into_another_village(li: Actor, qinghe: str, draw: Draw) -> None:
    """R-STO-05: Li of 东塘村 cannot import into 青禾村; nothing is written."""
    roster = Roster(qinghe, "村委会", None, False, TODAY)

    with pytest.raises(RefusedError):
        import_files(li, paths=[draw("人口.xlsx", PEOPLE)], roster=roster)
    assert not Statement.objects.exists()


def test_one_call_is_one_line_in_the_journal(take: Take, draw: Draw) -> None:
    """R-STO-02: an import writes one line, naming its village and no person; the details have its number."""
    take(draw("人口.xlsx", PEOPLE))

    line = JournalEntry.objects.order_by("-seq")[0]
    details = json.loads(JournalValues.objects.get(entry=line).document)
    assert (line.action, line.object) == ("collect.import_files", QINGHE)
    assert [each["import"] for each in details["files"]] == [Import.objects.get().pk]
