"""Two editions of a drawn form, and what accepting the re-wordings does to filling."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from tests.actions.conftest import QINGHE, TODAY, Take, id_number

from qingzhuang.actions.editions import accept_rewordings, compare_editions
from qingzhuang.actions.fill import Wish, fill_template
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.editions import EditionCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import JournalEntry, RememberedBinding
from qingzhuang.store.queries.bindings import memory_for

pytestmark = pytest.mark.database
ISSUER = "县农业农村局"


def form(path: Path, *labels: str, rows: int = 2) -> Path:
    """A list with these columns and blank rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for at, label in enumerate(labels, 1):
        sheet.cell(1, at, label)
        for row in range(1, rows + 2):
            sheet.cell(row, at).border = Border(*(Side("thin"),) * 4)
    book.save(path)
    return path


@pytest.fixture
def editions(tmp_path: Path, take: Take) -> tuple[Path, Path]:
    """A village in which 种养特长 is known of one person; a form that asks for it, and its next edition."""
    people = form(tmp_path / "名册.xlsx", "姓名", "身份证号", "种养特长", rows=0)
    book = load_workbook(people)
    book.worksheets[0].append(["张三", id_number("19500307", 1), "嫁接果树"])
    book.save(people)
    take(people)
    old = form(tmp_path / "旧.xlsx", "序号", "姓名", "种养特长")
    return old, form(tmp_path / "新.xlsx", "序号", "姓名", "种养的特长", "补充事项甲")


def accepted(actor: Actor, editions: tuple[Path, Path]) -> int:
    """Compare and accept; comes back: how many bindings were remembered."""
    memory = memory_for(actor, ISSUER)
    found = compare_editions(actor, old=editions[0], new=editions[1], memory=memory)
    return len(accept_rewordings(actor, issuer=ISSUER, comparison=found, memory=memory))


def filled(actor: Actor, template: Path) -> object:
    """What stands in the third column of the filled form."""
    wish = Wish(region=QINGHE, today=TODAY, issuer=ISSUER, out=template.with_name(f"填好{template.name}"))
    result = fill_template(actor, template=template, wish=wish)
    return load_workbook(result.out).worksheets[0]["C2"].value


def test_a_new_wording_is_not_filled_before_it_is_accepted(zhang: Actor, editions: tuple[Path, Path]) -> None:
    """A proposed re-wording carries nothing by itself (R-EDI-04)."""
    assert filled(zhang, editions[0]) == "嫁接果树"
    assert filled(zhang, editions[1]) is None


def test_an_accepted_wording_is_filled_from_the_old_label(zhang: Actor, editions: tuple[Path, Path]) -> None:
    """After acceptance the new label gets what is known under the old one (R-EDI-09)."""
    accepted(zhang, editions)

    assert filled(zhang, editions[1]) == "嫁接果树"


def test_accepting_writes_one_line_in_the_journal(zhang: Actor, editions: tuple[Path, Path]) -> None:
    """Acceptance is one action with its line; comparing writes nothing (R-EDI-09)."""
    before = JournalEntry.objects.count()

    accepted(zhang, editions)

    assert JournalEntry.objects.count() == before + 1


def test_accepting_twice_remembers_once(zhang: Actor, editions: tuple[Path, Path]) -> None:
    """A second acceptance finds nothing to remember (R-EDI-09)."""
    accepted(zhang, editions)

    assert (accepted(zhang, editions), RememberedBinding.objects.count()) == (0, 1)


def test_a_form_with_nothing_to_fill_is_refused(zhang: Actor, tmp_path: Path) -> None:
    """A file without a single field cannot be compared, and is refused with a sentence."""
    empty = tmp_path / "空.xlsx"
    Workbook().save(empty)

    with pytest.raises(RefusedError) as refusal:
        compare_editions(zhang, old=empty, new=empty, memory={})

    assert refusal.value.problem.code is EditionCode.NOTHING_TO_COMPARE
