"""Where the files of one filling go: their names, and many in one zip."""

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.fill import FillCode

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_SHEET_FORBIDDEN = re.compile(r"[\\/:*?\[\]'\x00-\x1f]")
WORKBOOK_SUFFIXES = (".xlsx", ".xls")  # the second on request, through LibreOffice
_SHEET_NAME = 31  # characters Excel allows
_STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say; the same filling gives the same bytes


def target_of(
    template: Path, out: Path | None, *, village: str, is_cards: bool, suffix: str = ".xlsx"
) -> Path:
    """
    Where a filling goes: an .xlsx for a list; for cards a folder, a .zip or an .xlsx. An .xls only where
    it is asked for: a template that was .xls comes back as .xlsx (R-OFC-20).

    suffix: what the form is; a Word form (.docx) becomes .docx, many cards a folder or a .zip (R-WRD-30).
    Without `out` it lies beside the template, named after it and the village; a folder may take a list.

    Raises:
        RefusedError: another kind of file, or the template itself.
    """
    name = f"{template.stem}-{_FORBIDDEN.sub('', village)}"
    if out is None:
        return template.with_name(name if is_cards else f"{name}{suffix}")
    ending, is_word = out.suffix.lower(), suffix == ".docx"
    wanted = (suffix,) if is_word else WORKBOOK_SUFFIXES
    if is_cards:
        if ending not in ("", ".zip", *wanted) and not out.is_dir():
            code = FillCode.OUT_NEEDS_FOLDER_OF_DOCUMENTS if is_word else FillCode.OUT_NEEDS_FOLDER
            raise RefusedError(Problem(code, {"out": out.name}))
    elif out.is_dir() or not ending:
        return out / f"{name}{suffix}"
    elif ending not in wanted:
        code = FillCode.OUT_NEEDS_DOCUMENT if is_word else FillCode.OUT_NEEDS_WORKBOOK
        raise RefusedError(Problem(code, {"out": out.name}))
    if out.absolute() == template.absolute():
        raise RefusedError(Problem(FillCode.OUT_IS_TEMPLATE))
    return out


def distinct(titles: Sequence[str]) -> tuple[str, ...]:
    """File names without suffix: forbidden characters dropped, namesakes numbered (张三-2)."""
    return _numbered([_FORBIDDEN.sub("", title).strip(" .") or "无名" for title in titles])


def sheet_names(titles: Sequence[str], *, taken: Sequence[str] = ()) -> tuple[str, ...]:
    """Names for sheets, at most 31 characters, each once, none of those that are taken."""
    bare = [(_SHEET_FORBIDDEN.sub("", title).strip() or "无名")[: _SHEET_NAME - 6] for title in titles]
    return _numbered(bare, taken)


def _numbered(names: Sequence[str], taken: Sequence[str] = ()) -> tuple[str, ...]:
    given = {name.casefold() for name in taken}
    numbered = []
    for name in names:
        fresh, n = name, 1
        while fresh.casefold() in given:
            n += 1
            fresh = f"{name}-{n}"
        given.add(fresh.casefold())
        numbered.append(fresh)
    return tuple(numbered)


def zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    """One zip of these files (name, content), stored as they are: a workbook is packed already."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content)
    return buffer.getvalue()


def zipped_from(folder: Path, names: Sequence[Path]) -> Path:
    """One zip of these files of a folder, written into it; its own path comes back. Stored as they are."""
    packed = folder / ".zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name.as_posix(), _STAMP), (folder / name).read_bytes())
    return packed
