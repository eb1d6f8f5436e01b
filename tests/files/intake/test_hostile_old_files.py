"""Hostile files under the names of old workbooks: a sentence or a table, within ten seconds and 512 MB."""

import random
import time
from pathlib import Path

import pytest
from tests.files.hostile.packages import xlsx
from tests.files.intake.compounds import compound, workbook
from tests.files.intake.olddrawn import old_form

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.intake import office, usage
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.intake.rosters import read_rosters
from qingzhuang.files.packages.limits import MEMORY

_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_BOOK = f'<Workbook xmlns="{_SPREADSHEET}" xmlns:ss="{_SPREADSHEET}">'
_ROW = b"<tr>" + b"<td>x</td>" * 10 + b"</tr>"
_LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
)


def outcome_of(path: Path, content: bytes) -> FilesCode | None:
    """The code of the sentence that a form of these bytes gets, None where it is read; in ten seconds."""
    path.write_bytes(content)
    started = time.monotonic()
    code: FilesCode | None = None
    try:
        read_workbook(path)
    except RefusedError as refused:
        assert refused.problem.sentence.endswith("。")
        assert isinstance(refused.problem.code, FilesCode)
        code = refused.problem.code
    assert time.monotonic() - started < 10
    return code


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        (
            "套表.xls",
            b"<html><table>" + b"<tr><td><table>" * 800_000 + b"x" + b"</table>" * 800_000,
            (FilesCode.TOO_HARD, FilesCode.BROKEN),
        ),
        (
            "笑.xls",
            f"{_LAUGHS}]>{_BOOK}<Worksheet>&j;</Worksheet></Workbook>".encode(),
            (FilesCode.DOCTYPE,),
        ),
        ("半个.xls", f"{_BOOK}<Worksheet><Table><Row>".encode(), (FilesCode.BROKEN,)),
        ("包.xls", xlsx(more=(("xl/vbaProject.bin", b"x"),)), (FilesCode.MACRO,)),
        ("包.et", b"PK\x03\x04" + bytes(5000), (FilesCode.TRUNCATED,)),
        ("乱.et", random.Random(1).randbytes(100_000), (FilesCode.BROKEN,)),
        ("没有表.xls", "<html><body>你好</body></html>".encode(), (FilesCode.NO_TABLE_INSIDE,)),
        ("长.xls", b"<table>" + _ROW * 60_000 + b"</table>", (FilesCode.TOO_MANY_CELLS,)),
        ("坏字.xls", b"<html><table><tr><td>\xff\xff\xfe</td></tr></table>", (FilesCode.BROKEN,)),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_is_hostile_is_refused_before_libreoffice_sees_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: bytes,
    expected: tuple[FilesCode, ...],
) -> None:
    """R-OFC-03: nested pages, laughing XML, noise and packages of macros get their sentence without it."""
    monkeypatch.setattr(office, "as_xlsx", None)

    assert outcome_of(tmp_path / name, content) in expected


class TestWithLibreOffice:
    """What passes our own checks and is for LibreOffice to fail at, or not."""

    pytestmark = pytest.mark.office

    def test_an_old_workbook_of_noise_ends_in_a_sentence_or_a_sheet(self, tmp_path: Path) -> None:
        """R-OFC-06: records that lie behind a sound container take neither long nor anything down."""
        noise = workbook() + random.Random(2).randbytes(20_000)

        assert outcome_of(tmp_path / "乱.xls", compound("Workbook", book=noise)) in (
            None,
            FilesCode.OFFICE_FAILED,
            FilesCode.OFFICE_TOO_LONG,
            FilesCode.NO_SHEET,
        )

    @pytest.mark.parametrize("seed", range(3))
    def test_a_spoiled_old_workbook_ends_in_a_sentence_or_a_sheet(self, tmp_path: Path, seed: int) -> None:
        """R-OFC-06: a real .xls with bytes changed at random is read or refused."""
        dice = random.Random(seed)
        spoiled = bytearray(old_form())
        for _ in range(40):
            spoiled[dice.randrange(1024, len(spoiled))] = dice.randrange(256)

        assert isinstance(outcome_of(tmp_path / "坏.xls", bytes(spoiled)), FilesCode | None)

    @pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
    def test_half_an_old_workbook_is_refused(self, tmp_path: Path, share: float) -> None:
        """R-OFC-03: an upload that was cut off is told so."""
        half = old_form()[: int(len(old_form()) * share)]

        assert outcome_of(tmp_path / "半.xls", half) is FilesCode.TRUNCATED

    def test_rows_far_down_and_spans_without_end_are_survived(self, tmp_path: Path) -> None:
        """R-OFC-06: indexes and spans that lie are read in bounds or refused."""
        far = f'{_BOOK}<Worksheet ss:Name="S"><Table><Row ss:Index="1048576"><Cell ss:Index="16384">'
        far += '<Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>'
        wide = '<table><tr><td rowspan="999999999" colspan="999999999">姓名</td></tr></table>'
        outcomes = [
            outcome_of(tmp_path / "远.xls", far.encode()),
            outcome_of(tmp_path / "宽.xls", wide.encode()),
        ]

        assert outcomes[0] in (FilesCode.TOO_MANY_COLUMNS, FilesCode.NO_SHEET, FilesCode.OFFICE_FAILED, None)
        assert outcomes[1] in (FilesCode.TOO_MANY_COLUMNS, FilesCode.TOO_MANY_MERGES, None)

    def test_a_roster_of_some_thousand_rows_is_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """R-OFC-06: what a village has fits well into the limits of time and memory."""
        held: list[int] = []

        def noted(pid: int) -> usage.Usage:
            """The measurement, noted."""
            used = usage.usage_of(pid)
            held.append(used.memory)
            return used

        monkeypatch.setattr(office, "usage_of", noted)
        row = "<tr>" + "<td>张三</td>" * 12 + "</tr>"
        path = tmp_path / "名册.xls"
        path.write_bytes(f"<table>{row * 3_000}</table>".encode())

        assert len(next(read_rosters(path)).rows) == 3_000
        assert MEMORY // 4 < max(held) < MEMORY * 3 // 4
