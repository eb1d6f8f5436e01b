"""Forms slightly broken: each is read or refused with a sentence, and what is filled can be read again."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side
from tests.files.documents import drawn as word
from tests.files.mutants import bytes_changed, part_changed

from qingzhuang.actions.fill.templates import form_sheets
from qingzhuang.engine.collect.roster import collect
from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.fill.planning import plan_form
from qingzhuang.engine.fill.village import VillageBook, open_book
from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.files.documents.parsing import parsed_document
from qingzhuang.files.intake.compiling import compile_form
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.workbooks.packedrows import PackedRows
from qingzhuang.files.workbooks.parsing import parsed
from qingzhuang.files.workbooks.rostersheets import gathered, roster_events

_CATALOGUE = load_catalogue(None)
_BOX = Border(*(Side("thin"),) * 4)
N_SEEDS = 25  # of each kind and template; some seconds in all


def _saved(book: Workbook, area: str) -> bytes:
    for row in book.worksheets[0][area]:
        for cell in row:
            cell.border = _BOX
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def list_form() -> bytes:
    """A list with a merged title, two header rows, blank rows, a total with a formula."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"] = "困难群众摸底表", "填报单位："
    sheet.merge_cells("A1:E1")
    sheet["A3"], sheet["B3"], sheet["D3"], sheet["E3"] = "序号", "本人", "联系电话", "年龄"
    for area in ("A3:A4", "B3:C3", "D3:D4", "E3:E4"):
        sheet.merge_cells(area)
    sheet["B4"], sheet["C4"], sheet["A7"], sheet["E7"] = "姓名", "身份证号", "合计", "=SUM(E5:E6)"
    return _saved(book, "A3:E7")


def card_form() -> bytes:
    """A card with a label left of each blank."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "居民登记卡"
    sheet.merge_cells("A1:D1")
    for place, label in (("A2", "姓名"), ("C2", "性别"), ("A3", "身份证号"), ("C3", "联系电话")):
        sheet[place] = label
    return _saved(book, "A2:D3")


FORMS: dict[str, Callable[[], bytes]] = {"list": list_form, "card": card_form, "document": word.card_form}
MUTATORS = {"bytes": bytes_changed, "part": part_changed}


@pytest.fixture(scope="module")
def book() -> VillageBook:
    """Three residents of one household, more than the list has rows."""

    def resident(number: int) -> Profile:
        body = f"3609991950010100{number}"
        values = {
            "person.name": f"赵甲{number}",
            "person.id_number": body + identity_check_digit(body),
            "person.relation_to_head": "户主" if number == 1 else "子",
        }
        held = {key: Holding(Claim(value, "村委会", "2025-01-01", 1)) for key, value in values.items()}
        return Profile(number, is_household=False, region="360999101205", household_id=9, holdings=held)

    everybody = [resident(number) for number in (1, 2, 3)]
    everybody.append(Profile(9, is_household=True, region="360999101205", household_id=None, holdings={}))
    return open_book(everybody, catalogue=_CATALOGUE, region="360999101205", name="青禾村")


def fill(content: bytes, book: VillageBook, *, is_document: bool) -> int:
    """Recognise, plan, write, and read what was written; how many files. Raises RefusedError alone."""
    read = parsed_document if is_document else parsed
    sheets = form_sheets(read(content), catalogue=_CATALOGUE, memory={})
    form = plan_form(sheets, book=book, who=None, on="2025-06-30")
    compiled = compile_form(content)
    for output in form.outputs:
        read(compiled.render(output.plan.writes, output.plan.growths))
    return len(form.outputs)


@pytest.mark.parametrize("mutator", MUTATORS)
@pytest.mark.parametrize("form", FORMS)
def test_a_broken_form_is_filled_or_refused(form: str, mutator: str, book: VillageBook) -> None:
    """R-WBK-02: whatever byte is wrong, a sentence or files that open; nothing else comes out."""
    whole = FORMS[form]()
    assert fill(whole, book, is_document=form == "document") > 0

    for seed in range(N_SEEDS):
        try:
            fill(MUTATORS[mutator](whole, seed=seed), book, is_document=form == "document")
        except RefusedError as refusal:
            assert refusal.problem.sentence.endswith(("。", "）", "！")), refusal.problem.sentence


@pytest.mark.parametrize("mutator", MUTATORS)
def test_a_broken_roster_is_collected_or_refused(mutator: str) -> None:
    """R-WBK-02: a roster with a wrong byte is read or refused with a sentence."""
    whole = list_form()

    for seed in range(N_SEEDS):
        try:
            for sheet in list(gathered(roster_events(MUTATORS[mutator](whole, seed=seed)))):
                rows = PackedRows(sheet.chunks, sheet.n_rows)
                one = RosterSheet(sheet.name, rows, sheet.merges, sheet.is_hidden)
                collect(one, file_name="名册.xlsx", catalogue=_CATALOGUE)
        except RefusedError as refusal:
            assert refusal.problem.sentence


@pytest.mark.zzuf
@pytest.mark.parametrize("form", FORMS)
def test_what_zzuf_breaks_is_filled_or_refused(form: str, book: VillageBook, tmp_path: Path) -> None:
    """R-WBK-02: the same with the mutations of zzuf, from one bit in ten thousand to one in a hundred."""
    path = tmp_path / "form"
    path.write_bytes(FORMS[form]())

    for seed in range(N_SEEDS):
        words = ["zzuf", "-s", str(seed), "-r", "0.0001:0.01", "cat", str(path)]
        broken = subprocess.run(words, capture_output=True, check=True, timeout=20).stdout
        try:
            fill(broken, book, is_document=form == "document")
        except RefusedError as refusal:
            assert refusal.problem.sentence
