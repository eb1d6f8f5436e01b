"""What the village is told about a notice, and the case it is told about."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.engine.admit.notices.bounds import Meaning
from qingzhuang.engine.admit.notices.reading import Notice
from qingzhuang.engine.admit.notices.register import Candidate, DutyLike, Register
from qingzhuang.engine.admit.standing import Admitted, standing
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.notices import NoticesCode as Code


class Verdict(StrEnum):
    """What the village is told first."""

    ADMITTED = "admitted"
    NOT_ADMITTED = "not_admitted"
    NOT_VALID = "not_valid"  # a number stands there, and it does not count for this
    UNSURE = "unsure"


VERDICT_NAMES = {
    Verdict.ADMITTED: "已准入",
    Verdict.NOT_ADMITTED: "没准入",
    Verdict.NOT_VALID: "有号，不作数",
    Verdict.UNSURE: "说不准",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What the village is told: verdict, why, and the way on; each in one sentence.

    admitted: the matters whose numbers the notice carries, as far as the register knows them. candidates:
    matters it may be about, the likest first. fields, features: what is asked beyond the admission.
    notes: what else to know.
    """

    verdict: Verdict
    reason: Problem
    way: Problem
    admitted: tuple[Admitted, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    fields: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def sentence(self) -> str:
        """Why, in one sentence."""
        return self.reason.sentence

    @property
    def until(self) -> str:
        """The first last day of the numbers that cover it, ISO; "" unless it is admitted."""
        days = [each.ends_on for each in self.admitted]
        return min(days, default="") if self.verdict is Verdict.ADMITTED else ""

    @property
    def may_refuse(self) -> bool:
        """Whether the village may send a refusal: rescue, news and what is admitted are not refused."""
        return self.verdict in (Verdict.NOT_ADMITTED, Verdict.NOT_VALID)

    @property
    def may_ask(self) -> bool:
        """Whether asking the sender for the number helps."""
        return self.verdict is Verdict.UNSURE and self.reason.code not in _NOT_TO_ASK


_NOT_TO_ASK = frozenset(
    {
        Code.RESCUE,
        Code.NOTHING_ASKED,
        Code.NOTHING_READ,
        Code.OUR_DUTY,
        Code.IN_PICTURE,
        Code.TOO_LONG,
        Code.ENDS,
    }
)


@dataclass(frozen=True, slots=True)
class Case:
    """A notice before the register: all that the rules look at."""

    notice: Notice
    register: Register
    duties: Sequence[DutyLike]
    on: str
    region: str | None
    meaning: Meaning

    def candidate(self, admitted: Admitted, likeness: float) -> Candidate:
        """The matter with its standing here and on this day."""
        return Candidate(admitted, likeness, standing(admitted, on=self.on, region=self.region))
