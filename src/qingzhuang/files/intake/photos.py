"""A photo that tells nothing but its picture: everything a camera or an app wrote beside it is left out."""

import re
import struct
import zlib
from collections.abc import Iterator

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.checking import CheckingCode as Code

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_TEN_THOUSAND = 10_000
_MEGABYTE = 1024 * 1024

# ITU-T T.81, table B.1: frames, tables, scans; no APPn (EXIF, place, thumbnails, maker's notes), no COM.
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # the only ones browsers draw: baseline, extended, progressive
_TABLES = frozenset({0xC4, 0xDB, 0xDD})
_SCAN, _END = 0xDA, 0xD9
# In a scan 0xFF is followed by 0x00 (escaped), another 0xFF (filling) or a restart, until the next marker.
_NEXT = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_FILLED = re.compile(rb"\xff++(.)", re.DOTALL)
_MOST_MARKERS = 2_000  # a camera writes some twenty, a progressive picture some forty
_ADOBE = 0xEE  # says how colours are mixed; kept as that one byte, else some pictures turn green
# PNG 1.2, chapter 4: what the picture itself needs; no text, time, EXIF, colour profile, animation.
_MOST_CHUNKS = 50_000  # many programs write the picture in pieces of 8 KB
_NEEDED = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


def cleaned(content: bytes) -> bytes:
    """
    The same picture without anything beside its pixels: JPEG or PNG, whatever the file was called.

    Read by lengths alone, nothing is decoded; what stands behind the end of the picture is gone. The photo
    loses the note which way up it was held. Rule R-CHE-11.

    Raises:
        RefusedError: another kind of file, more than 10 MB or 50 million pixels, not whole.
    """
    if len(content) > MOST_BYTES:
        raise RefusedError(Problem(Code.BIG_PHOTO, {"most": MOST_BYTES // _MEGABYTE}))
    if content.startswith(_JPEG):
        return _kept(_jpeg(content))
    if content.startswith(_PNG):
        return _kept(_png(content))
    raise RefusedError(Problem(Code.NOT_PHOTO))


def media_type(photo: bytes) -> str:
    """What a cleaned photo is served as: image/jpeg or image/png."""
    return "image/jpeg" if photo.startswith(_JPEG) else "image/png"


def _kept(parts: Iterator[bytes]) -> bytes:
    """
    The parts in one.

    Raises:
        RefusedError: the file ends before they do, or they do not fit together.
    """
    try:
        return b"".join(parts)
    except (IndexError, struct.error, ValueError) as error:
        raise RefusedError(Problem(Code.BROKEN_PHOTO)) from error


def _jpeg(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    at, has_frame, has_scan = 2, False, False
    for _ in range(_MOST_MARKERS):
        kind, at = _marker(content, at)
        if kind == _END:
            if not (has_frame and has_scan):
                raise ValueError("no picture")
            yield b"\xff\xd9"
            return
        body, at = _segment(content, at)
        if kind in _FRAMES:
            height, width = struct.unpack(">HH", body[1:5])
            _check_size(width, height)
            has_frame = True
        elif kind == _ADOBE and body.startswith(b"Adobe") and len(body) >= 12:
            body = b"Adobe\x00\x64\x00\x00\x00\x00" + body[11:12]
        elif kind not in _TABLES and kind != _SCAN:
            continue
        yield struct.pack(">BBH", 0xFF, kind, len(body) + 2) + body
        if kind == _SCAN:
            end = _end_of_scan(content, at)
            yield content[at:end]
            at, has_scan = end, True
    raise ValueError("too many parts")


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """The kind of the marker at this place, fill bytes passed over, and where its body begins."""
    found = _FILLED.match(content, at)
    if found is None:
        raise ValueError("no marker")
    return found[1][0], found.end()


def _segment(content: bytes, at: int) -> tuple[bytes, int]:
    """What a segment holds, and where it ends."""
    (length,) = struct.unpack(">H", content[at : at + 2])
    if length < 2 or at + length > len(content):
        raise ValueError("cut off")
    return content[at + 2 : at + length], at + length


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next marker stands that is neither an escaped 0xFF nor a restart."""
    found = _NEXT.search(content, at)
    if found is None:
        raise ValueError("cut off")
    return found.start()


def _png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at, kinds = len(_PNG), set()
    for _ in range(_MOST_CHUNKS):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        body = content[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack(">I", content[at + 8 + length : at + 12 + length])
        if zlib.crc32(kind + body) != checksum:
            raise ValueError("changed on the way")
        if kind == b"IHDR":
            _check_size(*struct.unpack(">II", body[:8]))
        if kind in _NEEDED:
            kinds.add(kind)
            yield content[at : at + 12 + length]
        if kind == b"IEND" and {b"IHDR", b"IDAT"} <= kinds:
            return
        at += 12 + length
    raise ValueError("no picture, or too many parts")


def _check_size(width: int, height: int) -> None:
    if not width or not height:
        raise ValueError("no size")
    if width * height > MOST_PIXELS:
        raise RefusedError(Problem(Code.LARGE_PHOTO, {"most": MOST_PIXELS // _TEN_THOUSAND}))
