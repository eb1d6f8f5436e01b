"""Taking in the register of matters, exporting it, and the caps of the two books."""

import pytest

from qingzhuang.actions.admit.ending import put_in_book
from qingzhuang.actions.admit.listing import CountyFile
from qingzhuang.actions.admit.registering import (
    MatterChanges,
    MatterWish,
    export_matters,
    import_matters,
    set_cap,
)
from qingzhuang.engine.admit.domain import Kind
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.lists import ListsCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account, Matter
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.queries.matters import Chosen, books, issuers, matters, yearly_counts
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
TODAY = "2026-11-22"
HEAD = "事项名称,种类,发表单位,频次,账本,起始,终止,去向\n"
KEPT = "党员台账,台账,县民政局,每月,党建,2024-01-01,,保留\n"
MERGED = "学习台账,台账,县民政局,每月,党建,2024-01-01,2026-03-31,整合到党员台账\n"
FORM = "高龄津贴核定表,报表,县民政局,每季,,2025-03-01,,保留\n"


@pytest.fixture
def curator(cast: dict[Role, Account]) -> Actor:
    """Of 减负办, who keeps the register."""
    return actor_of(cast[Role.REVIEWER], today=TODAY)


@pytest.fixture
def clerk(cast: dict[Role, Account]) -> Actor:
    """Village clerk of 青禾村."""
    return actor_of(cast[Role.VILLAGE_CLERK], today=TODAY)


def take(actor: Actor, *rows: str, is_trial: bool = False) -> MatterChanges:
    """Take in rows as .csv."""
    given = CountyFile("总账.csv", (HEAD + "".join(rows)).encode())
    wish = MatterWish(on=TODAY, today=TODAY, is_trial=is_trial)
    return import_matters(actor, given=given, wish=wish)


def test_rows_become_matters(curator: Actor, clerk: Actor) -> None:
    """R-LST-08: what is kept is live, what was merged has ended; an issuer that is an office has its code."""
    changes = take(curator, KEPT, MERGED, FORM)

    lines = matters(clerk, on=TODAY, chosen=Chosen(is_ended=None))
    assert (len(changes.entered), changes.n_kept) == (3, 2)
    assert [(line.name, bool(line.ended_on), line.office) for line in lines] == [
        ("高龄津贴核定表", False, "mzj"),
        ("党员台账", False, "mzj"),
        ("学习台账", True, "mzj"),
    ]


def test_the_same_file_again_changes_nothing(curator: Actor) -> None:
    """R-LST-08: a matter that is there already is not entered twice."""
    take(curator, KEPT, MERGED, FORM)

    changes = take(curator, KEPT, MERGED, FORM)

    assert (changes.entered, changes.n_ended, changes.n_same) == ((), 0, 3)
    assert Matter.objects.count() == 3


def test_a_later_file_ends_what_it_cancels(curator: Actor) -> None:
    """R-LST-08: a live matter that a list cancels ends on the list's day."""
    take(curator, FORM)

    changes = take(curator, FORM.replace(",,保留", ",,取消"))

    assert (changes.n_ended, Matter.objects.get().ended_on, Matter.objects.get().why_ended) == (
        1,
        TODAY,
        "取消",
    )


def test_a_number_is_not_ended_by_a_list(curator: Actor) -> None:
    """R-LST-08: what holds an admission number ends by being withdrawn."""
    take(curator, FORM)
    Matter.objects.update(number="准入〔2026〕3号")

    changes = take(curator, FORM.replace(",,保留", ",,取消"))

    assert [problem.code for problem in changes.problems] == [ListsCode.NUMBERED]
    assert Matter.objects.get().ended_on is None


def test_a_trial_or_a_problem_keeps_nothing(curator: Actor) -> None:
    """R-LST-08: a preview and a file with one wrong row leave the register as it was."""
    take(curator, KEPT, is_trial=True)
    changes = take(curator, KEPT, "某事,啥,,,,,,\n")

    assert ([problem.code for problem in changes.problems], Matter.objects.count()) == (
        [ListsCode.LINE_BAD_KIND],
        0,
    )


def test_matters_are_chosen_and_searched(curator: Actor, clerk: Actor) -> None:
    """R-LST-08: by kind, book, issuer, live or ended, and in a cadre's own words."""
    take(curator, KEPT, MERGED, FORM)

    def names(**chosen: object) -> list[str]:
        found = matters(clerk, on=TODAY, chosen=Chosen(**chosen))  # type: ignore[arg-type]
        return [line.name for line in found]

    assert names(kind="form") == ["高龄津贴核定表"]
    assert names(book="party", is_ended=True) == ["学习台账"]
    assert names(words="gljt") == ["高龄津贴核定表"]
    assert names(issuer="县住建局") == []
    assert issuers(clerk) == ("县民政局",)


