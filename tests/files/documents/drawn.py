"""Word documents drawn in code: paragraphs, runs, tables, and the package around them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
DOCUMENT = "word/document.xml"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def types(main: str = _MAIN) -> str:
    """The list of content types. main: of the document itself."""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{DOCUMENT}" ContentType="{main}"/></Types>'
    )


def run(text: str, look: str = "") -> str:
    """A run. look: XML of its properties. Tabs and line ends of the text become tabs and breaks."""
    pieces = []
    for letter in text.replace("\t", "\0t\0").replace("\n", "\0n\0").split("\0"):
        mark = {"t": "<w:tab/>", "n": "<w:br/>"}.get(letter)
        pieces.append(mark or (f'<w:t xml:space="preserve">{escape(letter)}</w:t>' if letter else ""))
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{''.join(pieces)}</w:r>"


LINE = '<w:u w:val="single"/>'
BOLD = "<w:b/>"


def sym(font: str, code: str) -> str:
    """A run with one letter of a symbol font."""
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def p(*runs: str, look: str = "", mark: str = "") -> str:
    """A paragraph of runs, or of plain text. look: further properties; mark: those of its mark."""
    body = "".join(each if each.startswith("<") else run(each) for each in runs if each)
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p>{f'<w:pPr>{look}{marked}</w:pPr>' if look or marked else ''}{body}</w:p>"


def tc(*content: str, span: int = 1, merge: str | None = None, look: str = "") -> str:
    """A cell: plain text, or paragraphs and tables. merge: `restart` or `continue`, downwards."""
    body = "".join(each if each.startswith("<w:") else p(each) for each in content or ("",))
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merges = "" if merge is None else f'<w:vMerge w:val="{merge}"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>{spans}{merges}{look}</w:tcPr>{body}</w:tc>'


def tr(*cells: str, look: str = "") -> str:
    """A row: cells, or their texts."""
    body = "".join(each if each.startswith("<w:tc>") else tc(each) for each in cells)
    return f"<w:tr>{f'<w:trPr>{look}</w:trPr>' if look else ''}{body}</w:tr>"


def tbl(*rows: str, widths: Sequence[int], borders: str = _BORDERS) -> str:
    """A table with these grid columns in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def document_xml(*blocks: str, before: str = "") -> str:
    """The document's part. before: in front of its root."""
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{before}'
        f'<w:document xmlns:w="{W}" xmlns:w14="{W14}"><w:body>{"".join(blocks)}{page}</w:body></w:document>'
    )


def docx(
    *blocks: str, parts: Mapping[str, bytes] | None = None, main: str = _MAIN, page: str | None = None
) -> bytes:
    """A Word file. parts: further ones; main: content type of the document; page: its XML as a whole."""
    rels = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{_R}/officeDocument" Target="{DOCUMENT}"/></Relationships>'
    )
    own = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{_R}/styles" Target="styles.xml"/></Relationships>'
    )
    styles = f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="a"/></w:styles>'
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types(main))
        package.writestr("_rels/.rels", rels)
        package.writestr("word/_rels/document.xml.rels", own)
        package.writestr(DOCUMENT, page or document_xml(*blocks))
        package.writestr("word/styles.xml", styles)
        for name, content in (parts or {}).items():
            package.writestr(name, content)
    return written.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a package, as they lie in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def card_form() -> bytes:
    """A registration card: merged cells, an underlined blank, tick boxes, a band merged downwards."""
    return docx(
        p(run("农户登记表", BOLD)),
        p(run("填报单位："), run("          ", LINE), run("　日期："), run("        ", LINE)),
        tbl(
            tr("姓名", "", "性别", ""),
            tr("身份证号", tc(span=3)),
            tr(tc("家庭成员", merge="restart"), "姓名", "关系", "年龄"),
            tr(tc(merge="continue"), "", "", ""),
            tr(tc(merge="continue"), "", "", ""),
            tr("是否低保", tc("□是 □否", span=3)),
            widths=(1500, 2500, 1500, 2500),
        ),
        p(""),
        p("村委会（盖章）"),
    )


def list_form(n_rows: int = 3) -> bytes:
    """A list of people with some blank rows and a note below."""
    look = '<w:trHeight w:val="500"/>'
    heads = (tc(p(run(text, BOLD))) for text in ("序号", "姓名", "身份证号", "联系电话"))
    blank = tr(
        *(tc(p("", look='<w:jc w:val="center"/>', mark='<w:sz w:val="18"/>')) for _ in range(4)), look=look
    )
    return docx(
        p("居民名单"),
        tbl(tr(*heads), *(blank for _ in range(n_rows)), widths=(800, 1600, 3600, 2400)),
        p("注：一人一行。"),
    )
