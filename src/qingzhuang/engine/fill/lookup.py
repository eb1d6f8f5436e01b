"""What is known of one subject under one key, on one day: own word, derived, or the household's."""

import re
from enum import Enum

from qingzhuang.engine.catalogue.elements import DataElement, SubjectKind
from qingzhuang.engine.collect.keys import HEAD_ID_NUMBER, HEAD_NAME, HEAD_PHONE, ID_NUMBER, NAME, RELATION
from qingzhuang.engine.fill.answers import Answer, Conflict, Gap, Known, NotApplicable, answer_of
from qingzhuang.engine.fill.derived import AREA_RULES, HOUSEHOLD_RULES, PERSON_RULES, is_same_but_rougher
from qingzhuang.engine.fill.kin import Kin, kin_of_role, meant, relatives
from qingzhuang.engine.fill.kinship import relation_word
from qingzhuang.engine.fill.village import VillageBook, held
from qingzhuang.engine.know.applicability import household_membership, is_no_member, not_applicable
from qingzhuang.engine.know.profile import Holding, Profile

# Whose a key is when it is the subject's own: an applicant or a listed member speaks of himself.
SELF_ROLES = frozenset({"", "self", "applicant", "member", "person", "resident"})
# Somebody else whose word stands with the subject: guardian.phone and person.phone@guardian are one key.
ROLES = frozenset(
    {"guardian", "spouse", "father", "mother", "grandfather", "grandmother", "maternal_grandfather"}
    | {"maternal_grandmother", "child", "contact", "agent", "carer", "son", "daughter", "emergency"}
)
HEAD_ROLES = frozenset({"head", "household_head"})
_HEAD_OF = {HEAD_NAME: NAME, HEAD_ID_NUMBER: ID_NUMBER, HEAD_PHONE: "person.phone"}


class Scope(Enum):
    """Whose word answers a key for a person, so that it need not be looked up for everybody."""

    OWN = "own"  # what the person holds stands, undisputed; else look it up
    DERIVED = "derived"  # PERSON_RULES tell it of who holds nothing; else look it up
    HOUSEHOLD = "household"  # the same for all of a household who hold nothing themselves
    VILLAGE = "village"  # the same for everybody
    ANY = "any"  # look it up


def scope_of(book: VillageBook, key: str) -> Scope:
    """Whose word answers this key, as `look_up` sees it; ANY wherever more than one rule has a say."""
    code, _, role = key.partition("@")
    element = book.catalogue.elements.get(code)
    is_of_another = code.partition(".")[0] in ROLES
    if role or code in book.listed_by or (is_of_another if element is None else element.depends_on):
        return Scope.ANY
    if element is None or is_of_another:
        return Scope.OWN
    if code in AREA_RULES or code in book.shared:
        return Scope.VILLAGE
    if code in _HEAD_OF or _belongs_to_household(element):
        return Scope.HOUSEHOLD
    if code in PERSON_RULES and code != _SEX:
        return Scope.DERIVED
    return Scope.ANY if element.is_derived else Scope.OWN


def teller_of(book: VillageBook, subject: Profile, key: str) -> tuple[Profile | None, str]:
    """
    Whose own word `look_up` takes first for a key that is the same for a household (Scope.HOUSEHOLD), and
    under which key: the head's name for 户主姓名, the household's for what belongs to it.
    """
    if key in _HEAD_OF:
        own = _HEAD_OF[key]
        return (book.head_of(subject) if scope_of(book, own) is Scope.OWN else None), own
    return (None if book.catalogue[key].is_derived else book.household_of(subject)), key


_SEX = "person.sex"  # one character: what the ID number says is never finer


def look_up(book: VillageBook, subject: Profile, key: str, *, on: str) -> Answer:
    """
    What is known of a subject (R-FIL-10 to R-FIL-19).

    Args:
        book: of the village.
        subject: a person or a household.
        key: `person.phone`, `person.phone@father`, `household.no`, `label:补贴档次`.
        on: ISO day, for what depends on the day (年龄).

    Returns:
        Known, Gap, Conflict or NotApplicable. A household asked for a person's element answers with its
        head's, for a membership with any of its members'. A person asked for a household's element answers
        with the household's.

    """
    code, _, role = key.partition("@")
    if role in HEAD_ROLES:
        return _of_head(book, subject, code, on)
    if _MEMBER.fullmatch(role):
        return _of_member(book, subject, code, role=role, on=on)
    return _look_up(book, subject, code, role="" if role in SELF_ROLES else role, on=on)


