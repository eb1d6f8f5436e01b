"""Rosters that a browser hands in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from qingzhuang.actions.collect.importing import FileResult, Roster, import_files, try_files
from qingzhuang.files.intake.uploads import put_into
from qingzhuang.store.actors import Actor


@dataclass(frozen=True, slots=True)
class RosterFile:
    """A roster as handed in. name: as the person's machine calls it. content: all of it."""

    name: str
    content: bytes


def import_uploads(
    actor: Actor, *, files: Sequence[RosterFile], roster: Roster, is_trial: bool
) -> tuple[FileResult, ...]:
    """
    The results of `import_files`, or with is_trial of `try_files`, for files handed in by a browser.

    Raises:
        RefusedError: as they do; a file that is empty or too large.
    """
    with TemporaryDirectory(prefix="rosters-") as folder:
        paths = []
        for at, file in enumerate(files):
            place = Path(folder) / str(at)  # two files may have one name
            place.mkdir()
            paths.append(put_into(place, file.name, file.content))
        if is_trial:
            return try_files(actor, paths=paths, roster=roster)
        return import_files(actor, paths=paths, roster=roster)
