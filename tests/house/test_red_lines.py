"""Red lines: what this product never does, and what never stands in its tree."""

import ast
import re

from tests.house.tree import ROOT, SOURCE, every_text, imported, modules, place, syntax

# 国办函〔2026〕12号 names these burdens of apps: check-in, points, ranking, time online.
WATCHING = re.compile(
    r"check_?in_?(?:time|count|point)|punch_?card|clock_?in\b|attendance_?score|ranking|leader_?board"
    r"|online_?(?:time|minutes|hours)|usage_?score|打卡|签到|积分|排名|在线时长",
    re.IGNORECASE,
)
INVENTED_REGION = "360999"  # no such county: 3609 is a real city, 99 none of its counties
PUBLISHED_EXAMPLES = frozenset({"11010519491231002X", "440524188001010014"})  # worked examples of GB 11643
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643, 1–17
PARTS_OF_THIS_TEST = "tests/house"


def test_nothing_watches_or_ranks_people() -> None:
    """No name in code or tables stands for check-in, points, ranking of people or time online."""
    watching = [
        f"{place(path, node)} {name}"
        for path in modules("src")
        for node in ast.walk(syntax(path))
        for name in [getattr(node, "name", None) or getattr(node, "id", None) or getattr(node, "attr", None)]
        if isinstance(name, str) and WATCHING.search(name)
    ]

    assert watching == []


def test_logs_never_hold_personal_data() -> None:
    """A logging call formats nothing in: its message is fixed, its arguments are counts and codes."""
    talkative = [
        place(path, node)
        for path in modules("src")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"debug", "info", "warning", "error", "exception", "critical"}
        and "log" in ast.unparse(node.func.value).lower()
        and not _says_codes_and_counts(node)
    ]

    assert talkative == []


def _says_codes_and_counts(call: ast.Call) -> bool:
    """A constant message, then only names of counts, codes and record ids (n_rows, code, import_id)."""
    if not call.args or not isinstance(call.args[0], ast.Constant):
        return False
    harmless = re.compile(r"(^|[._])(n_\w+|code|import_id|template_id|region|seconds|room|command)$")
    return all(harmless.search(ast.unparse(argument)) for argument in call.args[1:])


def test_no_identity_number_of_a_real_place_stands_in_the_tree() -> None:
    """Every valid 18-digit identity number written out is of the invented county, or a published example."""
    real = [
        f"{place(path)} {found[:6]}…"
        for path in every_text()
        for found in re.findall(
            r"(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])", path.read_text(encoding="utf-8")
        )
        if found.upper() not in PUBLISHED_EXAMPLES
        and not found.startswith(INVENTED_REGION)
        and _is_valid(found)
    ]

    assert real == []


def _is_valid(number: str) -> bool:
    """Whether birth date and check digit fit; written again: the product's code is not its own judge."""
    month, day = int(number[10:12]), int(number[12:14])
    remainder = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11
    return 1 <= month <= 12 and 1 <= day <= 31 and number[17].upper() == "10X98765432"[remainder]


def test_the_tree_speaks_of_no_machine() -> None:
    """No path of somebody's machine, no package host and no address in the network stands in the tree."""
    machine = re.compile(
        r"(?<![\w.])/(?:work|home|root|Users|tmp)/\w|pypi\.org|pythonhosted|registry\.npmjs|--(?:extra-)?index-url|find-links",
    )
    found = [
        f"{place(path)}: {match.group()}"
        for path in every_text()
        if not place(path).startswith(PARTS_OF_THIS_TEST)
        for match in [
            machine.search(
                path.read_text(encoding="utf-8")
                .replace("--no-emit-find-links", "")
                .replace("--no-emit-index-url", "")
            )
        ]
        if match
    ]

    assert found == []


def test_locks_pin_every_package_by_hash() -> None:
    """Every line of a lock names one version, and every version at least one hash; no host is named."""
    loose = []
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        entries = re.split(r"\n(?=[A-Za-z])", lock.read_text(encoding="utf-8").strip())
        loose += [
            f"{lock.name} {entry.splitlines()[0]}"
            for entry in entries
            if not entry.startswith("#") and not ("==" in entry.splitlines()[0] and "--hash=sha256:" in entry)
        ]

    assert loose == []


# It answers on a port and asks nobody anything: it looks whether the port is free before the server starts.
LISTENERS = frozenset({"src/qingzhuang/web/commands/serving.py"})


def test_nothing_leaves_the_intranet() -> None:
    """The product opens no connection of its own: no HTTP client is imported anywhere in it."""
    clients = {"urllib.request", "http.client", "requests", "httpx", "aiohttp", "socket", "smtplib", "ftplib"}
    callers = [
        f"{place(path, node)} {name}"
        for path in modules("src")
        for node, name in imported(path)
        if name in clients and not (name == "socket" and place(path) in LISTENERS)
    ]

    assert callers == []


def test_shared_material_stays_outside() -> None:
    """No spreadsheet, document or archive lies in the tree: tests draw their own."""
    binary = {".xlsx", ".xls", ".docx", ".doc", ".et", ".wps", ".pdf", ".zip", ".bin", ".sqlite3"}

    assert [
        place(path)
        for folder in (SOURCE, ROOT / "tests", ROOT / "docs")
        for path in folder.rglob("*")
        if path.suffix in binary
    ] == []
