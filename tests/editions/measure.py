"""Pairs of drawn editions, read and compared by the product, counted against the truth."""

from dataclasses import dataclass, field
from random import Random

from tests.editions.questionnaire import Truth, draw_edition, next_edition
from tests.editions.sketches import STYLES, Sketch

from qingzhuang.engine.read.editions.changes import Comparison
from qingzhuang.engine.read.editions.comparing import compare
from qingzhuang.engine.read.editions.items import Item, items_of
from qingzhuang.engine.read.matching import match_fields
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.reference.catalogue import load_catalogue

SHARES = (0.0, 0.1, 0.3, 0.6)  # of fields edited


@dataclass
class Tally:
    """Counts over all pairs of a style. unread: fields that the recogniser did not name."""

    unchanged: int = 0
    carried: int = 0
    wrong: int = 0
    rewordings: int = 0
    proposed: int = 0
    proposals: int = 0
    false: int = 0
    asked_of_same_form: int = 0
    wrong_by_code: int = 0
    wrong_by_cell: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def figures(self) -> dict[str, object]:
        """What the table shows."""
        return {
            "same and moved carried": share(self.carried, self.unchanged),
            "wrongly carried": self.wrong,
            "re-wordings proposed": share(self.proposed, self.rewordings),
            "false proposals": share(self.false, self.proposals),
            "questions on the same form again": self.asked_of_same_form,
            "wrong, if bound by row code or order": self.wrong_by_code,
            "wrong, if bound by cell address": self.wrong_by_cell,
        }


def share(part: int, total: int) -> dict[str, float]:
    """A share with its counts."""
    return {"share": round(part / total, 4) if total else 1.0, "right": part, "total": total}


def read(sketch: Sketch) -> tuple[tuple[Item, ...], dict[str, int]]:
    """The fields of a drawn sheet as the product reads them, and who is at which address."""
    catalogue, grid = load_catalogue(), sketch.grid
    layout = recognise(grid)
    items = items_of([(grid, layout, match_fields(layout, catalogue=catalogue))], catalogue)
    return items, {grid.address(*place): who for place, who in sketch.ids.items()}


def count(tally: Tally, old: Sketch, new: Sketch, truth: Truth) -> None:
    """Compare a pair and count against the truth."""
    (before, were), (after, are) = read(old), read(new)
    found = compare(before, after)
    kept = (set(were.values()) & set(are.values())) - truth.reworded - truth.changed
    carried = [
        (were[p.old.cell], are[p.new.cell], p)
        for p in (*found.same, *found.moved)
        if p.old.cell in were and p.new.cell in are
    ]
    proposed = [(were.get(p.old.cell), are.get(p.new.cell), p) for p in found.reworded]
    tally.unchanged += len(kept)
    tally.carried += sum(a == b and a in kept for a, b, _ in carried)
    tally.wrong += sum(a != b or a in truth.changed for a, b, _ in carried)
    tally.rewordings += len(truth.reworded)
    tally.proposed += sum(a == b and a in truth.reworded for a, b, _ in (*proposed, *carried))
    tally.proposals += len(proposed)
    tally.false += sum(a != b for a, b, _ in proposed)
    tally.asked_of_same_form += compare(before, before).asked
    tally.wrong_by_code += sum(a != b for a, b in zip(old.ids.values(), new.ids.values(), strict=False))
    tally.wrong_by_cell += sum(are.get(cell, who) != who for cell, who in were.items())
    tally.errors += _errors(found, were, are, truth)


def _errors(found: Comparison, were: dict[str, int], are: dict[str, int], truth: Truth) -> list[str]:
    """False proposals, and re-wordings that were not proposed."""
    pairs = {were.get(p.old.cell): are.get(p.new.cell) for p in found.reworded}
    told = {who: "/".join(i.path) for p in found.reworded for i, who in ((p.old, were.get(p.old.cell)),)}
    by_cell = {are.get(p.new.cell): "/".join(p.new.path) for p in found.reworded}
    wrong = [f"false: {told.get(a)} → {by_cell.get(b)}" for a, b in pairs.items() if a != b]
    gone = {were.get(i.cell): "/".join(i.path) for i in found.gone}
    come = {are.get(i.cell): "/".join(i.path) for i in found.new}
    return wrong + [
        f"not proposed: {gone[who]} → {come.get(who)}" for who in truth.reworded - set(pairs) if who in gone
    ]


def measure(pairs: int) -> dict[str, Tally]:
    """Every style, the same number of pairs, spread over the shares."""
    tallies = {style: Tally() for style in STYLES}
    for style, (n, draw) in STYLES.items():
        for seed in range(pairs):
            dice = Random(seed)
            old = draw_edition(dice, n)
            new, truth = next_edition(dice, old, SHARES[seed % len(SHARES)])
            count(tallies[style], draw(old), draw(new), truth)
    return tallies
