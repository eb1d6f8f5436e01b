"""Publishing the three lists from the county's own file, and printing them."""

import pytest

from qingzhuang.actions.admit.listing import CountyFile, ListWish, Published, print_lists, publish_lists
from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.lists import ListsCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account, JournalEntry, ListVersion
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.queries.lists import classify, duties, version_on, versions
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
TODAY = "2026-11-22"
OLD = (
    "清单,事项,责任部门\n依法履职清单,村务公开,县民政局\n"
    "协助清单,高龄津贴年审,县民政局\n不应承担清单,危房鉴定,县住建局\n"
)
NEW = OLD.replace("协助清单,高龄", "不应承担清单,高龄") + "依法履职清单,征地公告张贴,县自然资源局\n"


@pytest.fixture
def curator(cast: dict[Role, Account]) -> Actor:
    """Of 减负办, who keeps the lists."""
    return actor_of(cast[Role.REVIEWER], today=TODAY)


@pytest.fixture
def clerk(cast: dict[Role, Account]) -> Actor:
    """Village clerk of 青禾村."""
    return actor_of(cast[Role.VILLAGE_CLERK], today=TODAY)


def publish(actor: Actor, text: str, day: str, **more: object) -> Published:
    """Publish a list as .csv from a day on."""
    given = CountyFile("清单.csv", text.encode())
    return publish_lists(actor, given=given, wish=ListWish(day, **more))  # type: ignore[arg-type]


def test_a_version_holds_from_its_day_on(curator: Actor, clerk: Actor) -> None:
    """R-LST-03: on each day the lines are those of the version in force then; before the first, none."""
    publish(curator, OLD, "2025-01-01")
    publish(curator, NEW, "2026-04-01")

    held = [len(duties(clerk, on=day)) for day in ("2024-12-31", "2026-03-31", "2026-04-01")]

    assert held == [0, 3, 4]


def test_a_trial_shows_and_keeps_nothing(curator: Actor) -> None:
    """R-LST-03: the preview says what changes; neither a version nor a line in the journal is left."""
    before = JournalEntry.objects.count()

    found = publish(curator, OLD, "2025-01-01", is_trial=True)

    assert (len(found.lines), len(found.changes.added), found.version_id) == (3, 3, 0)
    assert (ListVersion.objects.count(), JournalEntry.objects.count()) == (0, before)


def test_changes_are_told_against_the_version_before(curator: Actor) -> None:
    """R-LST-04: a line that went to another list and a new one are told apart."""
    publish(curator, OLD, "2025-01-01")

    found = publish(curator, NEW, "2026-04-01")

    assert [each.new.name for each in found.changes.moved] == ["高龄津贴年审"]
    assert [line.name for line in found.changes.added] == ["征地公告张贴"]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2025-01-01", ListsCode.SAME_DAY),
        ("2025-06-01", ListsCode.BETWEEN),
        ("2026-4-1", ListsCode.BAD_DAY),
    ],
)
def test_what_held_already_is_not_changed(curator: Actor, day: str, code: ListsCode) -> None:
    """R-LST-03: a day that is taken, lies between two versions, or is no day, is refused."""
    publish(curator, OLD, "2025-01-01")
    publish(curator, NEW, "2026-04-01")

    with pytest.raises(RefusedError) as refused:
        publish(curator, OLD, day)

    assert refused.value.problem.code is code
    assert ListVersion.objects.count() == 2


def test_one_wrong_line_keeps_the_whole_list_out(curator: Actor) -> None:
    """R-LST-03: whole or not at all."""
    found = publish(curator, OLD + "协助清单,村务公开,\n", "2025-01-01")

    assert ([problem.code for problem in found.problems], ListVersion.objects.count()) == (
        [ListsCode.LINE_TWICE],
        0,
    )


def test_the_county_names_its_lists(curator: Actor, clerk: Actor) -> None:
    """R-LST-03: names typed go before the file's words; two lists of one name are refused."""
    publish(curator, OLD, "2025-01-01", names=((ListClass.DUTY, "应做也能做"),))

    version = version_on(clerk, on=TODAY)

    assert version is not None and version.names[ListClass.DUTY] == "应做也能做"
    with pytest.raises(RefusedError):
        publish(curator, OLD, "2026-01-01", names=tuple((each, "清单") for each in ListClass))


def test_only_those_who_keep_the_lists_publish(clerk: Actor) -> None:
    """R-LST-03: a village clerk reads, and publishes nothing."""
    with pytest.raises(RefusedError) as refused:
        publish(clerk, OLD, "2025-01-01")

    assert refused.value.problem.code is StoreCode.NOT_ALLOWED


def test_words_find_lines_and_titles_find_their_line(curator: Actor, clerk: Actor) -> None:
    """R-LST-05, R-LST-07: a cadre's zdgg and a department's title lead to the lines in force."""
    publish(curator, NEW, "2026-04-01")

    fit = classify(clerk, "2026年四季度高龄津贴核定表", on=TODAY)

    assert [line.name for line in duties(clerk, on=TODAY, words="zdgg")] == ["征地公告张贴"]
    assert fit is not None and fit.duty.list_class is ListClass.NOT_OURS


def test_what_cannot_be_held_is_refused_without_a_trace(curator: Actor) -> None:
    """R-LST-03: a file that is no list at all is one problem."""
    found = publish(curator, "姓名,电话\n张三,1\n", "2025-01-01")

    assert [problem.code for problem in found.problems] == [ListsCode.NO_LIST]
    assert versions(curator) == ()


def test_the_wall_sheet_is_that_of_the_day(curator: Actor, clerk: Actor) -> None:
    """R-LST-12: whoever is signed in prints the lists in force; without any there is nothing to print."""
    with pytest.raises(RefusedError):
        print_lists(clerk, on=TODAY, size="a4", county="青禾县")
    publish(curator, OLD, "2025-01-01", is_example=True)

    content = print_lists(clerk, on=TODAY, size="a4", county="青禾县")

    assert content.startswith(b"%PDF")
