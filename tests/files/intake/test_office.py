"""LibreOffice at work: bounded, alone, without a network; and back to .xls."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.files.intake.olddrawn import new_form, old_form

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.intake import office
from qingzhuang.files.intake.reading import read_workbook

LINKS = """<html><head><link rel="stylesheet" href="{0}/a.css"><base href="{0}/"></head>
<body background="{0}/b.png"><table background="{0}/c.png"><tr><td>姓名<img src="{0}/d.png">
<img src="file:///usr/share/pixmaps/debian-logo.png"></td><td>=WEBSERVICE("{0}/e")</td></tr></table>
<iframe src="{0}/f"></iframe><object data="{0}/g"></object><a href="{0}/h">x</a></body></html>"""
ASLEEP = "#!/bin/sh\nsleep 60 & sleep 60\n"
GREEDY = """#!/bin/sh
python3 -c 'import time
x = []
for _ in range(60):
    x.append(bytearray(10 << 20))
    time.sleep(.02)
time.sleep(60)' & wait
"""
BUSY = "#!/bin/sh\nwhile :; do :; done\n"
SLOW = """#!/bin/sh
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep .2; : $(seq 20000); done
for last; do :; done
mkdir "$(dirname "$last")/out"
echo done > "$(dirname "$last")/out/in.xlsx"
"""


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on loopback, and what was asked of it."""
    requests: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        """Notes every request."""

        def do_GET(self) -> None:
            """Any request."""
            requests.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 (names of the standard library)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", requests
    server.shutdown()
    server.server_close()


@pytest.fixture
def instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program that stands in LibreOffice's place; its text is to be written."""
    path = tmp_path / "soffice"
    path.write_text(ASLEEP, encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: path)
    yield path


def children_of(program: Path) -> list[int]:
    """Processes that still run this program."""
    found = subprocess.run(["pgrep", "-f", str(program)], capture_output=True, text=True, check=False)
    return [int(pid) for pid in found.stdout.split()]


def test_a_conversion_that_does_not_end_is_ended_with_all_its_children(instead: Path) -> None:
    """R-OFC-06: when time is up the whole group of processes is killed, and a sentence is said."""
    started = time.monotonic()
    with pytest.raises(RefusedError) as refused:
        office.as_xlsx(b"x", suffix=".xls", reader="MS Excel 97", seconds=0.5)

    assert refused.value.problem.code is FilesCode.OFFICE_TOO_LONG
    assert time.monotonic() - started < 5
    assert children_of(instead) == []


def test_a_conversion_that_takes_too_much_memory_is_ended(instead: Path) -> None:
    """R-OFC-06: above 512 MB it is killed at once, long before its time is up."""
    instead.write_text(GREEDY, encoding="utf-8")
    started = time.monotonic()
    with pytest.raises(RefusedError) as refused:
        office.as_xlsx(b"x", suffix=".xls", reader="MS Excel 97", seconds=30)

    assert refused.value.problem.code is FilesCode.OFFICE_TOO_LONG
    assert time.monotonic() - started < 15


def test_a_conversion_that_works_without_end_is_ended(instead: Path) -> None:
    """R-OFC-06: who takes more of the processor than a file is given is ended."""
    instead.write_text(BUSY, encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        office.as_xlsx(b"x", suffix=".xls", reader="MS Excel 97", seconds=1)

    assert refused.value.problem.code is FilesCode.OFFICE_TOO_LONG
    assert children_of(instead) == []


def test_a_busy_machine_spoils_no_conversion(instead: Path) -> None:
    """R-OFC-06: who works slowly, because others work too, is given more time by the clock."""
    instead.write_text(SLOW, encoding="utf-8")

    assert office.as_xlsx(b"x", suffix=".xls", reader="MS Excel 97", seconds=3) == b"done\n"


def test_a_program_that_writes_nothing_is_a_sentence(instead: Path) -> None:
    """R-OFC-06: a conversion without a result is said as a file that cannot be opened."""
    instead.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")

    with pytest.raises(RefusedError) as refused:
        office.as_xlsx(b"x", suffix=".xls", reader="MS Excel 97")

    assert refused.value.problem.code is FilesCode.OFFICE_FAILED


def test_nothing_is_left_behind(instead: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """R-OFC-06: profile, copy and result are gone afterwards, whatever happened."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    with pytest.raises(RefusedError):
        office.as_xlsx(b"x", suffix=".xls", reader="MS Excel 97", seconds=0.3)

    assert list(folder.iterdir()) == []


def test_the_program_sees_nothing_of_our_surroundings(
    instead: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """R-OFC-06: data folder, database and proxies of this process are unknown to it; its input is closed."""
    told = tmp_path / "told"
    instead.write_text(f"#!/bin/sh\nenv > {told}\ncat >> {told}\n", encoding="utf-8")
    monkeypatch.setenv("QINGZHUANG_HOME", "/somewhere")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with pytest.raises(RefusedError):
        office.as_xlsx(b"x", suffix=".xls", reader="MS Excel 97")

    assert {line.partition("=")[0] for line in told.read_text(encoding="utf-8").splitlines()} <= {
        *(
            "PATH",
            "HOME",
            "TMPDIR",
            "LANG",
            "SAL_USE_VCLPLUGIN",
            "MALLOC_ARENA_MAX",
            "PWD",
            "OLDPWD",
            "SHLVL",
            "_",
        )
    }


@pytest.mark.office
class TestWithLibreOffice:
    """Conversions by LibreOffice itself."""

    pytestmark = pytest.mark.office

    @pytest.mark.parametrize("words", [None, ()], ids=["without network", "by its settings alone"])
    @pytest.mark.parametrize("suffix", [".html", ".xls"])
    def test_nothing_is_fetched(
        self,
        asked: tuple[str, list[str]],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        words: tuple[str, ...] | None,
        suffix: str,
    ) -> None:
        """R-OFC-06: pictures, styles, frames and formulas of a page ask nobody for anything, even unclean."""
        address, requests = asked
        if words is not None:
            monkeypatch.setattr(office, "_without_network", lambda: words)
        page = LINKS.format(address).encode()
        if suffix == ".xls":
            path = tmp_path / "名单.xls"
            path.write_bytes(page)
            assert "姓名" in read_workbook(path).sheets[0].at(1, 1).text
        else:
            office.as_xlsx(page, suffix=".html", reader="HTML (StarCalc)")

        assert requests == []

    def test_an_old_workbook_keeps_its_means(self) -> None:
        """R-OFC-20: what is written as .xls is an old workbook; same content, same bytes."""
        first = old_form()
        second = office.as_xls(new_form())

        assert first.startswith(bytes.fromhex("d0cf11e0"))
        assert first == second


def test_the_group_is_named_by_a_child_that_is_not_yet_reaped() -> None:
    """R-OFC-06: looking whether a child has ended leaves it to be reaped, so its number stays its own."""
    with subprocess.Popen(["true"]) as child:
        while not office._has_ended(child.pid):
            time.sleep(0.01)

        assert Path(f"/proc/{child.pid}").exists()
        os.kill(child.pid, signal.SIGKILL)
