"""Applications that departments of the invented county hand in: much already held, one good, one not."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from qingzhuang.files.examples.survey import SURVEY_TITLE, draw_care_survey

_LEAD = 56  # days until the surveys begin: 30 working days are asked for


@dataclass(frozen=True, slots=True)
class ExampleApplication:
    """What a department hands in. document: name of the JSON file; template: of the empty form, if any."""

    document: str
    account: str
    template: str | None = None


def draw_applications(folder: Path, *, today: str) -> tuple[ExampleApplication, ...]:
    """Four applications as files in an existing folder. today: ISO day from which their days are counted."""
    day = date.fromisoformat(today)
    soon = (day + timedelta(days=_LEAD)).isoformat()
    care = draw_care_survey(folder)
    drawn = []
    for (account, template), document in (
        (("minzheng", None), _heating(today)),
        (("wubumen", f"{SURVEY_TITLE}.xlsx"), _survey(soon)),
        (("minzheng", care.name), _care(soon)),
        (("wubumen", None), _app(soon)),
    ):
        path = folder / f"申请-{document['title']}.json"
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        drawn.append(ExampleApplication(path.name, account, template))
    return tuple(drawn)


def _heating(starts_on: str) -> dict[str, object]:
    """Small and sound: three answers that nobody has, once, with money and a person for it."""
    return {
        "title": "独居老人冬季取暖情况表",
        "kind": "form",
        "basis": "青民发〔2026〕2号",
        "clause": "第八条",
        "list_class": "duty",
        "duty": "独居和留守老人走访",
        "bearer": "村里",
        "purpose": "给独居老人发取暖补贴、装一氧化碳报警器。",
        "deliverable": "一张表",
        "frequency": "once",
        "starts_on": starts_on,
        "issue_days": 20,
        "hours": 1,
        "rows": 12,
        "fields": ["取暖方式", "取暖设备有无隐患", "是否需要一氧化碳报警器"],
        "money": "每村 300 元，从县级福彩公益金出",
        "people": "镇里派一名社工同去",
        "sharing": "三项要到老人家里看，别的单位没有。",
        "exit": "补贴发完就停。",
    }


def _survey(starts_on: str) -> dict[str, object]:
    """Twenty columns every quarter, seventeen of which somebody already holds."""
    return {
        "title": SURVEY_TITLE,
        "kind": "form",
        "basis": "青住建发〔2026〕3号",
        "clause": "第五条",
        "list_class": "support",
        "duty": "农村建房安全巡看",
        "bearer": "村里",
        "purpose": "摸清农村老年人的居住条件，排适老化改造的计划。",
        "deliverable": "一张表",
        "frequency": "quarterly",
        "starts_on": starts_on,
        "issue_days": 7,
        "hours": 2,
        "rows": 60,
        "money": "每村 300 元，从县级住房保障资金出",
        "people": "镇里派一名村镇建设员同去",
        "sharing": "没有问过别的单位。",
    }


def _care(starts_on: str) -> dict[str, object]:
    """Much the same, by another department in the same weeks."""
    return {
        "title": "困难老年人居家情况统计表",
        "kind": "form",
        "basis": "青民发〔2026〕2号",
        "clause": "第九条",
        "list_class": "duty",
        "duty": "独居和留守老人走访",
        "bearer": "村里",
        "purpose": "安排明年的居家养老服务。",
        "deliverable": "一张表",
        "frequency": "half_yearly",
        "starts_on": starts_on,
        "issue_days": 10,
        "hours": 1.5,
        "rows": 25,
        "money": "每村 200 元，从县级福彩公益金出",
        "people": "没有",
        "sharing": "低保、残疾两项问过县残联，别的没有问。",
    }


def _app(starts_on: str) -> dict[str, object]:
    """What the rules do not let in: daily check-ins, photos and a ranking of villages."""
    return {
        "title": "“美丽庭院”随手拍小程序",
        "kind": "app",
        "basis": "青住建发〔2026〕3号",
        "clause": "第十一条",
        "list_class": "off_list",
        "bearer": "村里",
        "purpose": "村干部每天打卡，上传庭院照片，系统给各村积分排名。",
        "features": "每日打卡，上传照片留痕，各村积分排名",
        "frequency": "daily",
        "starts_on": starts_on,
        "issue_days": 3,
        "hours": 0.5,
        "extras": ["app", "group", "assessment"],
        "money": "没有",
        "people": "没有",
        "sharing": "没有问过别的单位。",
    }
