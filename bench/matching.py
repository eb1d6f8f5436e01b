"""
Matching labels of offices never seen: leave one source repository out.

    python -m bench.matching [--errors]

For each source repository of sources.csv, every spelling that occurs in its forms only is taken out of the
catalogue, names too; then the labels of its forms are matched. The patterns of the catalogue stay in the
first row and are taken out in the second: their authors had seen these labels, so the truth for offices
never seen lies between the two. Three baselines run on the same labels with the same catalogue.

FORMS_DIR names the folder of forms (default ../shared/forms). The table goes to stdout, the figures to
bench/results/matching.json.
"""

import csv
import json
import os
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import sqrt
from pathlib import Path

from openpyxl import load_workbook

from qingzhuang.engine.catalogue.build import build_catalogue
from qingzhuang.engine.catalogue.elements import Catalogue, DataElement
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.candidates import candidates
from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.read.matching import match_label
from qingzhuang.engine.values.domain import Kind
from qingzhuang.files.reference.catalogue import load_catalogue

FOLDER = Path(os.environ.get("FORMS_DIR", "../shared/forms"))
RESULT = Path(__file__).parent / "results" / "matching.json"
DICE_BINDS = 0.70  # where the prototype of the forms study bound by likeness
GRAVE = frozenset({Kind.ID_NUMBER, Kind.DOCUMENT, Kind.USCC, Kind.ACCOUNT})

# What a matcher answers: the meaning it would bind without a question, and what it would propose.
Answer = tuple[str | None, tuple[str, ...]]
Matcher = Callable[[str, Catalogue], Answer]


@dataclass
class Tally:
    """Counts of one matcher. bound, right: of labels that mean an element; false: bound, meaning none."""

    labels: int = 0
    bound: int = 0
    right: int = 0
    unseen: int = 0
    unseen_bound: int = 0
    asked: int = 0
    proposed: int = 0
    outside: int = 0
    false: int = 0
    grave_bound: int = 0
    grave_right: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def row(self) -> dict[str, dict[str, float]]:
        """Shares with Wilson 95 % intervals."""
        return {
            "precision": share(self.right, self.bound + self.false),
            "coverage": share(self.bound, self.labels),
            "coverage, unseen labels": share(self.unseen_bound, self.unseen),
            "in first 3, of those asked": share(self.proposed, self.asked),
            "false binds of outside and double labels": share(self.false, self.outside),
            "precision, ids, accounts, amounts": share(self.grave_right, self.grave_bound),
        }


def share(right: int, total: int) -> dict[str, float]:
    """A share with its counts and Wilson 95 % interval."""
    if not total:
        return {"share": 0.0, "right": 0, "total": 0, "low": 0.0, "high": 0.0}
    z, p = 1.96, right / total
    middle, half = p + z * z / (2 * total), z * sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    low, high = ((middle + sign * half) / (1 + z * z / total) for sign in (-1, 1))
    bounds = {"low": round(max(low, 0), 4), "high": round(high, 4)}
    return {"share": round(p, 4), "right": right, "total": total, **bounds}


def labels_in(path: Path) -> set[str]:
    """The keys of all short texts of a form: cells of a workbook, cells and paragraphs of a Word file."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            xml = package.read("word/document.xml").decode("utf-8")
        pieces = re.split(r"</w:p>", xml)
        texts = ["".join(re.findall(r"<w:t[ >][^<]*|<w:t>[^<]*", piece)) for piece in pieces]
        texts = [re.sub(r"<w:t[^>]*>", "", text) for text in texts]
        texts += [
            re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<w:tc>.*?</w:tc>", xml, flags=re.DOTALL)
        ]
    else:
        book = load_workbook(path)
        texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    return {label_key(text) for text in texts if text.strip()}


def sources() -> dict[str, set[str]]:
    """Label keys by source repository; a form that stands alone is a source of its own."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    with (FOLDER / "sources.csv").open(encoding="utf-8-sig", newline="") as rows:
        for row in csv.DictReader(rows):
            name = row["file"] if row["repository"].startswith("single") else row["repository"]
            found[name] |= labels_in(FOLDER / "dev" / row["file"])
    return dict(found)


def without(catalogue: Catalogue, unseen: set[str]) -> Catalogue:
    """The catalogue as it would be if nobody had ever seen these spellings."""

    def keep(labels: Iterable[str]) -> tuple[str, ...]:
        return tuple(label for label in labels if label_key(label) not in unseen)

    def forget(element: DataElement) -> DataElement:
        name = element.name if label_key(element.name) not in unseen else f"#{element.code}"
        return replace(element, name=name, synonyms=keep(element.synonyms), hints=keep(element.hints))

    return build_catalogue(map(forget, catalogue.elements.values()), catalogue.code_lists.values())


def ours(label: str, catalogue: Catalogue) -> Answer:
    """The product's own matcher."""
    match = match_label(label, catalogue=catalogue)
    return match.key if match.binding is Binding.AUTO else None, match.candidates


