"""Which of the titles that a notice asks belong to its numbers, and which do not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.engine.admit.notices.reading import QUOTED, Notice
from qingzhuang.engine.admit.standing import Admitted
from qingzhuang.engine.admit.titles import alike, is_named_in, is_same_title, title_key, titles_of

# What comes along with a form and asks nothing by itself.
_ALONG = re.compile(
    r"^(?:填[表报写]?说明|说明|指标解释|操作手册|操作指南|使用手册|样表|填写样例|附件\d*|准入.{0,4}(?:证|书|通知书))$"
)


@dataclass(frozen=True, slots=True)
class Titling:
    """
    covering: matters whose title the notice names. strange: what it asks that is none of theirs.

    is_quoted: the strange ones stand in 《》. is_near: one of them is nearly a title of theirs.
    """

    covering: tuple[Admitted, ...] = ()
    strange: tuple[str, ...] = ()
    is_quoted: bool = False
    is_near: bool = False


def titling_of(notice: Notice, known: Sequence[Admitted]) -> Titling:
    """Titles of the notice held against those of the matters whose numbers it carries. Rule R-NTC-03."""
    quoted = [title for title in notice.titles if not _ALONG.match(title_key(title).words)]
    covering = tuple(each for each in known if _is_covered(notice, quoted, each))
    strange = tuple(title for title in quoted if not _is_any(title, known))
    if strange:
        return Titling(covering, strange, is_quoted=True, is_near=_is_near(strange, known))
    guessed = [title for title in notice.guesses if not _is_any(title, known) and not _is_part(title, known)]
    more = [clause for clause in notice.more if not _is_known(clause, known)]
    strange = (*guessed, *more)
    return Titling(covering, strange, is_near=_is_near(strange, known))


def _is_covered(notice: Notice, quoted: Sequence[str], matter: Admitted) -> bool:
    if any(is_same_title(title, matter.title) for title in quoted):
        return True
    guessed = any(is_same_title(title, matter.title) for title in notice.guesses)
    unquoted = QUOTED.sub("，", notice.text)  # what stands in 《》 and is not asked is only referred to
    return not quoted and (guessed or is_named_in(unquoted, matter.title))


def _is_any(title: str, known: Sequence[Admitted]) -> bool:
    return any(is_same_title(title, each.title) for each in known)


def _is_known(clause: str, known: Sequence[Admitted]) -> bool:
    """A clause that names a matter of theirs, or what comes along with it, asks nothing more."""
    return _ALONG.match(clause) is not None or any(is_named_in(clause, each.title) for each in known)


def _is_part(guess: str, known: Sequence[Admitted]) -> bool:
    """A guess that is the end of a title: words of the sentence stand before it, it is none of its own."""
    words = title_key(guess).words
    keys = [title_key(each.title).words for each in known]
    return any(key.endswith(words) for key in keys)


def _is_near(strange: Sequence[str], known: Sequence[Admitted]) -> bool:
    titles = titles_of(each.title for each in known)
    return any(alike(title, titles, most=1) for title in strange)
