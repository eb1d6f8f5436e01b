"""Taking an import back."""

import pytest
from tests.actions.conftest import QINGHE, Draw, Take
from tests.actions.test_import import DIBAO, PEOPLE, held

from qingzhuang.actions.collect import undo
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Import, JournalEntry, Statement
from qingzhuang.store.queries.profiles import profiles_of

pytestmark = pytest.mark.database


def test_what_was_implied_goes_too(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-IMP-09: with the 低保 roster its 是 and its implied 否 are gone, and all else holds as before."""
    take(draw("人口.xlsx", PEOPLE))
    before = profiles_of(zhang, QINGHE)
    taken = take(draw("低保.xlsx", DIBAO))

    assert taken.import_id is not None
    undo(zhang, import_id=taken.import_id)

    assert profiles_of(zhang, QINGHE) == before


def test_people_only_it_named_are_no_residents_any_more(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-IMP-09: the only roster taken back, nobody is left to fill a form for."""
    taken = take(draw("人口.xlsx", PEOPLE))

    assert taken.import_id is not None
    undo(zhang, import_id=taken.import_id)

    assert held(zhang, "person.name") == {}


def test_nothing_said_is_lost(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-IMP-09, R-STO-01: every row stays as it was said; only a time is set."""
    taken = take(draw("人口.xlsx", PEOPLE))
    words = list(
        Statement.objects.order_by("id").values_list("sheet", "row", "person_values", "household_values")
    )

    assert taken.import_id is not None
    undo(zhang, import_id=taken.import_id)

    assert (
        list(
            Statement.objects.order_by("id").values_list("sheet", "row", "person_values", "household_values")
        )
        == words
    )
    assert Import.objects.get().withdrawn_at is not None


def test_it_may_come_again_as_the_same_people(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-IMP-02: after undo the same file is taken anew."""
    path = draw("人口.xlsx", PEOPLE)
    first = take(path)
    assert first.import_id is not None
    undo(zhang, import_id=first.import_id)

    assert take(path).accepted == 3
    assert set(held(zhang, "person.name")) == {"张三", "李四", "王五"}


def test_twice_is_refused_without_a_trace(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-02: a refused undo writes no line in the journal."""
    taken = take(draw("人口.xlsx", PEOPLE))
    assert taken.import_id is not None
    undo(zhang, import_id=taken.import_id)
    lines = JournalEntry.objects.count()

    with pytest.raises(RefusedError):
        undo(zhang, import_id=taken.import_id)
    assert JournalEntry.objects.count() == lines


def test_nobody_takes_back_another_villages_import(take: Take, draw: Draw, li: Actor) -> None:
    """R-STO-05: to Li the import does not exist."""
    taken = take(draw("人口.xlsx", PEOPLE))
    assert taken.import_id is not None

    with pytest.raises(RefusedError):
        undo(li, import_id=taken.import_id)


def test_subjects_keep_their_ids(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-06: a later import and its undo leave everybody's subject id as it was."""
    take(draw("人口.xlsx", PEOPLE))
    before = {each.subject_id for each in profiles_of(zhang, QINGHE)}
    taken = take(draw("低保.xlsx", DIBAO))
    between = {each.subject_id for each in profiles_of(zhang, QINGHE)}
    assert taken.import_id is not None
    undo(zhang, import_id=taken.import_id)

    assert before == between == {each.subject_id for each in profiles_of(zhang, QINGHE)}
