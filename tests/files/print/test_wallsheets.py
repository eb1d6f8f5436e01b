"""The lists for the wall, opened again."""

import re
import subprocess
from pathlib import Path

import pytest
from tests.files.print.drawn import a_wall
from tests.files.print.reopened import info, pages, words

from qingzhuang.files.print.papers import PaperSize
from qingzhuang.files.print.wallsheets import wall_sheet

pytestmark = pytest.mark.poppler


@pytest.mark.parametrize(
    ("size", "points"), [(PaperSize.A3, "1190.55 x 841.89"), (PaperSize.A4, "841.89 x 595.276")]
)
def test_a_wall_sheet_lies_on_its_paper(size: PaperSize, points: str) -> None:
    """A3 is 420 mm by 297 mm, A4 297 mm by 210 mm (R-PRT-15)."""
    assert info(wall_sheet(a_wall(size=size)))["Page size"].startswith(points)


@pytest.mark.parametrize("size", list(PaperSize))
def test_every_sheet_says_county_version_and_day(size: PaperSize) -> None:
    """However many sheets, one that is torn off still tells what it is and from when it holds (R-PRT-15)."""
    shown = pages(wall_sheet(a_wall(60, size=size)))

    assert len(shown) > 3
    for page in shown:
        assert "青禾县村级组织三张清单" in page
        assert "2026年第2版" in page
        assert "2026年12月1日起执行" in page


def test_a_list_repeats_its_head_and_loses_no_item() -> None:
    """Each sheet names the list it shows; all sixty items of both lists are there (R-PRT-08)."""
    shown = pages(wall_sheet(a_wall(60)))

    said = "".join(shown)
    assert all("责任部门" in page for page in shown)
    assert all(len(re.findall(rf"第{at}件事", said)) == 2 for at in range(60))


def test_a_column_nobody_filled_is_left_out() -> None:
    """Only the list that comes with support has the column (R-PRT-15)."""
    assert words(wall_sheet(a_wall())).count("配套支持") == 1


@pytest.mark.parametrize("size", list(PaperSize))
def test_no_type_is_smaller_than_twelve_points(size: PaperSize, tmp_path: Path) -> None:
    """It is read standing (R-PRT-15)."""
    file = tmp_path / "wall.pdf"
    file.write_bytes(wall_sheet(a_wall(size=size)))

    said = subprocess.run(
        ["pdftotext", "-tsv", str(file), "-"], capture_output=True, check=True, text=True
    ).stdout
    heights = [float(line.split("\t")[9]) for line in said.splitlines()[1:] if line.split("\t")[0] == "5"]
    assert min(heights) >= 12


def test_a_list_that_fits_on_one_sheet_is_not_torn() -> None:
    """Ten items under a list of ten begin a new sheet rather than being torn apart."""
    shown = pages(wall_sheet(a_wall(10)))

    assert [page.count("件事") for page in shown] == [10, 10]
