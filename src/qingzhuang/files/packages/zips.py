"""Zip packages: the directory is judged before a byte is inflated; untouched parts are copied as they are."""

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.packages.limits import MEGABYTE, TEMPLATE, Limits

_LOCAL = b"PK\x03\x04"
_END = b"PK\x05\x06"
_CENTRAL = b"PK\x01\x02"
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_PIECE = 65_536
_SYMLINK = 0o120000


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a package, packed as in the file. size: inflated bytes; stamp: DOS time and date."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes | memoryview
    stamp: tuple[int, int]

    def inflate(self) -> bytes:
        """The content. Raises RefusedError when the header lies about size or checksum."""
        is_stored = self.method == zipfile.ZIP_STORED
        content = bytes(self.packed) if is_stored else _inflate(self.packed, self.size)
        if len(content) != self.size or zlib.crc32(content) != self.crc:
            raise RefusedError(Problem(FilesCode.BROKEN))
        return content


class PartStream:
    """Content of a part, inflated piece by piece. Raises RefusedError when the header lied about it."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._inflater = None if part.method == zipfile.ZIP_STORED else zlib.decompressobj(-zlib.MAX_WBITS)
        self._at = 0
        self._size = 0
        self._crc = 0

    def read(self, size: int) -> bytes:
        """At most `size` more bytes; none at the end."""
        block = self._next(size)
        self._size += len(block)
        self._crc = zlib.crc32(block, self._crc)
        if self._size > self._part.size or (not block and not self._is_whole()):
            raise RefusedError(Problem(FilesCode.BROKEN))
        return block

    def _next(self, size: int) -> bytes:
        if self._inflater is None:
            return self._fed(size)
        try:
            block = b""
            while not block and not self._inflater.eof:
                # Fed in small pieces: what zlib has not used of a piece it copies each time.
                packed = self._inflater.unconsumed_tail or self._fed(_PIECE)
                block = self._inflater.decompress(packed, size)
                if not packed and not block:
                    break
        except zlib.error as error:
            raise RefusedError(Problem(FilesCode.BROKEN)) from error
        return block

    def _fed(self, size: int) -> bytes:
        piece = bytes(self._part.packed[self._at : self._at + size])
        self._at += len(piece)
        return piece

    def _is_whole(self) -> bool:
        return self._size == self._part.size and self._crc == self._part.crc


def read_parts(data: bytes, limits: Limits = TEMPLATE) -> dict[str, Part]:
    """
    The parts of a zip package by name, in the order of its directory; nothing is inflated yet.

    Raises:
        RefusedError: no zip, cut off, foreign bytes, too many or overlapping parts, encrypted,
            names that leave the folder, links, parts twice, or more content than the limits allow.
    """
    _check_end(data, limits)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            infos = package.infolist()
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, UnicodeDecodeError) as error:
        raise RefusedError(Problem(FilesCode.BROKEN)) from error
    if len(infos) > limits.parts:
        raise RefusedError(Problem(FilesCode.TOO_MANY_PARTS))
    _check_sizes(infos, limits)
    _check_names(infos)
    return {info.filename: part for info, part in _packed(data, infos)}


def pack(name: str, content: bytes, *, like: Part, packed: bytes) -> Part:
    """A part with new content, already deflated, that keeps the time stamp of another."""
    return Part(name, zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content), packed, like.stamp)


def join_parts(parts: Iterable[Part]) -> bytes:
    """A zip file of these parts, in this order. Same parts, same bytes."""
    chunks: list[bytes | memoryview] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode()
        flags = 0 if name.isascii() else _UTF8_NAME
        head = struct.pack(
            "<HHHHHIIIHH",
            *(20, flags, part.method, part.stamp[0], part.stamp[1]),
            *(part.crc, len(part.packed), part.size, len(name), 0),
        )
        chunks += (_LOCAL, head, name, part.packed)
        directory += (_CENTRAL, b"\x14\x00", head, struct.pack("<HHHII", 0, 0, 0, 0, offset), name)
        offset += 30 + len(name) + len(part.packed)
    packed_directory = b"".join(directory)
    count = len(directory) // 5
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(packed_directory), offset, 0)
    return b"".join((*chunks, packed_directory, _END, end))


def _inflate(packed: bytes | memoryview, size: int) -> bytes:
    """At most one byte more than announced, so that a lie shows without being paid for."""
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    except zlib.error as error:
        raise RefusedError(Problem(FilesCode.BROKEN)) from error


def _check_end(data: bytes, limits: Limits) -> None:
    """The end record must stand at the very end: what follows it belongs to some other format."""
    at = data.rfind(_END, max(0, len(data) - 65_557))
    if at < 0:
        raise RefusedError(Problem(FilesCode.TRUNCATED))
    if at + 22 > len(data):
        raise RefusedError(Problem(FilesCode.TRUNCATED))
    (count,) = struct.unpack_from("<H", data, at + 10)
    (comment,) = struct.unpack_from("<H", data, at + 20)
    if count > limits.parts:
        raise RefusedError(Problem(FilesCode.TOO_MANY_PARTS))
    if at + 22 + comment != len(data):
        raise RefusedError(Problem(FilesCode.FOREIGN_BYTES))


def _check_sizes(infos: Iterable[zipfile.ZipInfo], limits: Limits) -> None:
    total = 0
    for info in infos:
        total += info.file_size
        # Small parts may be one repeated letter; only what costs memory is judged by its ratio.
        if info.file_size > MEGABYTE and info.file_size > limits.ratio * max(1, info.compress_size):
            raise RefusedError(Problem(FilesCode.PACKED_TOO_TIGHT))
    if total > limits.inflated_bytes:
        raise RefusedError(Problem(FilesCode.PACKED_TOO_TIGHT))


def _check_names(infos: Iterable[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for info in infos:
        name = info.filename
        if info.flag_bits & _ENCRYPTED:
            raise RefusedError(Problem(FilesCode.ENCRYPTED))
        leaves = name.startswith("/") or "\\" in info.orig_filename or ":" in name or ".." in name.split("/")
        is_link = (info.external_attr >> 16) & 0o170000 == _SYMLINK
        if leaves or is_link or name.lower() in seen or info.compress_type not in (0, 8):
            raise RefusedError(Problem(FilesCode.FOREIGN_BYTES))
        seen.add(name.lower())


def _packed(data: bytes, infos: Iterable[zipfile.ZipInfo]) -> Iterable[tuple[zipfile.ZipInfo, Part]]:
    """Each part with its packed bytes; two parts that share bytes are refused."""
    spans: list[tuple[int, int]] = []
    view = memoryview(data)  # parts are looked at, not copied
    for info in infos:
        start = info.header_offset
        if data[start : start + 4] != _LOCAL or start + 30 > len(data):
            raise RefusedError(Problem(FilesCode.BROKEN))
        stamp = struct.unpack_from("<HH", data, start + 10)
        name_size, extra_size = struct.unpack_from("<HH", data, start + 26)
        begin = start + 30 + name_size + extra_size
        end = begin + info.compress_size
        if end > len(data):
            raise RefusedError(Problem(FilesCode.TRUNCATED))
        spans.append((start, end))
        yield info, Part(info.filename, info.compress_type, info.CRC, info.file_size, view[begin:end], stamp)
    spans.sort()
    if any(after[0] < before[1] for before, after in pairwise(spans)):
        raise RefusedError(Problem(FilesCode.FOREIGN_BYTES))


def replaced(parts: Mapping[str, Part], changes: Mapping[str, Part | None]) -> tuple[Part, ...]:
    """The parts with some of them changed (None: left out); new ones come last."""
    kept = [changes.get(name, part) for name, part in parts.items()]
    new = [part for name, part in changes.items() if name not in parts]
    return tuple(part for part in (*kept, *new) if part is not None)
