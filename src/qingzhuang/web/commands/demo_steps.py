"""Steps of the demo: commands as a person types them, run in the demo's own folder."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.examples import ExampleCode
from qingzhuang.web.commands.speaking import DONE, REFUSED, say

Told = Callable[[str], None]  # says one line to the person watching
PROGRAM = Path(sys.executable).with_name("qingzhuang")


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the demo plays: its own data folder, and the environment that points the commands there."""

    folder: Path
    environment: Mapping[str, str]


def step(stage: Stage, told: Told, words: Sequence[str], *quiet: str) -> str:
    """
    One command, as a clerk would type it, in the demo's folder; what it said on stdout.

    quiet: options of the demo's own, not shown. Raises RefusedError when the command refused.
    """
    typed = " ".join(["qingzhuang", *words])
    told(f"  $ {typed}")
    done = subprocess.run(  # noqa: S603 (our own program, our own words)
        [PROGRAM, *words, *quiet],
        cwd=stage.folder,
        env=stage.environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode == REFUSED:
        raise RefusedError(Problem(ExampleCode.STEP_FAILED, {"command": typed, "said": done.stderr.strip()}))
    if done.returncode != DONE:
        say(done.stderr)
    done.check_returncode()  # anything else is a bug: let it be seen
    return done.stdout
