"""Packages of the corpus, 01 to 37: zip containers, XML and the shapes of sheets."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO

from tests.files.hostile.made import Made

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0"?>'
_NS = f'xmlns="{_MAIN}"'
_SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = f'{_HEAD}<sst {_NS} count="1" uniqueCount="1"><si><t>ok</t></si></sst>'
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
Content = str | bytes | Callable[[IO[bytes]], None]


def sheet(
    rows: str = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', before: str = "", after: str = ""
) -> str:
    """A sheet's XML. before: in front of its root; after: behind its rows."""
    return f"{_HEAD}{before}<worksheet {_NS}><sheetData>{rows}</sheetData>{after}</worksheet>"


def xlsx(
    page: Content | None = None,
    strings: Content = _STRINGS,
    *,
    settings: str = "",
    more: tuple[tuple[str, bytes | str], ...] = (),
) -> bytes:
    """A small workbook of this sheet and these shared strings. more: further parts."""
    relation = '<Relationship Id="{}" Type="' + _OFFICE + '/{}" Target="{}"/>'
    relations = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{{}}</Relationships>'
    parts: dict[str, Content] = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/></Types>',
        "_rels/.rels": relations.format(relation.format("r", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{_HEAD}<workbook {_NS} xmlns:r="{_OFFICE}">{settings}'
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations.format(
            relation.format("a", "worksheet", "worksheets/sheet1.xml")
            + relation.format("b", "sharedStrings", "sharedStrings.xml")
        ),
        _SHEET: sheet() if page is None else page,
        "xl/sharedStrings.xml": strings,
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in (*parts.items(), *more):
            if callable(content):
                with package.open(name, "w", force_zip64=True) as part:
                    content(part)
            else:
                package.writestr(name, content)
    return written.getvalue()


def _zip(entries: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return written.getvalue()


def containers() -> Iterator[Made]:
    """01 to 19: what is wrong with the package itself, and parts that run or link."""
    good = xlsx()
    bomb = xlsx(_one_cell)
    yield Made("01_empty.xlsx", b"", "EMPTY", "0 bytes")
    yield Made("02_text.xlsx", "姓名,身份证\n".encode(), "NOT_XLSX", "CSV renamed .xlsx")
    yield Made("03_ok.xlsx", good, "read", "smallest good file (control)")
    yield Made("04_truncated.xlsx", good[: len(good) // 2], "TRUNCATED", "half a file: upload cut")
    yield Made("05_prefix_junk.xlsx", b"MZ" + b"A" * 4096 + good, "NOT_XLSX", "zip behind a program's head")
    yield Made("06_trailing_junk.xlsx", good + b"<html></html>", "FOREIGN_BYTES", "zip with a page behind it")
    yield Made("07_one_cell_512MB.xlsx", bomb, "PACKED_TOO_TIGHT", "0.5 MB file, one cell of 512 MB")
    yield Made("08_3M_cells.xlsx", xlsx(_three_million_cells), "TOO_MANY_CELLS", "300,000 rows of 10")
    yield Made("09_3M_strings.xlsx", xlsx(strings=_many_strings), "PACKED_TOO_TIGHT", "3 M shared strings")
    yield Made("10_overlap.zip", overlapping(), "UNKNOWN_KIND", "500 names on one 20 MB kernel")
    lying = _zip({_SHEET: b" " * (50 << 20)}).replace(struct.pack("<I", 50 << 20), struct.pack("<I", 100))
    yield Made("11_lying_size.zip", lying, "UNKNOWN_KIND", "headers say 100 bytes, inflates to 50 MB")
    for _ in range(3):
        bomb = _zip({f"{number}.zip": bomb for number in range(4)})
    yield Made("12_nested.zip", bomb, "UNKNOWN_KIND", "zip in zip in zip")
    many = _zip({f"{number}": b"" for number in range(100_000)})
    yield Made("13_100k_entries.zip", many, "UNKNOWN_KIND", "100,000 empty entries")
    names = ("../../../../var/x", "/var/x_abs", "..\\..\\x", "C:\\x", "a/../../b", "./ok.jpg")
    yield Made("14_traversal.zip", _zip(dict.fromkeys(names, b"x")), "UNKNOWN_KIND", "names that leave")
    yield from _unwanted()


def _unwanted() -> Iterator[Made]:
    with_macro = xlsx(more=(("xl/vbaProject.bin", _OLE + bytes(504)),))
    command = sheet('<row r="1"><c r="A1"><f>EXEC("calc")</f></c></row>')
    link = (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" TargetMode="External" '
        f'Type="{_OFFICE}/externalLinkPath" Target="http://127.0.0.1:9/x.xlsx"/></Relationships>'
    )
    twice = xlsx(more=(("xl/worksheets/sheet2.xml", sheet('<row r="1"><c r="A1"><v>9</v></c></row>')),))
    twice = twice.replace(b"xl/worksheets/sheet2.xml", b"xl/worksheets/sheet1.xml")
    yield Made("15_duplicate_part.xlsx", twice, "FOREIGN_BYTES", "one sheet twice, with other content")
    yield Made("16_ole_header.xlsx", _OLE + bytes(1528), "BROKEN", "OLE header and nothing behind it")
    yield Made("17_macro_renamed.xlsx", with_macro, "MACRO", "vbaProject.bin inside .xlsx")
    xlm = xlsx(more=(("xl/macrosheets/sheet1.xml", command),))
    yield Made("18_xlm_macrosheet.xlsx", xlm, "MACRO", "Excel 4.0 macro sheet")
    linked = xlsx(more=(("xl/externalLinks/_rels/externalLink1.xml.rels", link),))
    yield Made("19_external_link.xlsx", linked, "EXTERNAL_LINK", "link to another workbook on the net")


def xml_files() -> Iterator[Made]:
    """20 to 28: XML that laughs, fetches or breaks."""
    laughs = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
    )
    big = '<!DOCTYPE x [<!ENTITY a "' + "A" * 200_000 + '">]>'
    text = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
    disk = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    net = '<!DOCTYPE x SYSTEM "http://127.0.0.1:18777/canary.dtd">'
    body = f"<sst {_NS}><si><t>&e;</t></si></sst>"
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{disk}{body}'.encode("utf-16")
    deep = f"{_HEAD}<sst {_NS}>" + "<si>" * 200_000 + "</si>" * 200_000 + "</sst>"
    attribute = '<row r="1" x="' + "A" * (30 << 20) + '"><c r="A1"><v>1</v></c></row>'
    of = text.format
    yield Made("20_laughs.xlsx", xlsx(sheet(of("&j;"), laughs + "]>")), "DOCTYPE", "10^10 characters")
    yield Made("21_quadratic.xlsx", xlsx(sheet(of("&a;" * 2_000), big)), "DOCTYPE", "200 kB entity, 2,000×")
    yield Made("22_xxe_file.xlsx", xlsx(strings=_HEAD + disk + body), "DOCTYPE", "entity from the disk")
    yield Made("23_xxe_http.xlsx", xlsx(strings=_HEAD + net + body), "DOCTYPE", "external DTD on loopback")
    yield Made("24_utf16_dtd.xlsx", xlsx(strings=wide), "DOCTYPE", "a DTD that a search for bytes misses")
    yield Made("25_deep_xml.xlsx", xlsx(strings=deep), "PACKED_TOO_TIGHT", "200,000 nested elements")
    yield Made("26_huge_attribute.xlsx", xlsx(sheet(attribute)), "PACKED_TOO_TIGHT", "attribute of 30 MB")
    yield Made("27_bad_xml.xlsx", xlsx("<worksheet><sheetData><row>"), "BROKEN", "unclosed element")
    yield Made("28_control.xlsx", xlsx(sheet(of("a\x0bb"))), "BROKEN", "control character XML forbids")


def shapes() -> Iterator[Made]:
    """29 to 37: sheets whose references lie or lead far away."""
    one = '<row r="{0}"><c r="{1}{0}"{2}><v>{3}</v></c></row>'
    lie = sheet().replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 100_001))
    merged = "<mergeCells>{}</mergeCells>"
    everything = merged.format('<mergeCell ref="A1:XFD1048576"/>')
    phonetic = (
        f"{_HEAD}<sst {_NS}><si><r><t>张</t></r><r><t>三</t></r>"
        '<rPh sb="0" eb="1"><t>zhang</t></rPh></si></sst>'
    )
    settings = '<workbookPr date1904="1"/>'
    far = one.format(1048576, "XFD", "", 1)
    outside = one.format(99999999999, "AAAAAAA", "", 1)
    index = one.format(1, "A", ' t="s"', 4294967295)
    yield Made("29_dimension_lie.xlsx", xlsx(lie), "read", "dimension A1:XFD1048576, one cell")
    yield Made("30_far_corner.xlsx", xlsx(sheet(far)), "TOO_MANY_COLUMNS", "one cell at XFD1048576")
    yield Made(
        "31_out_of_range.xlsx", xlsx(sheet(outside)), "BAD_REFERENCE", "cells past the limits of Excel"
    )
    yield Made("32_string_index.xlsx", xlsx(sheet(index)), "BROKEN", "shared string 4294967295")
    style = one.format(1, "A", ' s="99999"', 1)
    yield Made("33_style_index.xlsx", xlsx(sheet(style)), "BROKEN", "style 99999")
    many = xlsx(sheet(after=merged.format(merges)))
    yield Made("34_100k_merges.xlsx", many, "TOO_MANY_MERGES", "100,000 merged ranges")
    yield Made("35_all_merged.xlsx", xlsx(sheet(after=everything)), "TOO_MANY_MERGES", "A1:XFD1048576")
    yield Made("36_phonetic.xlsx", xlsx(strings=phonetic), "read", "text must not be doubled")
    date = xlsx(sheet(one.format(1, "A", "", 31478)), settings=settings)
    yield Made("37_date1904.xlsx", date, "read", "1904 date system")


def _one_cell(part: IO[bytes]) -> None:
    part.write(f'{_HEAD}<worksheet {_NS}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'.encode())
    for _ in range(512):
        part.write(b" " * (1 << 20))
    part.write(b"</t></is></c></row></sheetData></worksheet>")


def _three_million_cells(part: IO[bytes]) -> None:
    part.write(f"{_HEAD}<worksheet {_NS}><sheetData>".encode())
    row = "".join(f'<c r="{letter}%d"><v>1</v></c>' for letter in "ABCDEFGHIJ").encode()
    for number in range(1, 300_001):
        part.write(b'<row r="%d">' % number + row % ((number,) * 10) + b"</row>")
    part.write(b"</sheetData></worksheet>")


def _many_strings(part: IO[bytes]) -> None:
    part.write(f"{_HEAD}<sst {_NS}>".encode())
    for _ in range(3_000):
        part.write(b"<si><t>aaaaaaaaaa</t></si>" * 1_000)
    part.write(b"</sst>")


def overlapping() -> bytes:
    """500 names on one packed block of 20 MB: 10 GB when inflated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = b"0" * (20 << 20)
    block = packer.compress(raw) + packer.flush()
    sizes = (zlib.crc32(raw), len(block), len(raw))
    written = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, *sizes, 4, 0) + b"x000" + block
    directory = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, *sizes, 4, 0, 0, 0, 0, 0, 0)
        + b"x%03d" % number
        for number in range(500)
    )
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 500, 500, len(directory), len(written), 0)
    return written + directory + end
