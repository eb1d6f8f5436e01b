"""Tick boxes that Word keeps as letters of a symbol font."""

# Code points of the fonts' own tables: the empty box, the ticked one (tick or cross) beside it.
_EMPTY = {
    "wingdings": (0x6F, 0x70, 0x71, 0x72, 0xA8),
    "wingdings 2": (0x2A, 0x30, 0xA3),
    "webdings": (0x63,),
}
_TICKED = {
    "wingdings": (0xFE, 0xFD, 0x78),
    "wingdings 2": (0x51, 0x52, 0x53, 0x54),
    "webdings": (0x67,),
}
_TICK = {"wingdings": 0xFC, "wingdings 2": 0x50, "webdings": 0x61}
_BEST = {"wingdings": 0xFE, "wingdings 2": 0x52}  # the box with a tick in it
_PRIVATE = 0xF000  # Word writes symbols as F0A8 as well as A8


def is_symbol_font(font: str) -> bool:
    """Whether letters of this font are pictures."""
    return font.lower() in _EMPTY


def shown_symbol(font: str, code: int) -> str:
    """What a letter of a symbol font looks like: □, ☑ or √; "" for a picture that says nothing to us."""
    family, low = font.lower(), code & 0xFF
    if low in _EMPTY.get(family, ()):
        return "□"
    if low in _TICKED.get(family, ()):
        return "☑"
    return "√" if low == _TICK.get(family) else ""


def ticked_symbol(font: str, code: int) -> int | None:
    """The letter of the ticked box in the same font, written the same way; None where the font has none."""
    best = _BEST.get(font.lower())
    return None if best is None else best | (code & _PRIVATE)
