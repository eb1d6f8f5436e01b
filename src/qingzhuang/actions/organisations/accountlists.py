"""A list of people to open accounts for, checked line by line; nothing is written here."""

from collections.abc import Mapping
from dataclasses import dataclass

from qingzhuang.actions.organisations.lists import Column, ListFile, ListLine, read_list, several
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.engine.values.regioncodes import full_code, parent_of
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Office
from qingzhuang.store.queries.regions import present_names
from qingzhuang.store.roles import ROLE_NAMES, Role

COLUMNS = {
    "name": Column("账号", ("登录名", "用户名", "登录账号"), needed=True),
    "full_name": Column("姓名", ("人员姓名", "使用人"), needed=True),
    "office": Column("单位", ("单位名称", "所在单位", "工作单位", "单位代码"), needed=True),
    "roles": Column("岗位", ("角色", "岗位名称", "职责"), needed=True),
    "region": Column("区划", ("区划代码", "管辖区划", "所在区划", "范围")),
}
# What people write for a role beside its full name.
_ALSO = {
    "报表员": Role.VILLAGE_CLERK, "村报表员": Role.VILLAGE_CLERK, "社区报表员": Role.VILLAGE_CLERK,
    "书记": Role.VILLAGE_SECRETARY, "村书记": Role.VILLAGE_SECRETARY, "社区书记": Role.VILLAGE_SECRETARY,
    "镇经办人": Role.TOWN_CLERK, "乡镇经办人": Role.TOWN_CLERK, "街道经办人": Role.TOWN_CLERK,
    "镇负责人": Role.TOWN_LEADER, "乡镇负责人": Role.TOWN_LEADER, "街道负责人": Role.TOWN_LEADER,
    "经办人": Role.OFFICER, "会审岗": Role.REVIEWER, "审计员": Role.AUDITOR, "管理员": Role.ADMINISTRATOR,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A line that can be read. office: code. region: 12-digit code where the posts are held."""

    place: str
    name: str
    full_name: str
    office: str
    roles: tuple[Role, ...]
    region: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What the lines are read against: open offices, names of regions by code."""

    offices: tuple[Office, ...]
    regions: Mapping[str, str]


def read_accounts(actor: Actor, given: ListFile) -> tuple[tuple[AccountLine, ...], tuple[Problem, ...]]:
    """
    The lines of a list of people that can be read, and what is wrong with the others. R-ORG-08.

    Without a 区划 a post is held where the office sits.

    Raises:
        RefusedError: the file holds no such list.
    """
    offices = tuple(Office.objects.filter(closed_on__isnull=True).order_by("code"))
    regions = {code: name for code, (name, _) in present_names(actor, [""]).items()}
    known = _Known(offices, regions)
    read: list[AccountLine] = []
    problems: list[Problem] = []
    for line in read_list(given, COLUMNS):
        try:
            found = _read(line, known)
            if found.name in {each.name for each in read}:
                raise RefusedError(
                    Problem(OrganisationsCode.LINE_TWICE, {"place": line.place, "what": found.name})
                )
        except RefusedError as refusal:
            problems.append(refusal.problem)
            continue
        read.append(found)
    return tuple(read), tuple(problems)


def _read(line: ListLine, known: _Known) -> AccountLine:
    """One line in its types, or why not."""
    for key, column in COLUMNS.items():
        if column.needed and not line.text(key):
            raise RefusedError(
                Problem(OrganisationsCode.LINE_LACKS, {"place": line.place, "what": column.label})
            )
    office = _office(line, known)
    return AccountLine(
        place=line.place,
        name=line.text("name").lower(),
        full_name=line.text("full_name"),
        office=office.code,
        roles=tuple(dict.fromkeys(_role(line, each) for each in several(line.text("roles")))),
        region=_region(line, office, known),
    )


def _office(line: ListLine, known: _Known) -> Office:
    """The office that a line names by code or name."""
    said = line.text("office")
    found = [each for each in known.offices if said in (each.code, each.name)]
    if len(found) == 1:
        return found[0]
    code = OrganisationsCode.LINE_TWO_OFFICES if found else OrganisationsCode.LINE_NO_OFFICE
    raise RefusedError(Problem(code, {"place": line.place, "office": said[:40]}))


def _role(line: ListLine, said: str) -> Role:
    """The role that a line names in its own words."""
    bare = said.strip().replace("(", "（").replace(")", "）")
    for role, name in ROLE_NAMES.items():
        if bare in (name, role.value):
            return role
    if bare in _ALSO:
        return _ALSO[bare]
    params = {"place": line.place, "role": bare[:20], "roles": "、".join(ROLE_NAMES.values())}
    raise RefusedError(Problem(OrganisationsCode.LINE_NO_ROLE, params))


def _region(line: ListLine, office: Office, known: _Known) -> str:
    """Where the posts are held: a code, or a name that only one region has, the office's town first."""
    said = line.text("region")
    if not said:
        return office.region
    code = full_code(said.replace(" ", ""))
    if code in known.regions:
        return str(code)
    called = [each for each, name in known.regions.items() if name == said]
    near = [each for each in called if office.region in (each, parent_of(each), parent_of(parent_of(each)))]
    for found in (called, near):
        if len(found) == 1:
            return found[0]
    raise RefusedError(Problem(OrganisationsCode.LINE_NO_REGION, {"place": line.place, "region": said[:20]}))
