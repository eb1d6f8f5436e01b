"""A notice that carries admission numbers: do they stand, and is what it asks theirs?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, Frequency
from qingzhuang.engine.admit.notices.answers import Answer, Case, Verdict
from qingzhuang.engine.admit.notices.bounds import beyond_features, beyond_fields, is_oftener
from qingzhuang.engine.admit.notices.offices import is_other_office
from qingzhuang.engine.admit.notices.register import Candidate, named_in_words
from qingzhuang.engine.admit.notices.titling import Titling, titling_of
from qingzhuang.engine.admit.notices.unnumbered import candidates_of
from qingzhuang.engine.admit.standing import Admitted, printed
from qingzhuang.engine.admit.titles import is_same_title
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.notices import NoticesCode as Code


def by_numbers(case: Case) -> Answer:
    """
    What to say of a notice with numbers: 已准入 only if every number it carries is known and good, every
    title it asks is one of theirs, and nothing is asked beyond them. Rules R-NTC-03 to R-NTC-06.
    """
    numbers = case.notice.numbers
    known = [each for each in map(case.register.by_number.get, numbers) if each is not None]
    if not known:
        return _unknown(case)
    if len(known) < len(numbers):
        unknown = "、".join(str(each) for each in numbers if each not in case.register.by_number)
        reason = Problem(Code.SOME_UNKNOWN, {"n": len(numbers), "unknown": unknown})
        return _unsure(case, reason, Code.ASK_FOR_NUMBER, known)
    ended = [each for each in (case.candidate(one, 1.0) for one in known) if not each.standing.is_good]
    if ended:
        return _ended(case, known, ended)
    titling = titling_of(case.notice, known)
    return _by_titles(case, known, titling) or _by_bounds(case, titling.covering)


def _unknown(case: Case) -> Answer:
    """None of the numbers stands in the register."""
    numbers = "、".join(map(str, case.notice.numbers))
    candidates = candidates_of(case)
    exact = [each for each in candidates if each.likeness == 1.0 and each.standing.is_good]
    if exact:
        said = {"numbers": numbers, "number": str(exact[0].admitted.number)}
        reason = Problem(Code.SAME_BUT_UNKNOWN, said)
        return Answer(Verdict.UNSURE, reason, Problem(Code.ASK_FOR_NUMBER), candidates=candidates)
    reason = Problem(Code.UNKNOWN_NUMBER, {"numbers": numbers})
    return Answer(Verdict.NOT_ADMITTED, reason, Problem(Code.MAY_REFUSE), candidates=candidates)


def _ended(case: Case, known: Sequence[Admitted], ended: Sequence[Candidate]) -> Answer:
    """At least one number does not count here and today."""
    if len(ended) == len(known):
        return _not_valid(case, ended[0].standing.problem, Code.MAY_REFUSE, known)
    why = ended[0].standing.sentence
    return _unsure(case, Problem(Code.SOME_ENDED, {"n": len(known), "why": why}), Code.LOOK_FIRST, known)


def _by_titles(case: Case, known: Sequence[Admitted], titling: Titling) -> Answer | None:
    """What the titles say against it; None if titles and numbers cover each other."""
    if titling.strange:
        return _strange(case, known, titling)
    besides = [each for each in named_in_words(case.notice, case.register) if not _is_same(each, known)]
    if besides and titling.covering:
        return _strange(case, known, replace(titling, strange=tuple(each.title for each in besides)))
    nameless = [each for each in known if each not in titling.covering]
    if nameless:
        said = {"number": str(nameless[0].number), "title": nameless[0].title}
        return _unsure(case, Problem(Code.NO_TITLE, said), Code.LOOK_FIRST, known)
    if case.notice.ends:
        return _unsure(case, Problem(Code.ENDS, {"words": case.notice.ends[0]}), Code.LOOK_FIRST, known)
    return None


def _is_same(matter: Admitted, known: Sequence[Admitted]) -> bool:
    return any(
        is_same_title(matter.title, each.title) or is_same_title(each.title, matter.title) for each in known
    )


def _strange(case: Case, known: Sequence[Admitted], titling: Titling) -> Answer:
    """Something is asked that is none of its numbers' matters: another matter, or one more."""
    first = (titling.covering or tuple(known))[0]
    said = {"number": str(first.number), "title": first.title, "asked": "”“".join(titling.strange)}
    if not titling.covering:
        if titling.is_near:
            return _unsure(case, Problem(Code.NEAR_ITS_TITLE, said), Code.LOOK_FIRST, known)
        return _not_valid(case, Problem(Code.OTHER_MATTER, said), Code.MAY_REFUSE, known)
    if titling.is_near or not titling.is_quoted:
        return _unsure(case, Problem(Code.ALSO_ASKS, said), Code.LOOK_FIRST, known)
    return _not_valid(case, Problem(Code.BEYOND_TITLES, said), Code.DO_ADMITTED_PART, known)


