"""Every page of every menu: for screen readers, for large text, on a phone, on an intranet."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browser.conftest import OFFICE_PC, PHONE, Entering, House

pytestmark = [pytest.mark.browser, pytest.mark.acceptance]

ACCOUNTS = ["zhoucun", "wangge", "chenzhen", "wubumen", "liushen", "qinzhu", "shenji", "xitong"]
# WCAG 2.2 A and AA (UX.md §1.2); colour and structure both.
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
# Pages behind those of the menus, of what the demo handed in (its third application still waits).
DEEPER = {
    "wubumen": ("applications/2", "applications/2/columns", "applications/2/look"),
    "liushen": ("reviews/3", "reviews/3/opinion", "reviews/3/villages", "reviews/3/offices", "meetings/new"),
    "xitong": ("people/new", "people/list", "offices/new", "regions/list"),
    "shenji": ("audit/check", "audit/export", "audit/1"),
    "zhoucun": ("lists/changes", "areas/360999101205", "size"),
}
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Links inside sentences are exempt (WCAG 2.2 2.5.8); everything else a thumb must hit.
_PRESSED = "button, .c-btn, .c-nav a, .c-menu summary, input, select, textarea"
_SMALL = """pressed => [...document.querySelectorAll(pressed)]
  .filter(e => e.offsetParent !== null && !['hidden', 'radio', 'checkbox'].includes(e.type))
  .filter(e => e.getBoundingClientRect().height < 43.5)
  .map(e => e.outerHTML.slice(0, 90))"""


def _menu(page: Page) -> list[str]:
    """Addresses of everything in the person's menu."""
    links = page.locator("nav.c-nav a").evaluate_all("links => links.map(each => each.href)")
    return list(dict.fromkeys(links))


def _faults(page: Page) -> list[str]:
    """What axe finds, as `rule: where`."""
    found = Axe().run(page, options=_RULES).response["violations"]
    return [f"{page.url} {each['id']}: {node['html'][:100]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("account", ACCOUNTS)
@pytest.mark.parametrize("size", ["s", "xx"])
def test_screen_readers_find_nothing_wrong(house: House, enter: Entering, account: str, size: str) -> None:
    """Axe finds no violation on any page of this person's menu, in the smallest and the largest text."""
    page = enter(account)
    page.context.add_cookies([{"name": "size", "value": size, "url": house.address}])
    faults = []
    for address in _menu(page):
        page.goto(address)
        faults += _faults(page)

    assert faults == []


@pytest.mark.parametrize("account", DEEPER)
def test_the_pages_behind_are_sound_too(house: House, enter: Entering, account: str) -> None:
    """What stands behind the menu is there, has no fault that axe finds, and does not scroll sideways."""
    page = enter(account)
    faults = []
    for path in DEEPER[account]:
        answered = page.goto(f"{house.address}/{path}")
        assert answered is not None
        faults += [] if answered.ok else [f"{path}: {answered.status}"]
        faults += _faults(page)
        page.set_viewport_size({"width": 341, "height": 768})
        faults += [f"{path} is wider"] if page.evaluate(_WIDER) > 0 else []
        page.set_viewport_size(OFFICE_PC)  # type: ignore[arg-type]

    assert faults == []


@pytest.mark.parametrize("account", ACCOUNTS)
def test_nothing_runs_off_the_screen(house: House, enter: Entering, account: str) -> None:
    """At 1366×768, on a phone and at 400 % zoom (a window 341 wide), no page scrolls sideways."""
    page = enter(account)
    wide = []
    for address in _menu(page):
        for width in (OFFICE_PC["width"], PHONE["width"], 341):
            page.set_viewport_size({"width": width, "height": 768})
            page.goto(address)
            if page.evaluate(_WIDER) > 0:
                wide.append(f"{address} at {width}")

    assert wide == []


@pytest.mark.parametrize("account", ["zhoucun", "wangge", "chenzhen"])
def test_a_thumb_hits_every_button(house: House, enter: Entering, account: str) -> None:
    """On a phone everything to press or type into is at least 44 px high (工信部 适老化)."""
    page = enter(account)
    small = []
    for address in _menu(page):
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        page.goto(address)
        small += [f"{address} {each}" for each in page.evaluate(_SMALL, _PRESSED)]

    assert small == []


@pytest.mark.parametrize("account", ACCOUNTS)
def test_nothing_is_asked_of_the_outside(house: House, enter: Entering, account: str) -> None:
    """Every request goes to this server, none is refused by the content policy, no script fails."""
    page = enter(account)
    outside: list[str] = []
    page.on(
        "request",
        lambda asked: outside.append(asked.url) if not asked.url.startswith(house.address) else None,
    )
    page.on("console", lambda said: outside.append(said.text) if said.type == "error" else None)
    for address in _menu(page):
        page.goto(address)

    assert outside == []
