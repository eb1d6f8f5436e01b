"""Cells that stay blank: whose they are, what they ask, and who can know the answer."""

from qingzhuang.engine.catalogue.elements import DataElement, SubjectKind
from qingzhuang.engine.collect.keys import BIRTH_DATE, HEAD_NAME, HOUSEHOLD_NO, ID_NUMBER, NAME
from qingzhuang.engine.fill.derived import HOUSEHOLD_RULES
from qingzhuang.engine.fill.fields import Asked
from qingzhuang.engine.fill.plan import Missing
from qingzhuang.engine.fill.village import VillageBook, held
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.values.identity import birth_date_of

THE_HOUSEHOLD = "本户"


def element_of(book: VillageBook, key: str) -> DataElement | None:
    """The catalogue's element of a key; None for labels outside the catalogue."""
    return book.catalogue.elements.get(key.partition("@")[0])


def blank_of(book: VillageBook, asked: Asked, subject: Profile, *, cell: str) -> Missing:
    """The line of the lists for one cell that stays blank. A household's answers are its head's to give."""
    household, head = book.household_of(subject), book.head_of(subject)
    number = held(household, HOUSEHOLD_NO) if household else ""
    head_name = (held(head, NAME) if head else "") or (held(household, HEAD_NAME) if household else "")
    element = element_of(book, asked.key or "")
    one = head if subject.is_household and head is not None else subject
    return Missing(
        cell=cell,
        household=number or head_name,
        who=held(one, NAME) or head_name or number,
        label=asked.field.label or (element.name if element else ""),
        known_by=known_by(element),
        head=head_name,
        household_id=household.subject_id if household else 0,
        subject_id=one.subject_id,
        born=_born(one),
        path=asked.field.path,
        key=asked.key or "",
        is_of_household=asked.is_of_household or _is_of_household(element, asked.key or ""),
    )


def _is_of_household(element: DataElement | None, key: str) -> bool:
    if element is None:
        return False
    return (
        element.subject is SubjectKind.HOUSEHOLD or element.code in HOUSEHOLD_RULES or key.endswith("@head")
    )


def _born(person: Profile) -> str:
    number = held(person, ID_NUMBER)
    return birth_date_of(number) if number else held(person, BIRTH_DATE)


def known_by(element: DataElement | None) -> str:
    """Who can know a value: the owner office, or 本户 for what nobody but the household knows (R-FIL-51)."""
    if element is None or not element.owner or element.code.startswith(_HOUSEHOLD_ROOMS):
        return THE_HOUSEHOLD
    return THE_HOUSEHOLD if element.code.rpartition(".")[2] in _HOUSEHOLD_KNOWS else element.owner


# What an office learns only by asking the household: ways to reach people, work, income, wishes.
_HOUSEHOLD_ROOMS = ("contact.", "agent.", "carer.", "migrant.")
_HOUSEHOLD_KNOWS = frozenset(
    {"phone", "head_phone", "owner_phone", "landline", "email", "qq", "wechat", "mail_address", "postcode"}
    | {"employer", "work_address", "occupation", "skill", "labour_skill", "employment_wish", "training_wish"}
    | {"annual_income", "net_income", "monthly_income", "income_source", "income_per_capita"}
    | {
        "net_income_per_capita",
        "religion",
        "need",
        "work_place",
        "residence_address",
        "bank_name",
        "bank_account",
    }
)
