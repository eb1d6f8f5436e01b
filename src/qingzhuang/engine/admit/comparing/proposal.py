"""The least burdensome way (改为取数+并表): what is supplied, what is asked, and which form it can join."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qingzhuang.engine.admit.clashes import is_in_same_villages
from qingzhuang.engine.admit.comparing.domain import HeldField, KnownForm
from qingzhuang.engine.admit.comparing.index import OverlapIndex
from qingzhuang.engine.admit.comparing.terms import title_likeness
from qingzhuang.engine.admit.domain import Application, Kind
from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind

_CAN_BE_JOINED = frozenset({Kind.FORM, Kind.LEDGER, Kind.TASK})


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    supplied: fields the platform gives. asked: fields that are left for the village. join: live matter the
    asked ones go into, None where none fits. sentence: Chinese, for officer and reviewer.
    """

    supplied: tuple[HeldField, ...]
    asked: tuple[HeldField, ...]
    join: KnownForm | None
    sentence: str

    @property
    def is_new_form(self) -> bool:
        """Whether a form of its own still goes to the villages, however small."""
        return bool(self.asked) and self.join is None


def propose(
    application: Application, held: Sequence[HeldField], *, index: OverlapIndex, leave_out: str = ""
) -> Proposal | None:
    """
    The least burdensome way to what the application wants; None where it asks no data. Rule R-DUP-13.

    index: known forms; only live ones that the same villages answer as often, about the same kind of subject,
    can be joined; the one that shares most fields is taken, any fields (姓名 shows that it lists people too).
    leave_out: id of the matter itself.
    """
    data = [field for field in held if field.is_data]
    if not data:
        return None
    supplied = tuple(field for field in data if field.is_held or field.is_noted)
    asked = tuple(field for field in data if field not in supplied)
    join = _joinable(application, index, leave_out) if asked else None
    return Proposal(supplied, asked, join, _sentence(len(supplied), len(asked), join))


def with_join(held: Iterable[HeldField], proposal: Proposal | None) -> tuple[HeldField, ...]:
    """The fields with 并入《…》 as the treatment of those that join another form."""
    if proposal is None or proposal.join is None:
        return tuple(held)
    words = f"并入《{proposal.join.title}》"
    return tuple(
        replace(field, treatment=words) if field in proposal.asked and not field.is_doubtful else field
        for field in held
    )


def _joinable(application: Application, index: OverlapIndex, leave_out: str) -> KnownForm | None:
    own = {field.element for field in application.fields if field.element}
    subject = _subject(own, index.catalogue)
    fitting = [
        form
        for form in index.forms
        if form.is_live
        and form.id != leave_out
        and form.kind in _CAN_BE_JOINED
        and form.frequency is not None
        and form.frequency is application.frequency
        and is_in_same_villages(application.regions, form.regions)
        and _subject((key for _, key in form.fields), index.catalogue) is subject
    ]
    scored = [(_shared(own, form), title_likeness(application.title, form.title), form) for form in fitting]
    best = max(scored, key=lambda each: each[:2], default=None)
    return best[2] if best is not None and best[0] else None


def _shared(own: set[str], form: KnownForm) -> int:
    return len(own & {key for _, key in form.fields})


def _subject(keys: Iterable[str], catalogue: Catalogue) -> SubjectKind | None:
    """What most of these elements are about, places and the sheet's own blanks left out; None if unknown."""
    elements = [catalogue.elements.get(key.partition("@")[0]) for key in keys if not key.startswith("place.")]
    kinds = Counter(each.subject for each in elements if each is not None)
    del kinds[SubjectKind.RECORD]
    return kinds.most_common(1)[0][0] if kinds else None


def _sentence(n_supplied: int, n_asked: int, join: KnownForm | None) -> str:
    into = f"并进《{join.title}》" if join else ""
    if not n_asked:
        return f"建议不发表：{n_supplied} 项都由平台供数，村里不用填。"
    if not n_supplied:
        return (
            f"建议不新发表：{n_asked} 项{into}，一起填。" if join else f"{n_asked} 项都要村里填，没有能少的。"
        )
    if join:
        return f"建议不新发表：{n_supplied} 项由平台供数，{n_asked} 项{into}，一起填。"
    return f"建议只发 {n_asked} 项的小表，另外 {n_supplied} 项由平台供数。"
