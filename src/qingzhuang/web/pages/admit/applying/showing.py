"""How applications are put on a page: where one stands, its steps, what was found, its burden."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.engine.admit.comparisons import KeptComparison
from qingzhuang.engine.admit.costing.domain import Estimate
from qingzhuang.engine.admit.domain import KIND_NAMES, Application, Finding, Kind, ListClass, Weight
from qingzhuang.engine.admit.outcomes import OUTCOME_NAMES, Outcome
from qingzhuang.engine.admit.steps import Step, is_answered, lacks_of, step_name
from qingzhuang.store.queries.requests import OwnRequest

KINDS: dict[str, str] = {kind.value: KIND_NAMES[kind] for kind in Kind}
LIST_CLASSES: dict[str, str] = {
    ListClass.DUTY: "村里依法该做的",
    ListClass.SUPPORT: "村里协助的",
    ListClass.OFF_LIST: "清单里没有的",
    ListClass.NOT_OURS: "村里不承担的",
}
WEIGHT_TAGS = {
    Weight.BLOCKS: ("bad", "过不了"),
    Weight.WARNS: ("gap", "要看一看"),
    Weight.INFORMS: ("line", "供参考"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an application stands, in a few words. tone: of the tag. waits_for_us: the office has to act."""

    words: str
    tone: str
    more: str
    waits_for_us: bool


def standing_of(own: OwnRequest) -> Standing:
    """Where an application of one's own office stands."""
    sent = own.last
    if own.closed_at is not None and (sent is None or sent.answer is None):
        return Standing("不办了", "line", "", waits_for_us=False)
    if sent is None:
        n_left = sum(not is_answered(own.application, step) for step in Step)
        more = f"还差 {n_left} 步" if n_left else "可以送会审"
        return Standing("草稿", "gap", more, waits_for_us=True)
    if sent.answer is None:
        return Standing("等会审", "brand", f"{sent.holder}，{sent.due_on[5:]} 前答复", waits_for_us=False)
    answer = sent.answer
    if answer.number:
        return Standing(answer.number, "ok", f"有效到 {answer.ends_on}", waits_for_us=False)
    is_returned = answer.outcome == Outcome.RETURNED
    words = "退回来了" if is_returned else OUTCOME_NAMES.get(Outcome(answer.outcome), answer.outcome)
    return Standing(words, "gap" if is_returned else "line", "补好再送" if is_returned else "", is_returned)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the task list. lacks: what is still missing, Chinese; "" once it is answered."""

    step: Step
    name: str
    is_answered: bool
    lacks: str
    said: str


def step_rows(application: Application) -> tuple[StepRow, ...]:
    """The six steps in their order."""
    return tuple(
        StepRow(
            step,
            step_name(step, application.kind),
            is_answered(application, step),
            "、".join(lack.words for lack in lacks_of(application, step)),
            _said(application, step),
        )
        for step in Step
    )


def _said(application: Application, step: Step) -> str:
    """What a step says already, in a few words."""
    said: dict[Step, list[str]] = {
        Step.FORM: [_columns_said(application) or application.purpose[:30]],
        Step.BASIS: [application.basis, application.clause],
        Step.SCOPE: [f"{application.n_villages} 个村" if application.n_villages else "", application.bearer],
        Step.RHYTHM: [f"到 {application.ends_on}" if application.ends_on else ""],
        Step.SUPPORT: [application.money[:20], application.people[:20]],
        Step.SHARING: [application.sharing[:40]],
    }
    return " · ".join(words for words in said[step] if words)


def _columns_said(application: Application) -> str:
    if application.supplied:
        return f"村里填 {len(application.fields)} 列，要数 {len(application.supplied)} 列"
    return f"{len(application.fields)} 栏" if application.fields else ""


@dataclass(frozen=True, slots=True)
class Reason:
    """A line of what the gate said when it sent an application back. step: where to put it right, "" none."""

    words: str
    step: str


def reasons_of(own: OwnRequest) -> tuple[Reason, ...]:
    """What to put right, each beside its step: the reviewer's lines, then what the machine blocked on."""
    sent = own.last
    if sent is None or sent.answer is None:
        return ()
    lines = [line.strip() for line in sent.answer.opinion.splitlines() if line.strip()]
    said = [Reason(line, _step_named(line)) for line in lines]
    found = [
        Reason(finding.sentence, finding.step) for finding in sent.findings if finding.weight is Weight.BLOCKS
    ]
    return (*said, *found)


# Words by which a reviewer's line tells which step it is about.
_STEP_WORDS = {
    Step.BASIS: ("依据", "文号", "条款", "清单"),
    Step.SCOPE: ("发给", "范围", "哪些村"),
    Step.RHYTHM: ("频次", "到期", "开始", "期限", "工时", "应急"),
    Step.SUPPORT: ("经费", "钱", "人员", "赋能"),
    Step.SHARING: ("取数", "要数", "共享"),
    Step.FORM: ("表样", "字段", "栏", "列", "题目"),
}


def _step_named(line: str) -> str:
    return next((step for step, words in _STEP_WORDS.items() if any(word in line for word in words)), "")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as it is shown. tone, weight: tag. link: words of the step it belongs to, "" for none."""

    finding: Finding
    tone: str
    weight: str
    step: str
    step_name: str

    @property
    def is_mild(self) -> bool:
        """Whether nobody has to do anything about it."""
        return self.finding.weight is Weight.INFORMS


def finding_rows(findings: Sequence[Finding], kind: Kind) -> tuple[FindingRow, ...]:
    """Findings with the words of their weight and of their step."""
    return tuple(_finding_row(finding, kind) for finding in findings)


def _finding_row(finding: Finding, kind: Kind) -> FindingRow:
    tone, weight = WEIGHT_TAGS[finding.weight]
    is_step = finding.step in set(Step)
    name = step_name(Step(finding.step), kind) if is_step else ""
    return FindingRow(finding, tone, weight, finding.step if is_step else "", name)


@dataclass(frozen=True, slots=True)
class Burden:
    """Hours a year of all villages, as asked and at the least. share: of the second in the first, 1–100."""

    asked: float
    least: float
    share: int
    formula: str
    is_provisional: bool
    lines: tuple[str, ...]


def burden_of(kept: KeptComparison, *, wanted: Estimate | None = None) -> Burden | None:
    """
    What sending it costs the villages; None where nothing was compared.

    wanted: of all the office wants, where some of it was turned into data already.
    """
    estimate = wanted or kept.estimate
    if estimate is None:
        return None
    asked, least = estimate.as_asked_hours, kept.least_hours
    share = max(1, round(least / asked * 100)) if asked and least else 0
    formula = f"原样发 {estimate.formula}"
    if kept.estimate is not None and kept.least_hours:
        formula += f"；最省的每次 {kept.least_minutes:,} 分钟"
    return Burden(asked, least, share, formula, estimate.is_provisional, _lines(estimate, kept))


def _lines(estimate: Estimate, kept: KeptComparison) -> tuple[str, ...]:
    """How the minutes of both ways come about; of the way as asked, then of the least one."""
    ways = (("原样发", estimate.asked_lines), ("最省的", kept.least_lines))
    return tuple(f"{way}：{line}" for way, lines in ways for line in lines)
