"""Tables of a card that list the subject's family, and what their columns ask for."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.engine.collect.keys import ID_NUMBER, NAME, RELATION
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.kinship import relation_word
from qingzhuang.engine.fill.lookup import TO_APPLICANT
from qingzhuang.engine.fill.subjects import is_about_households, names_somebody
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Holding, Profile
from qingzhuang.engine.read.layout import Purpose, SheetKind, Table

_FAMILY = re.compile("成员|家属|亲属|家庭人口|家庭情况|户内|同住|共同(?:生活|居住)|赡养人|全家")
_RELATION = re.compile(r"^(?:与?.{0,8}关系|称谓|称呼)$")
_PLAIN_NAME = re.compile("^(?:人员|居民|村民|成员|家庭成员|户内成员)?(?:姓名|名字)$")
# What happens to people or is paid to them makes a table of events, though it names people.
_EVENT = re.compile(
    "患者|病|培训|就读|学校|入学|入境|出境|出入|违法|事故|处罚|购|享受|救助|领取|交通工具|发放"
)
_EVENT_NAME = re.compile("^(?:患者|病人|受培训人|受训人|学生|学员|受助人|低保人|享受.*人|购买人|就业人).*")
_OWN_NAME = re.compile(
    "^(?!.*(?:父|母|配偶|监护|户主|联系|负责|代理|代表|经办|医生|班主任|老师|填|审|银行|单位|企业|项目)).+(?:姓名|名字)$"
)
_SELF = ("本人", "申请人", "申请人本人", "户主", "户主本人")
_WITH_SELF = re.compile("^(?:申请人|本人|户主)[及和、与]")
_SURE = frozenset(
    {NAME, ID_NUMBER, RELATION, TO_APPLICANT, "person.sex", "person.birth_date", "person.age"}
    | {
        "person.ethnicity",
        "person.education",
        "person.marital_status",
        "person.phone",
        "person.health_status",
    }
    | {"person.occupation", "person.employer"}
)


def is_family(sheet: FormSheet, table: Table, columns: Sequence[Asked], *, is_household: bool) -> bool:
    """
    Whether a table of a card lists the family (R-FIL-103): its columns or the line above it speak of members
    or of a relation; on a household's card plain 姓名 will do. Tables of journeys, illnesses or courses
    name people too, and are left alone.
    """
    if not names_somebody(columns) or is_about_households(columns):
        return False
    texts = [label for a in columns for label in a.field.path]
    labels = [_bare(a.field.label or "") for a in columns]
    if any(_RELATION.match(label) for label in labels):
        return True
    if any(_EVENT.search(text) for text in texts):
        return False
    if any(_FAMILY.search(_bare(text)) for text in (*texts, _caption(sheet, table))):
        return True
    return is_household and any(
        a.key == NAME and _PLAIN_NAME.match(_bare(a.field.label or "")) for a in columns
    )


def is_list_of_residents(sheet: FormSheet, asked: Sequence[Asked], columns: Sequence[Asked]) -> bool:
    """
    Whether a table outside cards has a row per resident or household (R-FIL-105).

    Not where it also asks for an enterprise's representative; where the column of names is not sure
    (车主姓名); where it is one of several on the sheet and names its people by what happens to them
    (患者姓名); nor where it is the family of somebody whom the form asks for above.
    """
    if not names_somebody(columns) or any((a.match.element or "").startswith("org.rep") for a in columns):
        return False
    if open_name(columns) is not None or _is_family_of_somebody(sheet, asked, columns):
        return False
    names = [_bare(a.field.label or "") for a in columns if a.key == NAME]
    is_one_of_many = len(sheet.layout.tables) > 1 or sheet.layout.kind in (SheetKind.MIXED, SheetKind.CARD)
    return not (is_one_of_many and any(_EVENT_NAME.match(name) for name in names))


def open_name(columns: Sequence[Asked]) -> Asked | None:
    """The column of a list for a name of which nobody is sure (车主姓名), where no other asks for 姓名."""
    if any(a.key == NAME for a in columns):
        return None
    found = [
        a
        for a in columns
        if a.key is None and a.field.purpose is Purpose.ASKED and _OWN_NAME.match(_bare(a.field.label or ""))
    ]
    return found[0] if len(found) == 1 else None


def with_names(asked: tuple[Asked, ...], sheet: FormSheet) -> tuple[Asked, ...]:
    """The fields, where --who says who is meant: 车主姓名 and the like are then those people's names."""
    tables = range(len(sheet.layout.tables))
    opened = [open_name([a for a in asked if a.field.table == index]) for index in tables]
    wanted = {id(a) for a in opened if a is not None}
    return tuple(replace(a, key=NAME) if id(a) in wanted else a for a in asked)


