"""
The journal as a file: one JSON object a line, a signed seal at the end. Checked without any database.

A line holds what is hashed, and beside it salt and details (null where they were erased). The seal is a token
(store/signing.py) over the number of lines and the last hash.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.chain import GENESIS, Anchor, Fault, Line, canonical, commitment_of, first_fault
from qingzhuang.store.signing import PublicKeys, SigningKey, sign, verify

_NAMES = tuple(Line.__slots__)
_LONGEST = 1_000_000  # characters of a line; details are numbers and names, never whole files


@dataclass(frozen=True, slots=True)
class Detail:
    """What a line is about in detail: its salt and its canonical JSON."""

    salt: str
    document: str


@dataclass(frozen=True, slots=True)
class ExportVerdict:
    """
    What checking an export found. n_lines: read. n_erased: without details. n_anchors: compared.

    is_sealed: it ends with a seal that fits; is_signed: the seal's signature was checked too. fault: None if
    all of it holds.
    """

    n_lines: int
    n_erased: int
    n_anchors: int
    is_sealed: bool
    is_signed: bool
    fault: Fault | None


def exported(lines: Iterable[tuple[Line, Detail | None]], *, key: SigningKey, at: str) -> Iterator[str]:
    """
    The export, line by line, each ending in a newline. at: ISO instant of the export.

    The seal comes last and says how many lines there are and the last hash, so that a cut tail is seen.
    """
    n, last = 0, GENESIS
    for line, detail in lines:
        n, last = n + 1, line.hash
        beside = asdict(detail) if detail else {"salt": None, "document": None}
        yield canonical(asdict(line) | beside) + "\n"
    claims = {"of": "journal", "lines": n, "hash": last, "at": at}
    yield canonical({"seal": sign(claims, key=key), **claims}) + "\n"


def check_export(
    path: Path, *, anchors: Sequence[Anchor] = (), keys: PublicKeys | None = None
) -> ExportVerdict:
    """
    What holds of an export. keys: to check the seal's signature with; None leaves that out.

    Raises:
        RefusedError: the file cannot be read, or a line of it is no line of a journal; the sentence names it.
    """
    lines, faults, n_erased, seal = _read(path)
    broken = first_fault(lines, anchors=anchors)
    found = [fault for fault in (broken, *faults) if fault]
    if seal is not None:
        found += _faults_of_seal(seal, lines, keys)
    worst = min(found, key=lambda fault: fault.seq, default=None)
    is_sealed = seal is not None
    return ExportVerdict(len(lines), n_erased, len(anchors), is_sealed, is_sealed and keys is not None, worst)


def _read(path: Path) -> tuple[list[Line], list[Fault], int, Mapping[str, Any] | None]:
    """Lines, details that do not fit them, how many have none, and the seal."""
    lines: list[Line] = []
    faults: list[Fault] = []
    n_erased, seal = 0, None
    try:
        with path.open(encoding="utf-8") as file:
            for number, text in enumerate(file, start=1):
                said = _object(text, path, number)
                if seal is not None:
                    raise RefusedError(Problem(StoreCode.BAD_EXPORT, {"file": path.name, "line": number}))
                if "seal" in said:
                    seal = said
                    continue
                line = _line(said, path, number)
                lines.append(line)
                n_erased += said.get("document") is None
                faults += _faults_of_detail(line, said)
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedError(Problem(StoreCode.NO_EXPORT, {"file": path.name})) from error
    return lines, faults, n_erased, seal


def _object(text: str, path: Path, number: int) -> dict[str, Any]:
    """One line's JSON object. Raises RefusedError."""
    try:
        said = json.loads(text) if len(text) <= _LONGEST else None
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise RefusedError(Problem(StoreCode.BAD_EXPORT, {"file": path.name, "line": number}))
    return said


def _line(said: Mapping[str, Any], path: Path, number: int) -> Line:
    """The journal's line in an object. Raises RefusedError."""
    words = {name: said.get(name) for name in _NAMES}
    if not isinstance(words["seq"], int) or not all(
        isinstance(word, str) for name, word in words.items() if name != "seq"
    ):
        raise RefusedError(Problem(StoreCode.BAD_EXPORT, {"file": path.name, "line": number}))
    return Line(**words)  # type: ignore[arg-type]  # told apart above


def _faults_of_detail(line: Line, said: Mapping[str, Any]) -> list[Fault]:
    """Details that are not those the line was written with."""
    salt, document = said.get("salt"), said.get("document")
    if document is None:
        return []
    is_whole = isinstance(salt, str) and isinstance(document, str)
    if is_whole and commitment_of(str(salt), str(document)) == line.commitment:
        return []
    return [Fault(line.seq, "这一行记下的内容被改过")]


def _faults_of_seal(seal: Mapping[str, Any], lines: Sequence[Line], keys: PublicKeys | None) -> list[Fault]:
    """What does not fit between the seal and the lines; with keys, the signature too."""
    last = lines[-1].hash if lines else GENESIS
    said = {name: seal.get(name) for name in ("of", "lines", "hash", "at")}
    faults = []
    if (said["of"], said["lines"], said["hash"]) != ("journal", len(lines), last):
        faults.append(Fault(len(lines) + 1, "行数和封口上写的不一样，尾巴被截过或者接过"))
    if keys is not None:
        try:
            is_signed = verify(str(seal["seal"]), keys) == said
        except RefusedError:
            is_signed = False
        if not is_signed:
            faults.append(Fault(len(lines) + 1, "封口的签名不对"))
    return faults
