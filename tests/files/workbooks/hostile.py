"""Hostile and broken files, made in memory: each with its name and the code of the sentence it must get."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.files.hostile.packages import overlapping
from tests.files.intake.compounds import compound

from qingzhuang.engine.problems.files import FilesCode

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="a" Type="{_R}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK = f'<workbook {_NS} xmlns:r="{_R}"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>'
_BOOK_RELS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="a" Type="{_R}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="b" Type="{_R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
SHEET = "xl/worksheets/sheet1.xml"
Writer = Callable[[zipfile.ZipFile], None]


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file that must be refused. expected: None where any sentence will do."""

    name: str
    content: bytes
    expected: FilesCode | None


def sheet(rows: str = _ONE, *, before: str = "", after: str = "") -> str:
    """A sheet's XML. before: in front of its root; after: behind its rows."""
    return f'<?xml version="1.0"?>{before}<worksheet {_NS}><sheetData>{rows}</sheetData>{after}</worksheet>'


def strings(body: str, *, before: str = "") -> str:
    """The shared strings' XML."""
    return f'<?xml version="1.0"?>{before}<sst {_NS}>{body}</sst>'


def xlsx(
    page: str | bytes | None = None,
    table: str | bytes | None = None,
    more: tuple[tuple[str, bytes], ...] = (),
) -> bytes:
    """A small workbook with this sheet and these shared strings."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELS)
        package.writestr("xl/workbook.xml", _BOOK)
        package.writestr("xl/_rels/workbook.xml.rels", _BOOK_RELS)
        package.writestr(SHEET, sheet() if page is None else page)
        package.writestr("xl/sharedStrings.xml", strings("<si><t>x</t></si>") if table is None else table)
        for name, content in more:
            package.writestr(name, content)
    return written.getvalue()


def hostile_files() -> Iterator[Hostile]:
    """All of them, one after another: some are megabytes."""
    yield from _containers()
    yield from _bombs()
    yield from _unwanted()
    yield from _xml()
    yield from _shapes()


def _containers() -> Iterator[Hostile]:
    good = xlsx()
    yield Hostile("empty.xlsx", b"", FilesCode.EMPTY)
    yield Hostile("csv.xlsx", "姓名,身份证\n".encode(), FilesCode.NOT_XLSX)
    yield Hostile("half.xlsx", good[: len(good) // 2], FilesCode.TRUNCATED)
    yield Hostile("program_in_front.xlsx", b"MZ" + b"A" * 4096 + good, FilesCode.NOT_XLSX)
    yield Hostile("page_behind.xlsx", good + b"<html></html>", FilesCode.FOREIGN_BYTES)
    yield Hostile("encrypted.xlsx", compound("EncryptedPackage"), FilesCode.ENCRYPTED)
    yield Hostile("old_renamed.xlsx", compound("Workbook", book=bytes(99)), FilesCode.BROKEN)
    yield Hostile("old.xls", _OLE + bytes(512), FilesCode.BROKEN)
    yield Hostile("kingsoft.et", _OLE + bytes(300), FilesCode.TRUNCATED)
    yield Hostile("word.doc", compound("WordDocument"), FilesCode.OLD_DOC)
    yield Hostile("scan.pdf", b"%PDF-1.7", FilesCode.PDF)
    yield Hostile("macros.xlsm", good, FilesCode.WITH_MACROS_SUFFIX)
    yield Hostile("no_workbook.xlsx", _zip({"a.txt": b"x"}), FilesCode.NOT_XLSX)
    for name in ("../../etc/x", "/var/x", "a\\b", "C:x", "a/../../b"):
        yield Hostile(f"leaves_{abs(zlib.crc32(name.encode()))}.xlsx", xlsx(more=((name, b"x"),)), None)
    yield Hostile("part_twice.xlsx", _twice(good), FilesCode.FOREIGN_BYTES)


def _bombs() -> Iterator[Hostile]:
    yield Hostile(
        "one_cell_of_64_MB.xlsx",
        xlsx(sheet('<row><c t="inlineStr"><is><t>' + " " * (64 << 20) + "</t></is></c></row>")),
        FilesCode.PACKED_TOO_TIGHT,
    )
    yield Hostile(
        "many_parts.xlsx", _zip({f"{number}": b"" for number in range(5_000)}), FilesCode.TOO_MANY_PARTS
    )
    yield Hostile("overlap.xlsx", overlapping(), None)
    lying = _zip({SHEET: b" " * (8 << 20)}).replace(struct.pack("<I", 8 << 20), struct.pack("<I", 100))
    yield Hostile("lying_size.xlsx", lying, None)
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{c}{row}"><v>{row}</v></c>' for c in "ABCDEFGHIJ") + "</row>"
        for row in range(1, 20_200)
    )
    yield Hostile("too_many_cells.xlsx", xlsx(sheet(rows)), FilesCode.TOO_MANY_CELLS)


def _unwanted() -> Iterator[Hostile]:
    yield Hostile("macro.xlsx", xlsx(more=(("xl/vbaProject.bin", _OLE),)), FilesCode.MACRO)
    yield Hostile("macro_sheet.xlsx", xlsx(more=(("xl/macrosheets/sheet1.xml", b"<x/>"),)), FilesCode.MACRO)
    yield Hostile(
        "links.xlsx", xlsx(more=(("xl/externalLinks/externalLink1.xml", b"<x/>"),)), FilesCode.EXTERNAL_LINK
    )
    yield Hostile("object.xlsx", xlsx(more=(("xl/embeddings/oleObject1.bin", _OLE),)), FilesCode.EMBEDDED)


def _xml() -> Iterator[Hostile]:
    laughs = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
        + "]>"
    )
    text = '<row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row>'
    outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{outside}<sst {_NS}><si><t>&e;</t></si></sst>'.encode(
        "utf-16"
    )
    yield Hostile("laughs.xlsx", xlsx(sheet(text, before=laughs)), FilesCode.DOCTYPE)
    yield Hostile(
        "entity_from_disk.xlsx", xlsx(table=strings("<si><t>&e;</t></si>", before=outside)), FilesCode.DOCTYPE
    )
    yield Hostile(
        "doctype_from_net.xlsx",
        xlsx(table=strings("", before='<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">')),
        FilesCode.DOCTYPE,
    )
    yield Hostile("doctype_in_utf16.xlsx", xlsx(table=wide), FilesCode.DOCTYPE)
    yield Hostile(
        "doctype_behind_comment.xlsx", xlsx(sheet(text, before="<!-- <x> -->" + laughs)), FilesCode.DOCTYPE
    )
    yield Hostile("deep.xlsx", xlsx(table=strings("<si>" * 2_000 + "</si>" * 2_000)), FilesCode.BROKEN)
    yield Hostile(
        "huge_attribute.xlsx", xlsx(sheet(f'<row r="1" x="{"A" * (30 << 20)}"/>')), FilesCode.PACKED_TOO_TIGHT
    )
    yield Hostile("unclosed.xlsx", xlsx("<worksheet><sheetData><row>"), FilesCode.BROKEN)
    yield Hostile(
        "control_character.xlsx",
        xlsx(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>a\x0bb</t></is></c></row>')),
        FilesCode.BROKEN,
    )
    yield Hostile(
        "long_text.xlsx",
        xlsx(sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"字" * 32_768}</t></is></c></row>')),
        FilesCode.TEXT_TOO_LONG,
    )


def _shapes() -> Iterator[Hostile]:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    outside = '<row r="99999999999"><c r="AAAAAAA99999999999"><v>1</v></c></row>'
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 100_001))
    yield Hostile("far_corner.xlsx", xlsx(sheet(far)), FilesCode.TOO_MANY_COLUMNS)
    yield Hostile("outside.xlsx", xlsx(sheet(outside)), FilesCode.BAD_REFERENCE)
    yield Hostile(
        "no_such_string.xlsx",
        xlsx(sheet('<row r="1"><c r="A1" t="s"><v>4294967295</v></c></row>')),
        FilesCode.BROKEN,
    )
    yield Hostile(
        "no_such_look.xlsx",
        xlsx(sheet('<row r="1"><c r="A1" s="99999"><v>1</v></c></row>')),
        FilesCode.BROKEN,
    )
    yield Hostile(
        "many_merges.xlsx", xlsx(sheet(after=f"<mergeCells>{merges}</mergeCells>")), FilesCode.TOO_MANY_MERGES
    )
    yield Hostile(
        "all_merged.xlsx",
        xlsx(sheet(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        FilesCode.TOO_MANY_MERGES,
    )
    yield Hostile(
        "no_number.xlsx", xlsx(sheet('<row r="1"><c r="A1"><v>many</v></c></row>')), FilesCode.BROKEN
    )


def _zip(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


def _twice(good: bytes) -> bytes:
    """The package with its sheet a second time, under the same name."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(written, "w") as package:
        for name in source.namelist():
            package.writestr(name, source.read(name))
        package.writestr("xl/worksheets/sheet2.xml", sheet('<row r="1"><c r="A1"><v>999</v></c></row>'))
    return written.getvalue().replace(b"xl/worksheets/sheet2.xml", b"xl/worksheets/sheet1.xml")
