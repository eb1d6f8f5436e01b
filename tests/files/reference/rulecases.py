"""For every rule of the shipped pack an application that breaks it and one that keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from qingzhuang.engine.admit.domain import Application, Extra, Frequency, Kind, ListClass
from qingzhuang.engine.admit.rules import Count

BASE = Application(
    "残疾人两项补贴核对",
    issuer="某县民政局",
    basis="民发〔2025〕7号",
    clause="第六条",
    bearer="村",
    starts_on="2027-03-01",
    ends_on="2027-06-30",
)


@dataclass(frozen=True, slots=True)
class Case:
    """bad breaks the rule, good keeps it; counted: what was counted before either of them."""

    bad: Application
    good: Application
    counted: Mapping[str, int] = field(default_factory=dict)


def _of(bad: Mapping[str, object], good: Mapping[str, object], **counted: int) -> Case:
    return Case(replace(BASE, **bad), replace(BASE, **good), counted)  # type: ignore[arg-type]


def _says(bad: str, good: str, **both: object) -> Case:
    return _of({**both, "purpose": bad}, {**both, "purpose": good})


def _minutes(bad: int, good: int) -> Case:
    return _of({"kind": Kind.MEETING, "minutes": bad}, {"kind": Kind.MEETING, "minutes": good})


MEETING = {"kind": Kind.MEETING}
INSPECTION = {"kind": Kind.INSPECTION}
APP = {"kind": Kind.APP, "title": "巡查小程序"}
LEDGER = frozenset({Extra.LEDGER})
LANE = {"emergency": "山体塌方", "starts_on": "2027-03-01"}
PLAN = {"kind": Kind.DOCUMENT, "title": "专项行动方案"}
NOTICE = {"kind": Kind.DOCUMENT, "title": "通知"}
ALL_YEAR = {"kind": Kind.MEETING, "title": "全县综合性工作会议"}
ALL_CHECK = {"kind": Kind.INSPECTION, "title": "综合性检查"}

CASES: dict[str, Case] = {
    "JF-01": _of({**NOTICE, "length": 5001}, {**NOTICE, "length": 5000}),
    "JF-02": _of({**PLAN, "length": 4001}, {**PLAN, "length": 4000}),
    "JF-03": Case(
        replace(BASE, kind=Kind.DOCUMENT),
        replace(BASE, kind=Kind.FORM),
        {Count.DOCUMENTS: 40, Count.DOCUMENTS_LAST_YEAR: 40},
    ),
    "JF-04": _says("各村月底前报送贯彻落实情况", "不要求报送落实情况"),
    "JF-05": _of(ALL_YEAR, {**ALL_YEAR, "title": "春耕现场会"}, meetings=1),
    "JF-06": _says("请村书记参加，不得请假", "只请分管的人，不要求主要负责人参加", **MEETING),
    "JF-07": _says("县领导讲话1.5小时", "县领导讲话 40 分钟", **MEETING),
    "JF-08": _minutes(241, 240),
    "JF-09": _of(ALL_CHECK, {**ALL_CHECK, "title": "水库大坝检查"}, inspections=1),
    "JF-10": _says("检查前填表，写自查报告", "到现场看，不填表", **INSPECTION),
    "JF-11": _says("看学习笔记和工作照片", "看补贴发没发到，不看会议记录", **INSPECTION),
    "JF-12": _says("从各村抽调 1 人", "不借调村里的人"),
    "JF-13": _says("村里在应用里填报人口数", "村里只看，不填报", **APP),
    "JF-14": _says("开展示范村创建，年底命名授牌", "不搞达标创建"),
    "CJ-01": _of(
        {"list_class": ListClass.NOT_OURS, "basis": "民函〔2026〕3号"},
        {"list_class": ListClass.NOT_OURS, "basis": "县委办〔2026〕3号"},
    ),
    "CJ-02": _says("由村里负责招商引资", "村里不负责招商引资"),
    "CJ-03": _says("各村签责任书，一票否决", "不签责任状"),
    "CJ-04": _of({"extras": LEDGER}, {"extras": frozenset({Extra.GROUP})}),
    "CJ-05": Case(replace(BASE, kind=Kind.SIGNBOARD), replace(BASE, kind=Kind.FORM), {Count.SIGNBOARDS: 8}),
    "CJ-06": _says("网格员名单和制度上墙", "制度不上墙"),
    "CJ-07": _of(
        {"kind": Kind.PROOF, "basis": "民函〔2026〕3号"},
        {"kind": Kind.PROOF, "basis": "《社会救助暂行办法》（国务院令第649号）"},
    ),
    "AP-01": _says("网上填了，纸质版同时报", "不再重复填报"),
    "AP-02": _says("网格员每天打卡，按月排名", "不打卡、不排名，会议签到用纸", **APP),
    "AP-03": _says("全员下载，每周公布安装率", "自愿装，不通报安装率", **APP),
    "AP-04": _says("按转发量算分", "不看点赞数", **APP),
    "AP-05": _says("每次走访上传照片", "上传照片自愿"),
    "AP-06": _says("页面上有商业广告", "不投商业广告", **APP),
    "AP-07": _of({**APP, "issuer": "某县河东镇人民政府"}, {**APP, "issuer": "某县乡村振兴局"}),
    "AP-08": _says("下月上线", "已在网信部门备案", **APP),
    "AP-09": _says("下月上线", "首页有投诉建议", **APP),
    "SJ-01": _of({"sharing": ""}, {"sharing": "残联的持证名单可以取，缺的只有开户行"}),
    "SJ-02": _says("各村报数", "每月回流到村，村里可查", kind=Kind.LEDGER),
    "SJ-03": _says("各村报数", "村里发现不对可以更正", kind=Kind.LEDGER),
    "ZJ-01": _says("收到请回复，每天接龙", "群里不接龙"),
    "ZJ-02": _says("把页面截图发上来", "不要截图"),
    "ZJ-03": _says("村干部全员关注公众号", "公众号不得强制关注"),
    "ZJ-04": _of(
        {"extras": frozenset({Extra.GROUP})}, {"extras": frozenset({Extra.GROUP}), "exit": "完了就解散"}
    ),
    "ZJ-05": _says("另建一个", "做成县里已有应用的一个模块", **APP),
    "ZR-01": _of({"starts_on": "2026-12-10"}, {"starts_on": "2027-03-01"}),
    "ZR-02": _of({"issue_days": 4}, {"issue_days": 5}),
    "ZR-03": _of({"frequency": Frequency.WEEKLY}, {"frequency": Frequency.MONTHLY}),
    "ZR-04": Case(
        replace(BASE, extras=LEDGER), replace(BASE, extras=frozenset({Extra.GROUP})), {Count.LEDGERS: 26}
    ),
    "ZR-05": _of({"extras": frozenset({Extra.ASSESSMENT})}, {"extras": frozenset()}),
    "ZR-06": _of({"basis": "按上级要求"}, {"basis": "《残疾人保障法》"}),
    "ZR-07": _of({"clause": ""}, {"clause": "第六条"}),
    "ZR-08": _of(
        {"list_class": ListClass.SUPPORT, "money": "无"},
        {"list_class": ListClass.SUPPORT, "money": "每村 800 元"},
    ),
    "ZR-09": _of({"ends_on": "", "exit": ""}, {"ends_on": "", "exit": "系统通了就退出"}),
    "ZR-10": _of({"ends_on": "2028-03-01"}, {"ends_on": "2028-02-29"}),
    "ZR-11": _of({**LANE, "leader": ""}, {**LANE, "leader": "副县长李某"}),
    "ZR-12": _of({**LANE, "ends_on": "2027-03-05"}, {**LANE, "ends_on": "2027-03-04"}),
    "ZR-13": _of({"hours": None}, {"hours": 1.5}),
    "ZR-14": _minutes(31, 30),
    "ZR-15": _says("特事特办，无需准入，直接报", "先准入，有了编号再报"),
}
