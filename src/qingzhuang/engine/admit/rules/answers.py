"""Checks of the answers an application owes: basis, money and people, end, named leader."""

from collections.abc import Mapping
from types import MappingProxyType

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.rules.basis import document_number, names_basis
from qingzhuang.engine.admit.rules.rule import Breach, Rule, Setting

# The answers a rule may ask for (`fields`), as people call them.
ANSWER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "basis": "依据",
        "clause": "条款",
        "bearer": "谁来做",
        "deliverable": "交什么",
        "hours": "每村每次要多少工时",
        "ends_on": "到哪天为止",
        "exit": "什么时候退出",
        "sharing": "能不能从已有的数据里取",
        "money": "经费",
        "people": "人员",
        "leader": "带队领导",
    }
)
_NOTHING = frozenset({"", "无", "没有", "暂无", "不需要", "不涉及", "/", "-", "—", "－", "待定"})


def are_unsaid(application: Application, rule: Rule, _setting: Setting) -> Breach | None:
    """`fields`: answers of which at least one must be given; “无” is none. R-PCK-19."""
    fields = rule.words("fields")
    if any(_is_said(getattr(application, field)) for field in fields):
        return None
    named = "、".join(ANSWER_NAMES[field] for field in fields)
    return Breach(f"没写{named}，缺 {len(fields)} 项。")


def is_basis_unnumbered(application: Application, _rule: Rule, setting: Setting) -> Breach | None:
    """The basis names no 文号, no order and no law. R-PCK-06."""
    if names_basis(application.basis, on=setting.on):
        return None
    if not _is_said(application.basis):
        return Breach("没写依据，文号 0 个。")
    return Breach(
        f"依据只写了“{application.basis.strip()}”，文号 0 个。", (f"原话：{application.basis.strip()}",)
    )


def is_basis_of_others(application: Application, rule: Rule, setting: Setting) -> Breach | None:
    """`words`: the basis must name one of them, such as who may decide it; `asks`: in words. R-PCK-20."""
    if any(word in application.basis for word in rule.words("words")):
        return None
    number = document_number(application.basis, on=setting.on)
    given = number or application.basis.strip() or "没写"
    return Breach(f"依据（{given}）里没有{rule.limits['asks']}，要补 1 个。")


def _is_said(answer: object) -> bool:
    if isinstance(answer, str):
        return answer.strip() not in _NOTHING
    return answer is not None
