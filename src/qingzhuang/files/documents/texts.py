"""The text of a paragraph as people see it, each shown character with the node that it stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lxml import etree

from qingzhuang.files.documents.symbols import is_symbol_font, shown_symbol
from qingzhuang.files.packages import xmls

# Content of these is shown as if it stood in the paragraph itself; what is deleted or moved away is not.
_THROUGH = frozenset(
    {"hyperlink", "ins", "moveTo", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml"}
)
_SPACES = frozenset(" \xa0\u2002\u2003\u2005")  # those that Word puts into blanks and form fields
_BLANKS = _SPACES | {"　"}
_TAB_BLANK = "____"  # what a drawn tab stop shows
_WIDE_BLANK = "__"


@dataclass(frozen=True, slots=True)
class Atom:
    """
    One character of a document and what it shows. node: the <w:t> with the place `at` in its text, or the
    <w:tab>, <w:br>, <w:sym> itself. is_blank: white space, drawn or not. is_drawn: a blank with a line under
    it, shown as underscores. is_prompt: a letter of a content control's prompt (点击输入文字), shown so, too.
    """

    shown: str
    node: etree._Element
    at: int
    is_blank: bool = False
    is_drawn: bool = False
    is_prompt: bool = False

    @property
    def is_letter(self) -> bool:
        """Whether it stands in a <w:t>, with others."""
        return xmls.local(self.node) == "t"


def paragraph_atoms(paragraph: etree._Element) -> list[Atom]:
    """The characters of a paragraph in order; text boxes, field codes, deleted and hidden text left out."""
    has_leader = _has_leader(paragraph)
    atoms: list[Atom] = []
    for run in runs_in(paragraph):
        if is_hidden(run):
            continue
        own = list(_run_atoms(run, has_leader=has_leader))
        if prompting(run) is not None:
            own = [replace(atom, shown="_", is_drawn=False, is_prompt=True) for atom in own]
        atoms += own
    return _without_single_blanks(atoms)


def paragraphs_of(element: etree._Element) -> list[etree._Element]:
    """The paragraphs of a cell, those of tables inside it left out; a paragraph is its own."""
    return [element] if xmls.local(element) == "p" else list(inside(element, "p"))


def inside(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Children of these names, content controls and tracked insertions looked through."""
    for child in element:
        name = xmls.local(child)
        if name in names:
            yield child
        elif name in _THROUGH:
            yield from inside(child, *names)


def shown(atoms: Sequence[Atom]) -> str:
    """The text of these characters."""
    return "".join(atom.shown for atom in atoms)


def runs_in(element: etree._Element) -> Iterator[etree._Element]:
    """The runs (<w:r>) of a paragraph that are shown, in order."""
    yield from inside(element, "r")


def run_look(run: etree._Element) -> etree._Element | None:
    """The <w:rPr> of a run."""
    return xmls.child(run, "rPr")


def prompting(run: etree._Element) -> etree._Element | None:
    """The mark of the content control round a run that shows nothing but its prompt; None elsewhere."""
    for control in run.iterancestors("{*}sdt"):
        looks = xmls.child(control, "sdtPr")
        mark = None if looks is None else xmls.child(looks, "showingPlcHdr")
        if mark is not None:
            return mark
    return None


def is_underlined(run: etree._Element) -> bool:
    """Whether the run itself draws a line under its text."""
    look = run_look(run)
    line = None if look is None else xmls.child(look, "u")
    return line is not None and attribute(line, "val", "single") != "none"


def is_hidden(run: etree._Element) -> bool:
    """Whether nobody sees what stands in the run (隐藏文字)."""
    look = run_look(run)
    return look is not None and is_on(xmls.child(look, "vanish"))


def is_on(switch: etree._Element | None) -> bool:
    """Whether a property that is on or off is there and on; without a value it is on."""
    return switch is not None and attribute(switch, "val", "1") in ("1", "true", "on")


def attribute(element: etree._Element | None, name: str, otherwise: str = "") -> str:
    """An attribute by its local name, whatever its namespace."""
    if element is None:
        return otherwise
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), otherwise)


def _run_atoms(run: etree._Element, *, has_leader: bool) -> Iterator[Atom]:
    line = is_underlined(run)
    look = run_look(run)
    font = attribute(None if look is None else xmls.child(look, "rFonts"), "ascii")
    for node in run:
        name = xmls.local(node)
        if name == "t":
            yield from _letters(node, font, is_line=line)
        elif name in ("tab", "ptab"):
            is_drawn = line or has_leader
            yield Atom(_TAB_BLANK if is_drawn else "\t", node, 0, is_blank=True, is_drawn=is_drawn)
        elif name in ("br", "cr"):
            yield Atom("" if attribute(node, "type") in ("page", "column") else "\n", node, 0)
        elif name == "noBreakHyphen":
            yield Atom("-", node, 0)
        elif name == "sym":
            yield Atom(_symbol(node), node, 0)
        elif name == "fldChar" and (box := form_box(node)) is not None:
            yield Atom("☑" if _is_checked(box) else "□", node, 0)
        elif name == "AlternateContent" and (letter := _picture_letter(node)):
            yield Atom(letter, node, 0)


def _letters(node: etree._Element, font: str, *, is_line: bool) -> Iterator[Atom]:
    is_symbols = is_symbol_font(font)
    for at, letter in enumerate(node.text or ""):
        if letter in _BLANKS:
            drawn = _WIDE_BLANK if letter == "　" else "_"
            plain = "　" if letter == "　" else " "
            yield Atom(drawn if is_line else plain, node, at, is_blank=True, is_drawn=is_line)
        elif is_symbols:
            yield Atom(shown_symbol(font, ord(letter)) or letter, node, at)
        else:
            yield Atom(letter, node, at)


def form_box(node: etree._Element) -> etree._Element | None:
    """The settings of an old form field's tick box (FORMCHECKBOX), None for other fields."""
    data = xmls.child(node, "ffData")
    return None if data is None else xmls.child(data, "checkBox")


def _is_checked(box: etree._Element) -> bool:
    state = xmls.child(box, "checked")
    return is_on(xmls.child(box, "default") if state is None else state)


def _picture_letter(node: etree._Element) -> str:
    """The plain letter beside one of a picture font (w16se:symEx); "" for text boxes and drawings."""
    choice, plain = xmls.child(node, "Choice"), xmls.child(node, "Fallback")
    if choice is None or plain is None or xmls.child(choice, "symEx") is None:
        return ""
    letters = xmls.child(plain, "t")
    return "" if letters is None else letters.text or ""


def _symbol(node: etree._Element) -> str:
    code = attribute(node, "char", "0")
    is_hex = re.fullmatch(r"[0-9A-Fa-f]{1,6}", code) is not None
    return shown_symbol(attribute(node, "font"), int(code, 16)) if is_hex else ""


def _has_leader(paragraph: etree._Element) -> bool:
    """Whether tab stops of the paragraph draw a line."""
    looks = xmls.child(paragraph, "pPr")
    stops = xmls.children(None if looks is None else xmls.child(looks, "tabs"), "tab")
    return any(attribute(stop, "leader") in ("underscore", "heavy", "middleDot", "dot") for stop in stops)


def _without_single_blanks(atoms: list[Atom]) -> list[Atom]:
    """One underlined blank between two words parts them, and is no blank to fill."""
    found: list[Atom] = []
    for is_drawn, group in groupby(atoms, key=lambda atom: atom.is_drawn):
        own = list(group)
        is_single = is_drawn and len(own) == 1 and own[0].shown == "_" and bool(found)
        found += [replace(own[0], shown=" ", is_drawn=False)] if is_single else own
    return found
