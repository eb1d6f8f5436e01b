"""The commands that take a county's own lists: regions, offices, accounts."""

import json
import re
import stat
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from tests.cast import make_places

from qingzhuang.store.models import Account, Office, Region
from qingzhuang.web.commands.main import main

pytestmark = pytest.mark.database
REGIONS = "区划代码,名称\n360999000000,青禾县\n360999101000,柳河镇\n360999101205,青禾村\n"
OFFICES = "单位代码,单位名称,类别,区划代码\nzjj,县住建局,部门,360999000000\n"
PEOPLE = "账号,姓名,单位,岗位\nzjj-02,冯小暑,县住建局,部门经办人\n"


@pytest.fixture(autouse=True)
def fast_hasher(settings: Settings) -> None:
    """A hasher that costs a test no time."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database of the test is open already."""
    monkeypatch.setattr("qingzhuang.config.start.open_house", lambda: None)


def listed(folder: Path, text: str) -> str:
    """A list in a file."""
    path = folder / "名单.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_new_house_gets_regions_offices_and_people(tmp_path: Path) -> None:
    """R-ORG-03: three lists in a row and the first administrator's county can sign in; passwords are 0600."""
    out = tmp_path / "首次口令.csv"
    codes = [
        main(["regions", "import", listed(tmp_path, REGIONS)]),
        main(["offices", "import", listed(tmp_path, OFFICES)]),
        main(["accounts", "import", listed(tmp_path, PEOPLE), "--out", str(out)]),
    ]
    found = re.search(r"[a-z]{4,}(?:-[a-z]{4,}){3}", out.read_text("utf-8-sig"))

    assert codes == [0, 0, 0]
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert found is not None
    assert Account.objects.get(name="zjj-02").check_password(found[0])


def test_the_password_is_not_on_the_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """R-ORG-09: stdout and stderr say how many and where, never a password."""
    make_places()
    main(["accounts", "import", listed(tmp_path, PEOPLE), "--out", str(tmp_path / "o.csv")])
    said = capsys.readouterr()

    assert "开好 1 个账号" in said.out
    assert not re.search(r"[a-z]{4,}(?:-[a-z]{4,}){3}", said.out + said.err)


def test_a_dry_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """R-ORG-03: --dry-run says what would be and leaves no region."""
    code = main(["regions", "import", listed(tmp_path, REGIONS), "--dry-run", "--json"])

    assert code == 0
    assert len(json.loads(capsys.readouterr().out)["opened"]) == 3
    assert not Region.objects.exists()


def test_every_bad_line_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """R-ORG-03: exit code 2, a sentence for each bad line, nothing written."""
    code = main(["regions", "import", listed(tmp_path, f"{REGIONS}123,短村\n360999101206,\n")])
    said = capsys.readouterr().err

    assert code == 2
    assert "第 5 行" in said
    assert "第 6 行" in said
    assert not Region.objects.exists()


def test_an_out_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    """R-ORG-09: somebody's sheet of passwords is not lost to another; nobody is opened."""
    make_places()
    out = tmp_path / "o.csv"
    out.write_text("别的", encoding="utf-8")
    code = main(["accounts", "import", listed(tmp_path, PEOPLE), "--out", str(out)])

    assert (code, out.read_text("utf-8")) == (2, "别的")
    assert not Account.objects.exists()


@pytest.mark.parametrize(
    "words", [["accounts", "import", "没有.csv", "--out", "x"], ["accounts", "import", "没有.csv"]]
)
def test_a_missing_file_or_out_is_one_sentence(words: list[str]) -> None:
    """R-ORG-03: without the list, or without saying where passwords go, nothing happens, exit code 2."""
    assert main(words) == 2


def test_an_office_list_names_its_bad_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """R-ORG-07: an unknown kind is said with its line, no office is opened."""
    make_places()
    n_before = Office.objects.count()
    code = main(
        ["offices", "import", listed(tmp_path, OFFICES.replace("部门", "科室").replace("zjj", "lyj"))]
    )

    assert (code, Office.objects.count()) == (2, n_before)
    assert "第 2 行" in capsys.readouterr().err
