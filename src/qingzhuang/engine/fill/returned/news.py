"""Which words of a form that came back are news: neither ours as we write them, nor of the same meaning."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from qingzhuang.engine.catalogue.elements import SubjectKind
from qingzhuang.engine.collect.keys import HOUSEHOLD_NO, LABEL, NAME
from qingzhuang.engine.collect.returned.prints import print_key
from qingzhuang.engine.fill.answers import Answer, Conflict, Known
from qingzhuang.engine.fill.asking import LABEL_DOMAIN, Asking, Place, answer_cell, domain_of
from qingzhuang.engine.fill.blanks import element_of
from qingzhuang.engine.fill.fields import Asked, FormSheet, label_keys
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.returned.targets import Target, target_of
from qingzhuang.engine.fill.returned.understood import understood
from qingzhuang.engine.fill.subjects import NAME_OF_HEAD
from qingzhuang.engine.know.profile import Claim, Profile
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.engine.values.domain import Raw, Written
from qingzhuang.engine.values.numbers import as_decimal
from qingzhuang.engine.values.parsing import is_blank, says_nothing
from qingzhuang.engine.values.sameness import is_same_meaning
from qingzhuang.engine.values.text import name_key

_HEAD_NAMES = frozenset({"household.head_name", NAME_OF_HEAD})
_FIXED = frozenset({HOUSEHOLD_NO, *_HEAD_NAMES})  # what moves people between households is a roster's word


@dataclass(frozen=True, slots=True)
class News:
    """
    A word that we did not hold. before: the value it replaces, or those in conflict it settles, "" for a gap.
    against: what we held.
    """

    target: Target
    value: str
    before: str = ""
    against: tuple[Claim, ...] = ()

    @property
    def is_change(self) -> bool:
        """Whether it replaces or settles what was held."""
        return bool(self.before)


@dataclass(frozen=True, slots=True)
class Left:
    """A cell from which nothing is taken. why: blanked (ours, now blank), computed, or "" for nothing new."""

    why: str = ""


NOTHING_NEW, BLANKED, COMPUTED = Left(), Left("blanked"), Left("computed")


def key_for(asked: Asked, asking: Asking) -> str | None:
    """
    The fact key an answer to a field goes under: its own; of an element nobody told of yet; else its label's
    (R-RET-12). None for what belongs to the sheet.
    """
    if asked.key is not None:
        return asked.key
    element = element_of(asking.book, asked.match.key or "") if asked.match.binding.value == "auto" else None
    if element is not None:
        return None if element.subject is SubjectKind.RECORD else asked.match.key
    keys = label_keys(asked.field)
    return keys[-1] if keys else None


def news_of(
    asking: Asking, sheet: FormSheet, asked: Asked, subject: Profile, word: Raw
) -> News | Left | Problem:
    """
    What the word in one cell means for one subject: news, nothing new, or why it cannot be taken.

    word: the cell's own value, or the text in its blank; None for a blank.
    """
    planned = _as_sent(asking, sheet, asked, subject)
    if is_blank(word):
        return NOTHING_NEW if planned is None else BLANKED
    key = key_for(asked, asking)
    if key is None or (planned is not None and is_as_written(planned, word)) or _is_mark(asked, word):
        return NOTHING_NEW
    domain = domain_of(asking, key)
    if says_nothing(word, domain):
        return NOTHING_NEW
    value = understood(word, domain, label=asked.field.label, unit=asked.field.unit or asked.match.unit)
    if isinstance(value, Problem):
        return value
    return _against_held(asking, asked, subject, key, value) if value else NOTHING_NEW


def _as_sent(asking: Asking, sheet: FormSheet, asked: Asked, subject: Profile) -> Written | None:
    """What we would write into this field for this subject, today as when it was sent."""
    at = (asked.field.row, asked.field.column)
    place = Place(sheet.layout.name, *at, at, bool(asked.field.printed.strip()))
    planned = answer_cell(asking, sheet, asked, subject, place)
    return None if planned is None or planned.write is None else planned.write.value


def is_as_sent(asking: Asking, sheet: FormSheet, asked: Asked, subject: Profile, word: Raw) -> bool:
    """Whether a word is what we would write into this field for this subject."""
    planned = _as_sent(asking, sheet, asked, subject)
    return planned is not None and is_as_written(planned, word)


def is_as_written(planned: Written, word: Raw) -> bool:
    """Whether a returned cell shows what we wrote, in whatever type another program saved it."""
    if isinstance(planned, date) or isinstance(word, date):
        return str(planned) == str(word)
    if isinstance(word, int | float) or isinstance(planned, int | Decimal):
        one, other = as_decimal(str(planned)), as_decimal(str(word))
        return isinstance(one, Decimal) and isinstance(other, Decimal) and one == other
    return print_key(str(planned)) == print_key(str(word))


def _is_mark(asked: Asked, word: Raw) -> bool:
    return asked.mark is not None and print_key(str(word)) == print_key(asked.mark)


def _against_held(
    asking: Asking, asked: Asked, subject: Profile, key: str, value: str
) -> News | Left | Problem:
    domain, book = domain_of(asking, key), asking.book
    whose = (book.household_of(subject) if asked.is_of_household else None) or subject
    answer = look_up(book, whose, key, on=asked.day or asking.on)
    if isinstance(answer, Known) and _is_same(key, value, answer.value, asking):
        return NOTHING_NEW
    element = element_of(book, key)
    if element is not None and element.is_derived:
        return COMPUTED
    if key in _FIXED and isinstance(answer, Known):
        return Problem(ReturningCode.CELL_HEAD, {"label": asked.field.label or ""})
    target = target_of(book, subject, asked, key)
    if isinstance(target, Problem):
        return target
    held = target.holder.holdings.get(target.key)
    if held is not None and not held.is_conflict and is_same_meaning(held.claim.value, value, domain):
        return NOTHING_NEW
    return News(target, value, _before(answer), _claims(answer, target))


def _is_same(key: str, one: str, other: str, asking: Asking) -> bool:
    if key.partition("@")[0] in (NAME, *_HEAD_NAMES):
        return name_key(one) == name_key(other)
    domain = domain_of(asking, key)
    if domain is LABEL_DOMAIN or key.startswith(LABEL):
        a, b = as_decimal(one), as_decimal(other)
        if isinstance(a, Decimal) and isinstance(b, Decimal):
            return a == b
    return is_same_meaning(one, other, domain)


def _before(answer: Answer) -> str:
    if isinstance(answer, Known):
        return answer.value
    return "／".join(claim.value for claim in answer.claims) if isinstance(answer, Conflict) else ""


def _claims(answer: Answer, target: Target) -> tuple[Claim, ...]:
    if isinstance(answer, Conflict):
        return answer.claims
    held = target.holder.holdings.get(target.key)
    return () if held is None else (held.claim,)
