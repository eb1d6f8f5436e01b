"""
The people of an invented village. Names, numbers and houses are made up; the region 360999 does not exist.

Nothing is left to chance: the same arguments draw the same village.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.files.examples.dice import Dice

REGION = "360999101205"
VILLAGE = "青禾村"
SURNAMES = tuple("王李张刘陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕单仇审制经")
_MALE = "建国 志强 明华 德福 家旺 春生 永康 文斌 小军 水根 金山 海波 立新 子轩 浩然 宇航 一鸣 长庚"
_FEMALE = "秀英 桂花 玉兰 凤仙 春梅 美玲 丽萍 小燕 雪芬 金莲 巧云 冬香 雨桐 欣怡 子涵 诗琪 佳慧 水仙"
GIVEN_NAMES = {"男": tuple(_MALE.split()), "女": tuple(_FEMALE.split())}
EDUCATIONS = ("小学", "初中", "高中", "大专", "本科", "小学", "初中")
STRUCTURES = ("砖混结构", "砖木结构", "钢筋混凝土结构", "土木结构")
DISABILITIES = ("视力残疾", "听力残疾", "言语残疾", "肢体残疾", "智力残疾", "精神残疾")
GRADES = ("一级", "二级", "三级", "四级")
CITIES = ("浙江省宁波市", "广东省东莞市", "江苏省苏州市", "福建省泉州市", "上海市")


@dataclass(frozen=True, slots=True)
class Disability:
    """A disability card. certificate: identity number, kind and grade (20 characters)."""

    kind: str
    grade: str
    certificate: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class Villager:
    """One person. monthly_wage in yuan, 0 for nobody's employee; workplace "" for who is at home."""

    name: str
    relation: str
    sex: str
    born_on: date
    id_number: str
    ethnic: str
    education: str
    marriage: str
    phone: str
    disability: Disability | None = None
    joined_party_on: date | None = None
    workplace: str = ""
    left_on: date | None = None
    monthly_wage: int = 0


@dataclass(frozen=True, slots=True)
class Allowance:
    """Minimum living allowance of a household. monthly: yuan for the whole household."""

    certificate: str
    monthly: int
    bank: str
    account: str
    since: date


@dataclass(frozen=True, slots=True)
class Household:
    """One household; its head comes first. farmland in mu, areas in square metres."""

    no: str
    group: str
    address: str
    members: tuple[Villager, ...]
    farmland: float
    floor_area: float
    structure: str
    storeys: int
    built_in: int
    allowance: Allowance | None = None

    @property
    def head(self) -> Villager:
        """户主."""
        return self.members[0]


def draw_village(*, n_households: int, seed: int = 20260101) -> tuple[Household, ...]:
    """The households of a village, about 3.3 persons each; the same arguments give the same village."""
    dice = Dice(seed)
    return tuple(_household(dice, at) for at in range(1, n_households + 1))


def identity_number(born_on: date, serial: int) -> str:
    """A valid number of the invented county; an odd serial (1–999) is a man's."""
    body = f"{REGION[:6]}{born_on:%Y%m%d}{serial:03d}"
    return body + identity_check_digit(body)


def _household(dice: Dice, at: int) -> Household:
    group = f"{1 + dice.below(6)}组"
    members = tuple(_with_circumstances(dice, person) for person in _members(dice))
    return Household(
        no=f"{101205}{at:03d}",
        group=group,
        address=f"青禾村{group}{at}号",
        members=members,
        farmland=(10 + dice.below(90)) / 10,
        floor_area=float(60 + dice.below(140)),
        structure=dice.pick(STRUCTURES),
        storeys=1 + dice.below(3),
        built_in=1975 + dice.below(45),
        allowance=_allowance(dice, at, len(members)) if dice.one_in(6) else None,
    )


def _members(dice: Dice) -> Iterator[Villager]:
    """A head, mostly a spouse, up to three children, sometimes an old parent."""
    born = date(1950, 1, 1) + timedelta(days=dice.below(365 * 40))
    head = _person(dice, "户主", "男" if dice.below(4) else "女", born, dice.pick(SURNAMES))
    has_spouse = bool(dice.below(4))
    yield replace(head, marriage="已婚" if has_spouse else "丧偶")
    if has_spouse:
        wed = born + timedelta(days=dice.below(1500))
        spouse = _person(dice, "配偶", "女" if head.sex == "男" else "男", wed, dice.pick(SURNAMES))
        yield replace(spouse, marriage="已婚")
    for _ in range(dice.below(4)):
        birthday = date(born.year + 22 + dice.below(12), 1 + dice.below(12), 1 + dice.below(28))
        if birthday < date(2025, 12, 1):
            sex = dice.pick(("男", "女"))
            yield _person(dice, "子" if sex == "男" else "女", sex, birthday, head.name[0])
    if born.year > 1962 and dice.one_in(3):
        old = date(born.year - 24 - dice.below(6), 1 + dice.below(12), 1 + dice.below(28))
        yield replace(_person(dice, "母亲", "女", old, dice.pick(SURNAMES)), marriage="丧偶")


def _person(dice: Dice, relation: str, sex: str, born_on: date, surname: str) -> Villager:
    serial = 1 + 2 * dice.below(499) + (sex == "女")
    is_child = born_on.year > 2008
    return Villager(
        name=surname + dice.pick(GIVEN_NAMES[sex]),
        relation=relation,
        sex=sex,
        born_on=born_on,
        id_number=identity_number(born_on, serial),
        ethnic="畲族" if dice.one_in(15) else "汉族",
        education="小学" if is_child else dice.pick(EDUCATIONS),
        marriage="未婚",
        phone="" if is_child else f"1990{dice.below(10_000_000):07d}",
    )


def _with_circumstances(dice: Dice, person: Villager) -> Villager:
    """The same person, now and then with a disability card, a party membership or work far away."""
    if dice.one_in(9):
        kind, grade = dice.below(len(DISABILITIES)), dice.below(len(GRADES))
        issued = date(2015 + dice.below(9), 1 + dice.below(12), 1 + dice.below(28))
        card = Disability(
            DISABILITIES[kind], GRADES[grade], f"{person.id_number}{kind + 1}{grade + 1}", issued
        )
        person = replace(person, disability=card)
    is_of_age = person.born_on.year < 2000
    if is_of_age and dice.one_in(8):
        joined = date(person.born_on.year + 22 + dice.below(3), 7, 1)
        person = replace(person, joined_party_on=joined)
    if is_of_age and person.born_on.year > 1966 and dice.one_in(4):
        left = date(2020 + dice.below(6), 2, 10 + dice.below(18))
        wage = 3000 + 100 * dice.below(50)
        person = replace(person, workplace=dice.pick(CITIES), left_on=left, monthly_wage=wage)
    return person


def _allowance(dice: Dice, at: int, n_members: int) -> Allowance:
    return Allowance(
        certificate=f"DB{REGION[:6]}{at:05d}",
        monthly=n_members * (300 + 10 * dice.below(30)),
        bank="青禾县农村信用合作联社",
        account=_with_luhn_digit(f"62309901{dice.below(10**7):07d}{at:03d}"),
        since=date(2018 + dice.below(7), 1 + dice.below(12), 1),
    )


def _with_luhn_digit(body: str) -> str:
    """The card number with its last digit (ISO/IEC 7812-1 annex B)."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return f"{body}{-total % 10}"
