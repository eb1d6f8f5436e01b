"""Posts, handovers, and what nobody does for themselves."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import COUNTY, TOWN_REGION, make_person
from tests.conftest import DONGTANG, QINGHE

from qingzhuang.actions.organisations.accounts import close_account, reopen_account, reset_password
from qingzhuang.actions.organisations.areas import NewArea, open_area
from qingzhuang.actions.organisations.posts import end_one_post, give_post, hand_over
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account, AreaDuty, JournalEntry
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
TODAY, LATER = "2026-11-22", "2999-01-01"
Cast = dict[Role, Account]


def given(actor: Actor, account: Account, role: Role, region: str, since: str = TODAY) -> None:
    """Gives the account a post."""
    give_post(actor, pk=account.pk, role=role.value, region=region, since=since, today=TODAY)


def test_a_post_holds_from_its_day(administrator: Actor, cast: Cast) -> None:
    """R-ORG-10: the day before a post begins its rights are not there, on the day they are."""
    given(administrator, cast[Role.GRID_WORKER], Role.VILLAGE_CLERK, QINGHE, "2026-12-01")

    before, after = (actor_of(cast[Role.GRID_WORKER], today=day) for day in ("2026-11-30", "2026-12-01"))

    assert (Role.VILLAGE_CLERK in before.roles, Role.VILLAGE_CLERK in after.roles) == (False, True)


def test_a_post_that_ended_gives_no_sight(administrator: Actor, cast: Cast) -> None:
    """R-ORG-10: from the day a post ends its village is out of scope."""
    clerk = cast[Role.VILLAGE_CLERK]
    end_one_post(administrator, pk=clerk.pk, post=clerk.posts.get().pk, on=TODAY, today=TODAY)

    assert actor_of(clerk, today=TODAY).scopes == ()


@pytest.mark.parametrize(
    ("role", "region", "since"),
    [
        (Role.VILLAGE_CLERK, QINGHE, "2026-11-21"),
        (Role.TOWN_CLERK, QINGHE, TODAY),
        (Role.AUDITOR, COUNTY, TODAY),
        (Role.ADMINISTRATOR, COUNTY, TODAY),
        (Role.GRID_WORKER, QINGHE, TODAY),
    ],
)
def test_a_post_that_does_not_do_is_refused(
    administrator: Actor, cast: Cast, role: Role, region: str, since: str
) -> None:
    """R-ORG-10, R-ORG-11: a past day, a wrong place, roles that never meet, a post held."""
    with pytest.raises(RefusedError):
        given(administrator, cast[Role.GRID_WORKER], role, region, since)

    assert cast[Role.GRID_WORKER].posts.count() == 1
    assert not JournalEntry.objects.exists()


def test_an_administrator_changes_nothing_of_their_own(administrator: Actor, cast: Cast) -> None:
    """R-ORG-11: posts, password, end, handover of one's own account: each is another administrator's."""
    me = cast[Role.ADMINISTRATOR]
    tries: list[Callable[[], object]] = [
        lambda: given(administrator, me, Role.BURDEN_LEADER, COUNTY),
        lambda: end_one_post(administrator, pk=me.pk, post=me.posts.get().pk, on=TODAY, today=TODAY),
        lambda: hand_over(administrator, pk=me.pk, successor="officer", on=TODAY, today=TODAY),
        lambda: hand_over(
            administrator, pk=cast[Role.VILLAGE_CLERK].pk, successor=me.name, on=TODAY, today=TODAY
        ),
        lambda: reset_password(administrator, pk=me.pk),
        lambda: close_account(administrator, pk=me.pk, today=TODAY),
    ]
    for each in tries:
        with pytest.raises(RefusedError, match="NOT_YOUR_OWN"):
            each()

    assert not JournalEntry.objects.exists()


def test_a_handover_takes_posts_and_areas_over(
    administrator: Actor, cast: Cast, actor_as: Callable[[Role], Actor]
) -> None:
    """R-ORG-12: the successor holds them from the day; the leaver's rows end and stay; one line."""
    clerk, grid = cast[Role.VILLAGE_CLERK], cast[Role.GRID_WORKER]
    wanted = NewArea("东片", "一组", ["village_clerk"])
    open_area(actor_as(Role.VILLAGE_CLERK), region=QINGHE, wanted=wanted, today=TODAY)
    n_lines = JournalEntry.objects.count()
    done = hand_over(administrator, pk=clerk.pk, successor=grid.name, on=TODAY, today=TODAY)

    assert (done.n_posts, done.n_areas) == (1, 1)
    assert clerk.posts.get().valid_to == TODAY
    assert Role.VILLAGE_CLERK in actor_of(grid, today=TODAY).roles
    assert AreaDuty.objects.get(valid_to__isnull=True).account == grid
    assert JournalEntry.objects.count() == n_lines + 1


def test_a_handover_ends_the_leavers_session(administrator: Actor, cast: Cast) -> None:
    """R-ORG-12: the account is closed at once; whoever was signed in with it is out."""
    clerk = cast[Role.VILLAGE_CLERK]
    hand_over(administrator, pk=clerk.pk, successor="village_secretary", on=TODAY, today=TODAY)
    clerk.refresh_from_db()

    assert not clerk.is_active


