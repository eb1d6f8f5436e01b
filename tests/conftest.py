"""The cast, and a database for those who need one."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from qingzhuang.store.actors import Actor

QINGHE = "360999101205"  # Zhang's village, 青禾村
DONGTANG = "360999101206"  # Li's village, 东塘村: Zhang must never see it, nor Li 青禾村
TOWN = "360999101"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """
    A test marked `database` gets one: SQLite in a file, or what DATABASE_URL names (make test
    runs both).
    """
    for item in items:
        if item.get_closest_marker("database"):
            item.add_marker(pytest.mark.django_db)


# Programs a user's machine may lack, by marker, each with what installs it.
PROGRAMS = {
    "office": ("soffice", "libreoffice-calc-nogui libreoffice-writer-nogui"),
    "zzuf": ("zzuf", "zzuf"),
    "poppler": ("pdftotext", "poppler-utils"),
    "browser": ("chromium", "chromium"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test whose program is missing is skipped and says how to get it; where all must be there it fails."""
    for marker, (program, packages) in PROGRAMS.items():
        if item.get_closest_marker(marker) and shutil.which(program) is None:
            said = f"{program} is missing: sudo apt-get install {packages}"
            if os.environ.get("NOTHING_MAY_BE_MISSING"):
                pytest.fail(said, pytrace=False)
            pytest.skip(said)


@pytest.fixture(scope="session", autouse=True)
def signing_key() -> None:
    """A key that signs cookies: the tests' own house has no data folder to keep one in."""
    django_settings.SECRET_KEY = "a key of the tests, forty characters and more of it"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """SQLite in a real file: WAL and durability are those of the product, not those of memory."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: object, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own for every test; nothing is ever written to ./var."""
    folder = tmp_path / "home"
    monkeypatch.setenv("QINGZHUANG_HOME", str(folder))
    settings.HOME = folder  # type: ignore[attr-defined]
    settings.DATABASE_FILE = folder / "qingzhuang.sqlite3"  # type: ignore[attr-defined]
    settings.JOURNAL_ANCHORS = folder / "journal.anchors"  # type: ignore[attr-defined]
    return folder


@pytest.fixture
def child_environment(home: Path) -> dict[str, str]:
    """The environment for a command run as a process of its own: this test's data folder, SQLite."""
    keep = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    }
    return keep | {"QINGZHUANG_HOME": str(home)}


@pytest.fixture
def zhang() -> Actor:
    """Village clerk of 青禾村."""
    return Actor("zhang", (QINGHE,))


@pytest.fixture
def li() -> Actor:
    """Village clerk of 东塘村; must never see 青禾村."""
    return Actor("li", (DONGTANG,))


@pytest.fixture
def wang() -> Actor:
    """Of the township: sees both villages."""
    return Actor("wang", (TOWN,))


@pytest.fixture
def auditor() -> Actor:
    """Looks after the whole house."""
    return Actor("auditor", ("",))
