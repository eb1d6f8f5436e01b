"""Deflate: isal where it is installed (extra `fast`), zlib otherwise. Both are read by every program."""

import zlib
from collections.abc import Callable

try:
    from isal import isal_zlib
except ImportError:  # the extra is not installed
    isal_zlib = None  # type: ignore[assignment]

Deflate = Callable[[bytes], bytes]
HAS_ISAL = isal_zlib is not None


def deflate_zlib(content: bytes) -> bytes:
    """Raw deflate at level 5 of the standard library: a quarter less time than 6, two per cent more bytes."""
    packer = zlib.compressobj(5, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def deflate_isal(content: bytes) -> bytes:
    """Raw deflate at level 1 of isal: a tenth of the time, a quarter more bytes. ValueError without isal."""
    if isal_zlib is None:
        raise ValueError("isal is not installed")
    packer = isal_zlib.compressobj(1, isal_zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


deflate_best: Deflate = deflate_isal if HAS_ISAL else deflate_zlib
