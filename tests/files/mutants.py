"""Files slightly broken, always in the same way: bytes changed in the package, or inside one of its parts."""

import io
import random
import zipfile
from collections.abc import Iterator

_WORDS = (b"0", b"-1", b"99999999999", b"", b"\xff\xfe", b"<", b"&", b"A1:", b"1E9", b"\xe5\xbc\xa0")


def bytes_changed(content: bytes, *, seed: int) -> bytes:
    """The file with one to thirty of its bytes changed, as zzuf does."""
    chance = random.Random(seed)
    changed = bytearray(content)
    for _ in range(chance.randint(1, 30)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def part_changed(content: bytes, *, seed: int) -> bytes:
    """The package whole, one of its parts with some bytes changed, dropped, doubled or put in."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    for _ in range(chance.randint(1, 4)):
        parts[name] = _changed(parts[name], chance)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for each, part in parts.items():
            package.writestr(each, part)
    return written.getvalue()


def _changed(part: bytes, chance: random.Random) -> bytes:
    """One change: half of them keep the XML well-formed (a value between quotes or tags), half do not."""
    at = chance.randrange(max(len(part), 1))
    if chance.random() < 0.5:
        values = list(_values(part))
        if values:
            begin, end = chance.choice(values)
            return part[:begin] + chance.choice(_WORDS) + part[end:]
    long = chance.randint(1, 40)
    kind = chance.randrange(3)
    if kind == 0:
        return part[:at] + part[at + long :]
    if kind == 1:
        return part[: at + long] + part[at:]
    return part[:at] + bytes([chance.randrange(256)]) + part[at + 1 :]


def _values(part: bytes) -> Iterator[tuple[int, int]]:
    """Places of the attributes' values."""
    at = 0
    while (begin := part.find(b'="', at)) >= 0:
        end = part.find(b'"', begin + 2)
        if end < 0:
            return
        yield begin + 2, end
        at = end + 1
