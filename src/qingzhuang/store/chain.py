"""
The journal's chain: hashes that tell whether a line was changed, lost, added or moved. Pure; needs
no database.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

GENESIS = "0" * 64  # the hash before the first line


@dataclass(frozen=True, slots=True)
class Line:
    """
    One line of the journal, as hashed. seq counts from 1; at: ISO instant with zone; prev,
    hash: SHA-256, hex.
    """

    seq: int
    at: str
    actor: str
    action: str
    object: str
    commitment: str
    prev: str
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """
    The head of the chain as noted outside the database: whoever cuts or re-chains the journal
    cannot reach it.
    """

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place where the chain does not hold. seq: the line's number. why: Chinese phrase."""

    seq: int
    why: str


def canonical(document: object) -> str:
    """The one JSON spelling of a document: sorted keys, no blanks, no escapes."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def commitment_of(salt: str, document: str) -> str:
    """SHA-256 over salt and canonical JSON; without the salt nobody can guess the values back."""
    return hashlib.sha256(f"{salt}\n{document}".encode()).hexdigest()


def hash_of(line: Line) -> str:
    """
    SHA-256 over the line and the hash before it (TRUST: seq, time, actor, action, object,
    commitment, prev).
    """
    words = [line.seq, line.at, line.actor, line.action, line.object, line.commitment, line.prev]
    return hashlib.sha256(canonical(words).encode()).hexdigest()


def first_fault(lines: Iterable[Line], *, anchors: Sequence[Anchor] = ()) -> Fault | None:
    """
    The first place where the chain does not hold, None if it holds.

    Args:
        lines: in the order in which they stand, by seq.
        anchors: heads noted outside the database; with them a cut tail and a re-chained journal are seen too.

    Told: changed, deleted, inserted and swapped lines, a cut tail, a chain computed anew, a clock set back.
    """
    noted = {anchor.seq: anchor.hash for anchor in anchors}
    before = Line(seq=0, at="", actor="", action="", object="", commitment="", prev="", hash=GENESIS)
    for line in lines:
        why = _fault_of(line, before, noted)
        if why:
            # A hole is named by the line that is not there.
            return Fault(min(line.seq, before.seq + 1), why)
        before = line
    missing = [seq for seq in sorted(noted) if seq > before.seq]
    return Fault(before.seq + 1, "从这一行起被截掉了") if missing else None


def _fault_of(line: Line, before: Line, noted: dict[int, str]) -> str:
    """What is wrong with this line after that one; "" if nothing is."""
    if line.seq != before.seq + 1:
        return "这一行不见了" if line.seq > before.seq + 1 else "行号重复或次序乱了"
    if hash_of(line) != line.hash:
        return "这一行被改过"
    if line.prev != before.hash:
        return "这一行和上一行接不上"
    if line.at < before.at:
        return "时间比上一行早"
    if noted.get(line.seq, line.hash) != line.hash:
        return "和库外留的记号不一样"
    return ""
