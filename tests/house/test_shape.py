"""Names, sizes and shapes of files, rooms, classes and tables."""

import ast

from tests.house.tree import ROOT, SOURCE, every_file, functions, modules, place, syntax

EMPTY_NAMES = frozenset(
    {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "service"}
)
# The twelve verbs and what stands below or beside them (ARCHITECTURE.md); a new room is a decision.
ROOMS = {
    "engine": frozenset(
        "problems values calendar catalogue read collect link know fill report schedule prune whistle rate"
        " measure admit".split()
    ),
    "files": frozenset("packages workbooks documents intake print lists reference examples".split()),
    "store": frozenset("models queries writers migrations gate convert".split()),
    "web": frozenset("pages phone api commands middleware templates static".split()),
}


def test_files_stay_short() -> None:
    """No Python file of ours is longer than 300 lines."""
    too_long = [
        f"{place(path)} {n_lines}"
        for folder in ("src", "tests", "bench")
        for path in modules(folder)
        if (n_lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    ]

    assert too_long == []


def test_every_file_says_what_it_is_for_by_its_name() -> None:
    """No file or folder is called utils, helpers, common, misc, manager or service."""
    nameless = [
        place(path) for path in every_file() if EMPTY_NAMES & {*path.relative_to(ROOT).parts[:-1], path.stem}
    ]

    assert nameless == []


def test_rooms_carry_agreed_names() -> None:
    """A folder below a floor is one of the rooms of ARCHITECTURE.md."""
    strangers = [
        f"{floor}/{folder.name}"
        for floor, rooms in ROOMS.items()
        if (SOURCE / floor).is_dir()
        for folder in (SOURCE / floor).iterdir()
        if folder.is_dir() and any(folder.glob("**/*.py")) and folder.name not in rooms
    ]

    assert strangers == []


def test_no_room_is_an_empty_shell() -> None:
    """A package holds something besides its own name: rooms are built when there is work in them."""
    shells = [
        place(path)
        for path in modules("src")
        if path.name == "__init__.py"
        and not any(
            other != path and other.is_file() and other.suffix != ".pyc" for other in path.parent.rglob("*")
        )
    ]

    assert shells == []


def test_nothing_happens_behind_the_back() -> None:
    """No Django signals: who reads an action sees everything it does."""
    signals = [
        place(path, node)
        for path in modules("src")
        for node in ast.walk(syntax(path))
        if (isinstance(node, ast.ImportFrom) and "signals" in (node.module or ""))
        or (isinstance(node, ast.Name | ast.Attribute) and "post_save" in ast.unparse(node))
    ]

    assert signals == []


def test_state_is_told_by_times() -> None:
    """No table and no value has a status or state field: times and decisions tell it (docs/decisions)."""
    fields = [
        place(path, node)
        for path in modules("src")
        for holder in ast.walk(syntax(path))
        if isinstance(holder, ast.ClassDef)
        for node in holder.body
        for target in _targets(node)
        if target in {"status", "state"} or target.endswith(("_status", "_state"))
    ]

    assert fields == []


def _targets(node: ast.stmt) -> list[str]:
    """Names a statement in a class body assigns or declares."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return []


def test_only_one_django_app_has_tables() -> None:
    """Tables are declared in store/models and nowhere else."""
    elsewhere = [
        f"{place(path, node)} {node.name}"
        for path in modules("src")
        if not path.is_relative_to(SOURCE / "store" / "models")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ClassDef) and any("models.Model" in ast.unparse(base) for base in node.bases)
    ]

    assert elsewhere == []


def test_nobody_swallows_errors() -> None:
    """No bare except, and none that catches everything."""
    swallowing = [
        place(path, node)
        for folder in ("src", "tests", "bench")
        for path in modules(folder)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    ]

    assert swallowing == []


def test_functions_return_soon() -> None:
    """No function is longer than 60 lines, its docstring not counted (aim 10, most under 30)."""
    long = [
        f"{place(path, function)} {function.name} {n_lines}"
        for path in modules("src")
        for function in functions(path)
        if (n_lines := _body_length(function)) > 60
    ]

    assert long == []


def _body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
