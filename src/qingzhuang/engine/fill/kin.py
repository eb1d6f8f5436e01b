"""Who of a household is whose father, spouse or child: from what each is to the head (GB/T 4761)."""

import re
from dataclasses import dataclass

from qingzhuang.engine.collect.keys import RELATION, is_head_relation
from qingzhuang.engine.fill.answers import Known, answer_of
from qingzhuang.engine.fill.derived import birth_date, sex
from qingzhuang.engine.fill.village import VillageBook, held
from qingzhuang.engine.know.profile import Profile

CHILDREN = ("child", "son", "daughter")
_KIN_KEY = re.compile(r"(father|mother|spouse|child|son|daughter|brother|sister|sibling)(_?)(\d*)")

# Words printed in a form for a relative, and what is meant: (kin, place among them by age; 0: any).
_WORDS = {
    **dict.fromkeys(("父亲", "父", "爸爸"), ("father", 0)),
    **dict.fromkeys(("母亲", "母", "妈妈"), ("mother", 0)),
    **dict.fromkeys(("配偶", "妻子", "丈夫", "妻", "夫", "爱人"), ("spouse", 0)),
    **dict.fromkeys(("子女", "孩子", "儿女", "子/女", "子或女"), ("child", 0)),
    **dict.fromkeys(("儿子", "子"), ("son", 0)),
    **dict.fromkeys(("女儿", "女"), ("daughter", 0)),
    **dict.fromkeys(("长子", "大儿子"), ("son", 1)),
    **dict.fromkeys(("次子", "二儿子"), ("son", 2)),
    "三子": ("son", 3),
    **dict.fromkeys(("长女", "大女儿"), ("daughter", 1)),
    **dict.fromkeys(("次女", "二女儿"), ("daughter", 2)),
    "三女": ("daughter", 3),
    **dict.fromkeys(("兄弟姐妹", "兄弟姊妹"), ("sibling", 0)),
}
# Relations to the head by what they are in the family tree. Source: GB/T 4761-2008, two-digit codes.
_OF_HEAD = {
    **dict.fromkeys(("配偶", "夫", "妻"), "spouse"),
    **dict.fromkeys(("子", "独生子", "长子", "次子", "三子", "四子", "五子", "其他儿子"), "son"),
    **dict.fromkeys(("女", "独生女", "长女", "次女", "三女", "四女", "五女", "其他女儿"), "daughter"),
    "女婿": "son_in_law",
    "儿媳": "daughter_in_law",
    "父亲": "father",
    "母亲": "mother",
    "公公": "father_in_law",
    "岳父": "father_in_law",
    "婆婆": "mother_in_law",
    "岳母": "mother_in_law",
    "养子或继子": "step_son",
    "养女或继女": "step_daughter",
    **dict.fromkeys(("兄", "弟"), "brother"),
    **dict.fromkeys(("姐姐", "妹妹"), "sister"),
    **dict.fromkeys(("孙子", "孙女"), "son_child"),
    **dict.fromkeys(("外孙子", "外孙女"), "daughter_child"),
}
# Who of the head's family is what to somebody else of it. A pair that is not here is not told.
_SEEN_BY = {
    "spouse": {"head": "spouse", "son": "son", "daughter": "daughter"}
    | {"father_in_law": "father", "mother_in_law": "mother"},
    "son": {"head": "parent", "spouse": "parent", "son": "brother", "daughter": "sister"}
    | {"daughter_in_law": "spouse", "son_child": "child"},
    "daughter": {"head": "parent", "spouse": "parent", "son": "brother", "daughter": "sister"}
    | {"son_in_law": "spouse", "daughter_child": "child"},
    "daughter_in_law": {"son": "spouse", "son_child": "child"},
    "son_in_law": {"daughter": "spouse", "daughter_child": "child"},
    "son_child": {"son": "father", "daughter_in_law": "mother"},
    "daughter_child": {"daughter": "mother", "son_in_law": "father"},
    "father": {"head": "child", "mother": "spouse", "brother": "child", "sister": "child"},
    "mother": {"head": "child", "father": "spouse", "brother": "child", "sister": "child"},
    "brother": {"head": "sibling", "father": "father", "mother": "mother"},
    "sister": {"head": "sibling", "father": "father", "mother": "mother"},
}
_WIDER = {
    "son": ("child",),
    "daughter": ("child",),
    "brother": ("sibling",),
    "sister": ("sibling",),
    "step_son": ("son", "child"),
    "step_daughter": ("daughter", "child"),
}
_RANKS = {
    "长子": 1,
    "独生子": 1,
    "次子": 2,
    "三子": 3,
    "四子": 4,
    "五子": 5,
    "长女": 1,
    "独生女": 1,
    "次女": 2,
    "三女": 3,
    "四女": 4,
    "五女": 5,
}
# Son, his wife and their children are told apart from his brother's only where there is one son.
_BRANCHES = (("son", "daughter_in_law", "son_child"), ("daughter", "son_in_law", "daughter_child"))


