"""The command `bench`: runs one of the scripts under bench/."""

import runpy
import sys
from argparse import Namespace
from pathlib import Path

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.web import WebCode
from qingzhuang.web.commands.speaking import DONE

# Benches belong to the repository, not to the installed package.
_FOLDERS = (Path("bench"), Path(__file__).resolve().parents[4] / "bench")


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Run the bench of this name as a program of its own."""
    scripts = {path.stem: path for folder in reversed(_FOLDERS) for path in sorted(folder.glob("*.py"))}
    if options.name not in scripts:
        names = "、".join(sorted(scripts)) or "（这里没有 bench 文件夹）"
        raise RefusedError(Problem(WebCode.NO_BENCH, {"name": options.name, "names": names}))
    path = scripts[options.name]
    sys.argv = [str(path)]
    sys.path.insert(0, str(path.resolve().parents[1]))
    runpy.run_path(str(path), run_name="__main__")
    return DONE
