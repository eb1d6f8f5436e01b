"""Rich text that gets a new wording and keeps its looks."""

from copy import deepcopy

from lxml import etree

from qingzhuang.files.packages import xmls
from qingzhuang.files.workbooks.cellxml import text_xml


def reworded(holder: etree._Element, text: str) -> str | None:
    """
    The runs of a rich text with a new wording, as XML; None when there are no runs.

    What the old and the new wording share at both ends keeps its runs; what is new takes the
    look of the run it follows: `填报单位：` stays bold, and the name behind it looks like its last run.
    holder: the <si> or <is> that has the runs.
    """
    runs = [(_look(run), _text(run)) for run in xmls.children(holder, "r")]
    if not runs:
        return None
    old = "".join(words for _, words in runs)
    kept = _shared(old, text)
    tail = min(_shared(old[::-1], text[::-1]), len(old) - kept, len(text) - kept)
    middle = text[kept : len(text) - tail]
    pieces = _cut(runs, 0, kept)
    if middle:
        look = pieces[-1][0] if pieces else runs[0][0]
        pieces.append((look, middle))
    pieces += _cut(runs, len(old) - tail, len(old))
    return "".join(f"<r>{look}{text_xml(words)}</r>" for look, words in _joined(pieces))


def _shared(one: str, other: str) -> int:
    """Number of characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _cut(runs: list[tuple[str, str]], begin: int, end: int) -> list[tuple[str, str]]:
    """The runs of characters begin to end."""
    cut = []
    at = 0
    for look, words in runs:
        part = words[max(0, begin - at) : max(0, end - at)]
        if part:
            cut.append((look, part))
        at += len(words)
    return cut


def _joined(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    joined: list[tuple[str, str]] = []
    for look, words in pieces:
        if joined and joined[-1][0] == look:
            joined[-1] = (look, joined[-1][1] + words)
        else:
            joined.append((look, words))
    return joined


def _text(run: etree._Element) -> str:
    held = xmls.child(run, "t")
    return "" if held is None else held.text or ""


def _look(run: etree._Element) -> str:
    """The <rPr> without the namespaces it declares: it is written into a tree that has them."""
    look = xmls.child(run, "rPr")
    if look is None:
        return ""
    bare = deepcopy(look)
    for element in bare.iter():
        element.tag = xmls.local(element)
    etree.cleanup_namespaces(bare)
    return etree.tostring(bare, encoding="unicode")
