"""Lists that commands hand in, and what they say when a line is wrong."""

from collections.abc import Sequence
from pathlib import Path

from qingzhuang.actions.organisations.lists import ListFile
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.web.commands.speaking import REFUSED, answer, say


def taken(path: Path) -> ListFile:
    """
    The file's name and content.

    Raises:
        RefusedError: it cannot be read.
    """
    try:
        return ListFile(path.name, path.read_bytes())
    except OSError as error:
        raise RefusedError(Problem(ActionCode.UNREADABLE_FILE, {"file": path.name})) from error


def refused_list(problems: Sequence[Problem], *, is_json: bool) -> int:
    """Say every wrong line; the exit code."""
    for problem in problems:
        say(problem.sentence)
    say(f"整份没有导入；改好这 {len(problems)} 处再来。")
    answer({"error": problems[0].sentence, "refused": [p.sentence for p in problems]}, is_json=is_json)
    return REFUSED
