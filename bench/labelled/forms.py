"""
Labelled pairs of forms: thousands of known ones and some asked ones, made out of the real forms.

A made form keeps some columns of one real form, takes some of others, words a column as any real form or
template words the same thing, and has a title like its real form's or any other. Whether two made forms
overlap is told by the gold alone: of the asked form's columns (without who, where and the sheet's own) the
other has 60 % or more, at least two: yes; 30 % or less: no; between: not judged.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bench.labelled.columns import Forms, asked_field, real_forms
from bench.matching import FOLDER, without

from qingzhuang.engine.admit.comparing.domain import KnownForm
from qingzhuang.engine.admit.domain import AskedField
from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.read.matching import match_label

YES_FROM, NO_UP_TO, LEAST = 0.6, 0.3, 2
# Who, where, and the sheet itself: the labeller's list of what does not make two forms alike.
_EVERYWHERE = ("place.", "record.")
_WHO = frozenset(
    "person.name person.id_number person.id_type person.sex person.birth_date person.age person.phone"
    " person.ethnicity person.residence_address person.hukou_address person.relation_to_head"
    " household.head_name household.head_id_number household.head_phone event.date event.place"
    " event.person".split()
)
_COUNTIES = ("青禾县", "全县", "城关镇", "")
_FRAMES = ("{}登记表", "{}统计表", "{}花名册", "关于{}摸底表", "2026年{}台账", "{}排查表", "{}")


@dataclass(frozen=True, slots=True)
class MadeForm:
    """A made form: id of the real form it is made of, title, columns with the gold's element each."""

    base: str
    title: str
    columns: tuple[tuple[str, str], ...]

    @property
    def telling(self) -> frozenset[str]:
        """The gold's elements that can make two forms alike."""
        return frozenset(
            element
            for _, element in self.columns
            if element not in _WHO and not element.startswith(_EVERYWHERE)
        )


def make_forms(n: int, rng: random.Random, *, n_columns: int | None = None) -> list[MadeForm]:
    """So many made forms; of exactly so many columns where asked."""
    forms = real_forms()
    wordings = wordings_of_elements()
    return [_make(rng, forms, wordings, n_columns) for _ in range(n)]


def _make(
    rng: random.Random,
    forms: Forms,
    wordings: Mapping[str, Sequence[str]],
    n_columns: int | None,
) -> MadeForm:
    every = list(forms.values())
    base = rng.choice(list(forms))
    title, own = forms[base]
    kept = [column for column in own if rng.random() < rng.choice((0.3, 0.6, 0.9))]
    strange = [rng.choice(rng.choice(every)[1]) for _ in range(rng.randint(0, 8))]
    while n_columns is not None and len(kept) + len(strange) < n_columns:
        strange.append(rng.choice(rng.choice(every)[1]))
    by_element = {element: label for label, element in (*strange, *kept)}
    columns = [(_reworded(label, element, rng, wordings), element) for element, label in by_element.items()]
    rng.shuffle(columns)
    name = title if rng.random() < 0.7 else rng.choice(every)[0]
    core = name.partition("(")[0].removesuffix("登记表").removesuffix("台账").removesuffix("花名册")
    return MadeForm(
        base, rng.choice(_COUNTIES) + rng.choice(_FRAMES).format(core), tuple(columns[:n_columns])
    )


def _reworded(label: str, element: str, rng: random.Random, wordings: Mapping[str, Sequence[str]]) -> str:
    others = wordings.get(element, ())
    return rng.choice(others) if others and rng.random() < 0.5 else label


@cache
def wordings_of_elements() -> dict[str, tuple[str, ...]]:
    """Every printed label of each element: of the real forms, and of template groups that share a label."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for _, columns in real_forms().values():
        for label, element in columns:
            found[element][label] = None
    meant = defaultdict(set)
    for element, labels in found.items():
        for label in labels:
            meant[label].add(element)
    groups = json.loads((FOLDER / "label_groups.json").read_text(encoding="utf-8"))["groups"]
    for labels in groups.values():
        elements = {element for label in labels for element in meant.get(label, ())}
        if len(elements) == 1:
            found[elements.pop()].update(dict.fromkeys(labels))
    return {element: tuple(labels) for element, labels in found.items()}


def is_overlap(asked: MadeForm, other: MadeForm) -> bool | None:
    """What the gold says of two made forms; None between yes and no, and where nothing asked is telling."""
    ours = asked.telling
    if len(ours) < LEAST:
        return None
    shared = len(ours & other.telling)
    if shared >= max(YES_FROM * len(ours), LEAST):
        return True
    return False if shared <= NO_UP_TO * len(ours) else None


class Binder:
    """Binds labels as the application does, with a catalogue that never saw some spellings."""

    def __init__(self, catalogue: Catalogue, forgotten: Iterable[str] = ()) -> None:
        """forgotten: keys of the spellings to take out of the catalogue, names of elements too."""
        unseen = set(forgotten)
        self.catalogue = without(catalogue, unseen) if unseen else catalogue
        self._fields: dict[str, AskedField] = {}

    def bind(self, label: str) -> AskedField:
        """The field as the matcher binds it, proposed or sure."""
        if label not in self._fields:
            self._fields[label] = asked_field(label, match_label(label, catalogue=self.catalogue))
        return self._fields[label]

    def asked(self, form: MadeForm) -> tuple[AskedField, ...]:
        """The fields of an asked form."""
        return tuple(self.bind(label) for label, _ in form.columns)

    def known(self, forms: Sequence[MadeForm]) -> list[KnownForm]:
        """Made forms as known ones."""
        return [
            KnownForm(
                str(at), form.title, "县民政局", "", "2026-03",
                tuple((label, self.bind(label).element) for label, _ in form.columns),
            )
            for at, form in enumerate(forms)
        ]  # fmt: skip
