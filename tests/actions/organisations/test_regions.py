"""Taking in a county's own list of regions."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.conftest import DONGTANG, QINGHE

from qingzhuang.actions.organisations.lists import ListFile
from qingzhuang.actions.organisations.regions import RegionChanges, RegionWish, import_regions
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.values.regioncodes import Level
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import JournalEntry, Office, Region, RegionAlias
from qingzhuang.store.queries.regions import find_regions, names_on, region_tree, villages_in
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
TODAY = "2026-11-22"
ACTOR = Callable[[Role], Actor]
HEADINGS = ("区划代码", "名称", "上级", "别名", "启用日期")
TOWN = "360999101000"


@pytest.fixture
def take(administrator: Actor, workbook: Callable[..., ListFile]) -> Callable[..., RegionChanges]:
    """Takes in lines as the administrator; comes back: what they came to."""

    def taken(*lines: tuple[object, ...], is_closing: bool = False, is_trial: bool = False) -> RegionChanges:
        wish = RegionWish(on=TODAY, today=TODAY, is_closing=is_closing, is_trial=is_trial)
        return import_regions(administrator, given=workbook([HEADINGS, *lines]), wish=wish)

    return taken


def test_a_list_with_a_title_and_numbers_for_codes_is_read(
    administrator: Actor, workbook: Callable[..., ListFile]
) -> None:
    """R-ORG-02: headings below a title, codes as numbers, a town in nine digits: all of it is understood."""
    rows = [
        ("青禾县行政区划一览表",),
        ("序号", "统计用区划代码（12位）", "区划 名称", "启用时间"),
        (1, 360999102, "石桥镇", None),
        (2, 360999102201, "石桥村", date(2026, 3, 1)),
    ]
    changes = import_regions(administrator, given=workbook(rows), wish=RegionWish(on=TODAY, today=TODAY))

    assert changes.opened == (("360999102000", "石桥镇"), ("360999102201", "石桥村"))
    assert Region.objects.get(code="360999102201").valid_from == "2026-03-01"


def test_a_new_name_ends_the_old_one_on_its_day(
    take: Callable[..., RegionChanges], administrator: Actor
) -> None:
    """R-ORG-05: until the day before, the old name holds; from the day on, the new one."""
    take((QINGHE, "新青禾村", None, None, "2026-07-01"))

    assert names_on(administrator, "2026-06-30")[QINGHE] == "青禾村"
    assert names_on(administrator, "2026-07-01")[QINGHE] == "新青禾村"


def test_the_old_name_and_aliases_still_find_the_village(
    take: Callable[..., RegionChanges], administrator: Actor
) -> None:
    """R-ORG-06: the name a village had, its nickname and their first letters lead to it."""
    take((QINGHE, "新青禾村", None, "老鸦坳、鸦村", None))

    for typed in ("青禾村", "老鸦坳", "lya", "xqh"):
        assert QINGHE in dict(find_regions(administrator, typed, on=TODAY))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ((36099910120, "短村"), "第 2 行的区划代码“36099910120”不是 12 位数字"),
        ((QINGHE, None), "第 2 行没有写“名称”"),
        ((None, "无码村"), "第 2 行没有写“区划代码”"),
        (("360999109201", "远村"), "上级区划 360999109000 没有登记"),
        (("110101001001", "外村"), "不归你管"),
        ((QINGHE, "青禾村", "石桥镇"), "上级写的是“石桥镇”，按代码应当是“柳河镇”"),
        ((QINGHE, "新青禾村", None, None, "没定"), "日期“没定”读不出来"),
        ((QINGHE, "新青禾村", None, None, "2026-12-01"), "启用日期 2026-12-01 还没有到"),
        ((QINGHE, "新青禾村", None, None, "2024-01-01"), "早于现在这个名字的启用日 2025-01-01"),
        ((QINGHE, "村" * 101), "超过 100 个字"),
    ],
)
def test_a_bad_line_refuses_the_whole_list(
    take: Callable[..., RegionChanges], line: tuple[object, ...], said: str
) -> None:
    """R-ORG-03, R-ORG-04: one sentence names line and reason; the good line beside it is not taken."""
    changes = take(line, ("360999101208", "好村"))

    assert [said in problem.sentence for problem in changes.problems] == [True]
    assert not Region.objects.filter(code="360999101208").exists()
    assert not JournalEntry.objects.exists()


def test_a_code_that_stands_twice_is_refused(take: Callable[..., RegionChanges]) -> None:
    """R-ORG-03: of two lines with one code nobody knows which counts."""
    changes = take((QINGHE, "青禾村"), (QINGHE, "新青禾村"))

    assert "第 3 行的“360999101205”前面已经有了" in changes.problems[0].sentence


def test_what_the_list_leaves_out_stays_unless_it_is_complete(take: Callable[..., RegionChanges]) -> None:
    """R-ORG-06: a village that the list leaves out is told of and stays; said to be complete, it is ended."""
    Office.objects.filter(code="dongtang").update(closed_on=TODAY)
    kept = take((QINGHE, "青禾村"))
    is_there = Region.objects.filter(code=DONGTANG, valid_to__isnull=True).exists()
    ended = take((QINGHE, "青禾村"), is_closing=True)

    assert (kept.gone, kept.n_closed, is_there) == (((DONGTANG, "东塘村"),), 0, True)
    assert ended.n_closed == 1
    assert Region.objects.get(code=DONGTANG).valid_to == TODAY


def test_a_place_with_an_office_is_not_ended(take: Callable[..., RegionChanges]) -> None:
    """R-ORG-06: where an office still acts, the whole list waits until that office is closed."""
    changes = take((QINGHE, "新青禾村"), is_closing=True)

    assert ["东塘村村委会" in problem.sentence for problem in changes.problems] == [True]
    assert Region.objects.get(code=QINGHE, valid_to__isnull=True).name == "青禾村"


def test_a_list_of_villages_ends_no_town(take: Callable[..., RegionChanges]) -> None:
    """R-ORG-06: a complete list of villages says nothing of the town and the county above them."""
    Office.objects.filter(code="dongtang").update(closed_on=TODAY)
    take((QINGHE, "青禾村"), is_closing=True)

    assert Region.objects.filter(code__in=[TOWN, "360999000000"], valid_to__isnull=True).count() == 2


def test_a_trial_writes_nothing(take: Callable[..., RegionChanges]) -> None:
    """R-ORG-03: a trial answers the same and leaves neither a region nor a line in the journal."""
    changes = take(("360999101208", "好村", None, "好好村"), is_trial=True)

    assert (len(changes.opened), changes.n_aliases) == (1, 1)
    assert not Region.objects.filter(code="360999101208").exists()
    assert not RegionAlias.objects.exists()
    assert not JournalEntry.objects.exists()


def test_the_same_list_twice_changes_nothing_the_second_time(take: Callable[..., RegionChanges]) -> None:
    """R-ORG-05: what is registered already stays as it is."""
    lines = (("360999101208", "好村", None, "好好村"), (QINGHE, "新青禾村"))
    take(*lines)
    again = take(*lines)

    assert (again.opened, again.renamed, again.n_unchanged, again.n_aliases) == ((), (), 2, 0)


def test_a_file_that_is_no_list_is_refused_in_a_sentence(
    administrator: Actor, workbook: Callable[..., ListFile]
) -> None:
    """R-ORG-03: without the headings the sentence says which ones a list needs."""
    with pytest.raises(RefusedError) as refusal:
        import_regions(administrator, given=workbook([("姓名",)]), wish=RegionWish(on=TODAY, today=TODAY))

    assert "区划代码" in refusal.value.problem.sentence


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_takes_lists_in(
    actor_as: ACTOR, workbook: Callable[..., ListFile], role: Role
) -> None:
    """R-ORG-10: nobody else changes what regions are called."""
    given = workbook([HEADINGS, (QINGHE, "新青禾村")])
    with pytest.raises(RefusedError):
        import_regions(actor_as(role), given=given, wish=RegionWish(on=TODAY, today=TODAY))

    assert Region.objects.get(code=QINGHE).name == "青禾村"


@pytest.mark.parametrize("role", list(Role))
def test_everybody_signed_in_reads_the_villages(actor_as: ACTOR, role: Role) -> None:
    """R-ORG-13: names of villages are nobody's secret: every role gets those below a prefix, by code."""
    found = villages_in(actor_as(role), ["360999101"], TODAY)

    assert found == ((QINGHE, "青禾村"), (DONGTANG, "东塘村"))


def test_a_visitor_reads_no_villages(cast: object) -> None:
    """R-ORG-13: who is not signed in gets no list."""
    with pytest.raises(RefusedError):
        villages_in(Actor("visitor", ()), [""], TODAY)


def test_no_prefix_no_village(administrator: Actor) -> None:
    """R-ORG-13: an empty choice of places is no village, not all of them."""
    assert villages_in(administrator, [], TODAY) == ()


def test_the_tree_stands_county_town_village(administrator: Actor) -> None:
    """R-ORG-02: levels are told by the zeros: the county holds the town, the town its villages."""
    (county,) = region_tree(administrator, on=TODAY)
    (town,) = county.below

    assert (county.level, town.level) == (Level.COUNTY, Level.TOWN)
    assert [village.name for village in town.below] == ["青禾村", "东塘村"]
