"""Labels with brackets: what stands in them may name a role, another name, a choice, or only explain."""

import re

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.read.labels import LabelParts
from qingzhuang.engine.read.match_words import NAME, Sense, joined, named, of_role, sense_of
from qingzhuang.engine.read.roles import OWN, role_of
from qingzhuang.engine.values.domain import Kind


def own_sense(parts: LabelParts, catalogue: Catalogue) -> Sense | None:
    """The meaning of a label by itself: whole, else its words with what the brackets add. Rule R-MAT-02."""
    code = named(parts.key, catalogue) or (named(parts.named, catalogue) if parts.notes else None)
    if code is not None:
        return Sense(code, None, f"就是“{catalogue[code].name}”")
    sense = sense_of(parts.core, catalogue) or _yes_no_choice(parts, catalogue)
    own_role = role_of(parts.core)
    for note in parts.notes:
        sense = _with_note(sense, own_role, note, parts, catalogue)
    return sense


def _with_note(
    sense: Sense | None, own_role: str | None, note: str, parts: LabelParts, catalogue: Catalogue
) -> Sense | None:
    role = role_of(note)
    if sense is None:
        # 申请人（户主）: two subjects and no property ask for a name.
        is_name = bool(role) and own_role == OWN and NAME in catalogue.elements
        return of_role(role or OWN, NAME, catalogue) if is_name else None
    is_settled = bool(sense.doubt) or (parts.options and note not in catalogue.codes_by_label)
    if is_settled or _only_explains(note, sense, catalogue):
        return sense
    if role is not None:
        return _with_role(sense, role, catalogue)
    other = sense_of(note, catalogue)
    if other is not None:
        return joined([sense, other], catalogue)
    return Sense(sense.code, sense.role, sense.why, f"括号里的“{note}”没看懂")


def _only_explains(note: str, sense: Sense, catalogue: Catalogue) -> bool:
    """Whether a bracket only tells how far down a place is written, or which card an account is on."""
    element = catalogue[sense.code]
    if element.domain.kind is Kind.ACCOUNT:
        return note.endswith(("一卡通", "一折通", "账户", "卡", "折"))
    is_place = element.domain.kind is Kind.ADDRESS or element.name.endswith(("地点", "籍贯", "出生地"))
    return is_place and bool(re.fullmatch("[省市州县区旗乡镇街道村社组屯队号门牌、/至到及]+", note))


def _with_role(sense: Sense, role: str, catalogue: Catalogue) -> Sense:
    found = of_role(role, sense.code, catalogue)
    if role == OWN or (found is not None and found.meaning == sense.meaning):
        return sense
    if sense.code.startswith("person.") and sense.role is None and found is not None:
        return found
    first = catalogue[sense.code].code.partition(".")[0]
    return sense if first == role else Sense(sense.code, sense.role, sense.why, "一个空里问了两个人")


def _yes_no_choice(parts: LabelParts, catalogue: Catalogue) -> Sense | None:
    """党员（是/否）: the choices say that a hint is meant as a yes/no."""
    if not parts.options or not set(parts.options) <= {"是", "否", "有", "无"}:
        return None
    codes = catalogue.hints_by_label.get(parts.core, ())
    found = [code for code in codes if catalogue[code].domain.kind is Kind.BOOLEAN]
    return Sense(found[0], None, f"问的是“{catalogue[found[0]].name}”") if len(found) == 1 else None
