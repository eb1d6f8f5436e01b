"""Opening offices and accounts, one by one and from lists."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.cast import COUNTY
from tests.conftest import QINGHE

from qingzhuang.actions.organisations.lists import ListFile
from qingzhuang.actions.organisations.offices import (
    NewOffice,
    close_office,
    open_office,
    open_offices,
    rename_office,
)
from qingzhuang.actions.organisations.opening import NewPerson, open_account, open_accounts
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account, JournalEntry, JournalValues, Office
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
TODAY = "2026-11-22"
Listing = Callable[..., ListFile]
HEADINGS = ("账号", "姓名", "单位", "岗位", "区划")
PERSON = NewPerson("zjj-02", "冯小暑", "zjj", ((Role.OFFICER, COUNTY),))
FORESTRY = NewOffice("lyj", "县林业局", "department", COUNTY)


def test_a_person_is_opened_with_a_post_from_today(administrator: Actor) -> None:
    """R-ORG-08: the account belongs to its office and holds its post in the county from today."""
    open_account(administrator, person=PERSON, today=TODAY)
    account = Account.objects.get(name="zjj-02")
    post = account.posts.get()

    assert (account.office.code, account.must_change) == ("zjj", True)
    assert (post.role, post.region, post.valid_from) == ("officer", COUNTY[:6], TODAY)


def test_the_first_password_is_kept_nowhere(administrator: Actor) -> None:
    """R-ORG-09: at least twelve characters; in no line of the journal and in no repr."""
    handed = open_account(administrator, person=PERSON, today=TODAY)
    kept = "".join(JournalValues.objects.values_list("document", flat=True))

    assert len(handed.password) >= 12
    assert Account.objects.get(name="zjj-02").check_password(handed.password)
    assert handed.password not in kept + repr(handed)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "13800001111"}, "不要用手机号"),
        ({"name": "a"}, "2 到 30 个"),
        ({"name": "officer"}, "已经有人用"),
        ({"full_name": " "}, "姓名不能空着"),
        ({"full_name": "名" * 101}, "100"),
        ({"office": "lyj"}, "没有找到这个单位"),
        ({"posts": ((Role.OFFICER, QINGHE),)}, "范围要是全县"),
        ({"posts": ((Role.VILLAGE_CLERK, COUNTY),)}, "范围要是一个村"),
        ({"posts": ((Role.OFFICER, "360999199000"),)}, "没有登记"),
        ({"posts": ((Role.AUDITOR, COUNTY), (Role.OFFICER, COUNTY))}, "只能单独一个岗位"),
        ({"posts": ((Role.ADMINISTRATOR, COUNTY), (Role.VILLAGE_CLERK, QINGHE))}, "只能单独一个岗位"),
    ],
)
def test_an_account_that_does_not_do_is_refused(
    administrator: Actor, change: dict[str, Any], said: str
) -> None:
    """R-ORG-10, R-ORG-11: a sentence says what does not do; neither an account nor a line is written."""
    with pytest.raises(RefusedError) as refusal:
        open_account(administrator, person=replace(PERSON, **change), today=TODAY)

    assert said in refusal.value.problem.sentence
    assert Account.objects.count() == len(Role)
    assert not JournalEntry.objects.exists()


def test_an_administrator_of_a_town_gives_no_post_of_the_county(administrator: Actor) -> None:
    """R-ORG-10: nobody gives a place that they do not look after."""
    of_town = replace(administrator, places=("360999101",))
    with pytest.raises(RefusedError):
        open_account(of_town, person=replace(PERSON, office="liuhe"), today=TODAY)

    assert not Account.objects.filter(name="zjj-02").exists()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_opens_accounts(actor_as: Callable[[Role], Actor], role: Role) -> None:
    """R-ORG-10: no other role opens an account, not even the leader's."""
    with pytest.raises(RefusedError):
        open_account(actor_as(role), person=PERSON, today=TODAY)


