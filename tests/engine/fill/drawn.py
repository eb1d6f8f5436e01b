"""A small invented village and forms drawn in code, for the tests of filling."""

from collections.abc import Mapping, Sequence

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.fill.criteria import parse_who
from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.plan import Plan
from qingzhuang.engine.fill.planning import Form, plan_form
from qingzhuang.engine.fill.village import VillageBook, open_book
from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.engine.read.grid import Cell, Grid, Style
from qingzhuang.engine.read.layout import Field, FieldKind, Purpose, SheetKind, SheetLayout, Table
from qingzhuang.engine.read.match import Binding, Match
from qingzhuang.engine.read.matching import match_label
from qingzhuang.engine.values.domain import Raw
from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.files.reference.catalogue import load_catalogue

REGION = "360999101205"
VILLAGE = "青禾村"
DAY = "2025-06-30"
CATALOGUE: Catalogue = load_catalogue()
_PURPOSES = {"序号": Purpose.SERIAL, "备注": Purpose.REMARK, "审核人": Purpose.SIGNATURE}


def id_number(born: str, order: int) -> str:
    """An invented ID number: region of nobody, this birth day (ISO), this order (odd: 男)."""
    body = "360999" + born.replace("-", "") + f"{order:03d}"
    return body + identity_check_digit(body)


def held(**values: str) -> dict[str, Holding]:
    """Holdings by key; two underscores in an argument's name stand for the dot, none for `person.`."""
    keyed = {
        key.replace("__", ".") if "__" in key else f"person.{key}": value for key, value in values.items()
    }
    return {
        key: Holding(Claim(value, "村委会", "2025-01-01", 1, "Sheet1", 2)) for key, value in keyed.items()
    }


def disputed(one: str, other: str) -> Holding:
    """Two sources of the same day that disagree."""
    return Holding(Claim(one, "派出所", "2025-01-01", 1), (Claim(other, "民政办", "2025-01-01", 2),))


def person(
    number: int, *, home: int | None = None, more: Mapping[str, Holding] | None = None, **values: str
) -> Profile:
    """A resident with this subject id in the household `home`."""
    return Profile(number, False, REGION, home, {**held(**values), **(more or {})})


def household(number: int, **values: str) -> Profile:
    """A household with this subject id."""
    return Profile(number, True, REGION, None, held(**values))


def village(*profiles: Profile) -> VillageBook:
    """The book of these profiles."""
    return open_book(profiles, catalogue=CATALOGUE, region=REGION, name=VILLAGE)


def roster(
    labels: Sequence[str],
    rows: Sequence[Sequence[Raw]] = ((),),
    *,
    samples: Sequence[int] = (),
    totals: Sequence[int] = (),
    notes: Sequence[str] = (),
    title: str = "花名册",
    header: str = "",
    options: Mapping[str, tuple[str, ...]] | None = None,
    formulas: Mapping[tuple[int, int], str] | None = None,
    locked: Sequence[tuple[int, int]] = (),
) -> FormSheet:
    """
    A list: title in row 1, a header line in row 2, labels in row 3, record rows from row 4 on.

    samples, totals: their row numbers. header: text of A2, a blank behind 填报单位： if there is any.
    """
    cells = {(1, 1): Cell(1, 1, title, title), (2, 1): Cell(2, 1, header, header or None)}
    cells |= {(3, at): Cell(3, at, label, label) for at, label in enumerate(labels, 1)}
    for row in range(4, 4 + len(rows)):
        for at in range(1, len(labels) + 1):
            raw = rows[row - 4][at - 1] if at <= len(rows[row - 4]) else None
            cells[row, at] = Cell(
                row,
                at,
                "" if raw is None else str(raw),
                raw,
                formula=(formulas or {}).get((row, at)),
                style=Style(is_locked=(row, at) in locked),
            )
    last = 3 + len(rows)
    fields = [_column(at, label, last, (options or {}).get(label, ())) for at, label in enumerate(labels, 1)]
    if header:
        label = header.split("：", maxsplit=1)[0]
        fields.append(Field(2, 1, label, (label,), FieldKind.INLINE, Purpose.HEADER, printed=header))
    table = Table((3, 3), 4, last, 1, len(labels), tuple(samples), tuple(totals))
    layout = SheetLayout("Sheet1", SheetKind.LIST, tuple(fields), (table,), title, tuple(notes))
    return FormSheet(Grid("Sheet1", last, len(labels), cells), layout, tuple(map(_match, fields)))


def card(
    blanks: Mapping[tuple[int, int], str], texts: Mapping[tuple[int, int], str] | None = None
) -> FormSheet:
    """A card: each blank cell with its label; texts: cells whose blank stands inside (姓名：____)."""
    cells = {place: Cell(*place) for place in blanks}
    fields = [Field(*place, label, (label,), FieldKind.CELL) for place, label in blanks.items()]
    for place, text in (texts or {}).items():
        cells[place] = Cell(*place, text, text)
        fields.append(
            Field(*place, text.split("：")[0], (text.split("：")[0],), FieldKind.INLINE, printed=text)
        )
    layout = SheetLayout("Sheet1", SheetKind.CARD, tuple(fields), (), "登记卡")
    return FormSheet(Grid("Sheet1", 9, 9, cells), layout, tuple(map(_match, fields)))


def planned(sheet: FormSheet, book: VillageBook, who: str | None = None, on: str = DAY) -> Plan:
    """The plan of a form of lists."""
    return form(sheet, book, who, on).outputs[0].plan


def form(sheet: FormSheet, book: VillageBook, who: str | None = None, on: str = DAY) -> Form:
    """A form, planned."""
    return plan_form((sheet,), book=book, who=parse_who(who, CATALOGUE) if who else None, on=on)


def shown(plan: Plan) -> dict[str, str]:
    """What a plan writes, as text, by A1 address."""
    return {f"{chr(64 + write.column)}{write.row}": str(write.value) for write in plan.writes}


def _column(at: int, label: str, last: int, options: tuple[str, ...]) -> Field:
    purpose = _PURPOSES.get(label, Purpose.ASKED)
    return Field(
        4, at, label, (label,), FieldKind.COLUMN, purpose, header_rows=(3, 3), first_row=4, last_row=last,
        options=options, table=0,
    )  # fmt: skip


def _match(field: Field) -> Match:
    if field.label is None:
        return Match(None, None, Binding.UNKNOWN)
    return match_label(field.label, catalogue=CATALOGUE)
