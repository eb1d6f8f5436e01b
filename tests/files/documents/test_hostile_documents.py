"""Hostile and broken Word files: one sentence each, and nothing half done. Rule R-WRD-40."""

import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files.documents.drawn import (
    DOCUMENT,
    MACRO_MAIN,
    card_form,
    document_xml,
    docx,
    p,
    parts_of,
    run,
    tbl,
    tc,
    tr,
)

from qingzhuang.engine.fill.plan import Write
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.documents.compiled import compile_document
from qingzhuang.files.documents.parsing import parsed_document
from qingzhuang.files.intake.reading import read_workbook

_ENTITIES = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;">]>'


def nested(depth: int) -> str:
    """Tables inside each other."""
    inner = p("里")
    for _ in range(depth):
        inner = tbl(tr(tc(inner + ("" if inner.startswith("<w:p") else p("")))), widths=(500,))
    return inner


def bomb() -> bytes:
    """A document of 60 MB that packs to almost nothing."""
    return docx(page=document_xml(p("空" * 20_000_000)))


def without(name: str) -> bytes:
    """A document that lacks one of its parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for part, content in parts_of(card_form()).items():
            if part != name:
                package.writestr(part, content)
    return written.getvalue()


HOSTILE = [
    ("bomb", bomb, FilesCode.PACKED_TOO_TIGHT),
    ("doctype", lambda: docx(page=document_xml(p("&d;"), before=_ENTITIES)), FilesCode.DOCTYPE),
    ("renamed docm", lambda: docx(p("甲"), main=MACRO_MAIN), FilesCode.MACRO),
    ("macros", lambda: docx(p("甲"), parts={"word/vbaProject.bin": b"x"}), FilesCode.MACRO),
    ("embedded", lambda: docx(p("甲"), parts={"word/embeddings/a.bin": b"x"}), FilesCode.EMBEDDED),
    ("cut off", lambda: card_form()[:-200], FilesCode.TRUNCATED),
    ("broken xml", lambda: docx(page=document_xml(p("甲"))[:-30]), FilesCode.BROKEN),
    ("no document", lambda: without(DOCUMENT), FilesCode.NOT_DOCX),
    ("another root", lambda: docx(page="<a/>"), FilesCode.NOT_DOCX),
    ("deep tables", lambda: docx(nested(6)), FilesCode.TOO_HARD),
    ("deep xml", lambda: docx(page=document_xml("<w:sdt>" * 400 + "</w:sdt>" * 400)), FilesCode.BROKEN),
    ("long text", lambda: docx(p("长" * 40_000)), FilesCode.TEXT_TOO_LONG),
    ("many columns", lambda: docx(tbl(tr(*["甲"] * 600), widths=(900,) * 600)), FilesCode.TOO_HARD),
    ("wide cell", lambda: docx(*[tbl(tr(tc("甲", span=9_000)), widths=(9,))] * 40), None),
]


@pytest.mark.parametrize(("draw", "expected"), [one[1:] for one in HOSTILE], ids=[one[0] for one in HOSTILE])
def test_a_hostile_document_gets_one_sentence_in_time(
    draw: object, expected: FilesCode, tmp_path: Path
) -> None:
    """R-WRD-40: the right sentence with a way out, in ten seconds; nothing is written."""
    path = tmp_path / "表.docx"
    path.write_bytes(draw())  # type: ignore[operator]
    started = time.monotonic()
    if expected is None:
        assert read_workbook(path).sheets[0].n_columns < 500
    else:
        with pytest.raises(RefusedError) as refused:
            read_workbook(path)
        assert refused.value.problem.code is expected
        assert "请" in refused.value.problem.sentence

    assert time.monotonic() - started < 10
    assert list(tmp_path.iterdir()) == [path]


def test_a_crooked_document_is_read_as_far_as_it_goes() -> None:
    """Cells without paragraphs, rows without cells, numbers that are none: no crash."""
    odd = '<w:tbl><w:tr/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr></w:tc></w:tr></w:tbl>'

    assert parsed_document(docx(odd, p(run("尾")))).sheets[0].text(3, 1) == "尾"


def test_a_cell_without_a_paragraph_can_be_written() -> None:
    """Some converters leave the paragraph out; it is put in."""
    odd = "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"
    after = compile_document(docx(odd)).render([Write("document", 1, 1, "张三")])

    assert parsed_document(after).sheets[0].text(1, 1) == "张三"


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 100_000), st.integers(0, 255))
def test_a_changed_byte_never_crashes(at: int, value: int) -> None:
    """R-WRD-40: read, or refused with a sentence."""
    source = bytearray(card_form())
    source[at % len(source)] = value
    try:
        grid = parsed_document(bytes(source)).sheets[0]
    except RefusedError as refused:
        assert refused.problem.sentence.endswith("。")
    else:
        assert grid.name == "document"


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, 100_000),
    st.sampled_from(["", "<w:tc>", "</w:p>", "<w:vMerge/>", 'w:val="-3"', "\x00", "&a;"]),
)
def test_a_changed_document_part_never_crashes(at: int, scrap: str) -> None:
    """R-WRD-40: XML cut and patched at any place is read, or refused."""
    xml = parts_of(card_form())[DOCUMENT].decode()
    place = at % len(xml)
    try:
        assert parsed_document(docx(page=xml[:place] + scrap + xml[place + 1 :])).sheets
    except RefusedError as refused:
        assert refused.problem.sentence.endswith("。")
