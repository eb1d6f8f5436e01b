"""The pages for the four roles: each picture is there, each is used, each is small."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted((DOCS / "roles").glob("*.md"))
_PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
_MOST_BYTES = 150 * 1024  # of one picture; the four pages together stay below 2.5 MB
_MOST_LINES = 60  # of one page: it has to fit on paper beside its pictures


def _shown() -> set[Path]:
    """Every picture that a page shows."""
    return {
        (page.parent / path).resolve()
        for page in PAGES
        for path in _PICTURE.findall(page.read_text(encoding="utf-8"))
    }


def test_there_is_a_page_for_each_role() -> None:
    """部门, 减负办, 村, 管理员: four pages, each short enough to print."""
    assert [page.stem for page in PAGES] == ["administrator", "burden-office", "department", "village"]
    assert all(len(page.read_text(encoding="utf-8").splitlines()) <= _MOST_LINES for page in PAGES)


def test_every_picture_is_there_and_every_one_is_shown() -> None:
    """The pictures in the folder are exactly those the pages show."""
    assert {path.resolve() for path in (DOCS / "pictures").glob("*.png")} == _shown()


def test_pictures_are_few_and_small() -> None:
    """At most sixteen, each of at most 150 KB."""
    sizes = {path.name: path.stat().st_size for path in (DOCS / "pictures").glob("*.png")}

    assert len(sizes) <= 16
    assert {name: size for name, size in sizes.items() if size > _MOST_BYTES} == {}
