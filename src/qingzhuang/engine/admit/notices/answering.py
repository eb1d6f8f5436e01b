"""该不该填，查一查: whether what a notice asks was admitted."""

from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.engine.admit.notices.answers import Answer, Case, Verdict
from qingzhuang.engine.admit.notices.bounds import Meaning, label_meaning
from qingzhuang.engine.admit.notices.numbered import by_numbers
from qingzhuang.engine.admit.notices.reading import LONGEST, Notice
from qingzhuang.engine.admit.notices.register import DutyLike, Register, register_of
from qingzhuang.engine.admit.notices.unnumbered import without_number
from qingzhuang.engine.admit.standing import Admitted
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.notices import NoticesCode as Code


def answer(
    notice: Notice,
    *,
    admitted: Register | Sequence[Admitted],
    duties: Sequence[DutyLike] = (),
    on: str,
    region: str | None,
    meaning: Meaning = label_meaning,
) -> Answer:
    """
    Whether the village should do what the notice asks: 已准入, 没准入, 有号不作数 or 说不准.

    Precision first (R-NTC-03): 已准入 only where number, title, office, columns, demands and rhythm all fit;
    in doubt 说不准 with what it may be. Rescue never waits (R-NTC-07).

    Args:
        notice: as `read_notice` or `notice_of_form` read it.
        admitted: the register, of any region and day; `register_of` keeps it ready for many questions.
        duties: items of the three lists.
        on: ISO day or instant with zone, as `standing` takes it.
        region: 12-digit code of the village; None where it is not known.
        meaning: what a label asks; two labels of one meaning are the same column. The catalogue knows better
            than the words alone.
    """
    register = admitted if isinstance(admitted, Register) else register_of(admitted)
    case = Case(notice, register, duties, on, region, meaning)
    found = by_numbers(case) if notice.numbers else without_number(case)
    if notice.is_rescue and found.verdict is not Verdict.ADMITTED:
        rescue = Problem(Code.RESCUE)
        return replace(found, verdict=Verdict.UNSURE, reason=rescue, way=Problem(Code.RESCUE_FIRST), notes=())
    if notice.is_cut and found.verdict is Verdict.ADMITTED:
        cut = Problem(Code.TOO_LONG, {"n": LONGEST})
        return replace(found, verdict=Verdict.UNSURE, reason=cut, way=Problem(Code.LOOK_FIRST))
    return found


def photo_answer() -> Answer:
    """What is said of an attached photo: nobody here reads it, 减负办 may look at it. Rule R-NTC-07."""
    return Answer(Verdict.UNSURE, Problem(Code.IN_PICTURE), Problem(Code.ASK_FOR_NUMBER))
