"""The shipped catalogue, and what a county adds to it: plain CSV files that anybody can read and review."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from qingzhuang.engine.catalogue.build import build_catalogue
from qingzhuang.engine.catalogue.elements import Catalogue, DataElement, SubjectKind
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.catalogue import CatalogueCode
from qingzhuang.engine.values.codes import make_code_list
from qingzhuang.engine.values.domain import CodeEntry, CodeList, Domain, Kind

SHIPPED = Path(__file__).parent
ELEMENT_COLUMNS = (
    *("code", "name", "subject", "kind", "code_list", "unit", "definition", "synonyms", "hints"),
    *("pattern", "owner", "sensitivity", "sharing", "fresh_days", "membership", "depends_on", "derived"),
    *("source", "verified"),
)
INDEX_COLUMNS = ("name", "title", "source", "ranked")
ENTRY_COLUMNS = ("code", "label", "synonyms", "verified")
AUTHORITY_COLUMNS = ("element", "source")
SENSITIVITIES = ("public", "internal", "personal", "sensitive")
SHARING = ("无条件共享", "有条件共享", "不予共享")

# One line of a CSV file with where it stands: file name, line number, values by column.
Line = tuple[str, int, dict[str, str]]
Read = TypeVar("Read")


@cache
def load_catalogue(county: Path | None = None) -> Catalogue:
    """
    The shipped catalogue, with the files of a county's own folder laid over it. Read once per folder.

    The folder may hold `elements.csv` (a row adds an element, or replaces the one with the same code) and
    `code_lists/index.csv` with one `code_lists/<name>.csv` each (a list replaces the shipped one) and
    `authority.csv` (a row names a source whose word on an element goes first, R-KNW-08; none is shipped).

    Raises:
        RefusedError: a column is unknown or missing, or a value is wrong; the sentence names file and line.
    """
    folders = [SHIPPED] if county is None else [SHIPPED, county]
    code_lists: dict[str, CodeList] = {}
    for folder in folders:
        code_lists.update(_code_lists(folder / "code_lists"))
    elements: dict[str, DataElement] = {}
    rows: dict[str, Line] = {}
    for folder in folders:
        for line in _lines(folder / "elements.csv", ELEMENT_COLUMNS):
            element = _element(line, code_lists)
            if (
                folder != SHIPPED
            ):  # compiling all patterns takes longer than reading them; tests do it for ours
                _check_pattern(line)
            elements[element.code], rows[element.code] = element, line
    for code, element in elements.items():
        if element.depends_on and element.depends_on not in elements:
            raise _bad(rows[code], "depends_on", "目录里已有的数据元编码")
    authorities = _authorities(folders[-1] / "authority.csv", elements)
    return build_catalogue(elements.values(), code_lists.values(), authorities=authorities)


def _authorities(path: Path, elements: Mapping[str, DataElement]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines(path, AUTHORITY_COLUMNS):
        code, source = line[2]["element"], line[2]["source"]
        if code not in elements:
            raise _bad(line, "element", "目录里已有的数据元编码")
        if not source:
            raise _bad(line, "source", "来源的名字，和导入时 --source 写的一样")
        found[code] = (*found.get(code, ()), source)
    return found


def _code_lists(folder: Path) -> Iterator[tuple[str, CodeList]]:
    for file, number, row in _lines(folder / "index.csv", INDEX_COLUMNS):
        path = folder / f"{row['name']}.csv"
        if not path.is_file():
            raise _bad((file, number, row), "name", f"同一文件夹里“{path.name}”的名字")
        entries = [
            CodeEntry(
                entry[2]["code"],
                entry[2]["label"],
                _split(entry[2]["synonyms"]),
                verified=_read(entry, "verified", _YES_NO, "yes 或 no"),
            )
            for entry in _lines(path, ENTRY_COLUMNS)
        ]
        is_ranked = _read((file, number, row), "ranked", _YES_NO, "yes 或 no")
        try:
            made = make_code_list(row["name"], row["title"], row["source"], entries, is_ranked=is_ranked)
        except ValueError as error:  # one label twice
            raise _bad((file, number, row), "name", "没有重复名称的代码集") from error
        yield row["name"], made


def _element(line: Line, code_lists: Mapping[str, CodeList]) -> DataElement:
    row = line[2]
    for column in ("code", "name", "definition"):
        if not row[column]:
            raise _bad(line, column, "写了内容的一栏")
    if row["code_list"] and row["code_list"] not in code_lists:
        raise _bad(line, "code_list", "已有的代码集名")
    kind: Kind = _read(line, "kind", Kind, "值的类型，如 text、date、number、code")
    return DataElement(
        code=row["code"],
        name=row["name"],
        definition=row["definition"],
        domain=Domain(kind, code_lists.get(row["code_list"]), row["unit"] or None),
        subject=_read(
            line, "subject", SubjectKind, "person、household、organisation、village、event 或 record"
        ),
        synonyms=_split(row["synonyms"]),
        hints=_split(row["hints"]),
        pattern=row["pattern"],
        owner=row["owner"],
        sensitivity=_one_of(line, "sensitivity", SENSITIVITIES),
        sharing=_one_of(line, "sharing", SHARING),
        fresh_days=_read(line, "fresh_days", int, "天数") if row["fresh_days"] else None,
        is_membership=_read(line, "membership", _YES_NO, "yes 或 no"),
        depends_on=row["depends_on"] or None,
        is_derived=_read(line, "derived", _YES_NO, "yes 或 no"),
        source=row["source"],
        is_verified=_read(line, "verified", _YES_NO, "yes 或 no"),
    )


def _lines(path: Path, columns: tuple[str, ...]) -> Iterator[Line]:
    """The rows of a CSV file with exactly these columns, in any order; nothing where there is no file."""
    if not path.is_file():
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(Problem(CatalogueCode.NOT_TEXT, {"file": path.name})) from error
    reader = csv.reader(text.splitlines(keepends=True))
    header = next(reader, [])
    for code, left in (
        (CatalogueCode.UNKNOWN_COLUMN, [column for column in header if column not in columns]),
        (CatalogueCode.MISSING_COLUMN, [column for column in columns if column not in header]),
    ):
        if left:
            raise RefusedError(Problem(code, {"file": path.name, "column": left[0]}))
    for row in reader:
        if any(row):
            number = reader.line_num
            if len(row) != len(header):
                raise _wrong_width(path.name, number, len(header), len(row))
            yield path.name, number, dict(zip(header, map(str.strip, row), strict=True))


def _wrong_width(file: str, number: int, columns: int, n: int) -> RefusedError:
    params: dict[str, str | int] = {"file": file, "line": number, "columns": columns, "n": n}
    return RefusedError(Problem(CatalogueCode.WRONG_WIDTH, params))


_YES_NO: Callable[[str], bool] = {"yes": True, "no": False}.__getitem__


def _read(line: Line, column: str, read: Callable[[str], Read], wanted: str) -> Read:
    try:
        return read(line[2][column])
    except (ValueError, KeyError) as error:
        raise _bad(line, column, wanted) from error


def _check_pattern(line: Line) -> None:
    try:
        re.compile(line[2]["pattern"])
    except re.error as error:
        raise _bad(line, "pattern", "写得对的正则表达式") from error


def _one_of(line: Line, column: str, allowed: tuple[str, ...]) -> str:
    if line[2][column] not in allowed:
        raise _bad(line, column, "、".join(allowed) + " 之一")
    return line[2][column]


def _bad(line: Line, column: str, wanted: str) -> RefusedError:
    file, number, row = line
    value = row[column]
    params: dict[str, str | int] = {"file": file, "line": number, "column": column, "value": value}
    params["wanted"] = wanted
    return RefusedError(Problem(CatalogueCode.BAD_ROW, params))


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()
