"""The register as notices are held against it: by number, by title, by likeness."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.notices.reading import QUOTED, Notice
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.admit.standing import Admitted, Standing
from qingzhuang.engine.admit.titles import Titles, alike, is_named_in, same, titles_of

NEAR = 0.75  # likeness from which two titles may well be one matter; below they are shown, and decide nothing


class DutyLike(Protocol):
    """An item of the three lists, as far as notices need it."""

    @property
    def name(self) -> str:
        """What is to be done, as the list prints it."""

    @property
    def list_class(self) -> ListClass:
        """Which list it stands on."""


@dataclass(frozen=True, slots=True)
class Register:
    """All that was admitted, ready to be searched; worth keeping while the register does not change."""

    admitted: tuple[Admitted, ...]
    by_number: Mapping[Number, Admitted]
    titles: Titles


@dataclass(frozen=True, slots=True)
class Candidate:
    """An admitted matter a notice may be about, how alike the titles are (0–1), how its number stands."""

    admitted: Admitted
    likeness: float
    standing: Standing


def register_of(admitted: Iterable[Admitted]) -> Register:
    """
    The register, ready to be searched.

    Raises:
        ValueError: one number stands twice.
    """
    rows = tuple(admitted)
    by_number = {row.number: row for row in rows}
    if len(by_number) != len(rows):
        raise ValueError("one number stands twice")
    return Register(rows, by_number, titles_of(row.title for row in rows))


def asked_titles(notice: Notice) -> tuple[str, ...]:
    """What the notice demands, by name: as quoted, else as guessed."""
    return notice.titles or notice.guesses


def named_in_words(notice: Notice, register: Register) -> list[Admitted]:
    """Matters whose title stands whole in the text outside 《》: there may stand what is only referred to."""
    text = QUOTED.sub("，", notice.text)
    held = _held(text, register.titles, least=3)
    return [register.admitted[place] for place in held if is_named_in(text, register.admitted[place].title)]


def same_titled(notice: Notice, register: Register) -> list[Admitted]:
    """Matters of the very title: quoted, guessed, or standing whole in the text where none is quoted."""
    places = {place for title in asked_titles(notice) for place in same(title, register.titles)}
    if not notice.titles:
        held = _held(notice.text, register.titles, least=3)
        places |= {place for place in held if is_named_in(notice.text, register.admitted[place].title)}
    return [register.admitted[place] for place in sorted(places)]


def _held(text: str, titles: Titles, *, least: int) -> list[int]:
    """Places of the titles whose words, at least so many letters, stand in the text."""
    closed = "".join(text.split()).casefold()
    return [place for place, words in enumerate(titles.words) if len(words) >= least and words in closed]


def near_titled(notice: Notice, register: Register) -> list[tuple[Admitted, float]]:
    """Matters with titles like those asked, and their likeness, the likest first; at most five."""
    best: dict[int, float] = {}
    for title in asked_titles(notice)[:5]:
        for place, likeness in alike(title, register.titles):
            best[place] = max(likeness, best.get(place, 0.0))
    ordered = sorted(best.items(), key=lambda each: (-each[1], each[0]))
    return [(register.admitted[place], likeness) for place, likeness in ordered[:5]]


def duty_of(notice: Notice, duties: Sequence[DutyLike]) -> DutyLike | None:
    """The item of the three lists that the notice is about: it stands in the text, or its title is near."""
    titles = titles_of(duty.name for duty in duties)
    named = _held(notice.text, titles, least=4)
    if named:
        return duties[max(named, key=lambda place: len(titles.words[place]))]
    near = [
        hit for title in asked_titles(notice)[:5] for hit in alike(title, titles, most=1) if hit[1] >= NEAR
    ]
    return duties[max(near, key=lambda hit: hit[1])[0]] if near else None
