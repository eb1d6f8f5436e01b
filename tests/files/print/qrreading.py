"""A QR code read as a scanner reads it, from its drawing; no error correction. Written from ISO/IEC 18004."""

import re

# Level M, versions 1 to 10: data words of each block; correction words follow and are not needed.
_BLOCKS = {
    1: [16], 2: [28], 3: [44], 4: [32] * 2, 5: [43] * 2, 6: [27] * 4, 7: [31] * 4, 8: [38] * 2 + [39] * 2,
    9: [36] * 3 + [37] * 2, 10: [43] * 4 + [44],
}  # fmt: skip
_CENTRES = {
    1: [], 2: [6, 18], 3: [6, 22], 4: [6, 26], 5: [6, 30], 6: [6, 34], 7: [6, 22, 38], 8: [6, 24, 42],
    9: [6, 26, 46], 10: [6, 28, 50],
}  # fmt: skip
_MASKS = (
    lambda i, j: (i + j) % 2, lambda i, j: i % 2, lambda i, j: j % 3, lambda i, j: (i + j) % 3,
    lambda i, j: (i // 2 + j // 3) % 2, lambda i, j: i * j % 2 + i * j % 3,
    lambda i, j: (i * j % 2 + i * j % 3) % 2, lambda i, j: ((i + j) % 2 + i * j % 3) % 2,
)  # fmt: skip


def drawn_modules(svg: str) -> list[list[bool]]:
    """The dark modules the black path draws, quiet zone of four taken off."""
    side = int(re.findall(r'viewBox="0 0 (\d+) \1"', svg)[0])
    dark = [[False] * side for _ in range(side)]
    black = re.findall(r'fill="#000" d="([^"]+)"', svg)[0]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", black):
        for at in range(int(x), int(x) + int(length)):
            dark[int(y)][at] = True
    border = [*dark[:4], *dark[-4:], *(row[:4] + row[-4:] for row in dark)]
    if any(any(row) for row in border):
        raise ValueError("the quiet zone is not quiet")
    return [row[4:-4] for row in dark[4:-4]]


def read(modules: list[list[bool]]) -> str:
    """The text in byte mode of a code of level M, versions 1 to 10."""
    version = (len(modules) - 17) // 4
    format_bits = sum(modules[8][at] << (4 - at) for at in range(5)) ^ 0b10101
    if format_bits >> 3 != 0:
        raise ValueError("not level M")
    words = _words(modules, version, _MASKS[format_bits & 7])
    bits = "".join(f"{word:08b}" for word in _data(words, _BLOCKS[version]))
    if bits[:4] != "0100":
        raise ValueError("not in byte mode")
    digits = 8 if version < 10 else 16
    length, start = int(bits[4 : 4 + digits], 2), 4 + digits
    return bytes(int(bits[start + 8 * at : start + 8 * at + 8], 2) for at in range(length)).decode("utf-8")


def _is_pattern(i: int, j: int, version: int) -> bool:
    """Whether a module belongs to finders, timing, alignment, format or version, not to the data."""
    side = 17 + 4 * version
    finder = (i < 9 and j < 9) or (i < 9 and j >= side - 8) or (i >= side - 8 and j < 9)
    corners = {(6, 6), (6, side - 7), (side - 7, 6)}
    aligned = any(
        abs(i - down) <= 2 and abs(j - across) <= 2
        for down in _CENTRES[version]
        for across in _CENTRES[version]
        if (down, across) not in corners
    )
    near, far = min(i, j), max(i, j)
    return finder or 6 in (i, j) or aligned or (version >= 7 and near < 6 and far >= side - 11)


def _words(modules: list[list[bool]], version: int, mask: object) -> list[int]:
    """Words in the order they stand: two columns at a time from the right, up and down in turn."""
    side, bits, upward = len(modules), [], True
    pairs = [(at, at - 1) for at in [*range(side - 1, 6, -2), 5, 3, 1]]
    for pair in pairs:
        for i in range(side - 1, -1, -1) if upward else range(side):
            for j in pair:
                if not _is_pattern(i, j, version):
                    bits.append(modules[i][j] ^ (mask(i, j) == 0))  # type: ignore[operator]
        upward = not upward
    return [int("".join("01"[bit] for bit in bits[at : at + 8]), 2) for at in range(0, len(bits) - 7, 8)]


def _data(words: list[int], blocks: list[int]) -> list[int]:
    """The data words, block after block: they stand in turns, one of each block."""
    taken: list[list[int]] = [[] for _ in blocks]
    coming = iter(words)
    for turn in range(max(blocks)):
        for at, length in enumerate(blocks):
            if turn < length:
                taken[at].append(next(coming))
    return [word for block in taken for word in block]
