"""
The duplicate check of the gate: is it right, and how fast is it?

    qingzhuang bench duplicates          table on stdout, bench/results/duplicates.json
    python -m bench.duplicates --confusions

Right. A verdict is 'duplicate' (same, or convertible) or not (different, or new); F1 is of 'duplicate', and a
duplicate of another element than the label's counts as a false alarm and a miss at once. The commonest
confusions stand in the JSON. Labels are made like this:

- column: each of the 595 columns of the 32 real forms of `real_forms.json` is asked anew while the elements
  of the other 31 are held. Its element in that file is the truth; `event.` and `record.` elements (one visit,
  one patrol, the sheet itself) are never duplicates. The form's own spellings, element names too, are taken
  out of the catalogue first; the whole header goes through the matcher as a sheet's does. What the matcher
  would ask a person counts as no verdict; 'column, answered' is after the department answered from what was
  proposed.
- label: each label of `label_groups.json` (real templates, grouped by hand) beside the groups' elements;
  labels of none and double ones are no duplicates. The spellings of its source repository alone are taken
  out.
- definition: real columns changed in unit, precision, choices, day, scope or source
  (bench/labelled/definitions.py); the change is the label, so this only shows that nothing is broken.
- form: pairs of a made form and 5,000 known made forms (bench/labelled/forms.py), labelled by the gold
  elements they share, worded as real forms are; the asked form's catalogue forgot the spellings of the real
  form it is made of. 'form, nothing seen' forgets on both sides every spelling that one real form only has: a
  lower bound. The weights of the index were chosen on another seed of the same maker.

Fast. Processor time of finding the likest among 5,000 forms for 20 fields, beside two peers in the same run,
round by round: plain sets (intersect with all forms), and rapidfuzz (each asked label against all labels).
'cold' clears all caches of label texts before each round. 'held fields' compares the 20 fields with holdings
of every other element of the catalogue.
"""

import json
import platform
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a script, the repository is not on it
from bench.labelled.columns import (
    ON,
    columns_against_holdings,
    labels_against_holdings,
    real_forms,
    unseen_of,
)
from bench.labelled.definitions import definition_cases
from bench.labelled.domain import Case, Score, score
from bench.labelled.forms import Binder, MadeForm, is_overlap, make_forms
from bench.matching import FOLDER
from rapidfuzz import fuzz, process

from qingzhuang.engine.admit.comparing import terms
from qingzhuang.engine.admit.comparing.domain import Coverage
from qingzhuang.engine.admit.comparing.held import held_fields
from qingzhuang.engine.admit.comparing.index import OverlapIndex, build_index
from qingzhuang.engine.admit.domain import Kind
from qingzhuang.engine.catalogue import spelling
from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.files.reference.catalogue import load_catalogue

RESULT = Path(__file__).parent / "results" / "duplicates.json"
SEED, N_KNOWN, N_ASKED, N_FIELDS = 20261122, 5000, 120, 20
ROUNDS, PEER_ROUNDS, LIKE = 300, 15, 85
SHOWN = 40  # confusions of one row kept in the JSON, the commonest first


Verdicts = Callable[[MadeForm], set[int]]  # an asked form → places of the known ones it overlaps with


def form_cases(asked: Sequence[MadeForm], known: Sequence[MadeForm], verdicts: Verdicts) -> Iterator[Case]:
    """Every pair of an asked and a known form that the gold decides."""
    for form in asked:
        found = verdicts(form)
        for at, other in enumerate(known):
            truth = is_overlap(form, other)
            if truth is not None:
                said = "same" if at in found else "new"
                yield Case("form", form.title, other.title, "same" if truth else "new", said)


def by_index(index: OverlapIndex, binders: dict[str, Binder]) -> Verdicts:
    """The product's verdicts; binders: by the real form that the asked one is made of."""

    def verdicts(form: MadeForm) -> set[int]:
        fields = binders[form.base].asked(form)
        near = index.similar(fields, title=form.title, kind=Kind.FORM, most=len(index.forms))
        return {int(each.form.id) for each in near if each.is_overlap}

    return verdicts


def by_sets(index: OverlapIndex, binder: Binder) -> Verdicts:
    """A peer's verdicts: half of the asked elements and labels are in the other form."""
    others = sets_of(index)

    def verdicts(form: MadeForm) -> set[int]:
        own = {field.element or field.label for field in binder.asked(form)}
        return {at for at, other in enumerate(others) if 2 * len(own & other) >= len(own)}

    return verdicts


def sets_of(index: OverlapIndex) -> list[set[str]]:
    """What each known form asks, as a plain set."""
    return [{key or label for label, key in form.fields} for form in index.forms]


