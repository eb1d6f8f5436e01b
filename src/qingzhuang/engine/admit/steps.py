"""The six steps of an application, and what each of them still lacks. Pure; R-APP-01 to R-APP-05."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.engine.admit.domain import Application, Kind


class Step(StrEnum):
    """One step of the task list; findings name the step they belong to by the same word."""

    FORM = "form"
    BASIS = "basis"
    SCOPE = "scope"
    RHYTHM = "rhythm"
    SUPPORT = "support"
    SHARING = "sharing"


STEP_NAMES = {
    Step.FORM: "表样和字段",
    Step.BASIS: "依据",
    Step.SCOPE: "发给谁",
    Step.RHYTHM: "频次和到期日",
    Step.SUPPORT: "经费和赋能",
    Step.SHARING: "为什么不能取数",
}
# What is said of the first step where the matter has no form.
CONTENT_STEP = "题目、内容、形式"
# Kinds whose first step is a file with columns; all others describe themselves in words.
WITH_FORM = frozenset({Kind.FORM, Kind.LEDGER})


@dataclass(frozen=True, slots=True)
class Lack:
    """Something an application has not said yet. field: name of the question on its step. words: Chinese."""

    step: Step
    field: str
    words: str


def step_name(step: Step, kind: Kind) -> str:
    """What a step is called for a matter of this kind. R-APP-02."""
    return CONTENT_STEP if step is Step.FORM and kind not in WITH_FORM else STEP_NAMES[step]


def lacks_of(application: Application, step: Step) -> tuple[Lack, ...]:
    """What this step has not said yet, in the order of its questions; nothing once answered. R-APP-01."""
    return tuple(_LACKS[step](application))


def is_answered(application: Application, step: Step) -> bool:
    """Whether a step is 已填; there is nothing between 已填 and 没填. R-APP-01."""
    return not lacks_of(application, step)


def all_lacks(application: Application) -> tuple[Lack, ...]:
    """All that stands between the application and its being sent, step by step. R-APP-03."""
    return tuple(lack for step in Step for lack in lacks_of(application, step))


def _of_form(application: Application) -> Iterator[Lack]:
    if not application.title.strip():
        yield Lack(Step.FORM, "title", "题目")
    if application.kind in WITH_FORM:
        if not application.fields and not application.supplied:
            yield Lack(Step.FORM, "form", "表样")
    elif not application.purpose.strip():
        yield Lack(Step.FORM, "purpose", "做什么")
    yield from _of_kind(application)


def _of_kind(application: Application) -> Iterator[Lack]:
    """What only meetings and documents are asked."""
    if application.kind is Kind.MEETING and application.minutes is None:
        yield Lack(Step.FORM, "minutes", "会开多久")
    if application.kind is Kind.DOCUMENT and application.length is None:
        yield Lack(Step.FORM, "length", "多少字")


def _of_basis(application: Application) -> Iterator[Lack]:
    if not application.basis.strip():
        yield Lack(Step.BASIS, "basis", "文号")
    if not application.clause.strip():
        yield Lack(Step.BASIS, "clause", "第几条")
    if application.list_class is None:
        yield Lack(Step.BASIS, "list_class", "在哪张清单上")


def _of_scope(application: Application) -> Iterator[Lack]:
    if not application.regions or not application.n_villages:
        yield Lack(Step.SCOPE, "regions", "发给哪些村")
    if not application.bearer.strip():
        yield Lack(Step.SCOPE, "bearer", "谁来办")


def _of_rhythm(application: Application) -> Iterator[Lack]:
    if application.frequency is None:
        yield Lack(Step.RHYTHM, "frequency", "多久一次")
    if not application.starts_on:
        yield Lack(Step.RHYTHM, "starts_on", "哪天开始")
    if not application.ends_on:
        yield Lack(Step.RHYTHM, "ends_on", "哪天到期")
    if application.issue_days is None:
        yield Lack(Step.RHYTHM, "issue_days", "给村里几天")
    yield from _of_emergency(application)


def _of_emergency(application: Application) -> Iterator[Lack]:
    """The emergency lane is asked for by both, or not at all. R-APP-04."""
    if application.is_emergency and not application.leader.strip():
        yield Lack(Step.RHYTHM, "leader", "带队领导")
    if application.leader.strip() and not application.is_emergency:
        yield Lack(Step.RHYTHM, "emergency", "为什么等不得")


def _of_support(application: Application) -> Iterator[Lack]:
    if not application.money.strip():
        yield Lack(Step.SUPPORT, "money", "给多少钱")
    if not application.people.strip():
        yield Lack(Step.SUPPORT, "people", "派什么人")


def _of_sharing(application: Application) -> Iterator[Lack]:
    if not application.sharing.strip():
        yield Lack(Step.SHARING, "sharing", "为什么不能取数")


_LACKS: Mapping[Step, Callable[[Application], Iterator[Lack]]] = {
    Step.FORM: _of_form,
    Step.BASIS: _of_basis,
    Step.SCOPE: _of_scope,
    Step.RHYTHM: _of_rhythm,
    Step.SUPPORT: _of_support,
    Step.SHARING: _of_sharing,
}
