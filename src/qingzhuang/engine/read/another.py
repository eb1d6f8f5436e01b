"""A phone or number right behind somebody else's name may be that person's. Rule R-MAT-15."""

import re

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.read.labels import parse_label
from qingzhuang.engine.read.match import Context
from qingzhuang.engine.read.match_notes import own_sense
from qingzhuang.engine.read.match_words import Sense
from qingzhuang.engine.read.roles import OWN, role_of
from qingzhuang.engine.values.domain import Kind

_PERSONAL = frozenset({Kind.PHONE, Kind.ID_NUMBER, Kind.ACCOUNT})
_NAMES = re.compile("(?:人|员|者|干部|[组队村格栋]长|主任|书记|支书|村医|医生|医师|教师)(?:姓名|名字)?$")
_SUBJECTS = (("person.name", None), ("household.head_name", None), ("person.account_name", None))
_SUBJECT = re.compile("姓名|户主|性别|民族")


def follows_another(sense: Sense, context: Context, catalogue: Catalogue) -> str:
    """
    Why a person has to say whose phone, number or account this is, in Chinese; "" if it is clear.

    It is not where the blank right before asks for somebody else's name (法定代表人 | 身份证号码); a phone is
    doubted only on a sheet that also names its own subject (姓名 … 帮扶干部 | 联系电话).
    """
    is_persons = sense.code.startswith("person.") and sense.role is None
    kind = catalogue[sense.code].domain.kind
    if not is_persons or not context.before or kind not in _PERSONAL:
        return ""
    before = parse_label(context.before)
    if not _is_another(before.core, own_sense(before, catalogue), catalogue):
        return ""
    others = (label for label in context.neighbours if not label.startswith(context.before))
    is_mixed = kind is not Kind.PHONE or any(map(_SUBJECT.search, others))
    return f"前面是“{before.core}”，分不清是谁的" if is_mixed else ""


def _is_another(core: str, sense: Sense | None, catalogue: Catalogue) -> bool:
    """Whether a label asks for the name of somebody who is not the block's subject."""
    if role_of(core) == OWN or (sense is not None and sense.meaning in _SUBJECTS):
        return False
    if sense is not None:
        return catalogue[sense.code].domain.kind is Kind.NAME
    return _NAMES.search(core) is not None
