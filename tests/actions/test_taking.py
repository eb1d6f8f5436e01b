"""Files as they come: changing under the reader, with names too long to keep, by the dozen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.actions.conftest import TODAY, Draw, Take
from tests.actions.test_import import PEOPLE, ZHANG

from qingzhuang.actions.collect import Roster, import_files, taking
from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.files.intake.rosters import read_rosters
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