def ours_without_patterns(label: str, catalogue: Catalogue) -> Answer:
    """The product's matcher with names, synonyms and grammar alone."""
    return ours(label, replace(catalogue, patterns=()))


def exact(label: str, catalogue: Catalogue) -> Answer:
    """Baseline: the label as printed is a known spelling."""
    for element in catalogue.elements.values():
        if label in (element.name, *element.synonyms):
            return element.code, (element.code,)
    return None, ()


def normalised(label: str, catalogue: Catalogue) -> Answer:
    """Baseline: the normalised label, without its brackets, is a known spelling."""
    key = label_key(label)
    codes = catalogue.codes_by_label.get(key) or catalogue.codes_by_label.get(re.sub(r"\([^()]*\)", "", key))
    return (codes[0], codes) if codes else (None, ())


def dice(label: str, catalogue: Catalogue) -> Answer:
    """Baseline: the likest spelling (Dice over pairs of characters), bound from 0.70."""
    found = candidates([label_key(label)], catalogue)
    codes = tuple(code for code, _ in found)
    return (codes[0] if found and found[0][1] >= DICE_BINDS else None), codes


MATCHERS: Mapping[str, Matcher] = {
    "qingzhuang": ours,
    "qingzhuang without patterns": ours_without_patterns,
    "exact alias": exact,
    "exact + normalise": normalised,
    f"Dice >= {DICE_BINDS:.2f}": dice,
}


def measure() -> dict[str, Tally]:
    """Every matcher on every source's labels, that source's own spellings forgotten."""
    catalogue = load_catalogue()
    meanings = meanings_of_labels(catalogue)
    by_source = sources()
    times_seen = Counter(key for keys in by_source.values() for key in keys)
    tallies = {name: Tally() for name in MATCHERS}
    for keys in by_source.values():
        unseen = {key for key in keys if times_seen[key] == 1}
        known = without(catalogue, unseen)
        for label, meant in meanings.items():
            if label_key(label) in keys:
                for name, matcher in MATCHERS.items():
                    answer = matcher(label, known)
                    if meant is None:
                        count_outside(tallies[name], label, answer, set(meanings.values()))
                    else:
                        count(tallies[name], label, meant, answer, is_unseen=label_key(label) in unseen)
                        count_grave(tallies[name], meant, answer, known)
    return tallies


def meanings_of_labels(catalogue: Catalogue) -> dict[str, str | None]:
    """Each label with the element of its group's first label; None for outside and double labels."""
    groups = json.loads((FOLDER / "label_groups.json").read_text(encoding="utf-8"))
    meanings: dict[str, str | None] = dict.fromkeys((*groups["outside"], *groups["ask_only"]))
    for labels in groups["groups"].values():
        meanings |= dict.fromkeys(labels, match_label(labels[0], catalogue=catalogue).key)
    return meanings


def count(tally: Tally, label: str, meant: str, answer: Answer, *, is_unseen: bool) -> None:
    """Count a label that means an element."""
    bound, proposed = answer
    tally.labels += 1
    tally.unseen += is_unseen
    if bound is None:
        tally.asked += 1
        tally.proposed += meant in proposed
        if meant not in proposed:
            tally.errors.append(f"asked, not proposed: {label}: {', '.join(proposed)}")
        return
    tally.bound += 1
    tally.unseen_bound += is_unseen
    tally.right += bound == meant
    if bound != meant:
        tally.errors.append(f"wrong: {label}: {bound}, means {meant}")


def count_grave(tally: Tally, meant: str, answer: Answer, catalogue: Catalogue) -> None:
    """Count bindings to identity numbers, accounts, certificates and amounts: none may be wrong."""
    if answer[0] is not None:
        domain = catalogue[answer[0]].domain
        is_grave = domain.kind in GRAVE or domain.unit in ("元", "万元")
        tally.grave_bound += is_grave
        tally.grave_right += is_grave and answer[0] == meant


def count_outside(tally: Tally, label: str, answer: Answer, elements: set[str | None]) -> None:
    """Count a label that means none of the groups' elements, or two things at once."""
    tally.outside += 1
    if answer[0] is not None and answer[0] in elements:
        tally.false += 1
        tally.errors.append(f"bound, means something else: {label}: {answer[0]}")


def main() -> None:
    """Measure, print the table, write the figures."""
    if not (FOLDER / "label_groups.json").is_file():
        sys.stderr.write(f"{FOLDER} is not there: set FORMS_DIR to the folder of forms.\n")
        return
    tallies = measure()
    for name, tally in tallies.items():
        sys.stdout.write(f"{name}\n")
        for what, figure in tally.row.items():
            counts = f"{figure['right']}/{figure['total']}"
            interval = f"{figure['low']:.3f}-{figure['high']:.3f}"
            sys.stdout.write(f"  {what:42s} {figure['share']:.4f} {counts:>10s}  {interval}\n")
    RESULT.parent.mkdir(exist_ok=True)
    figures = {name: tally.row for name, tally in tallies.items()}
    RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if "--errors" in sys.argv:
        sys.stdout.write("\n".join(tallies["qingzhuang"].errors) + "\n")


if __name__ == "__main__":
    main()