def test_a_list_opens_everybody_in_it(administrator: Actor, workbook: Listing) -> None:
    """R-ORG-08: offices by code or name, roles in people's words; the place is the office's."""
    given = workbook(
        [
            HEADINGS,
            ("qinghe-02", "钱惊蛰", "青禾村村委会", "村报表员、网格员", None),
            ("ZJJ-02", "冯小暑", "zjj", "部门经办人", "青禾县"),
        ]
    )
    result = open_accounts(administrator, given=given, today=TODAY)
    held = Account.objects.get(name="qinghe-02").posts.order_by("role").values_list("role", "region")

    assert [each.name for each in result.handed] == ["qinghe-02", "zjj-02"]
    assert len({each.password for each in result.handed}) == 2
    assert list(held) == [("grid_worker", QINGHE), ("village_clerk", QINGHE)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("x-01", "杨大暑", "县林业局", "部门经办人"), "第 3 行的单位“县林业局”没有登记"),
        (("x-01", "杨大暑", "zjj", "科长"), "第 3 行的岗位“科长”不认得"),
        (("x-01", None, "zjj", "部门经办人"), "第 3 行没有写“姓名”"),
        (("x-01", "杨大暑", "zjj", "部门经办人", "北山镇"), "第 3 行的区划“北山镇”没有登记"),
        (("qinghe-02", "杨大暑", "zjj", "部门经办人"), "第 3 行的“qinghe-02”前面已经有了"),
        (("officer", "杨大暑", "zjj", "部门经办人"), "第 3 行：账号“officer”已经有人用"),
        (("x-01", "杨大暑", "xxzx", "系统管理员、审计"), "只能单独一个岗位"),
    ],
)
def test_a_bad_line_opens_nobody(
    administrator: Actor, workbook: Listing, line: tuple[object, ...], said: str
) -> None:
    """R-ORG-03, R-ORG-08: one sentence names line and reason, nobody of the list is opened."""
    given = workbook([HEADINGS, ("qinghe-02", "钱惊蛰", "qinghe", "报表员"), line])
    result = open_accounts(administrator, given=given, today=TODAY)

    assert [said in problem.sentence for problem in result.problems] == [True]
    assert result.handed == ()
    assert not Account.objects.filter(name__in=["qinghe-02", "x-01"]).exists()
    assert not JournalEntry.objects.exists()


def test_a_trial_hands_out_no_passwords(administrator: Actor, workbook: Listing) -> None:
    """R-ORG-03: a trial says whom it would open and nothing else."""
    given = workbook([HEADINGS, ("qinghe-02", "钱惊蛰", "qinghe", "报表员")])
    result = open_accounts(administrator, given=given, today=TODAY, is_trial=True)

    assert [each.password for each in result.handed] == [""]
    assert not Account.objects.filter(name="qinghe-02").exists()


def test_an_office_code_is_never_used_again(administrator: Actor) -> None:
    """R-ORG-07: closed or not, a code belongs to one office for good."""
    open_office(administrator, wanted=FORESTRY, today=TODAY)
    close_office(administrator, code="lyj", today=TODAY)
    with pytest.raises(RefusedError) as refusal:
        open_office(administrator, wanted=replace(FORESTRY, name="另一个局"), today=TODAY)

    assert "一个代码只给一个单位" in refusal.value.problem.sentence


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"code": "林"}, "单位代码“林”不行"),
        ({"name": " "}, "单位名称不能空着"),
        ({"name": "县住建局"}, "已经有一个单位叫"),
        ({"kind": "bureau"}, "单位类别不对"),
        ({"region": "360999888000"}, "没有登记"),
    ],
)
def test_an_office_that_does_not_do_is_refused(
    administrator: Actor, change: dict[str, str], said: str
) -> None:
    """R-ORG-07: a sentence says what does not do; nothing is written."""
    with pytest.raises(RefusedError) as refusal:
        open_office(administrator, wanted=replace(FORESTRY, **change), today=TODAY)

    assert said in refusal.value.problem.sentence
    assert not Office.objects.filter(code="lyj").exists()


def test_an_office_is_renamed(administrator: Actor) -> None:
    """R-ORG-07: an office takes another name, another office's name it does not take."""
    rename_office(administrator, code="zjj", name="县住房和城乡建设局")
    with pytest.raises(RefusedError):
        rename_office(administrator, code="zjj", name="县民政局")

    assert Office.objects.get(code="zjj").name == "县住房和城乡建设局"


def test_a_list_of_offices_is_taken_whole(administrator: Actor, workbook: Listing) -> None:
    """R-ORG-03: with one bad line none is opened and its line is said; without it all are."""
    headings = ("单位代码", "单位名称", "类别", "区划代码")
    good = ("lyj", "县林业局", "部门", 360999000000)
    bad = open_offices(
        administrator,
        given=workbook([headings, good, ("slj", "县水利局", "科室", 360999000000)]),
        today=TODAY,
    )
    n_after_bad = Office.objects.filter(code="lyj").count()
    done = open_offices(administrator, given=workbook([headings, good]), today=TODAY)

    assert [problem.sentence.split("：")[0] for problem in bad.problems] == ["第 3 行"]
    assert (n_after_bad, len(done.opened)) == (0, 1)