def _by_bounds(case: Case, covering: Sequence[Admitted]) -> Answer:
    """The title fits; what else is asked may go beyond the number."""
    notice, number = case.notice, "、".join(str(each.number) for each in covering)
    offices = tuple(office for each in covering for office in (each.issuer, *each.helpers))
    if is_other_office(notice.office, offices):
        said = {"number": number, "admitted": "、".join(dict.fromkeys(offices)), "asked": notice.office}
        return _unsure(case, Problem(Code.OTHER_OFFICE, said), Code.ASK_FOR_NUMBER, covering)
    features = beyond_features(notice, covering)
    if features:
        said = {"number": number, "n": str(len(features)), "features": "、".join(features)}
        return _not_valid(
            case, Problem(Code.BEYOND_FEATURES, said), Code.DO_ADMITTED_PART, covering, features=features
        )
    fields = _fields_beyond(case, covering)
    if fields:
        said = {"number": number, "n": str(len(fields)), "fields": "、".join(fields)}
        return _not_valid(
            case, Problem(Code.BEYOND_FIELDS, said), Code.DO_ADMITTED_PART, covering, fields=fields
        )
    if is_oftener(notice.frequency, covering):
        return _not_valid(case, _oftener(number, notice.frequency, covering), Code.DO_ADMITTED_PART, covering)
    return _admitted(case, covering)


def _fields_beyond(case: Case, covering: Sequence[Admitted]) -> tuple[str, ...]:
    """Columns beyond the admission; a matter whose columns were never written down cannot be compared."""
    if not all(each.fields for each in covering):
        return ()
    allowed = [label for each in covering for label in each.fields]
    return beyond_fields(case.notice.fields, allowed, meaning=case.meaning)


def _oftener(number: str, asked: Frequency | None, covering: Sequence[Admitted]) -> Problem:
    rhythm = "、".join(dict.fromkeys(FREQUENCY_NAMES[each.frequency or Frequency.ONCE] for each in covering))
    said = {"number": number, "admitted": rhythm, "asked": FREQUENCY_NAMES[asked] if asked else ""}
    return Problem(Code.OFTENER, said)


def _admitted(case: Case, covering: Sequence[Admitted]) -> Answer:
    said = {
        "numbers": "、".join(str(each.number) for each in covering),
        "title": "”“".join(each.title for each in covering),
        "until": printed(min(each.ends_on for each in covering)),
    }
    notes = tuple(_unwritten(case, covering))
    return Answer(
        Verdict.ADMITTED, Problem(Code.ADMITTED, said), Problem(Code.DO_IT), tuple(covering), notes=notes
    )


def _unwritten(case: Case, covering: Sequence[Admitted]) -> Iterator[Problem]:
    for each in covering:
        if case.notice.fields and not each.fields:
            yield Problem(Code.FIELDS_UNWRITTEN, {"number": str(each.number)})


def _unsure(case: Case, reason: Problem, way: Code, known: Sequence[Admitted]) -> Answer:
    candidates = tuple(case.candidate(each, 1.0) for each in known)
    others = tuple(each for each in candidates_of(case) if each.admitted not in known)
    return Answer(Verdict.UNSURE, reason, Problem(way), tuple(known), (*candidates, *others)[:5])


def _not_valid(
    case: Case,
    reason: Problem,
    way: Code,
    known: Sequence[Admitted],
    *,
    fields: tuple[str, ...] = (),
    features: tuple[str, ...] = (),
) -> Answer:
    others = tuple(each for each in candidates_of(case) if each.admitted not in known)
    return Answer(Verdict.NOT_VALID, reason, Problem(way), tuple(known), others, fields, features)
