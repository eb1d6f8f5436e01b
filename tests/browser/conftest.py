"""A real server with the demo's county, and a real browser before it."""

import csv
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser.smaller import smaller

PROGRAM = Path(sys.executable).with_name("qingzhuang")
CHROMIUM = "/usr/bin/chromium"
# A closed network: no look-ups in the background, no profile of anybody's.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=zh-CN",
]
OFFICE_PC = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
_PATIENCE = 15_000  # milliseconds until a step counts as failed


@dataclass(frozen=True)
class House:
    """The demo's county behind a server. address: of the server. folder: with the files the demo drew."""

    address: str
    folder: Path
    passwords: dict[str, str]


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The demo played once by its own commands, and `qingzhuang serve` as a process of its own."""
    home = tmp_path_factory.mktemp("county")
    keep = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "QINGZHUANG_HOME")
    }
    played = subprocess.run(
        [PROGRAM, "demo", "--no-serve"],
        env=keep | {"QINGZHUANG_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert played.returncode == 0, played.stderr
    folder = home / "demo"
    environment = keep | {"QINGZHUANG_HOME": str(folder), "QINGZHUANG_PROFILE": "demo"}
    log = home / "server.log"
    with log.open("w") as said:
        server = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0"], env=environment, stderr=said, stdout=said
        )
        try:
            yield House(_address(server, log), folder, _passwords(folder))
        finally:
            server.terminate()
            server.wait(timeout=20)


def _address(server: "subprocess.Popen[bytes]", log: Path) -> str:
    """Where the server answers, as it says itself."""
    for _ in range(300):
        found = re.search(r"http://127\.0\.0\.1:\d+", log.read_text())
        if found and _answers(found.group()):
            return found.group()
        assert server.poll() is None, log.read_text()
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def _answers(address: str) -> bool:
    """Whether the sign-in page comes."""
    try:
        with urllib.request.urlopen(f"{address}/login", timeout=5) as answer:  # a server of our own
            return bool(answer.status == 200)
    except OSError:
        return False


def _passwords(folder: Path) -> dict[str, str]:
    """Account → first password, as the demo's slip has them."""
    with (folder / "首次口令.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["账号"]: row["首次口令"] for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """
    Debian's Chromium, without a screen; one for each file.

    While it runs, Playwright keeps an event loop in this thread, and Django refuses its database there: a
    browser that outlived its file would break the tests that come after it in the same process.
    """
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


Entering = Callable[..., Page]
Picturing = Callable[[Page, str], None]


class Visits:
    """Everybody who has come in by the form, each with a browser window of their own."""

    def __init__(self, browser: Browser, house: House) -> None:
        """browser: the one that is running. house: the server they come to."""
        self.browser, self.house = browser, house
        self.contexts: list[BrowserContext] = []

    def window(self, *, viewport: dict[str, int] = OFFICE_PC, has_scripts: bool = True) -> Page:
        """A window of somebody nobody knows."""
        context = self.browser.new_context(
            viewport=viewport,  # type: ignore[arg-type]  # a size is a size
            java_script_enabled=has_scripts,
            locale="zh-CN",
            accept_downloads=True,
        )
        context.set_default_timeout(_PATIENCE)
        self.contexts.append(context)
        return context.new_page()

    def enter(self, account: str, *, viewport: dict[str, int] = OFFICE_PC, has_scripts: bool = True) -> Page:
        """Sign somebody in by the form, as a person does; comes back: their page."""
        page = self.window(viewport=viewport, has_scripts=has_scripts)
        page.goto(f"{self.house.address}/login")
        page.get_by_label("账号").fill(account)
        page.get_by_label("口令").fill(self.house.passwords[account])
        page.get_by_role("button", name="登录").click()
        page.wait_for_url(f"{self.house.address}/")
        return page

    def leave(self) -> None:
        """Close every window."""
        for context in self.contexts:
            context.close()


@pytest.fixture
def visits(house: House, browser: Browser) -> Iterator[Visits]:
    """The windows of one test."""
    came = Visits(browser, house)
    yield came
    came.leave()


@pytest.fixture(scope="module")
def story(house: House, browser: Browser) -> Iterator[Visits]:
    """The windows of what several tests look back on."""
    came = Visits(browser, house)
    yield came
    came.leave()


@pytest.fixture
def enter(visits: Visits) -> Entering:
    """`Visits.enter`: sign somebody in."""
    return visits.enter


@pytest.fixture(scope="session")
def picture() -> Picturing:
    """Keep what a page shows as docs/pictures/<name>.png where PICTURES=1 is set; else nothing is written."""
    is_wanted = os.environ.get("PICTURES") == "1"

    def kept(page: Page, name: str) -> None:
        if is_wanted:
            PICTURES.mkdir(parents=True, exist_ok=True)
            page.evaluate("scrollTo(0, 0)")
            (PICTURES / f"{name}.png").write_bytes(smaller(page.screenshot()))

    return kept
