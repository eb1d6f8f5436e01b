"""
Draw a county into QINGZHUANG_HOME: villages of 300 people each, by the collector and the store's writers.

    QINGZHUANG_HOME=folder python bench/county.py VILLAGES [PEOPLE]

Each village's two rosters (everybody, and who gets the allowance) are collected, linked and published as an
import does it; only the files on the disk and the journal's lines are spared. Villages that are there stay.
"""

import random
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import transaction

from qingzhuang.config.start import open_house, prepare
from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.roster import collect
from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.files.examples.people import Household, Villager, draw_village
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor

prepare()  # the tables below can be named only then

from qingzhuang.store.models import Region, Statement  # noqa: E402
from qingzhuang.store.rows import Row  # noqa: E402
from qingzhuang.store.writers.bulk import reserve_ids  # noqa: E402
from qingzhuang.store.writers.imports import add_snapshots, open_import  # noqa: E402
from qingzhuang.store.writers.register import rebuild  # noqa: E402
from qingzhuang.store.writers.villages import open_region  # noqa: E402

PEOPLE = 300
COUNTY = "360999"
ACTOR = Actor("bench", ("",))
EVERYBODY = (
    *("户号", "组别", "姓名", "性别", "身份证号", "与户主关系", "民族", "文化程度", "婚姻状况", "政治面貌"),
    *("联系电话", "家庭住址", "所在乡镇", "联系人", "补贴金额（元）"),
)
ALLOWANCE = ("户主姓名", "户主身份证号", "户号", "低保证号", "保障金额", "开户银行", "银行账号")


def draw_county(catalogue: Catalogue, villages: int, people: int) -> None:
    """Open the house of QINGZHUANG_HOME and put the villages into it that are not there yet."""
    open_house()
    known = set(Region.objects.values_list("code", flat=True))
    for number in range(1, villages + 1):
        region = f"{COUNTY}{number:06d}"
        if region not in known:
            with transaction.atomic():
                _draw_one(catalogue, region, number, people)


def _draw_one(catalogue: Catalogue, region: str, number: int, n_people: int) -> None:
    """One village: registered, two rosters said, linked, published."""
    open_region(code=region, name=f"青禾{number}村", on="2025-12-31")
    rows: list[Row] = []
    for title, source, values in _rosters(number, n_people):
        sheet = RosterSheet(title, tuple(enumerate(values, 1)))
        said = collect(sheet, file_name=f"{title}.xlsx", catalogue=catalogue)
        opened = open_import(
            ACTOR, region=region, source=source, file_name=f"{title}.xlsx", sha256="", day="2025-12-31",
            is_partial=False, accepted=len(said.said), refused=[],
        )  # fmt: skip
        add_snapshots(opened, sheet=title, day="2025-12-31", element_keys=said.membership)
        ids = iter(reserve_ids(Statement, len(said.said), after=rows[-1].statement_id if rows else 0))
        rows += [
            Row(
                next(ids), opened.pk, source, False, "2025-12-31", one.sheet, one.row, one.family,
                one.is_household_row, one.person, one.household,
            )
            for one in said.said
        ]  # fmt: skip
    rebuild(ACTOR, region, catalogue=catalogue, new_rows=rows)


def _rosters(number: int, n_people: int) -> Iterator[tuple[str, str, list[tuple[Any, ...]]]]:
    """Title, source and rows of the two rosters of one village."""
    chance = random.Random(number)
    people = list(islice(_people(number), n_people))
    register: list[tuple[Any, ...]] = [EVERYBODY]
    register += [_register_row(home, one, number, chance) for home, one in people]
    yield "常住人口花名册", "村委会", register
    given = [home for home, one in people if home.allowance and one is home.head]
    yield "低保户名单", "民政", [ALLOWANCE, *(_allowance_row(home) for home in given)]


def _people(number: int) -> Iterator[tuple[Household, Villager]]:
    for home in draw_village(n_households=PEOPLE, seed=number):
        for one in home.members:
            yield home, one


def _register_row(home: Household, one: Villager, number: int, chance: random.Random) -> tuple[Any, ...]:
    return (
        home.no, home.group, one.name, one.sex, one.id_number, one.relation, one.ethnic, one.education,
        one.marriage, "中共党员" if one.joined_party_on else "群众", one.phone,
        f"清河镇青禾{number}村{home.group}{home.no[-3:]}号", "清河镇", home.head.name,
        chance.randint(1, 9999) / 10,
    )  # fmt: skip


def _allowance_row(home: Household) -> tuple[Any, ...]:
    given, head = home.allowance, home.head
    assert given is not None
    return (head.name, head.id_number, home.no, given.certificate, given.monthly, given.bank, given.account)


if __name__ == "__main__":
    draw_county(
        load_catalogue(None),
        int(sys.argv[1]) if len(sys.argv) > 1 else 1038,
        int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE,
    )
