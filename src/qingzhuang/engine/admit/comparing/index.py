"""Thousands of known forms, indexed by what they ask: which of them ask what an application asks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from qingzhuang.engine.admit.comparing.bitslices import add, highest, members_of
from qingzhuang.engine.admit.comparing.domain import KnownForm, Overlap, Shared
from qingzhuang.engine.admit.comparing.terms import (
    is_data,
    is_usual,
    term_of,
    title_likeness,
    title_pairs,
    words_of,
)
from qingzhuang.engine.admit.domain import AskedField, Kind
from qingzhuang.engine.catalogue.elements import Catalogue

# The weight of a field: one that tells forms apart counts 4, and up to 2 more the rarer it is among the known
# forms; a usual one (姓名) at most half. A small county has few forms to count: so many are imagined beside
# them, all of which ask the usual things. Found by trial on made forms (bench/duplicates.py, another seed).
_IMAGINED = 50
_TELLING, _RARER, _RAREST, _USUAL = 4.0, 0.25, 8.0, 0.5
_STEPS = 8  # whole-number steps per unit of weight, for the sums
# An overlap (R-DUP-12): this share of the asked weight, and so many fields that not every form has.
OVERLAP_FROM = 0.43
TITLED_OVERLAP_FROM = 0.4
SAME_TITLE = 0.75
LEAST_FIELDS = 2
_BY_FIELDS, _BY_TITLE = 4, 2  # candidates looked at, as multiples of those wanted
_TITLE_COUNTS = 0.15


@dataclass(frozen=True, slots=True)
class _Asked:
    """One asked field: what it is looked up under, the forms that have it, and its weight."""

    label: str
    term: str
    words: str
    forms: int
    weight: float
    is_telling: bool


@dataclass(frozen=True, slots=True)
class _Score:
    """How well one known form fits, before its fields are laid side by side."""

    place: int
    covered: float
    likeness: float
    is_overlap: bool


@dataclass(frozen=True, slots=True)
class OverlapIndex:
    """
    Known forms by what they ask. Sets of forms are whole numbers: bit n is form n.

    by_term: element key → forms that ask it. by_words: words → forms with such a label. unbound: the same, of
    labels nobody knows. by_title: pair of characters → forms. kinds: kind → forms. fields: per form, term or
    words → place of the field in the form.
    """

    catalogue: Catalogue
    forms: tuple[KnownForm, ...]
    by_term: Mapping[str, int]
    by_words: Mapping[str, int]
    unbound: Mapping[str, int]
    by_title: Mapping[str, int]
    kinds: Mapping[Kind, int]
    live: int
    fields: tuple[Mapping[str, int], ...]

    def similar(
        self,
        fields: Sequence[AskedField],
        *,
        title: str,
        kind: Kind,
        most: int = 5,
        only_live: bool = False,
        leave_out: str = "",
    ) -> tuple[Overlap, ...]:
        """
        The forms likest to these fields and this title, likest first. Rules R-DUP-09 to R-DUP-12.

        kind: without any field only matters of this kind are compared, by title. leave_out: id of the matter
        itself, where it is known already.
        """
        asked = self._looked_up(fields)
        within = self.live if only_live else (1 << len(self.forms)) - 1
        if not asked:
            within &= self.kinds.get(kind, 0)
        places = members_of(self._candidates(asked, title, within, most))
        scores = [self._score(place, asked, title) for place in places if self.forms[place].id != leave_out]
        best = sorted((score for score in scores if score.covered or score.likeness), key=_rank, reverse=True)
        return tuple(self._overlap(score, asked) for score in best[:most])

    def _looked_up(self, fields: Sequence[AskedField]) -> list[_Asked]:
        found = {}
        for field in fields:
            term, words = term_of(field.label, field.element, self.catalogue), words_of(field.label)
            if is_data(term, self.catalogue):
                by_words = self.unbound if term and field.is_sure else self.by_words
                forms = self.by_term.get(term, 0) | by_words.get(words, 0)
                is_telling = not is_usual(term)
                weight = self._weight(forms, is_telling=is_telling)
                found[term or words] = _Asked(field.label, term, words, forms, weight, is_telling)
        return list(found.values())

    def _weight(self, forms: int, *, is_telling: bool) -> float:
        imagined = 1 if is_telling else _IMAGINED
        rarity = log2((len(self.forms) + _IMAGINED) / (forms.bit_count() + imagined))
        return _TELLING + _RARER * min(rarity, _RAREST) if is_telling else min(rarity, _USUAL)

    def _candidates(self, asked: Sequence[_Asked], title: str, within: int, most: int) -> int:
        planes: list[int] = []
        for each in asked:
            add(planes, each.forms, round(each.weight * _STEPS))
        by_fields = highest(planes, _BY_FIELDS * most, within)
        planes = []
        for pair in title_pairs(title):
            add(planes, self.by_title.get(pair, 0), 1)
        return by_fields | highest(planes, _BY_TITLE * most, within)

    def _score(self, place: int, asked: Sequence[_Asked], title: str) -> _Score:
        shared = [each for each in asked if each.forms >> place & 1]
        whole = sum([each.weight for each in asked])
        covered = sum([each.weight for each in shared]) / whole if whole else 0.0
        n_telling = len([each for each in shared if each.is_telling])
        likeness = title_likeness(title, self.forms[place].title)
        is_overlap = (n_telling >= LEAST_FIELDS and covered >= OVERLAP_FROM) or (
            likeness >= SAME_TITLE and (covered >= TITLED_OVERLAP_FROM or not asked)
        )
        return _Score(place, covered, likeness, is_overlap)

    def _overlap(self, score: _Score, asked: Sequence[_Asked]) -> Overlap:
        form, theirs = self.forms[score.place], self.fields[score.place]
        shared = tuple(
            Shared(
                each.label,
                form.fields[theirs[each.term if each.term in theirs else each.words]][0],
                each.term,
            )
            for each in asked
            if each.forms >> score.place & 1
        )
        return Overlap(form, shared, len(asked), score.covered, score.likeness, score.is_overlap)


def _rank(score: _Score) -> tuple[bool, float]:
    return score.is_overlap, score.covered + _TITLE_COUNTS * score.likeness


def build_index(forms: Iterable[KnownForm], *, catalogue: Catalogue) -> OverlapIndex:
    """The index of these forms; live admissions and catalogued matters alike."""
    known = tuple(forms)
    by_term: defaultdict[str, int] = defaultdict(int)
    by_words: defaultdict[str, int] = defaultdict(int)
    unbound: defaultdict[str, int] = defaultdict(int)
    by_title: defaultdict[str, int] = defaultdict(int)
    kinds: defaultdict[Kind, int] = defaultdict(int)
    fields = []
    for place, form in enumerate(known):
        bit = 1 << place
        places: dict[str, int] = {}
        kinds[form.kind] |= bit
        for pair in title_pairs(form.title):
            by_title[pair] |= bit
        for at, (label, key) in enumerate(form.fields):
            term, words = term_of(label, key, catalogue), words_of(label)
            by_words[words] |= bit
            places.setdefault(words, at)
            if term:
                by_term[term] |= bit
                places[term] = at
            else:
                unbound[words] |= bit
        fields.append(places)
    live = sum(1 << place for place, form in enumerate(known) if form.is_live)
    return OverlapIndex(
        catalogue, known, dict(by_term), dict(by_words), dict(unbound), dict(by_title), dict(kinds), live,
        tuple(fields),
    )  # fmt: skip
