"""The doors of the house: who acts is said, what is done is one transaction with one line in the journal."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.house.tree import SOURCE, modules, place, syntax

ACTIONS = "qingzhuang.actions"
# Public functions of queries and actions that need no actor, each with its reason.
WITHOUT_ACTOR = {
    "store/queries/journal.read_anchors": "reads a file of hashes outside the database; nobody's data",
    "store/queries/accounts.actor_of": "says who acts: before it there is no actor",
    "store/queries/accounts.posts_on": "says what an account may: before it there is no actor",
}
# Actions that leave no line in the journal, each with its reason.
WITHOUT_JOURNAL = {
    "actions/admit/checking.check_notice": "a line would tell who got a notice, and when (decision 0019)",
    "actions/admit/checking.read_form": "reads an empty form, writes nothing (decision 0019)",
    "actions/admit/refusing.refuse_notice": "its line would tell by its instant who reported (decision 0019)",
    "actions/admit/reports.photo_of": "looks at a photo that names nobody, writes nothing (decision 0019)",
    "actions/admit/numbering.number_code": "draws a public address as a QR code, writes nothing",
    "actions/admit/finding.findings_of": "compares an application with numbers and rules, writes nothing",
    "actions/admit/looking.village_view": "draws an invented line, writes nothing",
    "actions/admit/proposing.work_out": "works out what an outcome would leave, writes nothing",
    "actions/admit/calendaring.year_of_days": "reads the calendar, writes nothing",
    "actions/admit/clocks.working_days_left": "counts working days, writes nothing",
    "actions/read.recognise_files": "asks the engine about a form's labels, writes nothing (decision 0009)",
    "actions/editions.compare_editions": "asks the engine about two forms, writes nothing (decision 0009)",
    "actions/read.match_labels": "asks the engine about labels, writes nothing (decision 0009)",
}
Function = tuple[Path, ast.FunctionDef]


def name_of(function: Function) -> str:
    """`actions/fill.fill_template`."""
    path, node = function
    return f"{path.relative_to(SOURCE).with_suffix('').as_posix()}.{node.name}"


def public(folder: str) -> Iterator[Function]:
    """Every public function at the top of a module below this folder of the product."""
    for path in modules(f"src/qingzhuang/{folder}"):
        for node in syntax(path).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield path, node


def actions() -> list[Function]:
    """What the faces call of the actions floor, found where it is written."""
    called = {
        alias.name
        for path in modules("src/qingzhuang/web")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(ACTIONS)
        for alias in node.names
    }
    return [function for function in public("actions") if function[1].name in called]


@cache
def _reached_names(path: Path) -> dict[str, Function]:
    """What a module of the actions floor can call there by a bare name: its own functions, imported ones."""
    found = {node.name: (path, node) for node in syntax(path).body if isinstance(node, ast.FunctionDef)}
    for node in syntax(path).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(ACTIONS):
            below = (node.module or "").removeprefix("qingzhuang.").replace(".", "/")
            target = SOURCE / f"{below}.py"
            if target.is_file():
                names = {alias.name for alias in node.names}
                found |= {name: each for name, each in _reached_names(target).items() if name in names}
    return found


def reached(function: Function) -> list[Function]:
    """The function and everything of the actions floor it calls, directly or not."""
    found = [function]
    for path, node in found:
        near = _reached_names(path)
        for each in ast.walk(node):
            called = near.get(each.id) if isinstance(each, ast.Name) else None
            if called is not None and called not in found:
                found.append(called)
    return found


def _n_calls(function: Function, name: str) -> int:
    """How many calls of `name` are written in the function and what it calls."""
    return sum(
        isinstance(each, ast.Call) and ast.unparse(each.func) == name
        for _, node in reached(function)
        for each in ast.walk(node)
    )


def test_every_query_and_action_takes_the_actor() -> None:
    """Who acts is an argument of every query and of every action that a face calls, never a global."""
    without = {
        name_of(function)
        for function in (*actions(), *public("store/queries"))
        if "actor" not in {arg.arg for arg in [*function[1].args.args, *function[1].args.kwonlyargs]}
    }

    assert without == set(WITHOUT_ACTOR)


def test_every_action_is_one_transaction_with_one_line_in_the_journal() -> None:
    """R-STO-02: each action opens one transaction and writes one line, itself or in what it calls."""
    loose = {
        name_of(function)
        for function in actions()
        if (_n_calls(function, "transaction.atomic"), _n_calls(function, "record")) != (1, 1)
    }

    assert loose == set(WITHOUT_JOURNAL)


def test_the_line_is_written_inside_the_transaction() -> None:
    """R-STO-02: no function both writes a line and leaves it outside the transaction it opens."""
    outside = [
        place(path, call)
        for path in modules("src/qingzhuang/actions")
        for node in syntax(path).body
        if isinstance(node, ast.FunctionDef) and "transaction.atomic" in ast.unparse(node)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "record"
        if not any(
            isinstance(block, ast.With)
            and "transaction.atomic" in ast.unparse(block.items[0])
            and call in ast.walk(block)
            for block in ast.walk(node)
        )
    ]

    assert outside == []


def test_every_action_uses_the_countys_catalogue() -> None:
    """No action loads the catalogue without asking whether the county has one of its own."""
    forgetful = [
        place(path, call)
        for path in modules("src/qingzhuang/actions")
        for call in ast.walk(syntax(path))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) == "load_catalogue"
        and ast.unparse(call) != "load_catalogue(county_catalogue())"
    ]

    assert forgetful == []
