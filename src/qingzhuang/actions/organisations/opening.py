"""Opening accounts, one by one or from a list; first passwords are handed out once and never kept."""

import re
from dataclasses import dataclass, field

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password
from django.db import transaction
from django.utils import timezone

from qingzhuang.actions.organisations.accountlists import AccountLine, read_accounts
from qingzhuang.actions.organisations.lists import ListFile
from qingzhuang.actions.organisations.passwords import first_password
from qingzhuang.actions.organisations.postrules import check_together, place_for
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Account, Office
from qingzhuang.store.roles import ROLE_NAMES, Right, Role
from qingzhuang.store.writers.accounts import create_account, create_post
from qingzhuang.store.writers.journal import record

_NAME = re.compile(r"[a-z][a-z0-9._-]{1,29}")


@dataclass(frozen=True, slots=True)
class NewPerson:
    """An account to open. office: its code. posts: role and 12-digit code of the place."""

    name: str
    full_name: str
    office: str
    posts: tuple[tuple[Role, str], ...]


@dataclass(frozen=True, slots=True)
class Handed:
    """What is handed to a person on paper, once: the first password is kept nowhere."""

    name: str
    full_name: str
    office: str
    roles: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AccountList:
    """What a list of people comes to; with problems nothing is written, a trial hands out no passwords."""

    problems: tuple[Problem, ...]
    handed: tuple[Handed, ...]


def open_account(actor: Actor, *, person: NewPerson, today: str) -> Handed:
    """
    Open an account with its posts from today; comes back: what to hand to the person. R-ORG-08, R-ORG-09.

    Raises:
        RefusedError: not an administrator of that place; a name that is taken or does not do; no such office;
            roles that never meet.
    """
    allow(actor, Right.ADMINISTER)
    password = first_password()
    hashed = make_password(password)
    with transaction.atomic():
        _check(actor, person)
        _write(actor, person, hashed, today)
        values: dict[str, object] = {"posts": [f"{role} {region}" for role, region in person.posts]}
        record(actor, action="organisations.open_account", object_=person.name, values=values)
    return _handed(person, password)


def open_accounts(actor: Actor, *, given: ListFile, today: str, is_trial: bool = False) -> AccountList:
    """
    Open every account of a list, or none: one bad line and nothing is written. R-ORG-08.

    Raises:
        RefusedError: not an administrator, or the file holds no such list.
    """
    allow(actor, Right.ADMINISTER)
    lines, problems = read_accounts(actor, given)
    wrong = list(problems)
    people = tuple(_person(line) for line in lines)
    passwords = [first_password() for _ in people]
    is_kept = not is_trial and not wrong
    hashes = [make_password(each) if is_kept else UNUSABLE_PASSWORD_PREFIX for each in passwords]
    with transaction.atomic():
        for line, person, hashed in zip(lines, people, hashes, strict=True):
            try:
                _check(actor, person)
            except RefusedError as refusal:
                params = {"place": line.place, "why": refusal.problem.sentence}
                wrong.append(Problem(OrganisationsCode.LINE_REFUSED, params))
                continue
            _write(actor, person, hashed, today)
        names = [person.name for person in people]
        record(actor, action="organisations.open_accounts", object_=str(len(people)), values={"names": names})
        if wrong or is_trial:
            transaction.set_rollback(True)
    if wrong:
        return AccountList(tuple(wrong), ())
    told = passwords if is_kept else [""] * len(people)
    return AccountList((), tuple(_handed(*each) for each in zip(people, told, strict=True)))


def _person(line: AccountLine) -> NewPerson:
    return NewPerson(
        line.name, line.full_name, line.office, tuple((role, line.region) for role in line.roles)
    )


def _check(actor: Actor, person: NewPerson) -> None:
    """Refuse an account that cannot be opened."""
    if not _NAME.fullmatch(person.name):
        raise RefusedError(Problem(OrganisationsCode.ACCOUNT_NAME, {"name": person.name[:30]}))
    if Account.objects.filter(name=person.name).exists():
        raise RefusedError(Problem(OrganisationsCode.ACCOUNT_TAKEN, {"name": person.name}))
    if not person.full_name.strip():
        raise RefusedError(Problem(OrganisationsCode.NO_FULL_NAME))
    check_length(person.full_name, what="姓名", model=Account, field="full_name")
    office = Office.objects.filter(code=person.office, closed_on__isnull=True).first()
    if office is None:
        raise RefusedError(Problem(OrganisationsCode.NO_OFFICE))
    if not actor.serves(office.region):
        raise RefusedError(Problem(OrganisationsCode.NOT_YOUR_PLACE, {"region": office.region}))
    check_together(role for role, _ in person.posts)
    for role, region in person.posts:
        place_for(actor, role, region)


def _write(actor: Actor, person: NewPerson, hashed: str, today: str) -> None:
    """The account and its posts."""
    office = Office.objects.get(code=person.office)
    account = create_account(
        name=person.name, full_name=person.full_name.strip(), office=office, hashed=hashed, at=timezone.now()
    )
    for role, region in person.posts:
        create_post(account, role=role, region=place_for(actor, role, region), since=today)


def _handed(person: NewPerson, password: str) -> Handed:
    roles = "、".join(ROLE_NAMES[role] for role, _ in person.posts)
    office = Office.objects.get(code=person.office).name
    return Handed(person.name, person.full_name.strip(), office, roles, password)
