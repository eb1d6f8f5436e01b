"""What one member of a household is called by another: 与申请人关系, told from what each is to the head."""

from qingzhuang.engine.collect.keys import RELATION
from qingzhuang.engine.fill.kin import born_of, place_of, sex_of_member
from qingzhuang.engine.fill.village import VillageBook, held
from qingzhuang.engine.know.profile import Profile

_PARENT = ("父亲", "母亲")
_CHILD = ("子", "女")
_GRANDPARENT, _GRANDPARENT_OF_MOTHER = ("祖父", "祖母"), ("外祖父", "外祖母")
_GRANDCHILD, _GRANDCHILD_OF_DAUGHTER = ("孙子", "孙女"), ("外孙子", "外孙女")
_SPOUSE = ("配偶", "配偶")
_IN_LAW_OF_WIFE, _IN_LAW_OF_HUSBAND = ("公公", "婆婆"), ("岳父", "岳母")
_CHILDREN_IN_LAW = ("女婿", "儿媳")

# applicant → member → (word for a man, word for a woman), by their places in the head's family.
_CALLED: dict[str, dict[str, tuple[str, str]]] = {
    "spouse": {"head": _SPOUSE, "son": _CHILD, "daughter": _CHILD}
    | {"son_in_law": _CHILDREN_IN_LAW, "daughter_in_law": _CHILDREN_IN_LAW}
    | {"son_child": _GRANDCHILD, "daughter_child": _GRANDCHILD_OF_DAUGHTER}
    | {"father_in_law": _PARENT, "mother_in_law": _PARENT},
    "son": {"head": _PARENT, "spouse": _PARENT},
    "daughter": {"head": _PARENT, "spouse": _PARENT},
    "daughter_in_law": {"head": _IN_LAW_OF_WIFE, "spouse": _IN_LAW_OF_WIFE},
    "son_in_law": {"head": _IN_LAW_OF_HUSBAND, "spouse": _IN_LAW_OF_HUSBAND},
    "son_child": {"head": _GRANDPARENT, "spouse": _GRANDPARENT},
    "daughter_child": {"head": _GRANDPARENT_OF_MOTHER, "spouse": _GRANDPARENT_OF_MOTHER},
    "father": {"head": _CHILD, "mother": _SPOUSE, "brother": _CHILD, "sister": _CHILD}
    | {"spouse": _CHILDREN_IN_LAW},
    "mother": {"head": _CHILD, "father": _SPOUSE, "brother": _CHILD, "sister": _CHILD}
    | {"spouse": _CHILDREN_IN_LAW},
    "brother": {"father": _PARENT, "mother": _PARENT},
    "sister": {"father": _PARENT, "mother": _PARENT},
}
# The same inside one branch; told only where the household has no second branch of the kind.
_IN_BRANCH: dict[str, dict[str, tuple[str, str]]] = {
    "son": {"daughter_in_law": _SPOUSE, "son_child": _CHILD},
    "daughter": {"son_in_law": _SPOUSE, "daughter_child": _CHILD},
    "daughter_in_law": {"son": _SPOUSE, "son_child": _CHILD},
    "son_in_law": {"daughter": _SPOUSE, "daughter_child": _CHILD},
    "son_child": {"son": _PARENT, "daughter_in_law": _PARENT},
    "daughter_child": {"daughter": _PARENT, "son_in_law": _PARENT},
}
_SIBLINGS = {"head": ("brother", "sister"), "brother": ("head", "brother", "sister")} | {
    "sister": ("head", "brother", "sister"),
    "son": ("son", "daughter"),
    "daughter": ("son", "daughter"),
}
_CHILDREN = {"son_child": ("son", "daughter_in_law"), "daughter_child": ("daughter", "son_in_law")}


def relation_word(book: VillageBook, applicant: Profile, member: Profile) -> str:
    """
    What the member is to the applicant, in a word of GB/T 4761 (配偶, 父亲, 孙女); "" where nobody can tell.

    Told from what both are to the head (R-FIL-104); a head has it from the books as it stands. Where two
    branches of a family live together, nobody is given a parent, spouse or child of the wrong branch.
    """
    mine, other = place_of(applicant), place_of(member)
    if applicant.subject_id == member.subject_id:
        return "本人"
    if mine == "head":
        return held(member, RELATION)
    if mine is None or other is None:
        return ""
    sex = {"男": 0, "女": 1}.get(sex_of_member(member))
    words = _CALLED.get(mine, {}).get(other) or _elders(book, applicant, mine, other)
    if words is None and _has_one_branch(book, applicant, mine):
        words = _IN_BRANCH.get(mine, {}).get(other)
    if words is not None:
        return words[0] if words[0] == words[1] else "" if sex is None else words[sex]
    is_sibling = other in _SIBLINGS.get(mine, ()) or (
        mine == other and mine in _CHILDREN and _has_one_branch(book, applicant, mine)
    )
    return _sibling_word(applicant, member, sex) if is_sibling and sex is not None else ""


def _elders(book: VillageBook, applicant: Profile, mine: str, other: str) -> tuple[str, str] | None:
    """The head's parents, as the head's spouse or children call them: by the sex of spouse and head."""
    if other not in ("father", "mother"):
        return None
    if mine == "spouse":
        return {"女": _IN_LAW_OF_WIFE, "男": _IN_LAW_OF_HUSBAND}.get(sex_of_member(applicant))
    head = book.head_of(applicant)
    if mine not in ("son", "daughter") or head is None:
        return None
    return {"男": _GRANDPARENT, "女": _GRANDPARENT_OF_MOTHER}.get(sex_of_member(head))


def _sibling_word(applicant: Profile, member: Profile, sex: int) -> str:
    mine, other = born_of(applicant), born_of(member)
    if not mine or not other or mine == other:
        return ""
    return (("兄", "姐姐") if other < mine else ("弟", "妹妹"))[sex]


def _has_one_branch(book: VillageBook, applicant: Profile, mine: str) -> bool:
    """Whether all children of the head that can be meant are one person, and so are their spouses."""
    places = [place_of(member) for member in book.members_of(applicant)]
    is_sons = mine in ("son", "daughter_in_law", "son_child")
    child, in_law = _CHILDREN["son_child" if is_sons else "daughter_child"]
    return places.count(child) <= 1 and places.count(in_law) <= 1 and None not in places