TO_APPLICANT = "person.relation_to_applicant"
_MEMBER = re.compile(r"member\d+")


def _look_up(book: VillageBook, subject: Profile, code: str, *, role: str, on: str) -> Answer:
    """A key without head and member roles; a label outside the catalogue has one spelling only."""
    element = book.catalogue.elements.get(_alias(book, code, role))
    if element is None and code.partition(".")[0] in ROLES:
        return _of_relative(book, subject, code, role=role, on=on)
    if element is None:
        membership = book.listed_by.get(code)
        if membership is not None and is_no_member(_membership_of(book, subject, membership)):
            return NotApplicable(membership)
        return _first(book, subject, _spellings(code, role))
    if _is_moot(book, subject, element, role):
        return NotApplicable(str(element.depends_on))
    if role or code.partition(".")[0] in ROLES:
        said = _first(book, subject, _spellings(code, role))
        return _of_relative(book, subject, code, role=role, on=on) if isinstance(said, Gap) else said
    return _own(book, subject, element, on)


def _own(book: VillageBook, subject: Profile, element: DataElement, on: str) -> Answer:
    if element.code in AREA_RULES:
        return AREA_RULES[element.code](book)
    if element.code in book.shared:
        claim = book.shared[element.code]
        return Known(claim.value, claim)
    if element.code in _HEAD_OF:
        return _head_element(book, subject, element, on)
    if _belongs_to_household(element):
        return _of_household(book, subject, element, on)
    if subject.is_household:
        return _person_element_of_household(book, subject, element, on)
    return _of_person(book, subject, element, on)


def _of_person(book: VillageBook, person: Profile, element: DataElement, on: str) -> Answer:
    """A person's own word; what follows from the ID number fills a gap or refines a rough day."""
    own = Gap() if element.is_derived else answer_of(person.holdings.get(element.code))
    rule = PERSON_RULES.get(element.code)
    derived = rule(book, person, on) if rule is not None else Gap()
    if isinstance(own, Gap) or (isinstance(derived, Known) and is_same_but_rougher(own, derived)):
        return derived
    return own


def _belongs_to_household(element: DataElement) -> bool:
    return element.subject is SubjectKind.HOUSEHOLD or element.code in HOUSEHOLD_RULES


def _of_household(book: VillageBook, subject: Profile, element: DataElement, on: str) -> Answer:
    household = book.household_of(subject)
    own = (
        Gap() if household is None or element.is_derived else answer_of(household.holdings.get(element.code))
    )
    if isinstance(own, Gap) and not element.is_derived:
        own = answer_of(subject.holdings.get(element.code))
    rule = HOUSEHOLD_RULES.get(element.code)
    if isinstance(own, Gap) and rule is not None:
        return rule(book, subject, on)
    if isinstance(own, Gap) and element.is_membership:
        return answer_of(_membership_of(book, household or subject, element.code))
    return own


def _head_element(book: VillageBook, subject: Profile, element: DataElement, on: str) -> Answer:
    """户主姓名, 户主身份证号, 户主电话: the head's own word goes before what stands beside others."""
    head = book.head_of(subject)
    if head is not None:
        own = look_up(book, head, _HEAD_OF[element.code], on=on)
        if not isinstance(own, Gap):
            return own
    household = book.household_of(subject)
    return answer_of(household.holdings.get(element.code)) if household is not None else Gap()


def _of_head(book: VillageBook, subject: Profile, code: str, on: str) -> Answer:
    if book.catalogue.elements.get(code) is not None and _belongs_to_household(book.catalogue[code]):
        return look_up(book, subject, code, on=on)
    for element, own in _HEAD_OF.items():
        if own == code:
            return look_up(book, subject, element, on=on)
    head = book.head_of(subject)
    return Gap() if head is None else look_up(book, head, code, on=on)


def _of_member(book: VillageBook, subject: Profile, code: str, *, role: str, on: str) -> Answer:
    """成员1, 成员2 … of one row: the household less the row's subject. One too many is not applicable."""
    own = subject if not subject.is_household else book.head_of(subject)
    others = [m for m in book.members_of(subject) if own is None or m.subject_id != own.subject_id]
    number = int(role.removeprefix("member"))
    head = book.head_of(subject)
    if code == TO_APPLICANT and own is not None and head is not None and head.subject_id == own.subject_id:
        code = RELATION  # 成员1关系 in the head's row is the relation to the head (R-FIL-34)
    if number > len(others):
        return NotApplicable("")
    answer = look_up(book, others[number - 1], code, on=on)
    if code == TO_APPLICANT and isinstance(answer, Gap) and own is not None:
        return _relation_of(book, own, others[number - 1])
    return answer


