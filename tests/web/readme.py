"""The README: its example is the demo's, its figures the benches'. `python -m tests.web.readme` writes it."""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.web import figures

README = Path(__file__).parents[2] / "README.md"
_HEADING = "## 一个例子"
_PARTS = (("二、", "  $ qingzhuang import 持证"), ("三、", "四、"), ("  $ qingzhuang why 郭一鸣", "五、"))


def excerpt(account: str) -> str:
    """
    The account of the demo, shortened: two of the six imports, the form, one question where a
    value is from.
    """
    lines = account.splitlines()
    parts = []
    for first, after in _PARTS:
        start = next(at for at, line in enumerate(lines) if line.startswith(first))
        end = next(at for at, line in enumerate(lines[start:], start) if line.startswith(after))
        parts.append("\n".join(lines[start:end]).strip("\n"))
    return "\n\n".join(parts)


def shown() -> str:
    """The example as it stands in the README."""
    return README.read_text(encoding="utf-8").split(_HEADING)[1].split("```")[1].strip("\n")


def main() -> None:
    """Play the demo and put its account and the benches' figures into the README."""
    with tempfile.TemporaryDirectory() as home:
        account = subprocess.run(
            [Path(sys.executable).with_name("qingzhuang"), "demo", "--no-serve"],
            env={"QINGZHUANG_HOME": home, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
    before, rest = README.read_text(encoding="utf-8").split(_HEADING)
    said, _, after = rest.split("```", 2)
    written = f"{before}{_HEADING}{said}```\n{excerpt(account)}\n```{after}"
    README.write_text(figures.replaced(written), encoding="utf-8")


if __name__ == "__main__":
    main()
