"""Likely elements for a label that is not understood: proposed, never decided. Rule R-MAT-07."""

from collections import Counter
from collections.abc import Sequence

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.catalogue.spelling import pairs
from qingzhuang.engine.values.domain import Kind
from qingzhuang.engine.values.units import ratio

SHOWN = 3
# Below this likeness (Dice over pairs of characters) nothing is proposed as the answer.
PROPOSED = 0.45
_EVIDENCE = 0.08


def candidates(
    texts: Sequence[str], catalogue: Catalogue, *, unit: str | None = None, options: Sequence[str] = ()
) -> tuple[tuple[str, float], ...]:
    """
    The most likely elements and their scores 0–1 (plus evidence), best first, at most three.

    texts: readings of the label, likest first. A hint that is named outright goes before all likeness.
    unit, options: of the blank; elements of that unit or with those choices are preferred.
    """
    scores: dict[str, float] = {}
    for text in dict.fromkeys(filter(None, texts)):
        for code in catalogue.hints_by_label.get(text, ()):
            scores[code] = max(scores.get(code, 0.0), 1.0)
        for code, score in _likeness(text, catalogue).items():
            scores[code] = max(scores.get(code, 0.0), score)
    judged = {code: score + _evidence(code, catalogue, unit, options) for code, score in scores.items()}
    best = sorted(judged.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(best[:SHOWN])


def _likeness(text: str, catalogue: Catalogue) -> dict[str, float]:
    """Dice likeness of a text to each element's likest spelling that shares a pair of characters with it."""
    own = Counter(pairs(text))
    shared: Counter[int] = Counter()
    for pair, n in own.items():
        for place, k in Counter(catalogue.postings.get(pair, ())).items():
            shared[place] += min(n, k)
    found: dict[str, float] = {}
    for place, n in shared.items():
        spelling, code = catalogue.spellings[place]
        found[code] = max(found.get(code, 0.0), 2 * n / (len(text) + len(spelling) + 2))
    return found


def _evidence(code: str, catalogue: Catalogue, unit: str | None, options: Sequence[str]) -> float:
    domain = catalogue[code].domain
    score = 0.0
    if unit is not None:
        score += _EVIDENCE if domain.unit and ratio(unit, domain.unit) is not None else -_EVIDENCE
    if options and domain.code_list is not None:
        score += _EVIDENCE * any(option in domain.code_list.spellings for option in options)
    if options and domain.kind is Kind.BOOLEAN:
        score += _EVIDENCE * (set(options) <= {"是", "否", "有", "无"})
    return score