def measure_right(catalogue: Catalogue) -> dict[str, Score]:
    """Every row of labelled pairs."""
    rng = random.Random(SEED)
    known, asked = make_forms(N_KNOWN, rng), make_forms(N_ASKED, rng)
    unseen = unseen_of(real_forms())
    binder, blind = Binder(catalogue), Binder(catalogue, set().union(*unseen.values()))
    index, blind_index = (
        build_index(each.known(known), catalogue=each.catalogue) for each in (binder, blind)
    )
    left_out = {base: Binder(catalogue, keys) for base, keys in unseen.items()}
    rows: dict[str, Iterator[Case]] = {
        "column": columns_against_holdings(catalogue),
        "column, answered": columns_against_holdings(catalogue, is_answered=True),
        "label": labels_against_holdings(catalogue),
        "definition": definition_cases(catalogue),
        "form": form_cases(asked, known, by_index(index, left_out)),
        "form, nothing seen": form_cases(asked, known, by_index(blind_index, dict.fromkeys(unseen, blind))),
        "form, peer: plain sets": form_cases(asked, known, by_sets(index, binder)),
    }
    return {name: score(cases) for name, cases in rows.items()}


def measure_speed(catalogue: Catalogue) -> dict[str, dict[str, float]]:
    """Median and worst milliseconds of processor time of one question, ours and the peers'."""
    rng = random.Random(SEED + 1)
    binder = Binder(catalogue)
    known = binder.known(make_forms(N_KNOWN, rng, n_columns=N_FIELDS))
    begun = time.process_time()
    index = build_index(known, catalogue=catalogue)
    built = time.process_time() - begun
    asked = make_forms(ROUNDS, rng, n_columns=N_FIELDS)
    others = sets_of(index)
    labels = [label for form in known for label, _ in form.fields]
    owners = [at for at, form in enumerate(known) for _ in form.fields]
    names = ("index", "index, cold", "held fields", "plain sets", "rapidfuzz")
    times: dict[str, list[float]] = {name: [] for name in names}
    holdings = {code: Coverage("平台", ON, 90, 100) for code in list(catalogue.elements)[::2]}
    for at, form in enumerate(asked):
        fields = binder.asked(form)

        ours = partial(index.similar, fields, title=form.title, kind=Kind.FORM)
        forget_texts()
        times["index, cold"].append(clocked(ours))
        times["index"].append(clocked(ours))
        held = partial(held_fields, fields, catalogue=catalogue, holdings=holdings, on=ON)
        times["held fields"].append(clocked(held))
        if at < PEER_ROUNDS:
            own = {field.element or field.label for field in fields}
            times["plain sets"].append(clocked(partial(likest_of_sets, own, others)))
            words = [field.label for field in fields]
            times["rapidfuzz"].append(clocked(partial(likest_of_labels, words, labels, owners)))
    found = {
        name: {
            "median_ms": round(statistics.median(each), 3),
            "worst_ms": round(max(each), 3),
            "rounds": len(each),
        }
        for name, each in times.items()
    }
    return {**found, "building the index": {"median_ms": round(built * 1000, 1), "rounds": 1}}


def clocked(question: Callable[[], object]) -> float:
    """Milliseconds of processor time of one call."""
    begun = time.process_time()
    question()
    return (time.process_time() - begun) * 1000


def forget_texts() -> None:
    """Empty the caches that label texts and titles are kept in."""
    for cached in (terms.words_of, terms.title_pairs, spelling.label_key):
        cached.cache_clear()


def likest_of_sets(own: set[str], others: Sequence[set[str]]) -> list[int]:
    """The five forms that share most with one, by plain sets."""
    shared = [len(own & other) for other in others]
    return sorted(range(len(others)), key=shared.__getitem__, reverse=True)[:5]


def likest_of_labels(words: Sequence[str], labels: Sequence[str], owners: Sequence[int]) -> list[int]:
    """The five forms with most labels like those asked, by rapidfuzz over all labels."""
    shared: Counter[int] = Counter()
    for word in words:
        near = process.extract(word, labels, scorer=fuzz.ratio, score_cutoff=LIKE, limit=None)
        shared.update({owners[at] for _, _, at in near})
    return [at for at, _ in shared.most_common(5)]


def main() -> None:
    """Measure, print the table, write the figures."""
    if not (FOLDER / "label_groups.json").is_file():
        sys.stderr.write(f"{FOLDER} is not there: set FORMS_DIR to the folder of forms.\n")
        return
    catalogue = load_catalogue()
    right, speed = measure_right(catalogue), measure_speed(catalogue)
    for name, found in right.items():
        row = found.row
        counts = f"{row['hits']} hits, {row['false']} false, {row['missed']} missed of {row['pairs']} pairs"
        sys.stdout.write(
            f"{name:24s} F1 {row['f1']:.4f}  P {row['precision']:.4f}  R {row['recall']:.4f}  {counts}\n"
        )
    for name, times in speed.items():
        sys.stdout.write(f"{name:24s} {times['median_ms']:9.3f} ms median of {times['rounds']}\n")
    figures = {
        "machine": {"python": platform.python_version(), "processor": platform.machine()},
        "known_forms": N_KNOWN,
        "fields": N_FIELDS,
        "verdicts": {
            name: {**found.row, "classes": dict(found.classes), "confusions": listed(found)}
            for name, found in right.items()
        },
        "speed": speed,
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if "--confusions" in sys.argv:
        sys.stdout.write("\n".join(line for found in right.values() for line in listed(found)) + "\n")


def listed(found: Score) -> list[str]:
    """The confusions of one row, each once, with how often it came."""
    counts = Counter(found.confusions)
    return [f"{line} ×{n}" if n > 1 else line for line, n in counts.most_common(SHOWN)]


if __name__ == "__main__":
    main()
