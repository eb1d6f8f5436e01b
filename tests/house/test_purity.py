"""What the engine may not reach for, and how it is tested."""

import ast

from tests.house.tree import functions, modules, place, syntax

OUTSIDE = frozenset({"open", "input", "print", "exec", "eval", "compile", "breakpoint"})
OF_THE_CLOCK = frozenset({"now", "today", "utcnow", "fromtimestamp"})


def test_the_engine_asks_no_clock() -> None:
    """Days reach the engine as arguments; it never asks what day it is."""
    asked = [
        place(path, node)
        for path in modules("src/qingzhuang/engine")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in OF_THE_CLOCK
    ]

    assert asked == []


def test_the_engine_opens_nothing_and_prints_nothing() -> None:
    """Values go in, values come out."""
    reached = [
        f"{place(path, node)} {node.func.id}"
        for path in modules("src/qingzhuang/engine")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OUTSIDE
    ]

    assert reached == []


def test_the_engine_is_tested_without_mocks() -> None:
    """A pure function needs no stand-in: its tests hand it values."""
    stand_ins = [
        f"{place(path, node)} {word}"
        for path in modules("tests/engine")
        for node in ast.walk(syntax(path))
        for word in [getattr(node, "id", None) or getattr(node, "attr", None) or getattr(node, "arg", None)]
        if word in {"mock", "Mock", "MagicMock", "patch", "monkeypatch", "mocker"}
    ]

    assert stand_ins == []


def test_values_of_the_engine_never_change() -> None:
    """Every dataclass the engine hands out is frozen and slotted: a change is a new value."""
    loose = [
        f"{place(path, node)} {node.name}"
        for path in modules("src/qingzhuang/engine")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ClassDef)
        and not node.name.startswith("_")  # private: one function's working paper
        for decorator in node.decorator_list
        if "dataclass" in ast.unparse(decorator) and not _is_frozen_and_slotted(decorator)
    ]

    assert loose == []


def _is_frozen_and_slotted(decorator: ast.expr) -> bool:
    if not isinstance(decorator, ast.Call):
        return False
    said = {keyword.arg: ast.unparse(keyword.value) for keyword in decorator.keywords}
    return said.get("frozen") == "True" and said.get("slots") == "True"


def test_no_default_is_shared_between_calls() -> None:
    """A default argument is a value that cannot change: no list, dict or set stands in a signature."""
    shared = [
        f"{place(path, default)} {function.name}"
        for path in modules("src")
        for function in functions(path)
        for default in [*function.args.defaults, *function.args.kw_defaults]
        if isinstance(default, ast.List | ast.Set) or (isinstance(default, ast.Dict) and default.keys)
    ]

    assert shared == []
