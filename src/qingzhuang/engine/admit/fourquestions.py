"""The four questions (四问) every application has to answer: basis, money, frequency, end."""

from dataclasses import dataclass

from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, Application
from qingzhuang.engine.admit.rules.basis import names_basis

_NOTHING = ("", "无", "没有", "暂无", "不需要", "不涉及")


@dataclass(frozen=True, slots=True)
class Question:
    """One of the four. answer: Chinese. is_missing: the department owes it."""

    name: str
    answer: str
    is_missing: bool = False


def four_questions(application: Application, *, on: str) -> tuple[Question, ...]:
    """The four questions and what the application says to each. on: ISO day. Rule R-REV-21."""
    return (
        _basis(application, on),
        _money(application),
        Question("频次", _often(application), application.frequency is None),
        Question("到期", application.ends_on or "没写，默认 12 个月后失效"),
    )


def _basis(application: Application, on: str) -> Question:
    basis = application.basis.strip()
    if names_basis(basis, on=on):
        return Question("依据", f"{basis} {application.clause}".strip())
    return Question("依据", f"只写“{basis}”，没有文号" if basis else "没写", is_missing=True)


def _money(application: Application) -> Question:
    said = [each.strip() for each in (application.money, application.people) if each.strip() not in _NOTHING]
    return Question("经费", "；".join(said) if said else "没有", not said)


def _often(application: Application) -> str:
    return FREQUENCY_NAMES[application.frequency] if application.frequency else "没写"
