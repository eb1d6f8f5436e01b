"""Checks of what an application says or does not say in words, and of what it wants besides."""

from qingzhuang.engine.admit.domain import EXTRA_NAMES, KIND_NAMES, Application, Extra
from qingzhuang.engine.admit.rules.gates import EXTRA_OF_KIND, whole_text
from qingzhuang.engine.admit.rules.phrases import demanded
from qingzhuang.engine.admit.rules.rule import Breach, Rule, Setting


def says_forbidden(application: Application, rule: Rule, _setting: Setting) -> Breach | None:
    """`words` it must not demand; `but`: longer expressions that mean something else. R-PCK-05."""
    found = demanded(whole_text(application), rule.words("words"), but=rule.words("but"))
    if not found:
        return None
    quoted = "".join(f"“{phrase.word}”" for phrase in found)
    shown = tuple(dict.fromkeys(f"原话：{phrase.clause}" for phrase in found))
    return Breach(f"写了{quoted}，共 {len(found)} 处。", shown)


def goes_without_number(application: Application, rule: Rule, _setting: Setting) -> Breach | None:
    """`words`: it tells villages that it needs no number. A refusal quotes this rule. R-PCK-21."""
    text = whole_text(application)
    found = [word for word in rule.words("words") if word in text]
    if not found:
        return None
    return Breach(f"写了“{'”“'.join(found)}”，共 {len(found)} 处。")


def is_silent(application: Application, rule: Rule, _setting: Setting) -> Breach | None:
    """`words`: it must mention one of them somewhere; `asks`: what for, in words. R-PCK-16."""
    text = "\n".join([whole_text(application), application.sharing, application.exit, application.basis])
    plain = text.casefold()
    if any(word.casefold() in plain for word in rule.words("words")):
        return None
    return Breach(f"没写{rule.limits['asks']}，要补 1 句。")


def wants_extra(application: Application, rule: Rule, _setting: Setting) -> Breach | None:
    """It wants what `extras` names (the gate has seen to that). R-PCK-17."""
    wanted = [EXTRA_NAMES[extra] for extra in Extra if extra in application.extras & {*rule.words("extras")}]
    if EXTRA_OF_KIND.get(application.kind) in rule.words("extras") and not wanted:
        wanted = [KIND_NAMES[application.kind]]
    return Breach(f"要{'、'.join(wanted)}，共 {len(wanted)} 项。")


def is_below_county(application: Application, rule: Rule, setting: Setting) -> Breach | None:
    """The applicant stands below the county: told by the caller, else by `endings` of its name. R-PCK-18."""
    is_below = setting.is_below_county
    if is_below is None:
        is_below = application.issuer.strip().endswith(rule.words("endings"))
    if not is_below:
        return None
    return Breach(f"申请单位“{application.issuer or application.office}”是县以下单位，要建 1 个应用。")
