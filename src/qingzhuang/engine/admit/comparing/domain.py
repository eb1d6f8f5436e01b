"""What comparing an application yields: fields already held, and other matters that ask the same."""

from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.engine.admit.domain import Frequency, Kind

# Known for fewer subjects than this, a field does not count as held: the village would fill most of it
# (R-DUP-07).
HELD_FROM = 0.5


class Comparison(StrEnum):
    """How the definition (口径) asked compares with what is held."""

    SAME = "same"
    CONVERTIBLE = "convertible"  # unit, coarser day or choice, or computed from another element
    DIFFERENT = "different"  # a like name or the same element, another meaning
    NEW = "new"


COMPARISON_NAMES = {
    Comparison.SAME: "相同",
    Comparison.CONVERTIBLE: "可换算",
    Comparison.DIFFERENT: "不同",
    Comparison.NEW: "新的",
}


@dataclass(frozen=True, slots=True)
class Coverage:
    """
    What the holdings know of one element, within the regions an application lands on.

    source: name of the office or roster it comes from. day: latest ISO day it was said, "" unknown. n_known:
    subjects of whom it is known; n_subjects: subjects there are.
    """

    source: str
    day: str
    n_known: int
    n_subjects: int

    @property
    def share(self) -> float:
        """Share of subjects of whom it is known, 0–1."""
        return min(self.n_known / self.n_subjects, 1.0) if self.n_subjects else 0.0


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field can be taken from. share: of the subjects, 0–1. key: the element that is held there."""

    name: str
    day: str
    share: float
    key: str


@dataclass(frozen=True, slots=True)
class HeldField:
    """
    One asked field beside what is held.

    key: element it means, with @role, "" unknown. name: of the element held (or the like one). why: Chinese
    phrase that says what the comparison rests on. sources: best first, none where nothing is held. is_stale:
    older than the element stays fresh. treatment: what becomes of it, Chinese. sensitivity: of the element.
    is_sure: bound without a doubt. is_data: False for the sheet's own blanks (序号、备注、签名); they count
    nowhere.
    """

    label: str
    place: str
    key: str
    name: str
    comparison: Comparison
    why: str = ""
    sources: tuple[Source, ...] = ()
    is_stale: bool = False
    treatment: str = ""
    sensitivity: str = ""
    is_sure: bool = False
    is_data: bool = True

    @property
    def share(self) -> float:
        """Share of the subjects whose value can be supplied, 0–1."""
        return self.sources[0].share if self.sources and self.is_supplied else 0.0

    @property
    def is_supplied(self) -> bool:
        """Whether what is held surely answers what is asked, at least for some subjects. R-DUP-07."""
        return self.is_sure and self.comparison in (Comparison.SAME, Comparison.CONVERTIBLE)

    @property
    def is_doubtful(self) -> bool:
        """Whether it looks like something held and nobody has said yet that it is. R-DUP-07."""
        return not self.is_sure and self.comparison in (Comparison.SAME, Comparison.CONVERTIBLE)

    @property
    def is_noted(self) -> bool:
        """Whether it is supplied with a note: the element itself is held, in another definition."""
        is_other = self.is_sure and self.comparison is Comparison.DIFFERENT
        return is_other and any(each.key == self.key for each in self.sources)

    @property
    def is_held(self) -> bool:
        """Whether it counts as already there: answered, and for at least half of the subjects. R-DUP-07."""
        return self.is_supplied and self.share >= HELD_FROM


@dataclass(frozen=True, slots=True)
class KnownForm:
    """
    A matter that asks or once asked something: a live admission, or one of the catalogue.

    number: 准入〔2026〕31号, "" for a catalogued one. month: 2026-03, when it was last issued, "" unknown.
    fields: (label as printed, element key or "") each. days: ISO days on which it is due. regions: prefixes
    of region codes it lands on, none = everywhere. is_live: villages have to answer it now.
    """

    id: str
    title: str
    issuer: str
    number: str
    month: str
    fields: tuple[tuple[str, str], ...]
    kind: Kind = Kind.FORM
    frequency: Frequency | None = None
    days: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    is_live: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """A field two forms share. here, there: its labels. key: element, "" where only the words agree."""

    here: str
    there: str
    key: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """
    A known form beside an application.

    n_asked: data fields asked. covered: share of them found there, each weighed by its rarity, 0–1.
    title_likeness: 0–1. is_overlap: it asks the same (R-DUP-12); the others are only near.
    """

    form: KnownForm
    shared: tuple[Shared, ...]
    n_asked: int
    covered: float
    title_likeness: float
    is_overlap: bool
