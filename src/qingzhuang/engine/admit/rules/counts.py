"""Checks against what was counted before this application: so many a year, so many at a village."""

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.rules.rule import Breach, Count, Rule, Setting

COUNT_NAMES = {
    Count.MEETINGS: "本单位今年已准入的综合性会议",
    Count.INSPECTIONS: "本单位今年已准入的综合性督查检查",
    Count.DOCUMENTS: "本单位今年已发的文件",
    Count.DOCUMENTS_LAST_YEAR: "本单位去年发的文件",
    Count.SIGNBOARDS: "挂得最多的村已有的牌子",
    Count.LEDGERS: "记得最多的村已有的台账",
}


def are_too_many(_application: Application, rule: Rule, setting: Setting) -> Breach | None:
    """`most`: how many there may be with this one; `count`: of what. Not counted is no breach. R-PCK-15."""
    count = Count(rule.limits["count"])
    before, most = setting.already.get(count), rule.number("most")
    if before is None or before + 1 <= most:
        return None
    return Breach(
        f"{COUNT_NAMES[count]}有 {before} 个，加上这个是 {before + 1} 个，最多 {most:g} 个。",
        (f"{COUNT_NAMES[count]}：{before} 个",),
    )


def are_more_than_before(_application: Application, rule: Rule, setting: Setting) -> Breach | None:
    """With this one, more of `count` than of `than`; both must have been counted. R-PCK-15."""
    count, than = Count(rule.limits["count"]), Count(rule.limits["than"])
    now, before = setting.already.get(count), setting.already.get(than)
    if now is None or before is None or now + 1 <= before:
        return None
    return Breach(
        f"加上这个是 {now + 1} 个，比去年的 {before} 个多 {now + 1 - before} 个。",
        (f"{COUNT_NAMES[count]}：{now} 个", f"{COUNT_NAMES[than]}：{before} 个"),
    )
