"""Who may import whom."""

import ast

import grimp
import pytest
from importlinter.cli import lint_imports
from tests.house.tree import ROOT, SOURCE, imported, modules, place, syntax

# What the engine may know of the world: words, numbers, days, containers. No disk, clock, chance, Django.
ENGINE_ALLOWED = frozenset(
    {
        "abc", "bisect", "calendar", "collections", "dataclasses", "datetime", "decimal", "enum",
        "fractions", "functools", "heapq", "itertools", "math", "operator", "re", "string", "types", "typing",
        "unicodedata", "pypinyin", "qingzhuang", "rapidfuzz",
    }
)  # fmt: skip
# The command line loads a room by its name, so that `--help` waits for nothing; nobody else may.
MAY_LOAD_BY_NAME = frozenset({"web/commands/main.py"})


def test_the_contracts_of_the_floors_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Floors, engine rooms, doors to writers, tables and Excel: every contract of .importlinter is kept."""
    monkeypatch.chdir(ROOT)

    assert lint_imports(no_cache=True, no_logo=True) == 0


def test_the_engine_imports_from_a_short_list() -> None:
    """The engine imports words, numbers, days and containers; nothing that knows a disk, a clock, Django."""
    strangers = [
        f"{place(path, node)} {name}"
        for path in modules("src/qingzhuang/engine")
        for node, name in imported(path)
        if name.partition(".")[0] not in ENGINE_ALLOWED
    ]

    assert strangers == []


def test_no_function_imports_anything() -> None:
    """Every import stands at the top of its module, so that no circle can hide in a function."""
    hidden = {
        place(path, node)
        for path in modules("src")
        for function in ast.walk(syntax(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }

    assert sorted(hidden) == []


def test_modules_form_no_circle() -> None:
    """Following imports from any module never leads back to it."""
    graph = grimp.build_graph("qingzhuang", cache_dir=None)
    unfinished = {module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}
    while leaves := {module for module, needs in unfinished.items() if not needs & unfinished.keys()}:
        unfinished = {module: needs for module, needs in unfinished.items() if module not in leaves}

    assert sorted(unfinished) == []


def test_only_the_command_line_loads_modules_by_name() -> None:
    """A module that is named in a string is no import a reader or a contract can see; one place does it."""
    loaders = [
        place(path, node)
        for path in modules("src")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Name | ast.Attribute)
        and (node.id if isinstance(node, ast.Name) else node.attr) in {"import_module", "__import__"}
        and path.relative_to(SOURCE).as_posix() not in MAY_LOAD_BY_NAME
    ]

    assert loaders == []
