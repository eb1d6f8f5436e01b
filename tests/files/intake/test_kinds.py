"""What a file is, told by its content; and the sentence for what is not taken in."""

from pathlib import Path

import pytest
from tests.files.hostile.packages import xlsx
from tests.files.intake.compounds import compound, record, with_table, workbook

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.intake import office
from qingzhuang.files.intake.opening import taken_in
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.intake.rosters import read_rosters

BOOK = compound("Workbook", book=workbook())
FILE_PASS = record(0x002F, bytes(54))


def refused(path: Path, content: bytes) -> FilesCode:
    """The code of the sentence a form of this name and content gets."""
    path.write_bytes(content)
    with pytest.raises(RefusedError) as error:
        read_workbook(path)
    assert isinstance(error.value.problem.code, FilesCode)
    return error.value.problem.code


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("登记表.doc", compound("WordDocument"), FilesCode.OLD_DOC),
        ("登记表.xls", compound("WordDocument"), FilesCode.OLD_DOC),
        ("登记表.docx", compound("WordDocument"), FilesCode.OLD_DOC),
        ("登记表.wps", b"anything", FilesCode.OLD_DOC),
        ("登记表.rtf", b"{\\rtf1}", FilesCode.OLD_DOC),
        ("登记表.doc", b"{\\rtf1}", FilesCode.OLD_DOC),
        ("登记表.pdf", b"%PDF-1.7", FilesCode.PDF),
        ("登记表.xls", b"%PDF-1.7", FilesCode.PDF),
        ("登记表", b"%PDF-1.7", FilesCode.PDF),
        ("登记表.ofd", b"PK\x03\x04OFD.xml", FilesCode.OFD),
        ("登记表.xls", b"PK\x03\x04OFD.xml", FilesCode.OFD),
        ("登记表.xls", b"\x89PNG\r\n\x1a\n", FilesCode.PICTURE),
        ("登记表.webp", b"RIFF0000WEBP", FilesCode.PICTURE),
        ("登记表.xlsm", xlsx(), FilesCode.WITH_MACROS_SUFFIX),
        ("登记表.xls", "姓名\t电话\n".encode(), FilesCode.TEXT_INSIDE),
        ("登记表.xls", "姓名\t电话\n".encode("utf-16"), FilesCode.TEXT_INSIDE),
        ("登记表.xls", b"MIME-Version: 1.0\r\nX", FilesCode.WEB_ARCHIVE),
        ("登记表.xls", b"<svg/>", FilesCode.NO_TABLE_INSIDE),
        ("登记表.xls", compound("PowerPoint Document"), FilesCode.NO_TABLE_INSIDE),
        ("登记表.txt", "姓名\n".encode(), FilesCode.UNKNOWN_KIND),
        ("登记表.zip", b"PK\x03\x04", FilesCode.UNKNOWN_KIND),
    ],
)
def test_what_is_not_taken_in_gets_its_own_sentence(
    tmp_path: Path, name: str, content: bytes, expected: FilesCode
) -> None:
    """R-OFC-02: by content where the name hides it: what it is, and the way out."""
    assert refused(tmp_path / name, content) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (compound("EncryptedPackage"), FilesCode.ENCRYPTED),
        (compound("Workbook", book=workbook(FILE_PASS)), FilesCode.ENCRYPTED),
        (compound("Workbook", "_VBA_PROJECT", book=workbook()), FilesCode.MACRO),
        (compound("Workbook", book=workbook(sheet_kind=1)), FilesCode.MACRO),
        (compound("Workbook", "MBD0018D4CE", book=workbook()), FilesCode.EMBEDDED),
        (compound("Workbook", book=workbook()[:36]), FilesCode.TRUNCATED),
        (compound("Workbook", book=workbook() + b"\0")[:-4096], FilesCode.TRUNCATED),
        (BOOK[: len(BOOK) // 2], FilesCode.TRUNCATED),
        (BOOK[:100], FilesCode.TRUNCATED),
        (with_table(BOOK, 2, 2), FilesCode.BROKEN),
        (with_table(BOOK, 1, 1), FilesCode.BROKEN),
        (with_table(BOOK, 3, 0x00FFFFFF), FilesCode.BROKEN),
        (compound("Workbook", book=b"\0" * 99), FilesCode.BROKEN),
        (BOOK[:28] + b"\0\0" + BOOK[30:], FilesCode.BROKEN),
        (bytes(range(256)) * 40, FilesCode.BROKEN),
    ],
)
@pytest.mark.parametrize("suffix", [".xls", ".et"])
def test_an_old_workbook_is_judged_before_libreoffice_sees_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, expected: FilesCode, suffix: str
) -> None:
    """R-OFC-03: password, macros, embedded files, chains in a circle and cut-off files never reach it."""
    monkeypatch.setattr(office, "as_xlsx", None)

    assert refused(tmp_path / f"登记表{suffix}", content) is expected


@pytest.mark.parametrize("name", ["登记表.xls", "登记表.et", "登记表.doc", "登记表.xlsx"])
def test_a_new_workbook_is_read_whatever_its_name_says(tmp_path: Path, name: str) -> None:
    """R-OFC-01: the content decides: an .xlsx somebody named .xls is read as it is."""
    path = tmp_path / name
    path.write_bytes(xlsx())
    taken = taken_in(path)

    assert taken.workbook.sheets[0].at(1, 1).text == "ok"
    assert (taken.source, taken.suffix, taken.was) == (xlsx(), ".xlsx", path.suffix)


def test_a_table_of_text_keeps_its_line_about_csv(tmp_path: Path) -> None:
    """R-OFC-02: a workbook named .csv is told so, for it cannot be read line by line."""
    path = tmp_path / "名册.csv"
    path.write_bytes(xlsx())

    with pytest.raises(RefusedError) as error:
        list(read_rosters(path))

    assert error.value.problem.code is FilesCode.NAMED_WRONG


def test_without_libreoffice_the_command_that_installs_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R-OFC-04: no LibreOffice: one sentence with the command, and the other way out."""
    monkeypatch.setattr(office, "program", lambda: None)
    path = tmp_path / "登记表.et"
    path.write_bytes(BOOK)

    with pytest.raises(RefusedError) as error:
        read_workbook(path)

    sentence = error.value.problem.sentence
    assert "（.et）" in sentence
    assert "sudo apt-get install libreoffice-calc-nogui" in sentence
    assert "另存为 .xlsx" in sentence
