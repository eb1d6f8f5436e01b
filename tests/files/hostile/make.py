"""Seventy hostile files: `python -m tests.files.hostile.make FOLDER` writes them and MANIFEST.tsv."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.files.hostile.contents import others, pictures, sheets, texts
from tests.files.hostile.made import Made
from tests.files.hostile.packages import containers, shapes, xml_files


def corpus() -> Iterator[Made]:
    """All of them, one after another: some are megabytes. Nothing in it does harm."""
    yield from containers()
    yield from xml_files()
    yield from shapes()
    yield from sheets()
    yield from texts()
    yield from pictures()
    yield from others()


def write_corpus(folder: Path) -> list[tuple[Path, str]]:
    """Write all files and their manifest (name, bytes, expected, why); each path with what is expected."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    lines = []
    for made in corpus():
        path = folder / made.name
        path.write_bytes(made.content)
        written.append((path, made.expected))
        lines.append(f"{made.name}\t{len(made.content)}\t{made.expected}\t{made.why}\n")
    (folder / "MANIFEST.tsv").write_text("".join(lines), encoding="utf-8")
    return written


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]))
