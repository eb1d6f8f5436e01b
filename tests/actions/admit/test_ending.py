"""Ending one matter of the register, and merging it into another."""

import pytest
from django.utils import timezone

from qingzhuang.actions.admit.ending import end_matter, merge_matter
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.lists import ListsCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account, JournalEntry, Matter
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.queries.matters import matter
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
TODAY = "2026-11-22"


@pytest.fixture
def curator(cast: dict[Role, Account]) -> Actor:
    """Of 减负办, who keeps the register."""
    return actor_of(cast[Role.REVIEWER], today=TODAY)


@pytest.fixture
def clerk(cast: dict[Role, Account]) -> Actor:
    """Village clerk of 青禾村."""
    return actor_of(cast[Role.VILLAGE_CLERK], today=TODAY)


def entered(name: str, *, kind: str = "ledger", started_on: str = "2025-01-01", number: str = "") -> int:
    """A matter of the register; its id."""
    row = Matter.objects.create(
        kind=kind, name=name, started_on=started_on, number=number, recorded_at=timezone.now()
    )
    return row.pk


def test_a_matter_ends_with_a_reason(curator: Actor, clerk: Actor) -> None:
    """R-LST-11: from that day on it is kept no more, why is said, and the journal has a line."""
    one = entered("周报台账")

    end_matter(curator, matter_id=one, on=TODAY, why=" 没有用处 ", today=TODAY)

    line = matter(clerk, one).line
    assert (line.ended_on, line.why_ended, line.is_kept(TODAY)) == (TODAY, "没有用处", False)
    assert JournalEntry.objects.latest("seq").action == "admit.end_matter"


def test_a_merged_matter_shows_where_it_went(curator: Actor, clerk: Actor) -> None:
    """R-LST-11: it names the other one, and the other one names it."""
    one, other = entered("走访记录台账"), entered("走访服务台账")

    merge_matter(curator, matter_id=one, into="走访服务台账", on=TODAY, today=TODAY)

    into, merged = matter(clerk, one).into, matter(clerk, other).merged
    assert into is not None and into.id == other
    assert [line.id for line in merged] == [one]


@pytest.mark.parametrize(
    ("on", "why", "code"),
    [
        (TODAY, "  ", ListsCode.NO_REASON),
        ("2026-11-21", "没用", ListsCode.END_PAST),
        ("明天", "没用", ListsCode.BAD_DAY),
        (TODAY, "没" * 301, StoreCode.TOO_LONG),
    ],
)
def test_ending_needs_a_reason_and_a_day_to_come(
    curator: Actor, on: str, why: str, code: ListsCode | StoreCode
) -> None:
    """R-LST-11: without a reason, or on a day that is past, nothing ends."""
    one = entered("周报台账")

    with pytest.raises(RefusedError) as refused:
        end_matter(curator, matter_id=one, on=on, why=why, today=TODAY)

    assert (refused.value.problem.code, Matter.objects.get().ended_on) == (code, None)


def test_what_ended_numbered_or_begins_later_does_not_end_here(curator: Actor) -> None:
    """R-LST-11: a matter ends once, not before it began, and a number only by being withdrawn."""
    late, numbered = entered("甲", started_on="2027-01-01"), entered("乙", number="准入〔2026〕3号")
    ended = entered("丙")
    end_matter(curator, matter_id=ended, on=TODAY, why="没用", today=TODAY)
    codes = []

    for one in (late, numbered, ended):
        with pytest.raises(RefusedError) as refused:
            end_matter(curator, matter_id=one, on=TODAY, why="没用", today=TODAY)
        codes.append(refused.value.problem.code)

    assert codes == [ListsCode.END_EARLY, ListsCode.NUMBERED, ListsCode.ENDED]


@pytest.mark.parametrize(
    ("into", "code"),
    [("没有的台账", ListsCode.NO_TARGET), ("甲台账", ListsCode.INTO_ITSELF), ("乙表", ListsCode.OTHER_KIND)],
)
def test_a_target_is_another_kept_one_of_the_same_kind(curator: Actor, into: str, code: ListsCode) -> None:
    """R-LST-11: nothing goes into itself, into nothing, or into another kind."""
    one, _ = entered("甲台账"), entered("乙表", kind="form")

    with pytest.raises(RefusedError) as refused:
        merge_matter(curator, matter_id=one, into=into, on=TODAY, today=TODAY)

    assert refused.value.problem.code is code


def test_a_village_clerk_ends_nothing(clerk: Actor) -> None:
    """R-LST-11: ending is for those who keep the register."""
    one = entered("周报台账")

    with pytest.raises(RefusedError) as refused:
        end_matter(clerk, matter_id=one, on=TODAY, why="没用", today=TODAY)

    assert refused.value.problem.code is StoreCode.NOT_ALLOWED
