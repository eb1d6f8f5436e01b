"""Compound files and old workbooks, drawn byte by byte."""

import struct

SECTOR = 512
SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALLEST = 4096  # smaller streams would stand in the stream of the root


def compound(*names: str, book: bytes = b"") -> bytes:
    """A compound file with streams of these names; `Workbook` and `Book` hold the book, others zeros."""
    contents = [(book if name in ("Workbook", "Book") else b"").ljust(_SMALLEST, b"\0") for name in names]
    table: list[int] = [_TABLE, _END]  # sector 0: the table; sector 1: the directory (three streams at most)
    starts = []
    for content in contents:
        starts.append(len(table))
        n_sectors = -(-len(content) // SECTOR)
        table += [*range(len(table) + 1, len(table) + n_sectors), _END]
    entries = [_entry("Root Entry", 5, _END, 0)]
    entries += [
        _entry(name, 2, start, len(content))
        for name, start, content in zip(names, starts, contents, strict=True)
    ]
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    body = b"".join(content.ljust(-(-len(content) // SECTOR) * SECTOR, b"\0") for content in contents)
    numbers = struct.pack(f"<{SECTOR // 4}I", *table, *[_FREE] * (SECTOR // 4 - len(table)))
    return _header() + numbers + directory + body


def with_table(data: bytes, sector: int, follows: int) -> bytes:
    """The file with another entry in its sector table."""
    at = SECTOR + 4 * sector
    return data[:at] + struct.pack("<I", follows) + data[at + 4 :]


def record(number: int, content: bytes = b"") -> bytes:
    """A record of an old workbook."""
    return struct.pack("<HH", number, len(content)) + content


def workbook(*globals_: bytes, sheet_kind: int = 0) -> bytes:
    """An old workbook of one sheet, with these records after its beginning."""
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0)) + record(0x000A)
    before = begin + b"".join(globals_)
    name = b"S"
    n_before = len(before) + 4 + 8 + len(name) + 4
    bound = record(0x0085, struct.pack("<IBBBB", n_before, 0, sheet_kind, len(name), 0) + name)
    return before + bound + record(0x000A) + sheet


def _header() -> bytes:
    head = SIGNATURE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _SMALLEST, _END, 0, _END, 0)
    return head + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
    return head + struct.pack("<III", _FREE, _FREE, _FREE) + bytes(36) + struct.pack("<III", start, size, 0)
