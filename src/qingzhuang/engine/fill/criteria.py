"""Who is asked for: 年龄>=80，低保=是 as criteria over the catalogue's elements."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rapidfuzz import fuzz, process

from qingzhuang.engine.catalogue.elements import ASKABLE, Catalogue, DataElement
from qingzhuang.engine.collect.keys import GROUP
from qingzhuang.engine.fill.answers import Answer, Known, NotApplicable
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.fill import FillCode
from qingzhuang.engine.read.naming import key_called
from qingzhuang.engine.values.codes import find
from qingzhuang.engine.values.domain import Kind
from qingzhuang.engine.values.groups import plain_group
from qingzhuang.engine.values.parsing import parse
from qingzhuang.engine.values.sameness import is_same_meaning

AGE = "person.age"


@dataclass(frozen=True, slots=True)
class Criterion:
    """
    One condition. operator: one of = != > >= < <=. values: canonical; one of them must fit (一级|二级),
    one only where the operator compares sizes. text: as asked.
    """

    key: str
    operator: str
    values: tuple[str, ...]
    element: DataElement
    text: str


Criteria = tuple[Criterion, ...]

_ORDER = (">=", "<=", ">", "<")
_CONDITION = re.compile(r"^(?P<name>.+?)\s*(?P<operator>>=|<=|!=|==|=|>|<)\s*(?P<value>.+)$")
_AGE_BEFORE = re.compile(r"^(?:年龄)?(?:满|年满|已满)?(\d{1,3})(?:周)?岁(及|及其|含)?(以上|以下)?$")
_AGE_AFTER = re.compile(r"^(?:年龄)(?:满|年满|已满)?(\d{1,3})(?:周)?岁?(?:及|含)?(以上|以下)?$")
_SIGNS = str.maketrans({"≥": ">=", "≤": "<=", "≠": "!=", "﹥": ">", "﹤": "<", "≧": ">=", "≦": "<="})


def parse_who(text: str, catalogue: Catalogue) -> Criteria:
    """
    The criteria that a text asks for, all of which must hold.

    text: conditions joined by a comma, `年龄>=80，低保=是`. A membership may stand alone (低保), and so may
    an age (满80岁, 60岁以上; the age itself counts, with 以下 too).

    Raises:
        RefusedError: an element, value or sign that is not understood; its sentence lists what can be used.

    """
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    parts = [part.strip() for part in re.split(r"[,，;；]", plain) if part.strip()]
    if not parts:
        raise RefusedError(Problem(FillCode.WHO_EMPTY))
    return tuple(_criterion(part, catalogue) for part in parts)


def is_meant(book: VillageBook, subject: Profile, criteria: Criteria, *, on: str) -> bool | None:
    """Whether all criteria hold for a subject; None where a value needed to tell is unknown."""
    verdicts = [_holds(look_up(book, subject, c.key, on=on), c) for c in criteria]
    if False in verdicts:
        return False
    return None if None in verdicts else True


def _criterion(part: str, catalogue: Catalogue) -> Criterion:
    age = _AGE_BEFORE.match(part) or _AGE_AFTER.match(part)
    if age and AGE in catalogue.elements:
        operator = "<=" if part.endswith("以下") else ">="
        return Criterion(AGE, operator, (age.group(1),), catalogue.elements[AGE], part)
    found = _CONDITION.match(part)
    if found is None:
        return _bare_membership(part, catalogue)
    key, element = _element(found.group("name"), catalogue)
    operator = "=" if found.group("operator") == "==" else found.group("operator")
    is_sized = element.domain.kind in (Kind.NUMBER, Kind.DATE)
    if operator in _ORDER and not is_sized:
        raise RefusedError(Problem(FillCode.WHO_NO_ORDER, {"name": found.group("name")}))
    values = [found.group("value")] if operator in _ORDER else re.split(r"[|、]|或", found.group("value"))
    canonical = tuple(
        _value(value.strip(), element, found.group("name")) for value in values if value.strip()
    )
    return Criterion(key, operator, canonical, element, part)


def _bare_membership(part: str, catalogue: Catalogue) -> Criterion:
    try:
        key, element = _element(part, catalogue)
    except RefusedError:
        raise RefusedError(Problem(FillCode.WHO_UNREADABLE, {"text": part})) from None
    if element.domain.kind is not Kind.BOOLEAN:
        raise RefusedError(Problem(FillCode.WHO_UNREADABLE, {"text": part}))
    return Criterion(key, "=", ("是",), element, part)


def _element(name: str, catalogue: Catalogue) -> tuple[str, DataElement]:
    """The element that a name means: its code, a label (低保 for 是否低保), or a sure match."""
    plain = name.strip()
    key = key_called(plain, catalogue)
    if key is not None:
        return key, catalogue[key]
    raise RefusedError(
        Problem(FillCode.WHO_UNKNOWN_ELEMENT, {"name": plain, "close": _close(plain, catalogue)})
    )


def _close(name: str, catalogue: Catalogue) -> str:
    """Up to six names of elements, the nearest first."""
    names = sorted(e.name for e in catalogue.elements.values() if e.subject in ASKABLE)
    return "、".join(found for found, _, _ in process.extract(name, names, scorer=fuzz.ratio, limit=6))


def _value(text: str, element: DataElement, name: str) -> str:
    if element.code == GROUP:
        return text
    entries = element.domain.code_list
    if entries is not None and find(entries, text) is None:
        close = "、".join(entry.label for entry in entries.entries[:12])
        raise RefusedError(Problem(FillCode.WHO_UNKNOWN_VALUE, {"name": name, "value": text, "close": close}))
    parsed = parse(text, element.domain)
    if isinstance(parsed, Problem):
        why = {"name": name, "value": text, "why": parsed.sentence}
        raise RefusedError(Problem(FillCode.WHO_BAD_VALUE, why))
    return parsed.value


def _holds(answer: Answer, criterion: Criterion) -> bool | None:
    if isinstance(answer, NotApplicable):
        return criterion.operator == "!="
    if not isinstance(answer, Known):
        return None
    if criterion.operator in _ORDER:
        return _compares(answer.value, criterion)
    is_one = any(_is_same(answer.value, value, criterion.element) for value in criterion.values)
    return is_one if criterion.operator == "=" else not is_one


def _is_same(held: str, asked: str, element: DataElement) -> bool:
    if element.code == GROUP:
        return plain_group(held) == plain_group(asked)
    return is_same_meaning(held, asked, element.domain)


def _compares(held: str, criterion: Criterion) -> bool | None:
    asked = criterion.values[0]
    if criterion.element.domain.kind is Kind.DATE:
        width = min(len(held), len(asked))
        return _ordered(held[:width], asked[:width], criterion.operator)
    try:
        return _ordered(Decimal(held), Decimal(asked), criterion.operator)
    except InvalidOperation:
        return None


def _ordered(held: str | Decimal, asked: str | Decimal, operator: str) -> bool:
    left, right = (held, asked) if isinstance(held, str) else (Decimal(held), Decimal(asked))
    if left == right:
        return operator in (">=", "<=")
    is_greater = left > right  # type: ignore[operator]  # both texts or both numbers, by the lines above
    return is_greater == operator.startswith(">")
