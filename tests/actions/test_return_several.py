"""Several forms handed in at once: files, a folder, a zip."""

import shutil
import zipfile
from copy import copy
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.actions.returning import LATER, Village, changed, list_form, open_qinghe, put
from tests.conftest import QINGHE

from qingzhuang.actions.collect.handedin import HandedIn, return_forms
from qingzhuang.actions.collect.returning import Return
from qingzhuang.store.actors import Actor


@pytest.fixture
def village(zhang: Actor, tmp_path: Path) -> Village:
    """青禾村 with its roster."""
    return open_qinghe(zhang, tmp_path)


def handed_in(village: Village, *paths: Path) -> list[HandedIn]:
    """What becomes of these."""
    like = Return(paths[0], QINGHE, LATER)
    return return_forms(village.actor, paths=paths, like=like, told=lambda _: None)


def news_of(results: list[HandedIn]) -> list[tuple[str, list[str]]]:
    """Last name of each file, and the values that were news; "!" for one that was not taken."""
    return [
        (one.name.rpartition("/")[2], [each.value for each in one.result.diff] if one.result else ["!"])
        for one in results
    ]


def card_form(folder: Path) -> Path:
    """A card with a name, a number and a telephone."""
    path = list_form(folder, "卡.xlsx", title="走访登记卡")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.delete_rows(2, 6)
    box = load_workbook(list_form(folder, "样.xlsx")).worksheets[0]["A3"].border
    for row, words in enumerate([["姓名", None, "身份证号", None], ["联系电话", None, "帮扶需求", None]], 2):
        for column, word in enumerate(words, 1):
            sheet.cell(row, column, word).border = copy(box)
    book.save(path)
    return path


class AsOnWindows(zipfile.ZipInfo):
    """An entry whose name is written in GBK, without a word about it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 (a name of the standard library)
        return self.filename.encode("gb18030"), 0


@pytest.fixture
def cards(village: Village) -> Path:
    """A zip of three cards; one was answered, one is another form, and a temporary file lies beside."""
    out = village.fill(card_form(village.folder), "卡片/").out
    own = sorted(out.glob("*.xlsx"))
    assert len(own) == 3
    answered = next(path for path in own if "李四" in path.name)
    changed(answered, put({"B3": "13900000002"}), name=answered.name)
    shutil.copy(village.folder / "常住人口.xlsx", out / "拿错了.xlsx")
    (out / "~$李四.xlsx").write_bytes(b"x")
    return out


@pytest.mark.database
def test_a_folder_of_cards_is_taken_card_by_card(village: Village, cards: Path) -> None:
    """R-RET-14: each card by itself; the wrong file has its sentence, the temporary one is no form."""
    found = dict(news_of(handed_in(village, cards)))

    assert found.pop("拿错了.xlsx") == ["!"]
    assert sorted(found.values()) == [[], [], ["13900000002"]]


@pytest.mark.database
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_zip_of_cards_is_taken_card_by_card(village: Village, cards: Path, encoding: str) -> None:
    """R-RET-14: the zip is the folder; names that a program wrote in GBK are read."""
    path = village.folder / "卡片.zip"
    with zipfile.ZipFile(path, "w") as package:
        for one in sorted(cards.iterdir()):
            info = AsOnWindows if encoding == "gb18030" else zipfile.ZipInfo
            package.writestr(info(f"卡片/{one.name}"), one.read_bytes())

    found = news_of(handed_in(village, path))

    assert [values for name, values in found if "李四" in name] == [["13900000002"]]
    assert len(found) == 4


@pytest.mark.database
def test_nothing_in_a_zip_or_folder_is_said(village: Village, tmp_path: Path) -> None:
    """R-RET-14: a folder without forms, a broken zip and a file that is not there get a sentence each."""
    (tmp_path / "空").mkdir()
    (tmp_path / "坏.zip").write_bytes(b"PK\x03\x04 and nothing more")
    results = handed_in(village, tmp_path / "空", tmp_path / "坏.zip", tmp_path / "没有.xlsx")

    assert all(one.problem is not None and one.problem.sentence.endswith("。") for one in results)
    assert len(results) == 3


@pytest.mark.database
def test_a_bad_file_does_not_keep_the_others(village: Village) -> None:
    """R-RET-14: the first is refused, the second is taken."""
    out = village.fill(list_form(village.folder)).out
    good = changed(out, put({"E5": "13900000002"}))

    assert news_of(handed_in(village, village.folder / "常住人口.xlsx", good)) == [
        ("常住人口.xlsx", ["!"]),
        ("back.xlsx", ["13900000002"]),
    ]
