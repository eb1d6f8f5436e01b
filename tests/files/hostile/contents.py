"""Contents of the corpus, 38 to 77: awkward sheets, texts, pictures, and bodies of requests."""

import datetime
import io
import struct
import zlib
from collections.abc import Iterator

import openpyxl
from tests.files.hostile.made import Made

_TABLE = "姓名,身份证号\n张三,{0}\n㐂𠮷,{0}\n"
_NUMBER = "360999199003078516"  # of the invented county; its check digit is not right


def sheets() -> Iterator[Made]:
    """38 to 40: values that other programs stumble over."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "人口"
    for row in (
        ("姓名", "身份证号", "出生日期", "电话", "金额"),
        ("张三", int(_NUMBER), datetime.date(1990, 3, 7), 13800138000, 1.1),
        ("李四", _NUMBER, "1990.3.7", "13800138000", "１，２３４．５０"),
        ("赵\u200b六", f"\u200e{_NUMBER} ", "19900307", "138 0013 8000", "1.234,50"),
        ("𠮷野㐂", f"'{_NUMBER}", 60, None, "#N/A"),
        ('=HYPERLINK("http://127.0.0.1:9/?"&A1,"点击")', "@SUM(1+1)", "-1", "+1", "\t=1"),
        ("=cmd|' /C calc'!A0", '=WEBSERVICE("http://127.0.0.1:9")', 2958466, "\r=1", "x" * 32_767),
        ("<script>alert(1)</script>", "{{7*7}}{% debug %}", "0000-00-00", "'; DROP TABLE x;--", "${jndi}"),
        ("合计", None, None, None, 12345),
    ):
        page.append(row)
    page.merge_cells("A15:A18")
    page.row_dimensions[3].hidden = True
    hidden = book.create_sheet("隐藏")
    hidden.sheet_state = "veryHidden"
    hidden.append([_NUMBER, "不该被看到"])
    yield Made("38_content_traps.xlsx", _saved(book), "read", "numbers, dates, formulas, hidden sheet")
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["一、基本情况", None, None, "二、住房"])
    page.append(["姓名", "性别", "年龄", "面积"])
    page.append(["张三", "男", 30, "=B99"])
    page.merge_cells("A1:C1")
    yield Made("39_two_row_header.xlsx", _saved(book), "read", "formula without a stored value")
    book = openpyxl.Workbook()
    book.worksheets[0].append([f"列{number}" for number in range(1, 16_385)])
    yield Made("40_16384_columns.xlsx", _saved(book), "TOO_MANY_COLUMNS", "widest header there can be")


def texts() -> Iterator[Made]:
    """41 to 48: CSV; a form has to be a workbook or a document, so all of them are refused as forms."""
    table = _TABLE.format(_NUMBER)
    mixed = "姓名,村\n".encode() + "张三,".encode("gb18030") + "东村\n".encode()
    formula = '姓名,备注\n=1+1,"=cmd|\' /C calc\'!A0"\n＝1+1,@SUM(1)\n"\t=1","\r=1"\n'.encode()
    for name, content, why in (
        ("41_gb18030.csv", table.encode("gb18030"), "characters of four bytes"),
        ("42_utf8_bom.csv", b"\xef\xbb\xbf" + table.encode(), "byte order mark"),
        ("43_utf16le_bom.csv", b"\xff\xfe" + table.encode("utf-16-le"), "Unicode text of Excel"),
        ("44_mixed_encoding.csv", mixed, "two encodings: refused, not guessed"),
        ("45_nul_cr.csv", b'a,b\rc\x00,d\r\n"unclosed,e\n', "NUL, lone CR, open quote"),
        ("46_one_line_20MB.csv", b"a" * (20 << 20), "one field of 20 MB"),
        ("47_formula.csv", formula, "formulas in cells"),
        ("48_500k_columns.csv", b"," * 500_000 + b"\n", "500,000 columns"),
    ):
        yield Made(name, content, "NEEDS_XLSX", why)


def pictures() -> Iterator[Made]:
    """50 to 62: pictures; their content never matters, because none is opened."""
    long_text = _chunk(b"zTXt", b"k\0\0" + zlib.compress(b"A" * (80 << 20), 9))
    jpeg = b"\xff\xd8\xff\xe1\0\x10Exif\0\0MM\0*\0\0\0\x08" + b"\xff\xda" + b"\x55" * 20_000 + b"\xff\xd9"
    page = b"<html><script>alert(1)</script></html>"
    vector = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
    frame = b",\0\0\0\0\xf4\x01\xf4\x01\0\x02\x02L\x01\0"
    gif = b"GIF89a\xf4\x01\xf4\x01\x80\0\0\0\0\0\xff\xff\xff" + frame * 2_000 + b";"
    empty = _chunk(b"IHDR", struct.pack(">IIBBBBB", 0, 0, 8, 2, 0, 0, 0))
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    for name, content, why in (
        ("50_30000x30000.png", _png(30_000, 30_000), "900 Mpixel in a small file"),
        ("51_12000x12000.png", _png(12_000, 12_000), "144 Mpixel"),
        ("52_ztxt_bomb.png", _png(1, 1, long_text), "packed text of 80 MB"),
        ("53_gps.jpg", jpeg, "with a place in it"),
        ("54_truncated.jpg", jpeg[: len(jpeg) // 2], "upload cut half way"),
        ("55_jpg_html.jpg", jpeg + page, "picture with a page behind it"),
        ("56_jpg_zip.jpg", jpeg + book.getvalue(), "picture that is a workbook too"),
        ("57_script.svg", vector, "SVG with script"),
        ("58_html.jpg", page, "page named .jpg"),
        ("59_zero.png", b"\x89PNG\r\n\x1a\n" + empty + _chunk(b"IEND", b""), "0 × 0"),
        ("60_2000_frames.gif", gif, "2,000 frames"),
        ("61_cmyk.jpg", jpeg.replace(b"Exif", b"Adob"), "other colours"),
        ("62_heic.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100), "a phone's HEIC"),
    ):
        yield Made(name, content, "PICTURE", why)


def others() -> Iterator[Made]:
    """63 to 77: a scanner's test text and JSON; no kind that is taken in."""
    eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    for name, content, why in (
        ("63_eicar.txt", eicar.encode(), "test text of virus scanners"),
        ("70_deep.json", b"[" * 200_000 + b"]" * 200_000, "200,000 nested arrays"),
        ("71_dup_keys.json", b'{"village":"A","village":"B"}', "a key twice"),
        ("72_nan.json", b'{"lat":NaN,"lng":1e999,"n":-0.0}', "NaN, infinity"),
        ("73_lone_surrogate.json", b'{"name":"\\ud800"}', "half a character"),
        ("74_nul_string.json", b'{"name":"a\\u0000b"}', "NUL"),
        ("75_big_int.json", b'{"n":' + b"9" * 10_000 + b"}", "10,000 digits"),
        ("76_id_as_number.json", f'{{"id":{_NUMBER}}}'.encode(), "a number others round"),
        ("77_bad_utf8.json", b'{"name":"\xff\xfe"}', "invalid UTF-8"),
    ):
        yield Made(name, content, "UNKNOWN_KIND", why)


def _png(width: int, height: int, more: bytes = b"") -> bytes:
    """A black picture of one bit a pixel."""
    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _saved(book: openpyxl.Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
