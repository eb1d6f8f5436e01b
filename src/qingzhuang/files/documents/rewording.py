"""
A cell or paragraph gets a new wording: only the characters that differ change, and the value takes the look
of the blank that it fills (R-WRD-10 to R-WRD-16).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from lxml import etree

from qingzhuang.files.documents.edits import Edit, edits_between
from qingzhuang.files.documents.runs import (
    put_after,
    put_before,
    put_text,
    run_for,
    set_letters,
    tick_control,
    tick_symbol,
    unprompt,
    width,
)
from qingzhuang.files.documents.texts import Atom, paragraph_atoms, paragraphs_of, shown
from qingzhuang.files.packages import xmls

_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML 1.0 cannot hold
_EMPTY_BOXES = ("□", "☐")
_SKELETON = re.compile(r"\s*(?:年|月|日(?!期))")
_Slot = tuple[etree._Element, int]


@dataclass(slots=True)
class _Changes:
    """What happens to the characters: which go, and what comes before which, by node and place in it."""

    gone: dict[etree._Element, set[int]] = field(default_factory=lambda: defaultdict(set))
    before: dict[etree._Element, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))


def reword(element: etree._Element, text: str) -> None:
    """Give a cell (<w:tc>) or paragraph (<w:p>) this text. Its line breaks become breaks of the line."""
    wanted = _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    atoms: list[Atom | None] = []  # None: the end of a paragraph, which stays
    for at, paragraph in enumerate(paragraphs_of(element)):
        atoms += [None] if at else []
        atoms += paragraph_atoms(paragraph)
    if all(atom is None or not atom.shown for atom in atoms):
        _write_blank(element, wanted)
        return
    old = "".join("\n" if atom is None else atom.shown for atom in atoms)
    places = [number for number, atom in enumerate(atoms) for _ in ("\n" if atom is None else atom.shown)]
    changes = _Changes()
    for edit in edits_between(old, wanted):
        first, last = _span(places, edit, len(atoms))
        if not _is_ticked(atoms[first:last], edit):
            _change(atoms, first, last, edit.text, changes)
    _apply(changes)


def _write_blank(element: etree._Element, text: str) -> None:
    """Text into an empty cell: into its first run, else into a new one that looks like its paragraph mark."""
    paragraphs = paragraphs_of(element)
    if not paragraphs:  # converters leave it out; Word does not
        paragraphs = [xmls.new_like(element, "p")]
        element.append(paragraphs[0])
    if text:
        put_text(run_for(paragraphs[0], element), text)


def _span(places: Sequence[int], edit: Edit, end: int) -> tuple[int, int]:
    """The atoms of an edit; one that shows several characters and loses some of them goes as a whole."""
    first = places[edit.first] if edit.first < len(places) else end
    return first, places[edit.last - 1] + 1 if edit.last > edit.first else first


def _is_ticked(atoms: Sequence[Atom | None], edit: Edit) -> bool:
    """Tick a box that is a picture of a symbol font or a control; False where letters have to change."""
    atom = atoms[0] if len(atoms) == 1 else None
    if atom is None or atom.shown not in _EMPTY_BOXES or edit.text != "☑":
        return False
    tick_control(atom.node)
    return tick_symbol(atom)


def _change(atoms: Sequence[Atom | None], first: int, last: int, text: str, changes: _Changes) -> None:
    gone = [atom for atom in atoms[first:last] if atom is not None]
    behind = shown([atom for atom in takewhile(lambda atom: atom is not None, atoms[last:]) if atom])
    kept = list(_filler(gone, text, behind))
    for atom in gone:
        if atom not in kept:
            changes.gone[atom.node].add(atom.at)
        if atom.is_prompt:
            unprompt(atom.node)
    if text:
        node, at = _slot(gone, atoms, first)
        changes.before[node][at] = changes.before[node].get(at, "") + text


def _slot(gone: Sequence[Atom], atoms: Sequence[Atom | None], first: int) -> _Slot:
    """Where new text goes: into the blank that it fills, else behind the character before it."""
    host = next((atom for atom in gone if atom.is_drawn), gone[0] if gone else None)
    if host is not None:
        return host.node, host.at
    before = next((atom for atom in reversed(atoms[:first]) if atom is not None), None)
    if before is not None:
        return before.node, before.at + 1
    after = next(atom for atom in atoms[first:] if atom is not None)
    return after.node, after.at


def _filler(gone: Sequence[Atom], text: str, behind: str) -> Iterator[Atom]:
    """
    The blanks that stay behind a value, so that the line keeps its length: where a line is drawn under them,
    and where another label follows on the same line.
    """
    is_plain = not any(atom.is_drawn for atom in gone)
    if not gone or not all(atom.is_blank for atom in gone) or _SKELETON.match(behind):
        return
    if is_plain and not re.search("[:：]", behind):
        return
    room = sum(width(atom.shown) for atom in gone) - width(text)
    for atom in reversed(gone):
        room -= width(atom.shown)
        if not atom.is_letter or room >= 0:
            yield atom


def _apply(changes: _Changes) -> None:
    for node in dict.fromkeys((*changes.gone, *changes.before)):
        gone, before = changes.gone.get(node, set()), changes.before.get(node, {})
        if node.tag.endswith("}t"):
            set_letters(node, gone, before)
            continue
        if 0 in before:
            put_before(node, before[0])
        if 1 in before:
            put_after(node, before[1])
        if gone:
            holder = node.getparent()
            if holder is not None:
                holder.remove(node)
