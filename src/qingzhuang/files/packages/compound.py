"""Compound files (OLE2, MS-CFB): the container of .xls, .et and .doc; the names in it, and one stream."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_HEADER = 512
_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA  # larger numbers are marks: end of chain, free, of the table itself
_END_OF_CHAIN = 0xFFFFFFFE
_MINI_SECTOR = 64
_STREAM = 2
_ROOT = 5


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the directory. start: its first sector."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """
    A compound file whose tables were judged: every chain ends, and lies inside the file.

    Raises RefusedError, when made or read, for a file that is broken or cut off. Source: [MS-CFB] 2.2–2.6.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER or not data.startswith(SIGNATURE):
            raise RefusedError(Problem(FilesCode.TRUNCATED))
        order, shift, mini_shift = struct.unpack_from("<HHH", data, 28)
        if order != 0xFFFE or shift not in (9, 12) or mini_shift != 6:
            raise RefusedError(Problem(FilesCode.BROKEN))
        self._data = memoryview(data)
        self._sector = 1 << shift
        self._n_sectors = -(-(len(data) - self._sector) // self._sector)
        self._table = self._read_table()
        (first, _, self._small, mini, n_mini) = struct.unpack_from("<IIIII", data, 48)
        self._entries = tuple(self._read_entries(first))
        self._mini_table = _numbers(self._joined(mini)) if n_mini else []

    @property
    def names(self) -> frozenset[str]:
        """Names of all storages and streams, at whatever depth."""
        return frozenset(entry.name for entry in self._entries)

    def stream(self, *names: str) -> bytes:
        """The content of the first stream with one of these names. Raises RefusedError when cut off."""
        entry = next((one for one in self._entries if one.kind == _STREAM and one.name in names), None)
        if entry is None:
            raise RefusedError(Problem(FilesCode.BROKEN))
        content = self._joined(entry.start) if entry.size >= self._small else self._joined_mini(entry.start)
        if len(content) < entry.size:
            raise RefusedError(Problem(FilesCode.TRUNCATED))
        return content[: entry.size]

    def _read_table(self) -> list[int]:
        """The sector table: which sector follows each."""
        n_tables, n_more = (
            struct.unpack_from("<I", self._data, 44)[0],
            struct.unpack_from("<I", self._data, 72)[0],
        )
        if n_tables > self._n_sectors or n_more > self._n_sectors:
            raise RefusedError(Problem(FilesCode.TRUNCATED))
        places = list(struct.unpack_from("<109I", self._data, 76))
        (more,) = struct.unpack_from("<I", self._data, 68)
        for _ in range(n_more):
            *further, more = _numbers(self._content(more))
            places += further
        table = []
        for place in places[:n_tables]:
            table += _numbers(self._content(place))
        return table

    def _read_entries(self, first: int) -> Iterator[_Entry]:
        lines = self._joined(first)
        for at in range(0, len(lines) - _ENTRY + 1, _ENTRY):
            (n_bytes, kind) = struct.unpack_from("<HB", lines, at + 64)
            start, size = struct.unpack_from("<II", lines, at + 116)
            if kind:
                name = lines[at : at + max(0, min(n_bytes, 64) - 2)].decode("utf-16-le", "replace")
                yield _Entry(name, kind, start, size)

    def _joined(self, first: int) -> bytes:
        return b"".join(self._content(place) for place in _chain(self._table, first, self._n_sectors))

    def _joined_mini(self, first: int) -> bytes:
        """A stream below 4,096 bytes: its sectors stand in the stream of the root."""
        root = next((entry for entry in self._entries if entry.kind == _ROOT), None)
        held = self._joined(root.start) if root else b""
        places = _chain(self._mini_table, first, len(held) // _MINI_SECTOR)
        return b"".join(held[place * _MINI_SECTOR : (place + 1) * _MINI_SECTOR] for place in places)

    def _content(self, place: int) -> bytes:
        """One sector; the last of a file may be short."""
        if place >= self._n_sectors:
            raise RefusedError(Problem(FilesCode.TRUNCATED))
        return bytes(self._data[(place + 1) * self._sector : (place + 2) * self._sector])


def _chain(table: list[int], first: int, n_sectors: int) -> Iterator[int]:
    """The sectors of a chain; one that has more of them than there are goes in a circle."""
    place = first
    for _ in range(n_sectors):
        if place == _END_OF_CHAIN:
            return
        if place > _LAST_SECTOR or place >= len(table):
            raise RefusedError(Problem(FilesCode.BROKEN))
        yield place
        place = table[place]
    if place != _END_OF_CHAIN:
        raise RefusedError(Problem(FilesCode.BROKEN))


def _numbers(content: bytes) -> list[int]:
    whole = len(content) // 4 * 4
    return list(struct.unpack(f"<{whole // 4}I", content[:whole]))
