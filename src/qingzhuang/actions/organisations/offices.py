"""What people do with offices: open, name, close; one by one or from a list."""

import re
from dataclasses import dataclass

from django.db import transaction

from qingzhuang.actions.organisations.lists import Column, ListFile, ListLine, read_list
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.engine.values.regioncodes import full_code
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Office
from qingzhuang.store.queries.offices import OFFICE_KINDS
from qingzhuang.store.queries.regions import present_names
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.offices import create_office, end_office, name_office

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{1,39}")
_KINDS = {
    "村": "village", "社区": "village", "村（社区）": "village", "村(社区)": "village",
    "镇": "town", "乡": "town", "街道": "town", "乡镇": "town", "镇（街道）": "town", "镇(街道)": "town",
    "部门": "department", "减负办": "burden_office",
}  # fmt: skip
COLUMNS = {
    "code": Column("单位代码", ("代码", "编码"), needed=True),
    "name": Column("单位名称", ("单位", "名称"), needed=True),
    "kind": Column("类别", ("单位类别", "类型", "单位类型"), needed=True),
    "region": Column("区划代码", ("所在区划", "区划", "所在地"), needed=True),
}


@dataclass(frozen=True, slots=True)
class NewOffice:
    """An office to open. kind: a key of OFFICE_KINDS. region: 12-digit code of where it sits."""

    code: str
    name: str
    kind: str
    region: str


@dataclass(frozen=True, slots=True)
class OfficeList:
    """What a list of offices comes to; with problems nothing is written."""

    problems: tuple[Problem, ...]
    opened: tuple[NewOffice, ...]


def open_office(actor: Actor, *, wanted: NewOffice, today: str) -> None:
    """
    Open an office from today. R-ORG-07.

    Raises:
        RefusedError: not an administrator of that place; a code or name that is taken or does not do.
    """
    allow(actor, Right.ADMINISTER)
    with transaction.atomic():
        _check(actor, wanted)
        create_office(code=wanted.code, name=wanted.name, kind=wanted.kind, region=wanted.region, on=today)
        record(actor, action="organisations.open_office", object_=wanted.code, values={"name": wanted.name})


def open_offices(actor: Actor, *, given: ListFile, today: str, is_trial: bool = False) -> OfficeList:
    """
    Open every office of a list, or none; a trial writes nothing. R-ORG-03, R-ORG-07.

    Raises:
        RefusedError: not an administrator, or the file holds no such list.
    """
    allow(actor, Right.ADMINISTER)
    problems: list[Problem] = []
    opened: list[NewOffice] = []
    with transaction.atomic():
        for line in read_list(given, COLUMNS):
            wanted = _of(line)
            try:
                _check(actor, wanted)
            except RefusedError as refusal:
                params = {"place": line.place, "why": refusal.problem.sentence}
                problems.append(Problem(OrganisationsCode.LINE_REFUSED, params))
                continue
            create_office(
                code=wanted.code, name=wanted.name, kind=wanted.kind, region=wanted.region, on=today
            )
            opened.append(wanted)
        codes = [each.code for each in opened]
        record(actor, action="organisations.open_offices", object_=str(len(opened)), values={"codes": codes})
        if problems or is_trial:
            transaction.set_rollback(True)
    return OfficeList(tuple(problems), tuple(opened))


def rename_office(actor: Actor, *, code: str, name: str) -> None:
    """
    Give an office another name; the journal keeps the old one.

    Raises:
        RefusedError: not an administrator of that place; no such office; a name that is taken or empty.
    """
    allow(actor, Right.ADMINISTER)
    office = _mine(actor, code)
    _check_name(name, but=code)
    with transaction.atomic():
        old = office.name
        name_office(office, name.strip())
        record(
            actor,
            action="organisations.rename_office",
            object_=code,
            values={"old": old, "new": name.strip()},
        )


def close_office(actor: Actor, *, code: str, today: str) -> None:
    """
    Close an office from today; its code is never used again. R-ORG-07.

    Raises:
        RefusedError: not an administrator of that place; no such office; closed before; accounts still open.
    """
    allow(actor, Right.ADMINISTER)
    office = _mine(actor, code)
    if office.closed_on is not None:
        raise RefusedError(Problem(OrganisationsCode.OFFICE_CLOSED, {"day": office.closed_on}))
    n_open = office.accounts.filter(closed_at__isnull=True).count()
    if n_open:
        raise RefusedError(Problem(OrganisationsCode.OFFICE_IN_USE, {"n": n_open}))
    with transaction.atomic():
        end_office(office, on=today)
        record(actor, action="organisations.close_office", object_=code, values={})


def _of(line: ListLine) -> NewOffice:
    """A line of a list as an office to open."""
    kind, region = line.text("kind"), line.text("region").replace(" ", "")
    return NewOffice(
        line.text("code"), line.text("name"), _KINDS.get(kind, kind), full_code(region) or region
    )


def _check(actor: Actor, wanted: NewOffice) -> None:
    """Refuse an office that cannot be opened."""
    if not _CODE.fullmatch(wanted.code):
        raise RefusedError(Problem(OrganisationsCode.OFFICE_CODE, {"code": wanted.code[:40]}))
    if Office.objects.filter(code=wanted.code).exists():
        raise RefusedError(Problem(OrganisationsCode.OFFICE_CODE_TAKEN, {"code": wanted.code}))
    _check_name(wanted.name)
    if wanted.kind not in OFFICE_KINDS:
        raise RefusedError(Problem(OrganisationsCode.OFFICE_KIND))
    if wanted.region not in present_names(actor, [wanted.region or "-"]):
        raise RefusedError(Problem(OrganisationsCode.UNKNOWN_PLACE, {"region": wanted.region[:20]}))
    if not actor.serves(wanted.region):
        raise RefusedError(Problem(OrganisationsCode.NOT_YOUR_PLACE, {"region": wanted.region}))


def _check_name(name: str, *, but: str = "") -> None:
    """Refuse a name that is empty, too long or another open office's."""
    if not name.strip():
        raise RefusedError(Problem(OrganisationsCode.OFFICE_NAME))
    check_length(name.strip(), what="单位名称", model=Office, field="name")
    if Office.objects.filter(name=name.strip(), closed_on__isnull=True).exclude(code=but).exists():
        raise RefusedError(Problem(OrganisationsCode.OFFICE_NAME_TAKEN, {"name": name.strip()}))


def _mine(actor: Actor, code: str) -> Office:
    """The office, where the actor serves."""
    office = Office.objects.filter(code=code).first()
    if office is None or not actor.serves(office.region):
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return office
