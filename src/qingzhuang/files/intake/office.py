"""LibreOffice, asked to convert one workbook: in a process group of its own, with bounded means."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.intake.officeprofile import write_profile
from qingzhuang.files.intake.usage import usage_of
from qingzhuang.files.packages.limits import MEGABYTE, MEMORY

READ_SECONDS = 9  # of the processor for a form; starting up takes 1.4, however busy the machine is
_WRITE_SECONDS = 60  # our own file may be a large list, and holds nothing hostile any more
_PATIENCE = 5  # times as long by the clock: a busy machine gives it a share only
_STILL = 3  # seconds without any work: it waits for something that does not come
_TICK = 0.05  # seconds between two looks at what it uses
_ADDRESS_SPACE = 1024 * MEGABYTE  # half of it is program; measured: a form needs less than 512 MB
# What it may ask for beside its program, of which 108 MB were held at most: 508 of 512 MB together.
# Measured: 164 MB for a form, 225 MB for 5,000 rows of 10 columns.
_DATA = 400 * MEGABYTE
_LARGE = _DATA * 3 // 4  # who held that much and left no result had not enough
_RESULT = 200 * MEGABYTE  # bytes of any file that LibreOffice writes
_WRITERS = {".xlsx": "xlsx:Calc MS Excel 2007 XML", ".xls": "xls:MS Excel 97"}
_XLSX_READER = "Calc MS Excel 2007 XML"
_LIMITER = "prlimit"  # of util-linux, which every Debian has
_SPREADSHEETS = "libsclo.so"  # LibreOffice may be there without its spreadsheet part


def program() -> Path | None:
    """
    LibreOffice with its spreadsheet part, None where it is not installed: where a shell would find it.

    Also None where the program that sets its limits is missing: without them no foreign file is handed to it.
    """
    place = shutil.which("soffice") or shutil.which("libreoffice")
    is_whole = place is not None and (Path(place).resolve().parent / _SPREADSHEETS).is_file()
    return Path(place) if place and is_whole and shutil.which(_LIMITER) else None


def as_xlsx(content: bytes, *, suffix: str, reader: str, seconds: float = READ_SECONDS) -> bytes:
    """
    A foreign workbook as .xlsx; still foreign. suffix and reader: as in `OldBook`. seconds: of the processor.

    Raises:
        RefusedError: no LibreOffice here; one that could not read it, or not within its means.
    """
    soffice = program()
    if soffice is None:
        raise RefusedError(Problem(FilesCode.NO_OFFICE, {"suffix": suffix}))
    return _converted(soffice, content, suffix, ".xlsx", reader=reader, seconds=seconds)


def as_xls(content: bytes) -> bytes:
    """
    Our own .xlsx as .xls, its formulas calculated. Same content, same bytes.

    Raises:
        RefusedError: no LibreOffice here, or it failed.
    """
    soffice = program()
    if soffice is None:
        raise RefusedError(Problem(FilesCode.NO_OFFICE_TO_WRITE))
    return _converted(soffice, content, ".xlsx", ".xls", reader=_XLSX_READER, seconds=_WRITE_SECONDS)


def _converted(
    soffice: Path, content: bytes, suffix: str, wanted: str, *, reader: str, seconds: float
) -> bytes:
    """What LibreOffice makes of it, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="qingzhuang-") as name:
        folder = Path(name)
        write_profile(folder / "profile")
        source = folder / f"in{suffix}"
        source.write_bytes(content)
        command = [
            *(*_without_network(), *_limited(seconds), str(soffice)),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault"),
            *(f"--infilter={reader}", "--convert-to", _WRITERS[wanted]),
            *("--outdir", str(folder / "out"), str(source)),
        ]
        is_in_time = _ran(command, folder, seconds)
        result = folder / "out" / f"in{wanted}"
        if not result.is_file() or not result.stat().st_size:
            code = FilesCode.OFFICE_FAILED if is_in_time else FilesCode.OFFICE_TOO_LONG
            raise RefusedError(Problem(code, {"suffix": suffix}))
        return result.read_bytes()


def _limited(seconds: float) -> tuple[str, ...]:
    """Limits that the kernel keeps: memory, processor time, size of files, no core file."""
    return (
        *(_LIMITER, f"--as={_ADDRESS_SPACE}", f"--data={_DATA}", f"--cpu={int(seconds) + 2}"),
        *(f"--fsize={_RESULT}", "--core=0", "--"),
    )


@cache
def _without_network() -> tuple[str, ...]:
    """The words before a command that take its network away, () where the kernel does not let us."""
    words = ("unshare", "--map-root-user", "--net")
    try:
        asked = subprocess.run([*words, "true"], capture_output=True, check=False)  # noqa: S603
    except OSError:
        return ()
    return words if asked.returncode == 0 else ()


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of ours: no data folder, no proxy, no settings of the person's own office."""
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        "MALLOC_ARENA_MAX": "2",
    }


def _ran(command: list[str], folder: Path, seconds: float) -> bool:
    """Whether the command ended by itself, in time and within its memory; all of its group is gone then."""
    process = subprocess.Popen(  # noqa: S603 (our own words and names)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    )
    try:
        return _is_within_means(process.pid, seconds)
    finally:
        # The leader is not yet reaped, so its number still names this group and no other.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _is_within_means(pid: int, seconds: float) -> bool:
    """
    Wait for a process: whether it ended by itself before it took more than its share.

    seconds: of the processor, for all of its group. What counts is its own work: on a busy machine the clock
    may show five times as much, but who does nothing for a while is hanging.
    """
    begun = time.monotonic()
    worked, last_work, largest = 0.0, begun, 0
    while not _has_ended(pid):
        now, used = time.monotonic(), usage_of(pid)
        largest = max(largest, used.memory)
        if used.seconds > worked:
            worked, last_work = used.seconds, now
        is_still = now - last_work > min(_STILL, seconds)
        if is_still or worked > seconds or now - begun > seconds * _PATIENCE or used.memory > MEMORY:
            return False
        time.sleep(_TICK)
    return largest < _LARGE


def _has_ended(pid: int) -> bool:
    """Whether a child has ended; it is left to be reaped."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
