"""A notice without an admission number. It is never called admitted: its sender can add the number."""

import re
from dataclasses import replace

from qingzhuang.engine.admit.domain import Kind, ListClass
from qingzhuang.engine.admit.notices.answers import Answer, Case, Verdict
from qingzhuang.engine.admit.notices.register import (
    NEAR,
    Candidate,
    DutyLike,
    asked_titles,
    duty_of,
    near_titled,
    same_titled,
)
from qingzhuang.engine.admit.standing import printed
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.notices import NoticesCode as Code


def candidates_of(case: Case) -> tuple[Candidate, ...]:
    """Matters the notice may be about: of the same title first, then alike; at most five."""
    exact = same_titled(case.notice, case.register)
    near = [each for each in near_titled(case.notice, case.register) if each[0] not in exact]
    found = [*((each, 1.0) for each in exact), *near]
    return tuple(case.candidate(admitted, likeness) for admitted, likeness in found[:5])


def without_number(case: Case) -> Answer:
    """
    What to say of a notice without a number: 说不准 where a good number of the same or a near title is
    known, else 没准入, unless nothing is asked or nothing can be read. Rules R-NTC-04, R-NTC-05, R-NTC-07.
    """
    found = _by_title(case)
    return _with_reference(case.notice.references[0], found) if case.notice.references else found


def _by_title(case: Case) -> Answer:
    candidates = candidates_of(case)
    good = [each for each in candidates if each.standing.is_good]
    exact = [each for each in good if each.likeness == 1.0]
    if exact:
        return _unsure(_same_title(exact[0]), Code.ASK_FOR_NUMBER, candidates)
    near = sum(each.likeness >= NEAR for each in good)
    if near:
        return _unsure(Problem(Code.NEAR_TITLE, {"n": near}), Code.LOOK_FIRST, candidates)
    return _unreadable(case, candidates) or _not_admitted(case, candidates)


def _with_reference(reference: str, found: Answer) -> Answer:
    """The same, and that what looks like a number is the reference of an application. Rule R-NUM-14."""
    problem = Problem(Code.ONLY_REFERENCE, {"reference": reference})
    code = found.reason.code
    if code is Code.NOTHING_ASKED:
        return replace(found, verdict=Verdict.NOT_ADMITTED, reason=problem, way=Problem(Code.MAY_REFUSE))
    if code not in _REPLACED | _KEPT_BESIDE:
        return replace(found, notes=(problem, *found.notes))
    beside = (found.reason,) if code in _KEPT_BESIDE else ()
    return replace(found, reason=problem, notes=(*beside, *found.notes))


# Reasons that the reference says better, and those that still say something beside it.
_REPLACED = frozenset({Code.NO_NUMBER, Code.NEEDS_NONE, Code.NOTHING_ASKED})
_KEPT_BESIDE = frozenset({Code.SAME_TITLE_ENDED, Code.NOT_OURS, Code.SAME_TITLE, Code.NEAR_TITLE})


def _same_title(candidate: Candidate) -> Problem:
    found = candidate.admitted
    said = {"number": str(found.number), "office": found.issuer, "until": printed(found.ends_on)}
    return Problem(Code.SAME_TITLE, said)


def _unreadable(case: Case, candidates: tuple[Candidate, ...]) -> Answer | None:
    """Nothing is asked in words, or what is asked lies in a picture."""
    notice = case.notice
    if not re.search(r"\w", notice.text):
        return _unsure(Problem(Code.NOTHING_READ), Code.ASK_FOR_NUMBER, candidates)
    if notice.is_in_picture and not (candidates and candidates[0].likeness == 1.0):
        return _unsure(Problem(Code.IN_PICTURE), Code.ASK_FOR_NUMBER, candidates)
    if notice.kind is None and not notice.features and not notice.fields and not asked_titles(notice):
        return _unsure(Problem(Code.NOTHING_ASKED), Code.LEAVE_IT, candidates)
    return None


def _not_admitted(case: Case, candidates: tuple[Candidate, ...]) -> Answer:
    duty = duty_of(case.notice, case.duties)
    if duty is not None and duty.list_class is ListClass.NOT_OURS:
        reason = Problem(Code.NOT_OURS, {"duty": duty.name})
        return Answer(Verdict.NOT_ADMITTED, reason, Problem(Code.MAY_REFUSE), candidates=candidates)
    if duty is not None and _is_plain_task(case):
        reason = Problem(Code.OUR_DUTY, {"duty": duty.name})
        return _unsure(reason, Code.DO_IT, candidates)
    ended = [each for each in candidates if each.likeness == 1.0]
    if ended:
        reason = Problem(Code.SAME_TITLE_ENDED, {"why": ended[0].standing.sentence})
    else:
        reason = Problem(Code.NEEDS_NONE if case.notice.is_denied else Code.NO_NUMBER)
    notes = _duty_notes(duty)
    return Answer(Verdict.NOT_ADMITTED, reason, Problem(Code.MAY_REFUSE), candidates=candidates, notes=notes)


def _is_plain_task(case: Case) -> bool:
    """Work and nothing to be written: no form, no columns, nothing demanded besides."""
    notice = case.notice
    return notice.kind is Kind.TASK and not (notice.fields or notice.features or notice.titles)


def _duty_notes(duty: DutyLike | None) -> tuple[Problem, ...]:
    """That the work itself is the village's, where a list says so."""
    if duty is None or duty.list_class is ListClass.OFF_LIST:
        return ()
    return (Problem(Code.DUTY_BUT_FORM, {"duty": duty.name}),)


def _unsure(reason: Problem, way: Code, candidates: tuple[Candidate, ...]) -> Answer:
    return Answer(Verdict.UNSURE, reason, Problem(way), candidates=candidates)
