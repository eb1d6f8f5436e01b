"""Files as they come: changing under the reader, with names too long to keep, by the dozen."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.actions.conftest import TODAY, Draw, Take
from tests.actions.test_import import PEOPLE, ZHANG

from qingzhuang.actions.collect import Roster, import_files, taking
from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.intake.rosters import read_rosters
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Import, JournalEntry

pytestmark = pytest.mark.database


def test_a_file_that_changes_while_it_is_read_is_not_taken(
    take: Take, draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R-IMP-10: bytes that changed between fingerprint and reading are refused: nothing of them is kept."""
    path = draw("人口.xlsx", PEOPLE)

    def saved_meanwhile(asked: Path) -> Iterator[RosterSheet]:
        sheets = list(read_rosters(asked))
        draw("人口.xlsx", PEOPLE[:4])
        return iter(sheets)

    monkeypatch.setattr(taking, "read_rosters", saved_meanwhile)
    result = take(path)

    assert result.problem is not None
    assert result.problem.code is ActionCode.FILE_CHANGED
    assert not Import.objects.exists()


def test_a_source_longer_than_its_column_is_refused(take: Take, draw: Draw) -> None:
    """R-IMP-11: 200 characters name a source; one more is refused in a sentence, nothing is cut off."""
    path = draw("人口.xlsx", PEOPLE)

    with pytest.raises(RefusedError) as refusal:
        take(path, source="长" * 201)
    assert "200" in refusal.value.problem.sentence
    assert take(path, source="长" * 200).accepted == 3


def test_a_sheet_name_longer_than_its_column_is_refused(take: Take, tmp_path: Path) -> None:
    """R-IMP-11: a CSV names its sheet after itself; a name of more than 100 characters is refused."""
    path = tmp_path / f"{'a' * 101}.csv"
    path.write_text(f"姓名,身份证号\n张三,{ZHANG}\n", encoding="utf-8")

    result = take(path)

    assert result.problem is not None
    assert "100" in result.problem.sentence


def test_many_files_in_one_call_fit_into_one_line(zhang: Actor, qinghe: str, tmp_path: Path) -> None:
    """R-STO-02: the line of eighty files is no longer than its column (200), as PostgreSQL counts."""
    paths = [tmp_path / f"{at}.csv" for at in range(80)]
    for at, path in enumerate(paths):
        path.write_text(f"姓名,户号\n张三,{at}\n", encoding="utf-8")

    import_files(zhang, paths=paths, roster=Roster(qinghe, "村委会", "2024-06-30", False, TODAY))

    assert Import.objects.count() == 80
    assert len(JournalEntry.objects.order_by("-seq")[0].object) <= 200


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A folder or a pipe under the name of a roster gets its sentence; nobody waits for it (R-IMP-01)."""
    path = tmp_path / "名册.xlsx"
    make(path)

    taken = taking.take_file(path, catalogue=load_catalogue(), memory={})

    assert taken.problem is not None
    assert taken.problem.code in (FilesCode.FOLDER, FilesCode.NOT_THERE)
