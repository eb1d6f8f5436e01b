"""Pictures as a camera would write them, with everything it writes beside the picture."""

import struct
import zlib

PLACE = b"GPS 28.6 115.9"  # what must not come through


def _segment(kind: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, kind, len(body) + 2) + body


def frame(width: int = 16, height: int = 8, *, kind: int = 0xC0) -> bytes:
    """The segment that says how large a JPEG is; one grey component."""
    return _segment(kind, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")


SCAN = _segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd0\x56"
TABLE = _segment(0xDB, bytes(65))
CODES = _segment(0xC4, bytes(17))


def jpeg(*, size: bytes = b"", tail: bytes = PLACE) -> bytes:
    """A JPEG with EXIF, a colour profile, a thumbnail, a comment, and bytes behind its end."""
    beside = [
        _segment(0xE0, b"JFIF\x00" + PLACE),
        _segment(0xE1, b"Exif\x00\x00" + PLACE),
        _segment(0xE2, b"ICC_PROFILE\x00" + PLACE),
        _segment(0xEE, b"Adobe\x00\x64" + b"GPS " + b"\x01" + PLACE),
        _segment(0xED, PLACE),
        _segment(0xFE, PLACE),
    ]
    return b"\xff\xd8" + b"".join(beside) + TABLE + (size or frame()) + CODES + SCAN + b"\xff\xd9" + tail


def chunk(kind: bytes, body: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I4s", len(body), kind) + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*, width: int = 2, height: int = 1, tail: bytes = PLACE) -> bytes:
    """A grey PNG of two pixels with texts, a time, EXIF, and bytes behind its end."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    beside = b"".join(chunk(kind, PLACE) for kind in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME", b"iCCP"))
    picture = chunk(b"IDAT", zlib.compress(b"\x00\x10\x20"))
    return b"\x89PNG\r\n\x1a\n" + head + beside + picture + chunk(b"IEND", b"") + tail
