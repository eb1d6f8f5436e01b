"""When something was last done on this machine: one small file each in the data folder."""

from datetime import datetime
from pathlib import Path

BACKUP, TICK = "last-backup", "last-tick"


def stamp(home: Path, what: str, *, at: datetime) -> None:
    """Note that `what` (BACKUP, TICK) was done at this aware instant."""
    path = home / what
    path.touch(mode=0o600)
    path.write_text(at.isoformat(timespec="seconds"), encoding="ascii")


def stamped(home: Path, what: str) -> datetime | None:
    """When it was last done; None: never, or nobody can tell."""
    try:
        return datetime.fromisoformat((home / what).read_text("ascii"))
    except (OSError, ValueError):
        return None
