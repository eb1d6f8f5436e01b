"""The cast of an invented county: its places, its offices, one account for every role; all invented."""

from django.contrib.auth.hashers import make_password
from django.utils import timezone
from tests.conftest import DONGTANG, QINGHE

from qingzhuang.store.models import Account, Office, Post, Region
from qingzhuang.store.roles import Role

COUNTY = "360999000000"  # 青禾县
TOWN_REGION = "360999101000"  # 柳河镇
SINCE = "2025-01-01"  # every place, office and post of the cast holds from here
PASSWORD = "禾苗 石桥 月亮 茶园 火塘"
_COUNTY_WIDE = COUNTY[:6]

PLACES = {COUNTY: "青禾县", TOWN_REGION: "柳河镇", QINGHE: "青禾村", DONGTANG: "东塘村"}
# Code: name, kind, where it sits.
OFFICES = {
    "qinghe": ("青禾村村委会", "village", QINGHE),
    "dongtang": ("东塘村村委会", "village", DONGTANG),
    "liuhe": ("柳河镇人民政府", "town", TOWN_REGION),
    "zjj": ("县住建局", "department", COUNTY),
    "mzj": ("县民政局", "department", COUNTY),
    "sjj": ("县审计局", "department", COUNTY),
    "xxzx": ("县信息中心", "department", COUNTY),
    "jfb": ("减负办", "burden_office", COUNTY),
}
# Role: the person, their office, where the post is held.
PEOPLE = {
    Role.VILLAGE_CLERK: ("张小满", "qinghe", QINGHE),
    Role.VILLAGE_SECRETARY: ("周立夏", "qinghe", QINGHE),
    Role.GRID_WORKER: ("何谷雨", "qinghe", QINGHE),
    Role.TOWN_CLERK: ("王白露", "liuhe", TOWN_REGION[:9]),
    Role.TOWN_LEADER: ("赵秋分", "liuhe", TOWN_REGION[:9]),
    Role.OFFICER: ("陈霜降", "zjj", _COUNTY_WIDE),
    Role.REVIEWER: ("孙清明", "jfb", _COUNTY_WIDE),
    Role.BURDEN_LEADER: ("吴芒种", "jfb", _COUNTY_WIDE),
    Role.AUDITOR: ("郑寒露", "sjj", _COUNTY_WIDE),
    Role.ADMINISTRATOR: ("林小雪", "xxzx", _COUNTY_WIDE),
}


def make_places() -> None:
    """The county, its town and its two villages, and the offices that act in them."""
    for code, name in PLACES.items():
        Region.objects.create(code=code, name=name, valid_from=SINCE)
    for code, (name, kind, region) in OFFICES.items():
        Office.objects.create(code=code, name=name, kind=kind, region=region, opened_on=SINCE)


def make_person(name: str, *, role: Role, full_name: str, office: str, region: str) -> Account:
    """One account with one post; its password is PASSWORD. name: of the account. region: prefix of codes."""
    account = Account.objects.create(
        name=name,
        full_name=full_name,
        office=Office.objects.get(code=office),
        opened_at=timezone.now(),
        must_change=False,
        password=make_password(PASSWORD),
    )
    Post.objects.create(account=account, role=role.value, region=region, valid_from=SINCE)
    return account


def make_cast() -> dict[Role, Account]:
    """The whole county: an account for every role, named like the role (`village_clerk`)."""
    make_places()
    return {
        role: make_person(role.value, role=role, full_name=full_name, office=office, region=region)
        for role, (full_name, office, region) in PEOPLE.items()
    }
