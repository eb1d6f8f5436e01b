"""Checks of size and time: length, minutes, how often, how soon, how long."""

import re
import unicodedata
from datetime import date

from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, TIMES_A_YEAR, Application
from qingzhuang.engine.admit.lifetime import last_day
from qingzhuang.engine.admit.rules.gates import whole_text
from qingzhuang.engine.admit.rules.rule import Breach, Rule, Setting
from qingzhuang.engine.admit.rules.spoken import spoken_day

_SPEECH = re.compile(r"(?:讲话|主报告|报告|致辞)[^,。;\n]{0,8}?(\d+(?:\.\d+)?)个?(分钟|小时)")
_MINUTES_AN_HOUR = 60


def is_too_long(application: Application, rule: Rule, _setting: Setting) -> Breach | None:
    """`most`: characters of a document. R-PCK-10."""
    most = rule.number("most")
    if application.length is None or application.length <= most:
        return None
    more = application.length - most
    return Breach(f"正文 {application.length:,} 字，比 {most:,.0f} 字多 {more:,.0f} 字。")


def is_meeting_too_long(application: Application, rule: Rule, _setting: Setting) -> Breach | None:
    """`most`: minutes of a meeting. R-PCK-10."""
    most = rule.number("most")
    if application.minutes is None or application.minutes <= most:
        return None
    return Breach(
        f"会开 {application.minutes} 分钟，比 {most:g} 分钟多 {application.minutes - most:g} 分钟。"
    )


def is_speech_too_long(application: Application, rule: Rule, _setting: Setting) -> Breach | None:
    """`most`: minutes of a speech or main report, as far as the words state them in digits. R-PCK-10."""
    text = unicodedata.normalize("NFKC", whole_text(application)).replace(" ", "")
    stated = [
        float(match[1]) * (_MINUTES_AN_HOUR if match[2] == "小时" else 1) for match in _SPEECH.finditer(text)
    ]
    most, longest = rule.number("most"), max(stated, default=0)
    if longest <= most:
        return None
    return Breach(f"讲话安排 {longest:g} 分钟，比 {most:g} 分钟多 {longest - most:g} 分钟。")


def is_too_often(application: Application, rule: Rule, _setting: Setting) -> Breach | None:
    """`most`: times a year a village may be asked. R-PCK-11."""
    if application.frequency is None or TIMES_A_YEAR[application.frequency] <= rule.number("most"):
        return None
    times, named = TIMES_A_YEAR[application.frequency], FREQUENCY_NAMES[application.frequency]
    return Breach(f"{named}，一年 {times} 次，最多 {rule.number('most'):g} 次。")


def is_notice_too_short(application: Application, rule: Rule, _setting: Setting) -> Breach | None:
    """`least`: calendar days from landing on the village to the first due day. R-PCK-12."""
    least = rule.number("least")
    if application.issue_days is None or application.issue_days >= least:
        return None
    return Breach(f"下发到第一次交只有 {application.issue_days} 天，至少要 {least:g} 天。")


def is_asked_too_late(application: Application, rule: Rule, setting: Setting) -> Breach | None:
    """`least`: working days from handing in to the day it starts. R-PCK-12."""
    if not application.starts_on:
        return None
    left = setting.calendar.working_days_between(setting.applied_on, application.starts_on)
    least = int(rule.number("least"))
    if left >= least:
        return None
    earliest = setting.calendar.add_working_days(setting.applied_on, least)
    is_open = setting.calendar.is_provisional(earliest)
    shown = ("这一年的放假安排还没有，日期是暂定的",) if is_open else ()
    sentence = (
        f"离开始还有 {max(left, 0)} 个工作日，要提前 {least} 个工作日申请；最早 {spoken_day(earliest)}开始。"
    )
    return Breach(sentence, shown)


def is_span_too_long(application: Application, rule: Rule, setting: Setting) -> Breach | None:
    """`most`: months from the first day (or the day of judging) to the last. R-PCK-13."""
    if not application.ends_on:
        return None
    first = application.starts_on or setting.on
    most = int(rule.number("most"))
    latest = last_day(first, most)
    if application.ends_on <= latest:
        return None
    return Breach(
        f"要到 {spoken_day(application.ends_on)}才完，超过 {most} 个月；最晚写 {spoken_day(latest)}。"
    )


def is_emergency_too_long(application: Application, rule: Rule, setting: Setting) -> Breach | None:
    """`most`: hours the emergency lane may last; no end said is too long. R-PCK-14."""
    most = rule.number("most")
    if not application.ends_on:
        return Breach(f"走应急通道，没写到哪天为止；最多 {most:g} 小时。")
    first = date.fromisoformat(application.starts_on or setting.on)
    hours = (date.fromisoformat(application.ends_on) - first).days * 24
    if hours <= most:
        return None
    return Breach(f"应急通道写了 {hours} 小时，最多 {most:g} 小时。")
