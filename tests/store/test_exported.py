"""The journal as a file: what was done to it is told, line by line, without the database."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.chain import GENESIS, Anchor, Line, canonical, commitment_of, hash_of
from qingzhuang.store.exported import Detail, check_export, exported
from qingzhuang.store.signing import SigningKey, public_jwks, public_keys, signing_key

Changed = Callable[[list[str]], list[str]]


@pytest.fixture
def key(tmp_path: Path) -> SigningKey:
    """The key of a house."""
    return signing_key(tmp_path / "home")


def _journal(n: int = 5) -> list[tuple[Line, Detail | None]]:
    """A whole journal of n lines with details."""
    found: list[tuple[Line, Detail | None]] = []
    prev = GENESIS
    for seq in range(1, n + 1):
        document = canonical({"n": seq})
        detail = Detail(f"{seq:032x}", document)
        bare = Line(
            seq=seq,
            at=f"2026-11-22T08:00:{seq:02d}.000000+00:00",
            actor="zhang",
            action="collect.import_files",
            object="360999101205",
            commitment=commitment_of(detail.salt, document),
            prev=prev,
        )
        prev = hash_of(bare)
        found.append(
            (Line(**{name: getattr(bare, name) for name in Line.__slots__} | {"hash": prev}), detail)
        )
    return found


@pytest.fixture
def export(key: SigningKey, tmp_path: Path) -> Callable[..., Path]:
    """Write an export, changed as asked."""

    def written(change: Changed = list) -> Path:
        lines = list(exported(_journal(), key=key, at="2026-11-22T16:00:00+08:00"))
        path = tmp_path / "日志.jsonl"
        path.write_text("".join(change(lines)), encoding="utf-8")
        return path

    return written


def test_a_whole_export_holds(export: Callable[..., Path], key: SigningKey) -> None:
    """Five lines and a seal: all holds, the signature too."""
    verdict = check_export(export(), keys=public_keys(public_jwks(key)))

    assert (verdict.n_lines, verdict.is_sealed, verdict.is_signed, verdict.fault) == (5, True, True, None)


def _with(line: int, **words: object) -> Changed:
    """Change words of one line."""

    def change(lines: list[str]) -> list[str]:
        said = json.loads(lines[line - 1]) | words
        return [*lines[: line - 1], canonical(said) + "\n", *lines[line:]]

    return change


@pytest.mark.parametrize(
    ("change", "seq"),
    [
        (_with(3, actor="li"), 3),
        (_with(3, document='{"n":4}'), 3),
        (_with(3, at="2020-01-01T00:00:00+00:00"), 3),
        (lambda lines: [*lines[:2], *lines[3:]], 3),
        (lambda lines: [lines[1], lines[0], *lines[2:]], 1),
        (lambda lines: [*lines[:3], lines[5]], 4),
        (lambda lines: [*lines[:5], lines[4], lines[5]], 5),
    ],
    ids=["changed", "details changed", "clock back", "deleted", "swapped", "tail cut", "doubled"],
)
def test_what_was_done_is_named_by_its_line(export: Callable[..., Path], change: Changed, seq: int) -> None:
    """A line changed, taken out, moved, doubled, or a tail cut off is told with its number."""
    fault = check_export(export(change)).fault

    assert fault is not None
    assert fault.seq == seq


def test_a_journal_written_anew_is_told_by_the_anchors(export: Callable[..., Path]) -> None:
    """Somebody who computes the whole chain anew cannot reach the heads noted elsewhere."""
    fault = check_export(export(), anchors=[Anchor(4, "0" * 64)]).fault

    assert fault is not None
    assert fault.seq == 4


def test_a_seal_of_another_house_is_told(export: Callable[..., Path], tmp_path: Path) -> None:
    """A file sealed with somebody else's key does not pass for this house's."""
    other = signing_key(tmp_path / "other")

    fault = check_export(export(), keys=public_keys(public_jwks(other))).fault

    assert fault is not None
    assert "签名" in fault.why


def test_erased_details_are_counted_and_no_fault(export: Callable[..., Path]) -> None:
    """The right to deletion leaves a chain that holds."""
    verdict = check_export(export(_with(2, salt=None, document=None)))

    assert (verdict.n_erased, verdict.fault) == (1, None)


@pytest.mark.parametrize("text", ["not json\n", "[1]\n", '{"seq":"1"}\n', "\x00\n", "[" * 100_000 + "\n"])
def test_what_is_no_journal_is_refused(tmp_path: Path, text: str) -> None:
    """Any other file gets one sentence with the line it fails at."""
    path = tmp_path / "别的.jsonl"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(RefusedError) as refusal:
        check_export(path)

    assert "第 1 行" in refusal.value.problem.sentence
