"""Rows of rosters for linking, in few words, and the invented people in them."""

from qingzhuang.engine.collect.said import Said
from qingzhuang.engine.link.linker import Linker
from qingzhuang.engine.values.identity import identity_check_digit

_SHORT = {
    "name": "person.name",
    "former": "person.former_name",
    "id": "person.id_number",
    "born": "person.birth_date",
    "sex": "person.sex",
    "phone": "person.phone",
    "relation": "person.relation_to_head",
    "no": "household.no",
    "book": "household.book_no",
    "head": "household.head_name",
    "head_id": "household.head_id_number",
    "group": "place.group",
    "area": "house.floor_area",
}


def identity(birth: str, sequence: int) -> str:
    """An invented identity number. birth: ISO day. sequence: 1–999, odd for men."""
    body = f"360999{birth.replace('-', '')}{sequence:03d}"
    return body + identity_check_digit(body)


def said(
    row: int = 2, *, family: str = "", is_household_row: bool = False, sheet: str = "名册", **words: str
) -> Said:
    """One row: `said(name="张立", id=…, no="001")`. A family mark is made from 户号 or head."""
    keys = {_SHORT[word]: value for word, value in words.items()}
    household = {
        key: value for key, value in keys.items() if key.partition(".")[0] in ("household", "place", "house")
    }
    person = {key: value for key, value in keys.items() if key not in household}
    mark = family or (
        f"no:{words['no']}" if "no" in words else f"head:{words['head']}" if "head" in words else ""
    )
    return Said(sheet, row, person, household, mark, is_household_row)


def village(*rows: Said) -> Linker:
    """A linker that knows those of whom these rows speak."""
    linker = Linker()
    linker.decide(rows)
    return linker


def id_of(linker: Linker, name: str) -> int:
    """The only person of this name."""
    (person,) = linker.people.named(name)
    return person.subject_id


def home_id(linker: Linker, name: str) -> int | None:
    """The household of the only person of this name."""
    (person,) = linker.people.named(name)
    return person.household_id