@dataclass(frozen=True, slots=True)
class Kin:
    """
    Whose word is asked. kin: father, child …; number: from 1 where one of several is meant, else 0.

    is_rank: the number is the place among brothers or sisters (长子), not the place in the form (子女1).
    """

    kin: str
    number: int = 0
    is_rank: bool = False

    @property
    def role(self) -> str:
        """The role in a key: father, child2, son_1 for 长子."""
        return f"{self.kin}{'_' if self.is_rank else ''}{self.number or ''}"


@dataclass(frozen=True, slots=True)
class Relatives:
    """Members of the household who are this to somebody. is_open: more may be, but nobody can tell."""

    people: tuple[Profile, ...] = ()
    is_open: bool = False


def kin_word(text: str) -> Kin | None:
    """The relative whom a printed word means (配偶, 长子, 子女2); None for other words."""
    plain = re.sub(r"[\s:：]|[（(].*[）)]", "", text)
    found = re.fullmatch(r"(.+?)(\d?)", plain)
    if found is None or found[1] not in _WORDS:
        return None
    kin, rank = _WORDS[found[1]]
    return Kin(kin, rank or int(found[2] or 0), is_rank=rank > 0)


def kin_of_role(role: str) -> Kin | None:
    """The relative whom a matcher's role names (father, child2); None for other roles."""
    found = _KIN_KEY.fullmatch(role)
    return Kin(found[1], int(found[3] or 0), is_rank=bool(found[2])) if found else None


def relatives(book: VillageBook, subject: Profile, kin: str) -> Relatives:
    """
    The subject's relatives of one kind in the household, in its order; children by age where that is known.

    A household is asked for its head's. Open where two branches of the family cannot be told apart
    (R-FIL-91).
    """
    own = (book.head_of(subject) or subject) if subject.is_household else subject
    mine = place_of(own)
    others = [m for m in book.members_of(own) if m.subject_id != own.subject_id]
    if mine is None or own.is_household:
        return Relatives(is_open=bool(others))
    people = [m for m in others if _is_kin(m, _as_seen(mine, m), kin)]
    is_open = _has_two_branches(mine, people, (own, *others)) or not all(held(m, RELATION) for m in others)
    return Relatives(_by_age(people) if kin in CHILDREN else tuple(people), is_open)


def meant(found: Relatives, kin: Kin) -> Profile | None:
    """The one of several relatives who is meant; None for nobody, and where two fit or nobody can tell."""
    people = found.people
    if found.is_open or not people:
        return None
    ranks = [_RANKS.get(held(member, RELATION), 0) for member in people]
    if kin.is_rank and any(ranks):
        ranked = [member for member, rank in zip(people, ranks, strict=True) if rank == kin.number]
        return ranked[0] if len(ranked) == 1 else None
    if kin.number:
        return people[kin.number - 1] if kin.number <= len(people) else None
    return people[0] if len(people) == 1 else None


def _has_two_branches(mine: str, people: list[Profile], family: tuple[Profile, ...]) -> bool:
    """Whether in-laws or grandchildren among these may belong to a brother or sister instead."""
    branch = next((branch for branch in _BRANCHES if mine in branch), ())
    if not any(place_of(member) in branch and place_of(member) != mine for member in people):
        return False
    n_children, n_married_in = (sum(place_of(m) == place for m in family) for place in branch[:2])
    return n_children != 1 or n_married_in > 1


def place_of(member: Profile) -> str | None:
    """What a member is in the head's family; 父母 is told by the sex. None where nobody can tell."""
    relation = held(member, RELATION)
    if is_head_relation(relation):
        return "head"
    if relation == "父母":
        return {"男": "father", "女": "mother"}.get(sex_of_member(member))
    return _OF_HEAD.get(relation)


def _as_seen(mine: str, member: Profile) -> str | None:
    place = place_of(member)
    if place is None:
        return None
    return place if mine == "head" else _SEEN_BY.get(mine, {}).get(place)


def _is_kin(member: Profile, what: str | None, kin: str) -> bool:
    """Whether somebody seen as this (parent, child, son …) is of the kind asked for."""
    if what is None:
        return False
    by_sex = {"男": 0, "女": 1}.get(sex_of_member(member), -1)
    of_either = {
        "parent": ("father", "mother"),
        "child": ("son", "daughter"),
        "sibling": ("brother", "sister"),
    }
    if what in of_either:
        what = of_either[what][by_sex] if by_sex >= 0 else what
    return kin in (what, *_WIDER.get(what, ()))


def sex_of_member(member: Profile) -> str:
    """男 or 女, as said or out of the ID number; "" where nobody knows."""
    said = held(member, "person.sex")
    derived = sex(member)
    return said or (derived.value if isinstance(derived, Known) else "")


def _by_age(people: list[Profile]) -> tuple[Profile, ...]:
    """The oldest first, where all birth dates are known; else as they were."""
    born = [born_of(member) for member in people]
    if not all(born):
        return tuple(people)
    return tuple(member for _, member in sorted(zip(born, people, strict=True), key=lambda pair: pair[0]))


def born_of(member: Profile) -> str:
    """The birth date as far as it is known, ISO; "" where nobody knows."""
    own, derived = answer_of(member.holdings.get("person.birth_date")), birth_date(member)
    best = derived if isinstance(derived, Known) else own
    return best.value if isinstance(best, Known) else ""