def _relation_of(book: VillageBook, applicant: Profile, member: Profile) -> Answer:
    """What a member is to the applicant, told from what both are to the head (R-FIL-104)."""
    word = relation_word(book, applicant, member)
    said = answer_of(member.holdings.get(RELATION))
    return Known(word, said.claim) if word and isinstance(said, Known) else Gap()


def _of_relative(book: VillageBook, subject: Profile, code: str, *, role: str, on: str) -> Answer:
    """
    父亲, 配偶, 子女2 …: the member of the household who is that to the subject (R-FIL-91). Nobody there is
    not applicable where a number is asked or the marriage is known to be none; else a gap.
    """
    prefix, _, rest = code.partition(".")
    kin = kin_of_role(role or prefix)
    if kin is None:
        return Gap()
    relative = relative_of(book, subject, kin)
    if relative is not None:
        return _look_up(book, relative, f"person.{rest}", role="", on=on)
    found = relatives(book, subject, kin.kin)
    is_nobody = not found.is_open and not (found.people and not kin.number)
    is_moot = kin.number > 0 or (kin.kin == "spouse" and held(subject, _MARRIAGE) in _UNMARRIED)
    return NotApplicable("") if is_nobody and is_moot else Gap()


def relative_of(book: VillageBook, subject: Profile, kin: Kin) -> Profile | None:
    """The one member of the household who is this to the subject, if nobody else was named as that."""
    relative = meant(relatives(book, subject, kin.kin), kin)
    if relative is None:
        return None
    said = _first(book, subject, (f"{kin.role}.name", f"{NAME}@{kin.role}"))
    is_another = isinstance(said, Conflict) or (
        isinstance(said, Known) and said.value != held(relative, NAME)
    )
    return None if is_another else relative


_MARRIAGE = "person.marital_status"
_UNMARRIED = frozenset({"未婚", "丧偶", "离婚"})


def _person_element_of_household(
    book: VillageBook, subject: Profile, element: DataElement, on: str
) -> Answer:
    if element.is_membership:
        return answer_of(_membership_of(book, subject, element.code))
    own = answer_of(subject.holdings.get(element.code))
    return own if not isinstance(own, Gap) else _of_head(book, subject, element.code, on)


def _membership_of(book: VillageBook, subject: Profile, membership: str) -> Holding | None:
    """A person's membership; a household has one if a member has (R-KNW-12)."""
    if not subject.is_household:
        return subject.holdings.get(membership)
    members = [member.holdings.get(membership) for member in book.members_of(subject)]
    return household_membership(subject.holdings.get(membership), members)


def _first(book: VillageBook, subject: Profile, keys: tuple[str, ...]) -> Answer:
    """The first of these keys that the subject or its household holds."""
    household = book.household_of(subject)
    holders = (subject,) if household is None or household is subject else (subject, household)
    for holder in holders:
        for key in keys:
            answer = answer_of(holder.holdings.get(key))
            if not isinstance(answer, Gap):
                return answer
    return Gap()


def _alias(book: VillageBook, code: str, role: str) -> str:
    """guardian.phone where the catalogue has it, for person.phone@guardian."""
    spelled = f"{role}.{code.partition('.')[2]}"
    return spelled if role and spelled in book.catalogue.elements else code


def _spellings(code: str, role: str) -> tuple[str, ...]:
    """The keys under which a role's word may stand: person.phone@guardian and guardian.phone are one."""
    if code.startswith("label:"):
        return (code,)
    prefix, _, rest = code.partition(".")
    if role:
        return (f"{code}@{role}", f"{role}.{rest}")
    return (code, f"person.{rest}@{prefix}")


def _is_moot(book: VillageBook, subject: Profile, element: DataElement, role: str) -> bool:
    """Whether the membership that the element depends on is 否 for whom it is asked (R-KNW-11)."""
    if element.depends_on is None:
        return False
    if role and not element.code.startswith(f"{role}."):
        return not_applicable(element, subject.holdings, role=role)
    asked = (book.household_of(subject) or subject) if _belongs_to_household(element) else subject
    decides = _membership_of(book, asked, element.depends_on)
    return decides is not None and not_applicable(element, {element.depends_on: decides})