def test_counts_are_recomputed_from_dates(curator: Actor, clerk: Actor) -> None:
    """R-LST-09: two ledgers at the ends of 2024 and 2025, one today; the form is there since 2025."""
    take(curator, KEPT, MERGED, FORM)

    counts = yearly_counts(clerk, today=TODAY)

    assert [each.on for each in counts] == ["2024-12-31", "2025-12-31", TODAY]
    assert [each.by_kind[Kind.LEDGER] for each in counts] == [2, 2, 1]
    assert [each.by_kind[Kind.FORM] for each in counts] == [0, 1, 1]
    assert [each.by_book["party"] for each in counts] == [2, 2, 1]


def test_a_full_book_takes_no_more(curator: Actor) -> None:
    """R-LST-10: above the cap a new ledger is refused; with one that ends it is taken."""
    set_cap(curator, book="party", most="1", effective_from=TODAY, today=TODAY)
    take(curator, KEPT)
    new = "组织生活台账,台账,县民政局,每月,党建,2026-06-01,,保留\n"

    with pytest.raises(RefusedError) as refused:
        take(curator, new)
    changes = take(curator, new, KEPT.replace(",,保留", ",,整合到组织生活台账"))

    assert refused.value.problem.code is ListsCode.OVER_CAP
    assert (len(changes.entered), changes.n_ended) == (1, 1)


def test_a_book_over_its_cap_is_said(curator: Actor, clerk: Actor) -> None:
    """R-LST-10: a cap below what is there ends nothing, and says how many are too many."""
    take(curator, KEPT, KEPT.replace("党员", "党费"))
    set_cap(curator, book="party", most="1", effective_from=TODAY, today=TODAY)

    party, livelihood = books(clerk, on=TODAY)

    assert (party.now, party.over, livelihood.most) == (2, 1, None)


def test_a_ledger_goes_into_a_book_with_room(curator: Actor) -> None:
    """R-LST-10: a ledger is put into a book; a full book refuses it, and a form goes into none."""
    take(curator, KEPT, KEPT.replace("党员", "走访").replace("党建", ""), FORM)
    ledger, form = Matter.objects.get(name="走访台账").pk, Matter.objects.get(kind="form").pk
    set_cap(curator, book="party", most="1", effective_from=TODAY, today=TODAY)

    put_in_book(curator, matter_id=ledger, book="livelihood", today=TODAY)
    with pytest.raises(RefusedError) as full:
        put_in_book(curator, matter_id=ledger, book="party", today=TODAY)
    with pytest.raises(RefusedError) as none:
        put_in_book(curator, matter_id=form, book="party", today=TODAY)

    assert (full.value.problem.code, none.value.problem.code) == (ListsCode.OVER_CAP, ListsCode.NOT_A_LEDGER)
    assert Matter.objects.get(pk=ledger).book == "livelihood"


@pytest.mark.parametrize(
    ("book", "most", "day", "code"),
    [
        ("other", "6", TODAY, ListsCode.BAD_BOOK),
        ("party", "六", TODAY, ListsCode.BAD_CAP),
        ("party", "6", "2026-01-01", ListsCode.CAP_DAY),
    ],
)
def test_a_cap_is_a_number_from_today_on(
    curator: Actor, book: str, most: str, day: str, code: ListsCode
) -> None:
    """R-LST-10: no other book, no other word, no day that is past."""
    with pytest.raises(RefusedError) as refused:
        set_cap(curator, book=book, most=most, effective_from=day, today=TODAY)

    assert refused.value.problem.code is code


def test_the_export_can_be_taken_in_again(curator: Actor, clerk: Actor) -> None:
    """R-LST-08: an export read back is what is in the register: nothing changes."""
    take(curator, KEPT, MERGED, FORM)
    content = export_matters(clerk, on=TODAY, chosen=Chosen(is_ended=None), county="青禾县")

    wish = MatterWish(on=TODAY, today=TODAY)
    changes = import_matters(curator, given=CountyFile("总账.xlsx", content), wish=wish)

    assert (changes.problems, changes.entered, changes.n_same) == ((), (), 3)


def test_a_village_clerk_only_reads(clerk: Actor) -> None:
    """R-LST-08: taking in is for those who keep the register."""
    with pytest.raises(RefusedError) as refused:
        take(clerk, KEPT)

    assert refused.value.problem.code is StoreCode.NOT_ALLOWED
