"""Writing into runs: letters, line breaks, tick boxes, and a run for a cell that has none."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy

from lxml import etree

from qingzhuang.files.documents.symbols import ticked_symbol
from qingzhuang.files.documents.texts import (
    Atom,
    attribute,
    form_box,
    is_hidden,
    paragraphs_of,
    prompting,
    run_look,
    runs_in,
)
from qingzhuang.files.packages import xmls

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Looks of a label or of a paragraph mark that its value does not take over.
_MARKS_ONLY = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish", "fitText", "specVanish", "u")
_LABELS_ONLY = ("b", "bCs", "u", "fitText", "vertAlign", "rStyle", "w", "spacing", "rPrChange")


def width(text: str) -> int:
    """How many Latin letters wide: a Chinese character counts two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def run_for(paragraph: etree._Element, cell: etree._Element) -> etree._Element:
    """The run of an empty paragraph that takes its text: its own first empty one, else a new one."""
    for run in runs_in(paragraph):
        if not is_hidden(run) and all(xmls.local(child) in ("rPr", "t") for child in run):
            return run
    run = xmls.new_like(paragraph, "r")
    look = _mark_look(paragraph)
    if look is None:
        look = _label_look(cell)
    if look is not None:
        run.append(look)
    paragraph.append(run)
    return run


def put_text(run: etree._Element, text: str) -> None:
    """Text at the end of a run."""
    run.extend(_nodes(run, text))


def put_before(node: etree._Element, text: str) -> None:
    """Text before a node of a run."""
    for made in _nodes(_run_of(node), text):
        node.addprevious(made)


def put_after(node: etree._Element, text: str) -> None:
    """Text behind a node of a run."""
    for made in reversed(list(_nodes(_run_of(node), text))):
        node.addnext(made)


def _run_of(node: etree._Element) -> etree._Element:
    """The run that a node stands in; the node itself may be of another namespace."""
    run = node.getparent()
    return node if run is None else run


def set_letters(node: etree._Element, gone: Collection[int], before: Mapping[int, str]) -> None:
    """A <w:t> without the letters that go, and with what comes before which place."""
    old = node.text or ""
    letters = "".join(
        before.get(at, "") + ("" if at in gone else letter) for at, letter in enumerate(old)
    ) + before.get(len(old), "")
    _unfit(node)
    first, *rest = letters.split("\n")
    _set_text(node, first)
    if rest:
        put_after(node, "\n" + "\n".join(rest))


def tick_symbol(atom: Atom) -> bool:
    """Tick a box of a symbol font in its own font; False where it is a plain character, or cannot be."""
    node = atom.node
    if xmls.local(node) == "fldChar":
        return _tick_field(node)
    if xmls.local(node) == "sym":
        code = ticked_symbol(attribute(node, "font"), int(attribute(node, "char"), 16))
        if code is not None:
            key = next(key for key in node.attrib if str(key).endswith("}char"))
            node.set(key, f"{code:04X}")
        return code is not None
    run = node.getparent()
    letters = node.text or ""
    if run is None or not atom.is_letter or letters[atom.at] == atom.shown:
        return False
    look = run_look(run)
    font = attribute(None if look is None else xmls.child(look, "rFonts"), "ascii")
    code = ticked_symbol(font, ord(letters[atom.at]))
    if code is not None:
        node.text = letters[: atom.at] + chr(code) + letters[atom.at + 1 :]
    return code is not None


def _tick_field(node: etree._Element) -> bool:
    """Tick the box of an old form field."""
    box = form_box(node)
    if box is None:
        return False
    state = xmls.child(box, "checked")
    if state is None:
        state = xmls.new_like(box, "checked")
        box.append(state)
    state.attrib.clear()  # without a value it is on
    return True


def tick_control(node: etree._Element) -> None:
    """Tell the check box control round a node, if there is one, that it is ticked."""
    for control in node.iterancestors("{*}sdt"):
        looks = xmls.child(control, "sdtPr")
        box = None if looks is None else xmls.child(looks, "checkbox")
        state = None if box is None else xmls.child(box, "checked")
        if state is not None:
            for key in state.attrib:
                state.set(key, "1")


def unprompt(node: etree._Element) -> None:
    """A content control that shows a prompt holds a value from now on, in the looks of values."""
    run = node.getparent()
    mark = None if run is None else prompting(run)
    if run is None or mark is None:
        return
    holder = mark.getparent()
    if holder is not None:
        holder.remove(mark)
    look = run_look(run)
    style = None if look is None else xmls.child(look, "rStyle")
    if look is not None and style is not None:
        look.remove(style)


def _nodes(beside: etree._Element, text: str) -> Iterator[etree._Element]:
    """Text as nodes of a run: letters, and a break for each line end."""
    for at, line in enumerate(text.split("\n")):
        if at:
            yield xmls.new_like(beside, "br")
        if line:
            letters = xmls.new_like(beside, "t")
            _set_text(letters, line)
            yield letters


def _set_text(node: etree._Element, text: str) -> None:
    node.text = text
    if text != text.strip() or "  " in text:
        node.set(_SPACE, "preserve")


def _unfit(node: etree._Element) -> None:
    """A run that is squeezed into a fixed width for its label does not squeeze the value in, too."""
    run = node.getparent()
    look = None if run is None else run_look(run)
    fit = None if look is None else xmls.child(look, "fitText")
    if look is not None and fit is not None:
        look.remove(fit)


def _mark_look(paragraph: etree._Element) -> etree._Element | None:
    """The look of the paragraph mark: what a person would type with."""
    looks = xmls.child(paragraph, "pPr")
    mark = None if looks is None else xmls.child(looks, "rPr")
    return None if mark is None else _without(mark, _MARKS_ONLY)


def _label_look(cell: etree._Element) -> etree._Element | None:
    """The letters of the cell to the left, not bold and not underlined."""
    beside = cell.getprevious()
    paragraphs = [] if beside is None else paragraphs_of(beside)
    looks = (run_look(run) for paragraph in paragraphs for run in runs_in(paragraph))
    look = next((look for look in looks if look is not None), None)
    return None if look is None else _without(look, _LABELS_ONLY)


def _without(look: etree._Element, names: tuple[str, ...]) -> etree._Element:
    bare = deepcopy(look)
    for child in list(bare):
        if xmls.local(child) in names:
            bare.remove(child)
    return bare
