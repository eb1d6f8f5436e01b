"""A labelled pair, and how verdicts are counted against labels."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

DUPLICATE = ("same", "convertible")


@dataclass(frozen=True, slots=True)
class Case:
    """
    One labelled pair: what is asked (`here`) beside what is there.

    truth, verdict: same, convertible, different or new. is_right_thing: the verdict names the very element
    the label names.
    """

    kind: str
    here: str
    there: str
    truth: str
    verdict: str
    is_right_thing: bool = True

    @property
    def confusion(self) -> str:
        """The pair as one line of the list of confusions."""
        other = "" if self.is_right_thing else " (another element)"
        return f"{self.kind}: {self.here} | {self.there}: is {self.truth}, said {self.verdict}{other}"


@dataclass
class Score:
    """Counts of duplicate verdicts: hit, false alarm, missed, rightly left alone; and what was confused."""

    hits: int = 0
    false: int = 0
    missed: int = 0
    left: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    confusions: list[str] = field(default_factory=list)

    @property
    def row(self) -> dict[str, float | int]:
        """Precision, recall and F1 of the verdict 'duplicate', and the share of exactly right classes."""
        precision = self.hits / max(self.hits + self.false, 1)
        recall = self.hits / max(self.hits + self.missed, 1)
        total = sum(self.classes.values())
        exact = sum(n for pair, n in self.classes.items() if pair.split(" → ")[0] == pair.split(" → ")[1])
        return {
            "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "hits": self.hits,
            "false": self.false,
            "missed": self.missed,
            "rightly_left": self.left,
            "pairs": total,
            "class_exact": round(exact / max(total, 1), 4),
        }


def score(cases: Iterable[Case]) -> Score:
    """Count the cases. A duplicate found in the wrong element is a false alarm and a miss at once."""
    found = Score()
    for case in cases:
        is_one, said_one = case.truth in DUPLICATE, case.verdict in DUPLICATE
        found.classes[f"{case.truth} → {case.verdict}"] += 1
        is_hit = is_one and said_one and case.is_right_thing
        found.hits += is_hit
        found.false += said_one and not is_hit
        found.missed += is_one and not is_hit
        found.left += not is_one and not said_one
        if is_hit and case.truth == case.verdict:
            continue
        if is_one or said_one:
            found.confusions.append(case.confusion)
    return found
