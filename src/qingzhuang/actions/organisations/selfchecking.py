"""Self-check: whether this machine is as the product needs it, and what is off."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from qingzhuang.engine.problems import RefusedError
from qingzhuang.files.intake.office import program
from qingzhuang.files.print.typefaces import chosen, installed
from qingzhuang.files.reference.holidays import load_calendar
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.queries.health import Check, health
from qingzhuang.store.writers.journal import record

_EARLIEST = 2026  # a clock before this product's own year stands wrong


def look_at_machine(actor: Actor, *, now: datetime) -> tuple[Check, ...]:
    """
    Every check, the most important first; that somebody looked is a line in the journal. now: local, aware.

    Raises:
        RefusedError: the actor does not keep the system.
    """
    found = (
        *_of_the_web(),
        *health(actor, now=now),
        _clock(now),
        _typefaces(),
        _office(),
        _calendar(now.year),
    )
    with transaction.atomic():
        n_bad = sum(not each.is_good for each in found)
        record(
            actor, action="organisations.look_at_machine", object_="selfcheck", values={"to_look_at": n_bad}
        )
    return found


def _of_the_web() -> tuple[Check, ...]:
    hosts = "、".join(settings.ALLOWED_HOSTS)
    if settings.IS_DEMO:
        secure = Check("加密", True, "演示用，只在本机打开，没有加密；正式用照 docs/deploy.md。")
    else:
        secure = Check("加密", True, "只走 HTTPS，浏览器一年内记住。")
        if settings.SECURE_PROXY_SSL_HEADER is None:
            said = "前面放了反向代理的话，设 QINGZHUANG_TRUST_PROXY=1，不然网页会一直转圈。"
            secure = Check("加密", False, said)
    named = Check("网页的名字", bool(hosts), hosts or "还没有；设 QINGZHUANG_HOSTS。")
    county = settings.COUNTY_NAME
    said = county or "没有写，页面和意见书上会空着；设 QINGZHUANG_COUNTY。"
    return (secure, named, Check("县名", bool(county), said))


def _clock(now: datetime) -> Check:
    is_good = now.year >= _EARLIEST and settings.TIME_ZONE == "Asia/Shanghai"
    said = f"现在是 {now:%Y-%m-%d %H:%M}，按北京时间。"
    return Check("钟", is_good, said if is_good else f"{said}不对的话请校准这台机器的时间。")


def _typefaces() -> Check:
    try:
        families = chosen(installed().families())
    except RefusedError as refusal:
        return Check("中文字体", False, refusal.problem.sentence)
    return Check("中文字体", True, f"正文用 {families['fangsong'][0]}，标题用 {families['title'][0]}。")


def _office() -> Check:
    if program() is None:
        return Check("旧格式的表", False, ".xls、.et 现在读不了；要读就装 libreoffice-calc-nogui。")
    return Check("旧格式的表", True, ".xls、.et 靠 LibreOffice 读，已经装了。")


def _calendar(year: int) -> Check:
    calendar = load_calendar(county_catalogue())
    unknown = [str(each) for each in (year, year + 1) if calendar.is_provisional(f"{each}-06-01")]
    if not unknown:
        return Check("放假调休", True, f"{year}、{year + 1} 年的都有。")
    said = f"{'、'.join(unknown)} 年的还没有，工作日先按周一到周五算；出来后写进 catalogue/calendar.csv。"
    return Check("放假调休", str(year) not in unknown, said)
