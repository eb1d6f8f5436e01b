"""What is taken from an uploaded form, where an actor stands, and what a report keeps of it all."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from tests.conftest import DONGTANG, QINGHE
from tests.days import TODAY

from qingzhuang.actions.admit.checking import Asked, check_notice, read_form, village_of
from qingzhuang.actions.admit.refusing import Sending, refuse_notice
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.checking import CheckingCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account, RefusalReport, Region, RegionAlias
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
KEPT_QUIET = Sending(is_reported=False, once="a")
ON = f"{TODAY}T10:00:00+08:00"


@pytest.fixture
def clerk(cast: dict[Role, Account]) -> Actor:
    """Village clerk of 青禾村."""
    return actor_of(cast[Role.VILLAGE_CLERK], today=TODAY)


def filled_form() -> bytes:
    """A form somebody has begun to fill, with the office that made it and the village that fills it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["夜间巡查登记表"],
        ["制表机关：县住建局", "", "填报单位：青禾村"],
        ["序号", "姓名", "血型"],
        [1, "梁秋实", "A"],
        [2, "梁冬至", "B"],
        [3, "", ""],
    ):
        sheet.append(row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_no_row_of_a_form_is_taken_along(clerk: Actor) -> None:
    """R-CHE-03, R-CHE-10: of a form begun to be filled come its title, columns and office; nobody's name."""
    asked = read_form(clerk, name="梁秋实交的.xlsx", content=filled_form())

    assert asked.title == "夜间巡查登记表"
    assert asked.labels == ("姓名", "血型")
    assert "制表机关：县住建局" in asked.printed
    assert "梁" not in repr(asked)


def test_a_report_of_a_form_keeps_what_it_asks(clerk: Actor) -> None:
    """R-CHE-10: a report of a form holds its title and columns, the office by name, and no village."""
    asked = read_form(clerk, name="青禾村.xlsx", content=filled_form())

    refuse_notice(clerk, asked=asked, on=ON, sending=Sending(is_reported=True, once="a"))

    row = RefusalReport.objects.get()
    assert row.notice.startswith("夜间巡查登记表\n姓名、血型\n")
    assert row.asked_by == "县住建局"
    assert "青禾" not in row.notice


def test_an_old_name_of_a_village_is_hidden_too(clerk: Actor) -> None:
    """R-CHE-09: names a place once had, or is called by, tell as much as its name."""
    Region.objects.create(code=QINGHE, name="石桥村", valid_from="2000-01-01", valid_to="2020-01-01")
    RegionAlias.objects.create(code=DONGTANG, name="荷叶塘")
    asked = Asked(text="请石桥村、荷叶塘报《夜间巡查登记表》。")

    refuse_notice(clerk, asked=asked, on=ON, sending=Sending(is_reported=True, once="a"))

    assert RefusalReport.objects.get().notice == "请×、×报《夜间巡查登记表》。"


@pytest.mark.parametrize(
    ("places", "village"),
    [
        ((QINGHE,), QINGHE),
        (("360999101",), None),
        ((QINGHE, DONGTANG), None),
        (("360999101000",), None),
        ((), None),
    ],
)
def test_only_one_village_is_a_place_to_compare_with(places: tuple[str, ...], village: str | None) -> None:
    """R-CHE-04: a scope is compared for who serves one village, and for nobody else."""
    assert village_of(Actor("zhang", (), places=places)) == village


def test_whoever_may_not_check_is_refused(cast: dict[Role, Account]) -> None:
    """A department neither checks nor reports, on whatever way it comes."""
    officer = actor_of(cast[Role.OFFICER], today=TODAY)
    sending = Sending(is_reported=True, once="a")

    for act in (
        lambda: check_notice(officer, asked=Asked("报表"), on=ON),
        lambda: read_form(officer, name="a.xlsx", content=filled_form()),
        lambda: refuse_notice(officer, asked=Asked("报表"), on=ON, sending=sending),
    ):
        with pytest.raises(RefusedError) as refusal:
            act()
        assert refusal.value.problem.code is StoreCode.NOT_ALLOWED


@pytest.mark.parametrize("is_reported", [True, False])
def test_nothing_at_all_is_neither_refused_nor_reported(clerk: Actor, is_reported: bool) -> None:
    """An empty page sends nothing."""
    with pytest.raises(RefusedError) as refusal:
        refuse_notice(clerk, asked=Asked(), on=ON, sending=Sending(is_reported, "a"))

    assert refusal.value.problem.code is CheckingCode.NOTHING
    assert RefusalReport.objects.count() == 0


def test_news_is_neither_refused_nor_written_a_letter(clerk: Actor) -> None:
    """R-CHE-06: where nothing is asked there are no words to send."""
    with pytest.raises(RefusedError) as refusal:
        refuse_notice(
            clerk, asked=Asked("明天多云转晴。"), on=ON, sending=Sending(is_reported=False, once="a")
        )

    assert refusal.value.problem.code is CheckingCode.NOTHING_TO_SEND


def test_the_same_actor_writes_the_same_row_from_any_village(clerk: Actor, cast: dict[Role, Account]) -> None:
    """R-CHE-08: two people of two places who report the same on two days of a week write the same row."""
    asked = Asked("请报《夜间巡查登记表》。\n县住建局")
    town = actor_of(cast[Role.TOWN_CLERK], today=TODAY)

    refuse_notice(
        clerk, asked=asked, on="2026-11-16T00:00:01+08:00", sending=Sending(is_reported=True, once="a")
    )
    refuse_notice(
        town, asked=asked, on="2026-11-22T23:59:59+08:00", sending=Sending(is_reported=True, once="b")
    )

    rows = RefusalReport.objects.values("week", "notice", "asked_by", "number", "verdict", "clause", "photo")
    first, second = rows
    assert first == second
