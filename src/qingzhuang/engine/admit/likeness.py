"""How like two applications are, for putting them side by side on a reviewer's desk."""

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.titles import title_key

ALIKE_FROM = 0.6  # by title or by what is asked, R-REV-05


def likeness(one: Application, other: Application) -> float:
    """
    0–1: the larger of how alike their titles are and which share of all their fields both ask. Rule R-REV-05.

    Fields are the same when their element is, or their label where no element is known.
    """
    titles = ratio(title_key(one.title).words, title_key(other.title).words) / 100
    ours, theirs = _asked(one), _asked(other)
    shared = len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0
    return max(titles, shared)


def grouped(applications: Sequence[Application]) -> tuple[tuple[int, ...], ...]:
    """
    Positions of the applications, like ones together: each joins the group of the first one it is like.

    Groups stand in the order of their first member, members in order; only one kind in a group.
    """
    groups: list[list[int]] = []
    for at, application in enumerate(applications):
        for group in groups:
            first = applications[group[0]]
            if first.kind is application.kind and likeness(first, application) >= ALIKE_FROM:
                group.append(at)
                break
        else:
            groups.append([at])
    return tuple(map(tuple, groups))


def _asked(application: Application) -> frozenset[str]:
    return frozenset(field.element or field.label for field in application.fields)
