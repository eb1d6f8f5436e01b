"""Docstrings, documents and the numbers of rules."""

import ast
import re

from tests.house.tree import ROOT, functions, modules, place, syntax

RULE = re.compile(r"\bR-[A-Z]+-\d{2,3}\b")
MAKE_OR_COMMAND = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?(make|qingzhuang) ([a-z]+)", re.MULTILINE)


def test_every_public_function_says_what_comes_back() -> None:
    """Modules, public classes and public functions carry a docstring."""
    silent = [
        f"{place(path, node)} {getattr(node, 'name', 'module')}"
        for path in modules("src")
        for node in _public(syntax(path))
        if ast.get_docstring(node) is None
        if not (isinstance(node, ast.Module) and path.name == "__init__.py")
    ]

    assert silent == []


def _public(tree: ast.Module) -> list[ast.Module | ast.ClassDef | ast.FunctionDef]:
    """The module, its public classes and functions, and their public methods."""
    found: list[ast.Module | ast.ClassDef | ast.FunctionDef] = [tree]
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            found.append(node)
            found.extend(
                each
                for each in (node.body if isinstance(node, ast.ClassDef) else [])
                if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")
            )
    return found


def test_every_test_states_its_truth() -> None:
    """Each test has a docstring: the truth it proves, in a sentence."""
    silent = [
        f"{place(path, function)} {function.name}"
        for path in modules("tests")
        for function in functions(path)
        if function.name.startswith("test_") and len(ast.get_docstring(function) or "") < 15
    ]

    assert silent == []


def test_every_rule_that_is_cited_is_written_down() -> None:
    """A rule number in code or tests stands in docs/rules."""
    written = set(_rules_written())
    cited = {
        (number, place(path))
        for folder in ("src", "tests", "bench")
        for path in modules(folder)
        for number in RULE.findall(path.read_text(encoding="utf-8"))
    }

    assert sorted(f"{where} {number}" for number, where in cited if number not in written) == []


def test_every_rule_that_is_written_down_is_tested() -> None:
    """A rule number in docs/rules is cited by at least one test."""
    cited = {number for path in modules("tests") for number in RULE.findall(path.read_text(encoding="utf-8"))}

    assert sorted(set(_rules_written()) - cited) == []


def test_a_rule_number_names_one_rule() -> None:
    """No two rules share a number."""
    numbers = _rules_written()

    assert sorted({number for number in numbers if numbers.count(number) > 1}) == []


def _rules_written() -> list[str]:
    """Numbers that start a heading, list entry or table row of docs/rules/*.md: a rule is stated there."""
    states = re.compile(r"^(?:#+|[-*]|\||)\s*\**\s*(R-[A-Z]+-\d{2,3})\b", re.MULTILINE)
    return [
        number
        for page in sorted((ROOT / "docs" / "rules").glob("*.md"))
        for number in states.findall(page.read_text(encoding="utf-8"))
    ]


def test_every_page_of_rules_stands_in_the_index() -> None:
    """docs/rules.md names every page of docs/rules."""
    index = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")

    assert [
        page.name for page in sorted((ROOT / "docs" / "rules").glob("*.md")) if page.name not in index
    ] == []


def test_every_decision_has_its_own_number_and_stands_in_the_index() -> None:
    """Decisions are numbered without doubles, and the index links to each."""
    pages = sorted(page for page in (ROOT / "docs" / "decisions").glob("*.md") if page.name != "README.md")
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    numbers = [page.name[:4] for page in pages]

    assert all(number.isdigit() for number in numbers)
    assert len(set(numbers)) == len(numbers)
    assert [page.name for page in pages if page.name not in index] == []


def test_commands_named_to_newcomers_exist() -> None:
    """Every `make` target and every `qingzhuang` command in the README and CONTRIBUTING exists."""
    pages = ("README.md", "README.en.md", "CONTRIBUTING.md")
    named = {
        found
        for page in pages
        for found in MAKE_OR_COMMAND.findall((ROOT / page).read_text(encoding="utf-8"))
    }
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    table = (ROOT / "src/qingzhuang/web/commands/manual.py").read_text(encoding="utf-8")
    commands = set(re.findall(r'"([a-z]+)"', table))

    assert (
        sorted(
            f"{tool} {word}"
            for tool, word in named
            if word not in {"make": targets, "qingzhuang": commands}[tool]
        )
        == []
    )


def test_pages_that_a_newcomer_opens_are_there() -> None:
    """The documents of the house exist and are not empty."""
    wanted = (
        "README.md README.en.md ARCHITECTURE.md CONTRIBUTING.md GLOSSARY.md CHANGELOG.md SECURITY.md LICENSE"
        " publiccode.yml docs/rules.md docs/decisions/README.md"
    ).split()

    assert [
        name for name in wanted if not (ROOT / name).is_file() or (ROOT / name).stat().st_size < 100
    ] == []


def test_links_between_pages_lead_somewhere() -> None:
    """Every relative link of a Markdown page points at a file of the tree."""
    broken = [
        f"{page.relative_to(ROOT)} → {target}"
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists()
    ]

    assert broken == []
