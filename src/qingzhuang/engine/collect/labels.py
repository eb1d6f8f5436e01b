"""Labels of a roster's header, each looked up once."""

from collections.abc import Mapping, Sequence

from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.collect.rowkinds import plain
from qingzhuang.engine.read.match import Binding, Context, Match, Memory
from qingzhuang.engine.read.matching import match_label

_LONGEST = 40  # characters; longer texts are titles and notes
_WEIGHT: Mapping[Binding, float] = {Binding.AUTO: 1.0, Binding.SUGGESTED: 0.5, Binding.UNKNOWN: 0.0}


class Labels:
    """What labels mean, as evidence for headers and for binding columns; every text is matched once."""

    def __init__(self, catalogue: Catalogue, memory: Memory) -> None:
        self.catalogue = catalogue
        self.memory = memory
        self._seen: dict[str, Match] = {}

    def match(self, text: str) -> Match:
        """What a label means by itself, without its neighbours."""
        found = self._seen.get(text)
        if found is None:
            found = self._seen[text] = match_label(text, catalogue=self.catalogue, memory=self.memory)
        return found

    def bind(
        self, path: Sequence[str], *, neighbours: Sequence[str], title: str, unit: str | None = None
    ) -> Match:
        """
        What a column's label means where it stands: below its parents, beside its neighbours.

        unit: of the column's cells, if all print one.
        """
        context = Context(tuple(path[:-1]), tuple(neighbours), unit=unit, title=title)
        return match_label(path[-1], catalogue=self.catalogue, memory=self.memory, context=context)

    def score(self, texts: Sequence[str]) -> float:
        """
        How much a row looks like a header: 1 for each sure label, half for a likely one, little for
        填报单位.
        """
        total = 0.0
        for text in {plain(each) for each in texts if each}:
            if len(text) > _LONGEST or text.rstrip(":") != text:
                continue
            found = self.match(text)
            total += _WEIGHT[found.binding] * (0.2 if self._is_of_sheet(found) else 1.0)
        return total

    def says_form(self, texts: Sequence[str]) -> bool:
        """
        Whether one of the texts names something of the sheet itself, such as 填报单位; 序号 and 备注
        aside.
        """
        return any(
            self._is_of_sheet(self.match(text)) and text not in ("序号", "编号", "备注")
            for text in texts
            if len(text) <= _LONGEST
        )

    def is_label(self, text: str) -> bool:
        """Whether a text is, letter for letter, a label that the catalogue knows."""
        return len(text) <= _LONGEST and self.match(plain(text)).binding is Binding.AUTO

    def _is_of_sheet(self, match: Match) -> bool:
        if match.element is None or match.element not in self.catalogue.elements:
            return False
        return self.catalogue[match.element].subject is SubjectKind.RECORD
