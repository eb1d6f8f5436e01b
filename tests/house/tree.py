"""The tree as the house rules see it: modules, functions and texts that the project itself wrote."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "qingzhuang"
TEXT_SUFFIXES = frozenset(
    {".py", ".md", ".toml", ".txt", ".csv", ".yml", ".svg", ".in", ".json", ".cfg", ".html", ".css", ".js"}
)
NOT_OURS = frozenset(
    {".git", ".venv", "var", "build", "dist", "node_modules", "__pycache__", "vendor", "qingzhuang.egg-info"}
)


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or path.name.endswith("_cache"):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


@cache
def every_file() -> tuple[Path, ...]:
    """Every file below the repository's root; environments, caches and data folders left out."""
    return tuple(_walk(ROOT))


@cache
def every_text() -> tuple[Path, ...]:
    """Every file that people read or write as text."""
    named = {"Makefile", "LICENSE", "run", ".importlinter", ".gitignore"}
    return tuple(path for path in every_file() if path.suffix in TEXT_SUFFIXES or path.name in named)


@cache
def modules(folder: str) -> tuple[Path, ...]:
    """Every Python file below a folder of the repository, migrations (written by Django) left out."""
    below = ROOT / folder
    return tuple(
        path
        for path in every_file()
        if path.suffix == ".py" and path.is_relative_to(below) and "migrations" not in path.parts
    )


@cache
def syntax(path: Path) -> ast.Module:
    """The syntax tree of one Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, node: ast.AST | None = None) -> str:
    """`src/…/file.py:12`, as people and editors read it."""
    line = f":{getattr(node, 'lineno', 1)}" if node is not None else ""
    return f"{path.relative_to(ROOT)}{line}"


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Functions at the top of a module and methods of its classes; not the ones inside functions."""
    for node in syntax(path).body:
        holders = node.body if isinstance(node, ast.ClassDef) else [node]
        yield from (each for each in holders if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))


def imported(path: Path) -> Iterator[tuple[ast.Import | ast.ImportFrom, str]]:
    """Every import of a module at any depth, with the full name of what it imports from."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, node.module or ""