def _is_family_of_somebody(sheet: FormSheet, asked: Sequence[Asked], columns: Sequence[Asked]) -> bool:
    """Whether a table speaks of a family and blanks above it ask about whose it is."""
    table = sheet.layout.tables[columns[0].field.table or 0]
    above = [
        a
        for a in asked
        if a.field.table is None and a.field.purpose is Purpose.ASKED and a.field.row < table.header_rows[0]
    ]
    texts = (*(label for a in columns for label in a.field.path), _caption(sheet, table))
    return len(above) > 1 and any(_FAMILY.search(_bare(text)) for text in texts)


def is_with_subject(sheet: FormSheet, columns: Sequence[Asked], rows: Sequence[int]) -> bool:
    """Whether the subject stands first among the members: 本人 is printed there, or 申请人及… above."""
    first = [
        sheet.grid.text(rows[0], a.field.column)
        for a in columns
        if rows and a.key in (RELATION, TO_APPLICANT)
    ]
    texts = [label for a in columns for label in a.field.path]
    return any(_bare(text) in _SELF for text in first) or any(_WITH_SELF.search(text) for text in texts)


def with_families(asked: tuple[Asked, ...], sheet: FormSheet, *, is_household: bool) -> tuple[Asked, ...]:
    """The fields of a card, those in tables of members as these tables mean them."""
    for index, table in enumerate(sheet.layout.tables):
        columns = family_columns([a for a in asked if a.field.table == index])
        if columns and is_family(sheet, table, columns, is_household=is_household):
            asked = (*(a for a in asked if a.field.table != index), *columns)
    return asked


def family_columns(columns: Sequence[Asked]) -> tuple[Asked, ...]:
    """
    The columns of a table of members, where the table itself says what 姓名, 身份证号 and 关系 mean: a match
    that waits for a word elsewhere is sure here.
    """
    return tuple(replace(a, key=key) if (key := _sure_key(a)) else a for a in columns)


def members_seen(
    book: VillageBook, subject: Profile, columns: Sequence[Asked], members: Sequence[Profile]
) -> tuple[Profile, ...]:
    """The members, each with what he or she is to the subject where a column asks for that (R-FIL-104)."""
    if subject.is_household or not any(a.key == TO_APPLICANT for a in columns):
        return tuple(members)
    return tuple(_seen(book, subject, member) for member in members)


def _seen(book: VillageBook, applicant: Profile, member: Profile) -> Profile:
    """A member who holds what he or she is to the applicant, unless a source has said it."""
    relation = member.holdings.get(RELATION)
    word = relation_word(book, applicant, member)
    if TO_APPLICANT in member.holdings or relation is None or relation.is_conflict or not word:
        return member
    told = Holding(replace(relation.claim, value=word))
    return replace(member, holdings={**member.holdings, TO_APPLICANT: told})


def _sure_key(asked: Asked) -> str | None:
    element = asked.match.element
    is_open = asked.key is None and asked.field.purpose is Purpose.ASKED
    return element if is_open and element in _SURE else None


def _caption(sheet: FormSheet, table: Table) -> str:
    """What stands in the line above a table's header."""
    row = table.header_rows[0] - 1
    return "".join(sheet.grid.text(row, column) for column in range(1, sheet.grid.n_columns + 1))


def _bare(label: str) -> str:
    return re.sub(r"[\s:：*＊]|[（(].*?[）)]|^[\d.、]+", "", label)
