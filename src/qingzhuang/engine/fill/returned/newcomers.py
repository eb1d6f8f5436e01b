"""Somebody whom the village added to a list: read like a row of a roster. Rule R-RET-08."""

from qingzhuang.engine.fill.asking import Asking, domain_of
from qingzhuang.engine.fill.blanks import element_of
from qingzhuang.engine.fill.fields import Asked
from qingzhuang.engine.fill.lookup import SELF_ROLES
from qingzhuang.engine.fill.returned.news import key_for
from qingzhuang.engine.fill.returned.understood import understood
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.values.domain import Raw
from qingzhuang.engine.values.parsing import says_nothing


def words_of_newcomer(asking: Asking, asked: Asked, word: Raw | Problem) -> tuple[str, str] | Problem | None:
    """Fact key and value of one cell; None where it says nothing that is kept."""
    key = key_for(asked, asking)
    if isinstance(word, Problem) or key is None:
        return word if isinstance(word, Problem) else None
    code, _, role = key.partition("@")
    key = code if role in SELF_ROLES else key
    element, domain = element_of(asking.book, key), domain_of(asking, key)
    if (element is not None and element.is_derived) or says_nothing(word, domain):
        return None
    value = understood(word, domain, label=asked.field.label, unit=asked.field.unit or asked.match.unit)
    if isinstance(value, Problem):
        return value
    return (key, value) if value else None
