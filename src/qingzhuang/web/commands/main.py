"""
The command line: one table of commands, each loaded by name only when it is called.

How a room joins: two modules, so that `--help` never waits for Django.
`web/commands/arguments/<room>.py`: `add_arguments(command: str, parser: ArgumentParser) -> None`,
imports argparse only and gives the parser its `description` and `epilog`. `web/commands/<room>.py`:
`run(command: str, options: Namespace) -> int` returns the exit code, 0 done or 2 refused; imports
what it likes. Before it is loaded Django is set up and, unless the command stands in
WITHOUT_DATABASE, the database opened and migrated. Results go to stdout by
`web.commands.speaking.answer`, everything else to stderr; a refusal is raised as RefusedError and
told here.
"""

import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.web import WebCode
from qingzhuang.web.commands.manual import COMMANDS, WITHOUT_DATABASE, command_parser, root_help
from qingzhuang.web.commands.speaking import REFUSED, say


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run one command; the exit code: 0 done, 2 refused or wrong use (one sentence on stderr).

    argv: the words after the program's name; None takes them from the process.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except RefusedError as refusal:
        return _refuse(refusal.problem, is_json="--json" in words)
    except BrokenPipeError:
        # The reader closed the pipe (`| head`). Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _refuse(Problem(WebCode.STOPPED), is_json=False)


def _run(words: list[str]) -> int:
    """Find the command, read its arguments, load its room and run it."""
    if not words or words[0] in ("-h", "--help", "help"):
        sys.stdout.write(root_help())
        return 0
    name = words[0]
    if name not in COMMANDS:
        raise RefusedError(Problem(WebCode.UNKNOWN_COMMAND, {"name": name}))
    room = COMMANDS[name].room
    parser = command_parser(name)
    import_module(f"qingzhuang.web.commands.arguments.{room}").add_arguments(name, parser)
    options = parser.parse_args(words[1:])
    start = import_module("qingzhuang.config.start")
    is_bare = name in WITHOUT_DATABASE or getattr(options, "what", None) in WITHOUT_DATABASE
    start.open_house_if_any() if is_bare else start.open_house()
    with start.answering_database():
        exit_code: int = import_module(f"qingzhuang.web.commands.{room}").run(name, options)
    return exit_code


def _refuse(problem: Problem, *, is_json: bool) -> int:
    """Say one sentence on stderr; in JSON mode the same sentence as `error` on stdout."""
    say(problem.sentence)
    if is_json:
        sys.stdout.write(json.dumps({"error": problem.sentence}, ensure_ascii=False) + "\n")
    return REFUSED
