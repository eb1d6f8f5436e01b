"""
How many questions a form asks: the same form again, and a new form of an issuer that is known.

    python -m bench.questions [--errors]

A question is a label path that the product would ask a person to confirm (`suggested`); labels it does not
know at all are free fields of the missing list and are not asked. For each source of sources.csv with
several forms one form is left out; a person has answered every question of the issuer's other forms (with
the element of the label's group, 无 for all other labels); then the questions of the left-out form are
counted, for each 20 of its fields. After its own questions were answered too it is read again: 0.

The first row has no answers at all, the second those of the issuer, the third also those of all others, as
the product widens them after two issuers. FORMS_DIR names the folder of forms (default ../shared/forms). The
figures go to bench/results/questions.json.
"""

import csv
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.read.layout import Purpose, SheetLayout
from qingzhuang.engine.read.match import Binding, Memory
from qingzhuang.engine.read.matching import match_fields, match_label
from qingzhuang.engine.read.memory import Confirmation, memory_for, path_key
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.reference.catalogue import load_catalogue

FOLDER = Path(os.environ.get("FORMS_DIR", "../shared/forms"))
RESULT = Path(__file__).parent / "results" / "questions.json"
FIELDS = 20
FEWEST = 5  # forms with fewer fields say little about 20
_NEVER_ASKED = (Purpose.SIGNATURE, Purpose.SERIAL, Purpose.REMARK)


@dataclass(frozen=True)
class Form:
    """A form of an issuer: its visible sheets, read."""

    name: str
    issuer: str
    sheets: tuple[SheetLayout, ...]

    @property
    def size(self) -> int:
        """How many fields it has."""
        return sum(len(sheet.fields) for sheet in self.sheets)


def forms() -> list[Form]:
    """All forms of sources with several of them, as far as they can be read."""
    with (FOLDER / "sources.csv").open(encoding="utf-8-sig", newline="") as rows:
        sources = {row["file"]: row["repository"] for row in csv.DictReader(rows)}
    found = []
    for name, issuer in sources.items():
        try:
            workbook = read_workbook(FOLDER / "dev" / name)
        except RefusedError:
            continue
        sheets = tuple(recognise(grid) for grid in workbook.sheets if not grid.is_hidden)
        found.append(Form(name, name if issuer.startswith("single") else issuer, sheets))
    n_forms = Counter(form.issuer for form in found)
    return [form for form in found if n_forms[form.issuer] > 1 and form.size >= FEWEST]


def questions(form: Form, catalogue: Catalogue, memory: Memory) -> dict[str, str]:
    """The label paths a person would be asked about, once each: key → leaf label."""
    asked = {}
    for sheet in form.sheets:
        for field, match in zip(
            sheet.fields, match_fields(sheet, catalogue=catalogue, memory=memory), strict=True
        ):
            if match.binding is Binding.SUGGESTED and field.purpose not in _NEVER_ASKED and field.label:
                asked[path_key((*field.path[:-1], field.label))] = field.label
    return asked


def meanings(catalogue: Catalogue) -> dict[str, str]:
    """Each label of a group with the element of the group's first label."""
    groups = json.loads((FOLDER / "label_groups.json").read_text(encoding="utf-8"))["groups"]
    told: dict[str, str] = {}
    for labels in groups.values():
        told |= dict.fromkeys(labels, match_label(labels[0], catalogue=catalogue).key or "")
    return told


def answered(
    asked: Mapping[str, Mapping[str, str]], told: Mapping[str, str], issuer_of: Mapping[str, str]
) -> list[Confirmation]:
    """What a person answered to the questions of these forms, each label path once per issuer."""
    answers: dict[tuple[str, str], str] = {}
    for name, keys in asked.items():
        for key, label in keys.items():
            answers[issuer_of[name], key] = told.get(label, "")
    return [Confirmation(issuer, key, element, "2026-01-01") for (issuer, key), element in answers.items()]


def measure() -> dict[str, dict[str, object]]:
    """Questions per 20 fields: nothing known, the issuer known, all known, and the same form again."""
    catalogue = load_catalogue()
    told, all_forms = meanings(catalogue), forms()
    issuer_of = {form.name: form.issuer for form in all_forms}
    asked = {form.name: questions(form, catalogue, {}) for form in all_forms}
    counts: defaultdict[str, list[float]] = defaultdict(list)
    left: Counter[str] = Counter()
    for form in all_forms:
        others = {name: keys for name, keys in asked.items() if name != form.name}
        own = {name: keys for name, keys in others.items() if issuer_of[name] == form.issuer}
        known = memory_for(answered(own, told, issuer_of), form.issuer)
        everybody = memory_for(answered(others, told, issuer_of), form.issuer)
        new = questions(form, catalogue, everybody)
        again = memory_for(answered(others | {form.name: new}, told, issuer_of), form.issuer)
        counts["nothing known yet"].append(len(asked[form.name]) * FIELDS / form.size)
        counts["known issuer"].append(len(questions(form, catalogue, known)) * FIELDS / form.size)
        counts["known issuer and others"].append(len(new) * FIELDS / form.size)
        counts["the same form again"].append(len(questions(form, catalogue, again)) * FIELDS / form.size)
        left.update(new.values())
    if "--errors" in sys.argv:
        sys.stdout.write("".join(f"{n:4d} {label}\n" for label, n in left.most_common(120)))
    return {name: spread(values) for name, values in counts.items()}


def spread(values: Sequence[float]) -> dict[str, object]:
    """Median, mean, ninth tenth and most of questions per 20 fields; how many forms stay within three."""
    ordered = sorted(values)
    return {
        "forms": len(ordered),
        "median": round(median(ordered), 2),
        "mean": round(sum(ordered) / len(ordered), 2),
        "p90": round(ordered[int(len(ordered) * 0.9)], 2),
        "most": round(ordered[-1], 2),
        "at most 3": sum(value <= 3 for value in ordered),
    }


def main() -> None:
    """Measure, print the table, write the figures."""
    if not (FOLDER / "label_groups.json").is_file():
        sys.stderr.write(f"{FOLDER} is not there: set FORMS_DIR to the folder of forms.\n")
        return
    figures = measure()
    for name, row in figures.items():
        told = "  ".join(f"{what} {figure}" for what, figure in row.items())
        sys.stdout.write(f"{name:26s} {told}\n")
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
