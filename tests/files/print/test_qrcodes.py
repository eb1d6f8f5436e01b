"""QR codes as drawings."""

import re

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.files.print.drawn import ADDRESS
from tests.files.print.qrreading import drawn_modules, read

from qingzhuang.files.print.qrcodes import qr_svg


def test_the_drawing_is_read_back_as_the_address() -> None:
    """A reader of our own, written from the standard, gets the check address and nothing more (R-PRT-13)."""
    drawing = qr_svg(ADDRESS)

    assert read(drawn_modules(drawing)) == ADDRESS


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40).map("/编".__add__)
)
def test_any_text_is_read_back(text: str) -> None:
    """Whatever the text, the drawing holds it."""
    assert read(drawn_modules(qr_svg(text))) == text


def test_the_drawing_shows_the_modules_of_the_code() -> None:
    """Each dark module of the code is drawn, and no other."""
    modules = segno.make_qr(ADDRESS, error="m", boost_error=False).matrix

    assert drawn_modules(qr_svg(ADDRESS)) == [[bool(dark) for dark in row] for row in modules]


def test_the_drawing_asks_for_nothing_from_outside() -> None:
    """No style, script, link, event or address but the name of SVG: a strict page may carry it (R-PRT-14)."""
    drawing = qr_svg('https://jf.example/?a=1&b="><script>alert(1)</script>')

    root = etree.fromstring(drawing)
    assert {etree.QName(each).localname for each in root.iter()} == {"svg", "path"}
    assert {name for each in root.iter() for name in each.attrib} == {
        "viewBox", "role", "aria-label", "shape-rendering", "fill", "d",
    }  # fmt: skip
    assert re.findall(r"https?:[^\"]*", drawing) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("text", ["", "长" * 1000])
def test_what_a_code_cannot_hold_is_our_own_mistake(text: str) -> None:
    """An empty text or one over the 2,331 bytes of a code is refused at the door."""
    with pytest.raises(ValueError, match="text"):
        qr_svg(text)
