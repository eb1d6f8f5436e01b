"""The command line from outside: the contract that others rely on."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from qingzhuang.engine.values.identity import identity_check_digit

pytestmark = pytest.mark.acceptance

PROGRAM = Path(sys.executable).with_name("qingzhuang")
REGION = "360999101205"


def id_number(born: str, order: int) -> str:
    """An invented identity number."""
    body = f"360999{born}{order:03d}"
    return body + identity_check_digit(body)


ZHANG = id_number("19500307", 1)


class House:
    """A data folder and the program on it."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.environment = environment
        self.folder = folder

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """One command as a process of its own."""
        return subprocess.run(
            [PROGRAM, *words],
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def json(self, *words: str | Path) -> Any:
        """The document a command prints with --json; nothing else may stand on stdout."""
        return json.loads(self.run(*words, "--json").stdout)

    def draw(self, name: str, rows: list[list[str | None]]) -> Path:
        """A workbook with these rows."""
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in rows:
            sheet.append(row)
        path = self.folder / name
        book.save(path)
        return path


@pytest.fixture
def house(child_environment: dict[str, str], tmp_path: Path) -> House:
    """An empty house."""
    return House(child_environment, tmp_path)


@pytest.fixture
def village(house: House) -> House:
    """A house with 青禾村 in it."""
    house.run("init", "--region", REGION, "--name", "青禾村")
    return house


def roster(house: House, *, name: str = "人口.xlsx") -> Path:
    """A roster of one good row and one whose number does not check."""
    wrong = ZHANG[:-1] + ("0" if ZHANG[-1] != "0" else "1")
    return house.draw(
        name,
        [
            ["姓名", "身份证号", "户号", "联系电话"],
            ["张三", ZHANG, "H1", "13800000001"],
            ["李四", wrong, "H1", None],
        ],
    )


def test_help_is_quick_and_names_every_command(house: House) -> None:
    """--help comes at once and shows all commands with a worked example."""
    took = min(_timed(house, "--help") for _ in range(3))
    page = house.run("--help").stdout

    assert took <= 0.3
    assert all(
        name in page for name in ("init", "import", "undo", "questions", "why", "recognise", "match", "fill")
    )
    assert "qingzhuang import 常住人口.xlsx" in page


@pytest.mark.parametrize(
    "command", ["init", "import", "undo", "questions", "why", "recognise", "match", "bind", "fill", "journal"]
)
def test_help_of_a_command_is_quick_and_has_an_example(house: House, command: str) -> None:
    """The help of a command never waits for Django, and shows how it is typed."""
    took = min(_timed(house, command, "--help") for _ in range(3))

    assert took <= 0.3
    assert f"qingzhuang {command} " in house.run(command, "--help").stdout


def _timed(house: House, *words: str) -> float:
    """Seconds a command takes."""
    begun = time.perf_counter()
    house.run(*words)
    return time.perf_counter() - begun


def test_import_answers_as_the_contract_says(village: House) -> None:
    """files: file, accepted, refused with sheet, row and reason, notes; exit code 0 with refused rows."""
    path = roster(village)

    done = village.run("import", path, "--region", REGION, "--source", "村委会", "--json")

    file = json.loads(done.stdout)["files"][0]
    assert done.returncode == 0
    assert file["file"].endswith("人口.xlsx")
    assert file["accepted"] == 1
    assert [(row["sheet"], row["row"], bool(row["reason"])) for row in file["refused"]] == [
        ("Sheet", 3, True)
    ]
    assert isinstance(file["notes"], list)


def test_a_bad_file_among_good_ones_is_exit_code_two(village: House) -> None:
    """The good file is kept, the bad one has `error`, the exit code is 2."""
    bad = village.folder / "坏.xlsx"
    bad.write_bytes(b"not a workbook")

    done = village.run("import", roster(village), bad, "--region", REGION, "--source", "村委会", "--json")

    files = json.loads(done.stdout)["files"]
    assert done.returncode == 2
    assert [("error" in file, file["accepted"]) for file in files] == [(False, 1), (True, 0)]


def test_why_tells_file_and_row(village: House) -> None:
    """R-STO-10: why PERSON ELEMENT names source, file and row."""
    village.run("import", roster(village), "--region", REGION, "--source", "村委会")

    claim = village.json("why", "张三", "联系电话")["people"][0]["claims"][0]

    assert (claim["value"], claim["source"], claim["file"], claim["row"]) == (
        "13800000001",
        "村委会",
        "人口.xlsx",
        2,
    )


def test_undo_takes_the_number_import_gave(village: House) -> None:
    """R-IMP-09: undo IMPORT with the number of the import's answer."""
    taken = village.json("import", roster(village), "--region", REGION, "--source", "村委会")["files"][0]

    assert village.run("undo", str(taken["import"])).returncode == 0
    assert village.run("why", "张三", "联系电话").returncode == 2


@pytest.mark.parametrize(
    "words",
    [
        ["imprt"],
        ["import"],
        ["import", "x.xlsx", "--region", REGION],
        ["import", "x.xlsx", "--region", "12", "--source", "村委会"],
        ["import", "x.xlsx", "--region", "360999101206", "--source", "村委会"],
        ["import", "x.xlsx", "--region", REGION, "--source", "村委会", "--as-of", "昨天"],
        ["undo", "7"],
        ["undo", "x"],
        ["why", "没有这个人", "联系电话"],
        ["questions", "--answer", "1"],
        ["bench", "nosuch"],
        ["recognise", "nosuch.xlsx"],
        ["init", "--region", REGION, "--name", "青禾村", "--nosuch"],
    ],
)
def test_wrong_use_is_one_chinese_sentence(village: House, words: list[str]) -> None:
    """Wrong use and refusals: exit code 2, one sentence in Chinese, no trace of a program."""
    done = village.run(*words)

    said = (done.stderr + done.stdout).strip()
    assert done.returncode == 2
    assert len(said.splitlines()) == 1
    assert any("\u4e00" <= letter <= "\u9fff" for letter in said)
    assert "Traceback" not in said


def test_a_refusal_with_json_is_json(village: House) -> None:
    """With --json a refusal is a document with `error` on stdout, the sentence on stderr."""
    done = village.run("undo", "7", "--json")

    assert json.loads(done.stdout)["error"] == done.stderr.strip()


def test_recognise_and_match_need_no_house(house: House) -> None:
    """Reading forms and labels makes no data folder."""
    path = house.draw("表.xlsx", [["姓名", "身份证号", "联系电话"], [None, None, None]])

    form = house.json("recognise", path)
    labels = house.json("match", "联系电话", "监护人姓名")

    assert {"name", "kind", "fields"} <= set(form["sheets"][0])
    assert [label["label"] for label in labels] == ["联系电话", "监护人姓名"]
    assert labels[0]["element"] == "person.phone"
    assert not (house.folder / "home").exists()


def test_several_forms_are_a_list(house: House) -> None:
    """
    Recognise of one file is an object, of several a list; an unreadable one has `error` and
    exit code 2.
    """
    path = house.draw("表.xlsx", [["姓名", "身份证号"], [None, None]])

    done = house.run("recognise", path, house.folder / "nosuch.xlsx", "--json")

    answers = json.loads(done.stdout)
    assert done.returncode == 2
    assert ["error" in answer for answer in answers] == [False, True]


def test_a_taught_label_is_used(village: House) -> None:
    """R-STO-08: bind once, and match --issuer knows it."""
    village.run("bind", "本人热线", "联系电话", "--issuer", "县残联")

    assert village.json("match", "本人热线", "--issuer", "县残联")[0]["binding"] == "auto"


def test_a_label_taught_otherwise_is_asked_again(village: House) -> None:
    """R-MAT-09: bind says when an answer contradicts the one before, and the label is no longer bound."""
    village.run("bind", "本人热线", "联系电话", "--issuer", "县残联")

    assert village.json("bind", "本人热线", "姓名", "--issuer", "县残联")["is_settled"] is False
    assert village.json("match", "本人热线", "--issuer", "县残联")[0]["binding"] != "auto"


def test_the_data_folder_is_its_owners_alone(house: House) -> None:
    """R-STO-12: nobody else may look into the data folder or a file in it, though it was open before."""
    home = house.folder / "home"
    home.mkdir(mode=0o755)
    (home / "qingzhuang.sqlite3").touch(mode=0o644)

    house.run("init", "--region", REGION, "--name", "青禾村")

    assert {path.name for path in home.iterdir()} >= {"qingzhuang.sqlite3", "journal.anchors"}
    assert [path.name for path in (home, *home.iterdir()) if path.stat().st_mode & 0o077] == []