def test_a_handover_ahead_leaves_everything_until_its_day(administrator: Actor, cast: Cast) -> None:
    """R-ORG-12: before the day the leaver works on and the successor waits."""
    clerk, grid = cast[Role.VILLAGE_CLERK], cast[Role.GRID_WORKER]
    hand_over(administrator, pk=clerk.pk, successor=grid.name, on=LATER, today=TODAY)
    clerk.refresh_from_db()

    assert clerk.is_active
    assert clerk.closed_at is not None
    assert timezone.localtime(clerk.closed_at).date().isoformat() == LATER
    assert Role.VILLAGE_CLERK in actor_of(clerk, today=TODAY).roles
    assert Role.VILLAGE_CLERK not in actor_of(grid, today=TODAY).roles
    assert Role.VILLAGE_CLERK in actor_of(grid, today=LATER).roles


@pytest.mark.parametrize(
    ("successor", "on", "said"),
    [
        ("village_clerk", TODAY, "同一个"),
        ("nobody", TODAY, "没有找到这个账号"),
        ("auditor", TODAY, "只能单独一个岗位"),
        ("village_secretary", "2026-11-21", "已经过去"),
    ],
)
def test_a_handover_that_does_not_do_is_refused(
    administrator: Actor, cast: Cast, successor: str, on: str, said: str
) -> None:
    """R-ORG-12: to oneself, nobody, the auditor, in the past: refused; the leaver keeps the post."""
    clerk = cast[Role.VILLAGE_CLERK]
    with pytest.raises(RefusedError) as refusal:
        hand_over(administrator, pk=clerk.pk, successor=successor, on=on, today=TODAY)

    assert said in refusal.value.problem.sentence
    assert clerk.posts.get().valid_to is None


def test_what_the_successor_holds_is_not_given_twice(administrator: Actor, cast: Cast) -> None:
    """R-ORG-12: where both held the same post in the same place, the successor has it once."""
    other = make_person(
        "qinghe-02", role=Role.VILLAGE_CLERK, full_name="钱惊蛰", office="qinghe", region=QINGHE
    )
    hand_over(administrator, pk=cast[Role.VILLAGE_CLERK].pk, successor=other.name, on=TODAY, today=TODAY)

    assert other.posts.count() == 1


def test_a_closed_account_signs_in_no_more_until_reopened(administrator: Actor, cast: Cast) -> None:
    """R-ORG-12: closed, its posts end; reopened it has a new first password and no posts."""
    clerk = cast[Role.VILLAGE_CLERK]
    close_account(administrator, pk=clerk.pk, today=TODAY)
    clerk.refresh_from_db()
    was_active = clerk.is_active
    _, password = reopen_account(administrator, pk=clerk.pk, today=TODAY)
    clerk.refresh_from_db()

    assert (was_active, clerk.is_active, clerk.must_change) == (False, True, True)
    assert clerk.check_password(password)
    assert actor_of(clerk, today=TODAY).roles == frozenset()


def test_a_reset_signs_out_whoever_is_in(administrator: Actor, cast: Cast) -> None:
    """R-ORG-09: a session that began with the old password ends."""
    clerk, client = cast[Role.VILLAGE_CLERK], Client()
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session["_auth_user_hash"]
    reset_password(administrator, pk=clerk.pk)
    clerk.refresh_from_db()

    assert clerk.get_session_auth_hash() != session


def test_an_account_elsewhere_is_not_there(cast: Cast) -> None:
    """R-ORG-13: an administrator of another county finds no account of this one."""
    other = Actor("far", (), frozenset({Role.ADMINISTRATOR}), places=("360998",))
    with pytest.raises(RefusedError, match="NOT_THERE"):
        reset_password(other, pk=cast[Role.VILLAGE_CLERK].pk)


def test_nobody_looks_after_an_area_of_a_village_they_do_not_serve(
    cast: Cast, actor_as: Callable[[Role], Actor]
) -> None:
    """R-ORG-14: only who holds a post in the village or its town may be named for an area."""
    make_person("li", role=Role.VILLAGE_CLERK, full_name="李清风", office="dongtang", region=DONGTANG)
    with pytest.raises(RefusedError, match="AREA_NOBODY"):
        open_area(
            actor_as(Role.VILLAGE_CLERK), region=QINGHE, wanted=NewArea("东片", "一组", ["li"]), today=TODAY
        )

    assert not AreaDuty.objects.exists()


@pytest.mark.parametrize("role", [Role.TOWN_CLERK, Role.GRID_WORKER, Role.ADMINISTRATOR, Role.OFFICER])
def test_only_the_village_divides_itself(actor_as: Callable[[Role], Actor], role: Role) -> None:
    """R-ORG-14: neither the town nor the administrator nor a department draws a village's areas."""
    with pytest.raises(RefusedError):
        open_area(actor_as(role), region=QINGHE, wanted=NewArea("东片", "一组", []), today=TODAY)


def test_a_neighbour_divides_no_other_village(cast: Cast) -> None:
    """R-ORG-14: the clerk of 东塘村 does not touch 青禾村."""
    li = make_person("li", role=Role.VILLAGE_CLERK, full_name="李清风", office="dongtang", region=DONGTANG)
    with pytest.raises(RefusedError):
        open_area(actor_of(li, today=TODAY), region=QINGHE, wanted=NewArea("东片", "一组", []), today=TODAY)


@pytest.mark.parametrize("role", [Role.TOWN_CLERK, Role.TOWN_LEADER])
def test_village_and_town_never_meet_in_one_account(administrator: Actor, cast: Cast, role: Role) -> None:
    """R-ORG-15: a clerk who may import for her village does not get to import for the town."""
    with pytest.raises(RefusedError):
        given(administrator, cast[Role.VILLAGE_CLERK], role, TOWN_REGION, TODAY)

    assert cast[Role.VILLAGE_CLERK].posts.count() == 1
