"""What is printed, as values: texts ready for the eye, days as days; looks are the templates' business."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class ComparedField:
    """
    One field of the form under review: its name, who holds it, whether both mean the same, what follows.

    holder: the office and its table, "" when nobody holds it. definition: 口径, as the reviewer put it.
    treatment: what becomes of the field (取数、换算、要村里填、不收 …).
    """

    label: str
    holder: str = ""
    definition: str = ""
    treatment: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """
    A letter of the county office (会审意见书、退回函) in the parts of GB/T 9704-2012.

    issuer: 发文机关标志, printed red. number: 发文字号 (青减负〔2026〕31号). Issuer and title are broken at
    their line breaks, else by themselves. addressee: 主送机关, without its colon. opening: what is answered.
    Texts of several paragraphs hold one paragraph a line. conclusion, comparison (with its rows compared),
    grounds (one a paragraph) and validity become the numbered sections; an empty one is left out.
    attachments: 附件 names, no punctuation behind. signer: 署名. dated: 成文日期. contact: 附注. copies:
    抄送. printer: 印发机关; with it the foot of the letter (版记) is printed.
    """

    issuer: str
    number: str
    title: str
    addressee: str
    conclusion: str
    signer: str
    dated: date
    opening: str = ""
    comparison: str = ""
    compared: tuple[ComparedField, ...] = ()
    grounds: tuple[str, ...] = ()
    validity: str = ""
    attachments: tuple[str, ...] = ()
    contact: str = ""
    copies: tuple[str, ...] = ()
    printer: str = ""


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """
    The block (法定标识) that an admitted form carries top right, and where its number is checked.

    form_code: 表号. issuer: 制表机关. number: 准入编号, whole (准入〔2026〕31号). basis: 依据文号.
    expires_on: last day it holds. check_address: address of the public check page, drawn as QR code.
    """

    form_code: str
    issuer: str
    number: str
    basis: str
    expires_on: date
    check_address: str


class PaperSize(StrEnum):
    """Sheets a wall poster is printed on."""

    A3 = "a3"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class WallItem:
    """One item of a list: what it is, the department responsible, its basis, the support that comes."""

    title: str
    department: str = ""
    basis: str = ""
    support: str = ""


@dataclass(frozen=True, slots=True)
class WallList:
    """One of the lists under the name it has in this county."""

    name: str
    items: tuple[WallItem, ...]


@dataclass(frozen=True, slots=True)
class WallSheet:
    """
    The lists of a county, for the wall of a village office.

    title: the headline (村级事项三张清单). version: as the county counts it (2026年第2版). effective_on: its
    first day. note: one line at the foot of every sheet, whom to ask.
    """

    county: str
    title: str
    version: str
    effective_on: date
    lists: tuple[WallList, ...]
    size: PaperSize = PaperSize.A3
    note: str = ""


@dataclass(frozen=True, slots=True)
class MinutesSheet:
    """
    Minutes of a joint review (联席会议纪要): what was on the table, row by row; who answers for the sheet.

    office: 填报单位. period: 所属期 or day of the meeting, as printed. people: who took part, one line each
    (主持人：… 参加单位：…). columns: heads of the table; rows: as many cells each. decisions: what was
    agreed, one a paragraph. filler, reviewer, head, phone: "" leaves a line to write on; so does dated None.
    """

    title: str
    office: str
    period: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    people: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    filler: str = ""
    reviewer: str = ""
    head: str = ""
    phone: str = ""
    dated: date | None = None
