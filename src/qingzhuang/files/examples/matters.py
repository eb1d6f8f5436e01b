"""What an invented county asked its villages for, before and after it put its register in order; invented."""

from collections.abc import Iterator
from dataclasses import dataclass

STARTED = "2024-01-01"
ENDED = "2026-03-31"
_NEW = "2026-04-01"
# A block a kind: what stays, one line an office; a * before a name: it came when others were merged into it.
_KEPT = """
台账|党建账
县委组织部：党员管理台账、*组织生活台账、党费台账、*党群服务台账、村干部履职台账、后备力量台账
台账|民生账
县民政局：*走访服务台账、低保特困台账、老人儿童关爱台账、村务公开台账
县应急局：*安全隐患台账、防汛防灾台账
县农业农村局：集体资产资源台账、防返贫监测台账、土地承包台账
县委政法委：*矛盾纠纷台账
县卫健委：健康服务台账
县生态环境局：*人居环境台账
县水利局：饮水管护台账
报表|
县民政局：高龄津贴核定表、低保年度核查表、困境儿童信息表、残疾人两项补贴表
县农业农村局：耕地补贴面积表、防返贫监测表、撂荒地情况表
县住建局：农村房屋安全排查表、危房改造申请表
县应急局：避险转移人员表、灾情初报表
县人社局：务工人员信息表
县医保局：参保情况核对表
县统计局：村基本情况年报
工作任务|
县民政局：村务公开、社会救助入户
县农业农村局：春耕生产、宅基地初审
县应急局：防汛值守、消防宣传
县生态环境局：秸秆禁烧、清洁家园
县委政法委：矛盾化解
县退役军人局：兵役登记
会议|
县委办：镇村干部大会、年度总结会
县应急局：防汛工作会
县农业农村局：春耕备耕会
文件|
县委办：村级事务准入办法
县农业农村局：强农惠农政策汇编
县民政局：社会救助操作规程
督查检查|
县委办：年度综合督查
县应急局：汛前检查
县农业农村局：防返贫半年检查
县生态环境局：禁烧期抽查
考核指标|
县委组织部：抓党建促振兴、村干部评议、党员发展
县农业农村局：集体收入、耕地保护、防返贫
县委政法委：平安建设、矛盾化解率
县民政局：村务公开、救助精准
App、小程序和群|
县数据局：基层减负平台
县委组织部：党员教育平台
县民政局：救助通
县应急局：预警信息群
牌子|
县委组织部：村党组织、党群服务中心
县民政局：村民委员会、村务监督委员会
县委宣传部：新时代文明实践站
县委政法委：综治中心
县退役军人局：退役军人服务站
县农业农村局：村集体经济组织
证明|
县民政局：亲属关系说明、居住情况说明
县农业农村局：土地承包情况证明
县司法局：村民身份说明
"""
# What was cancelled: beginnings and endings put together, one of each, with the office and where it went.
_GONE = """
台账|走访记录台账、排查整改台账、宣传活动台账
县应急局：消防安全、森林防火、防汛物资、燃气安全>安全隐患台账
县住建局：自建房>安全隐患台账
县市场监管局：食品安全>安全隐患台账
县交通局：道路交通>安全隐患台账
县林业局：野外用火>安全隐患台账
县委政法委：禁毒、反诈、平安建设、普法、网格巡查>矛盾纠纷台账
县生态环境局：秸秆禁烧、垃圾分类、厕所改造、河长制>人居环境台账
县民政局：低保对象、独居老人、留守儿童>走访服务台账
县残联：残疾人>走访服务台账
县退役军人局：退役军人>走访服务台账
县委组织部：党员先锋>组织生活台账
报表|月报表、周统计表
县住建局：自建房排查、农村危房>农村房屋安全排查表
县应急局：安全隐患、消防检查、值班情况>
县农业农村局：撂荒地整治、产业项目、农情>撂荒地情况表
县人社局：外出务工、返乡人员>务工人员信息表
县医保局：参保进度、动员情况>参保情况核对表
县民政局：老年人数、困境儿童>
县生态环境局：秸秆巡查、垃圾清运>
县委宣传部：文明实践、志愿活动>
工作任务|创建、提升年
县委宣传部：文明示范村>
县委政法委：无诈村、平安示范户>
县卫健委：卫生村>
县教体局：书香村>
会议|推进会、调度会
县住建局：自建房整治>
县生态环境局：人居环境>
县农业农村局：产业项目>
县委政法委：反诈>
文件|实施方案、补充通知
县生态环境局：垃圾分类>
县应急局：消防整治>
县委宣传部：志愿服务>
督查检查|专项检查、半月抽查
县住建局：自建房>
县生态环境局：人居环境>
县应急局：消防安全>
县民政局：村务公开>
县林业局：林长制>
考核指标|完成率、知晓率
县人社局：养老参保>
县医保局：医保缴费>
县委政法委：反诈安装、满意度>
县卫健委：签约服务>
县委宣传部：志愿注册>
县生态环境局：垃圾分类>
县应急局：安全培训>
县教体局：书香阅读>
App、小程序和群|小程序、工作群、公众号
县委宣传部：文明积分>
县委政法委：平安随手拍>
县生态环境局：环境曝光>
县应急局：安全宣传>
县农业农村局：农事服务>
牌子|工作站、示范点
县司法局：法律服务>
县卫健委：健康驿站>
县妇联：儿童之家>
县生态环境局：垃圾分类>
县气象局：气象信息>
县科协：科普>
证明|证明
县公安局：无犯罪记录、户籍变更、同名同姓>
县人社局：在职情况、失业情况>
县税务局：个人收入、纳税情况>
县市场监管局：经营场所、商户营业>
县民政局：婚姻状况、健在、家庭困难>
县房产中心：无房、房屋产权>
县卫健委：生育状况、残疾情况>
"""
_FREQUENCIES = {"台账": "每月", "报表": "每季", "会议": "每季", "督查检查": "半年", "考核指标": "每年"}


@dataclass(frozen=True, slots=True)
class ExampleMatter:
    """A row of the example's register, days in ISO; fate: 保留, 取消 or 整合到…"""

    name: str
    kind: str
    issuer: str
    frequency: str
    book: str
    started_on: str
    ended_on: str
    fate: str


def example_matters() -> tuple[ExampleMatter, ...]:
    """Every row, kind by kind: what stays, then what was cancelled or merged."""
    return (*_kept(), *_gone())


def _kept() -> Iterator[ExampleMatter]:
    kind = book = ""
    for line in _KEPT.strip().splitlines():
        if "|" in line:
            kind, book = line.split("|")
            continue
        issuer, names = line.split("：")
        for word in names.split("、"):
            since = _NEW if word.startswith("*") else STARTED
            frequency = _FREQUENCIES.get(kind, "每年")
            yield ExampleMatter(word.lstrip("*"), kind, issuer, frequency, book, since, "", "保留")


def _gone() -> Iterator[ExampleMatter]:
    kind, endings = "", [""]
    for line in _GONE.strip().splitlines():
        if "|" in line:
            kind, words = line.split("|")
            endings = words.split("、")
            continue
        issuer, rest = line.split("：")
        themes, target = rest.split(">")
        for theme in themes.split("、"):
            for ending in endings:
                is_cancelled = not target or "宣传" in ending
                fate = "取消" if is_cancelled else f"整合到“{target}”"
                often = "每周" if "周" in ending else _FREQUENCIES.get(kind, "每月")
                yield ExampleMatter(f"{theme}{ending}", kind, issuer, often, "", STARTED, ENDED, fate)
