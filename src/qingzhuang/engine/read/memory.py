"""Ask once, remember: which confirmed bindings hold for an issuer. Rule R-MAT-09."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.match import Memory

# A binding is taken over by everybody once this many issuers' forms were confirmed alike.
ISSUERS_TO_WIDEN = 2


@dataclass(frozen=True, slots=True)
class Confirmation:
    """
    One answer to "what does this label mean?".

    issuer: who issued the form. path_key: made by `path_key`. element_key: `person.phone`,
    `person.phone@father`, or "" for none of our data. day: ISO. author: account name.
    """

    issuer: str
    path_key: str
    element_key: str
    day: str
    author: str = ""


def path_key(path: Sequence[str]) -> str:
    """
    The key of a label path: its labels as compared, outermost first, joined by `/`.

    >>> path_key(["监护人 ", "联系电话："])
    '监护人/联系电话'
    """
    return "/".join(label_key(label) for label in path if label)


def memory_for(rows: Iterable[Confirmation], issuer: str) -> Memory:
    """
    What is remembered for forms of this issuer: path key → element key. Rows of one day count in their order.

    An issuer's own last answer holds, unless it contradicts the one before: then it is asked again until two
    answers in a row agree. Without answers of its own, what two issuers agree on holds if none disagrees.
    Answers for forms of nobody in particular (issuer "") hold for such forms only. Rule R-MAT-34.
    """
    told: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(rows, key=lambda row: row.day):
        told[row.path_key][row.issuer].append(row.element_key)
    found = {key: _binding(by_issuer, issuer) for key, by_issuer in told.items()}
    return {key: binding for key, binding in found.items() if binding is not None}


def _binding(by_issuer: Mapping[str, Sequence[str]], issuer: str) -> str | None:
    if issuer in by_issuer:
        return _settled(by_issuer[issuer])
    settled = [_settled(answers) for name, answers in by_issuer.items() if name]
    agreed = set(settled)
    return agreed.pop() if len(agreed) == 1 and len(settled) >= ISSUERS_TO_WIDEN else None


def _settled(answers: Sequence[str]) -> str | None:
    return answers[-1] if len(set(answers[-2:])) == 1 else None
