"""A form goes in by the browser and comes out filled; nobody reaches another village's."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.conftest import DONGTANG, QINGHE

from qingzhuang.actions.collect.importing import Roster, import_files
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import SentForm
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
_TOKEN = re.compile(r'csrfmiddlewaretoken" value="[^"]*"')
_ROSTER = "姓名,性别,公民身份号码,与户主关系,联系电话\n梁秋实,男,{id_number},户主,13800008000\n"


def _sheet(*labels: str) -> bytes:
    """An empty form with these columns and three rows."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["人员核对表"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(labels))
    sheet.append(list(labels))
    for number in range(1, 4):
        sheet.append([number])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def known(zhang: Actor, cast: object, tmp_path: Path) -> None:
    """One resident of 青禾村 is known."""
    roster = tmp_path / "名册.csv"
    roster.write_text(_ROSTER.format(id_number="360999195503071237"), encoding="utf-8")
    import_files(
        zhang,
        paths=[roster],
        roster=Roster(region=QINGHE, source="村委会", as_of=None, is_partial=False, today="2026-11-22"),
    )


def _handed_in(client: Client, *, region: str = QINGHE, name: str = "核对表.xlsx") -> str:
    """Hand in an empty form; the address of what came of it."""
    form = SimpleUploadedFile(name, _sheet("序号", "姓名", "性别", "联系电话", "养了几只鸡"))
    answer = client.post(reverse("fill"), {"form": form, "region": region})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def test_a_form_goes_in_and_comes_out_filled(known: None, client_of: Browsing) -> None:
    """The clerk hands in an empty form and takes it home with what the village already knows."""
    client = client_of(Role.VILLAGE_CLERK)
    address = _handed_in(client)

    content = client.get(f"{address}/file").content
    rows = list(openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].values)

    assert rows[2][1:4] == ("梁秋实", "男", "13800008000")


def test_the_page_says_how_much_is_missing(known: None, client_of: Browsing) -> None:
    """The page after filling opens with numbers, and names the columns nobody knows."""
    client = client_of(Role.VILLAGE_CLERK)

    text = client.get(_handed_in(client)).content.decode()

    assert "填好" in text
    assert "养了几只鸡" in text


def test_a_file_is_saved_never_opened_in_the_page(known: None, client_of: Browsing) -> None:
    """The filled form arrives as a download in a sandbox, under a name of ours."""
    client = client_of(Role.VILLAGE_CLERK)

    answer = client.get(f"{_handed_in(client)}/file")

    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_neighbours_form_is_not_there(known: None, client_of: Browsing, cast: dict[Role, object]) -> None:
    """Another village's filling answers like a number that was never given out."""
    _handed_in(client_of(Role.TOWN_CLERK))
    SentForm.objects.update(region=DONGTANG)
    client, number = client_of(Role.VILLAGE_CLERK), SentForm.objects.get().pk

    addresses = [reverse("filled", kwargs={"sent_id": each}) for each in (number, number + 1)]

    foreign, missing = (client.get(address) for address in addresses)

    assert foreign.status_code == missing.status_code == 404
    texts = [
        _TOKEN.sub("", each.content.decode()).replace(at, "")
        for each, at in zip((foreign, missing), addresses, strict=True)
    ]
    assert texts[0] == texts[1]


def test_a_neighbours_village_cannot_be_filled_for(known: None, client_of: Browsing) -> None:
    """Naming another village's code in the form gets a sentence and no file."""
    form = SimpleUploadedFile("核对表.xlsx", _sheet("序号", "姓名"))

    answer = client_of(Role.VILLAGE_CLERK).post(reverse("fill"), {"form": form, "region": DONGTANG})

    assert answer.status_code == 422
    assert "不在你的管辖范围内" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [("空.xlsx", b""), ("坏.xlsx", b"PK\x03\x04 broken"), ("..\\..\\evil\u202exslx.exe", b"MZ\x90")],
)
def test_a_bad_file_gets_a_sentence(known: None, client_of: Browsing, name: str, content: bytes) -> None:
    """An empty, broken or foreign file is refused on the same page in one sentence; nothing is kept."""
    answer = client_of(Role.VILLAGE_CLERK).post(
        reverse("fill"), {"form": SimpleUploadedFile(name, content), "region": QINGHE}
    )

    assert answer.status_code == 422
    assert "处要改" in answer.content.decode()
    assert not SentForm.objects.exists()


def test_an_officer_has_no_residents(known: None, client_of: Browsing) -> None:
    """A department's officer cannot fill forms out of villages' data."""
    assert client_of(Role.OFFICER).get(reverse("fill")).status_code == 403
