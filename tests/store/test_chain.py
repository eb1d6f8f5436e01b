"""The journal's chain tells what was done to it, and where."""

from dataclasses import replace

import pytest

from qingzhuang.store.chain import GENESIS, Anchor, Line, commitment_of, first_fault, hash_of


def chain(n: int) -> list[Line]:
    """A sound chain of n lines."""
    lines: list[Line] = []
    for seq in range(1, n + 1):
        bare = Line(
            seq=seq,
            at=f"2024-06-01T08:{seq:02}:00+00:00",
            actor="zhang",
            action="collect.import_files",
            object=f"360999101205 import {seq}",
            commitment=commitment_of("salt", f"{seq}"),
            prev=lines[-1].hash if lines else GENESIS,
        )
        lines.append(replace(bare, hash=hash_of(bare)))
    return lines


def test_a_sound_chain_has_no_fault() -> None:
    """A chain nobody touched verifies."""
    assert first_fault(chain(5)) is None


def test_an_empty_journal_has_no_fault() -> None:
    """A house where nothing happened yet verifies."""
    assert first_fault([]) is None


@pytest.mark.parametrize("field", ["at", "actor", "action", "object", "commitment"])
def test_a_changed_line_is_named(field: str) -> None:
    """One changed character in any field of line 3 names line 3."""
    lines = chain(5)
    lines[2] = replace(lines[2], **{field: getattr(lines[2], field)[:-1] + "!"})

    fault = first_fault(lines)

    assert fault is not None
    assert fault.seq == 3


def test_a_deleted_line_is_named() -> None:
    """Line 3 taken out names line 3."""
    lines = chain(5)
    del lines[2]

    fault = first_fault(lines)

    assert fault is not None
    assert fault.seq == 3


def test_an_inserted_line_is_named() -> None:
    """A line put in after line 2, with a sound hash of its own, is seen at line 3 or its neighbour."""
    lines = chain(5)
    forged = replace(lines[2], object="360999101206 import 9")
    lines.insert(2, replace(forged, hash=hash_of(forged)))

    fault = first_fault(lines)

    assert fault is not None
    assert fault.seq == 3


def test_swapped_lines_are_named() -> None:
    """Lines 2 and 3 that changed places and numbers name line 2."""
    lines = chain(5)
    lines[1], lines[2] = replace(lines[2], seq=2), replace(lines[1], seq=3)

    fault = first_fault(lines)

    assert fault is not None
    assert fault.seq == 2


def test_a_cut_tail_is_named_by_the_anchor() -> None:
    """With the head noted outside, lines 4 and 5 cut off name line 4."""
    lines = chain(5)
    anchors = [Anchor(5, lines[4].hash)]

    fault = first_fault(lines[:3], anchors=anchors)

    assert fault is not None
    assert fault.seq == 4


def test_a_chain_computed_anew_is_named_by_the_anchor() -> None:
    """Whoever changes line 2 and computes all later hashes anew is seen at the first anchor."""
    lines = chain(5)
    anchors = [Anchor(seq, lines[seq - 1].hash) for seq in (2, 5)]
    for at in range(1, 5):
        actor = "ghost" if at == 1 else lines[at].actor
        bare = replace(lines[at], actor=actor, prev=lines[at - 1].hash)
        lines[at] = replace(bare, hash=hash_of(bare))

    assert first_fault(lines) is None
    fault = first_fault(lines, anchors=anchors)
    assert fault is not None
    assert fault.seq == 2


def test_a_clock_set_back_is_named() -> None:
    """A line older than the one before it is named."""
    lines = chain(3)
    bare = replace(lines[2], at="2024-05-31T08:00:00+00:00")
    lines[2] = replace(bare, hash=hash_of(bare))

    fault = first_fault(lines)

    assert fault is not None
    assert fault.seq == 3
