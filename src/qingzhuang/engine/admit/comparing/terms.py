"""What of a form is looked up: the elements its fields mean, the words of those nobody knows, its title."""

import re
from functools import lru_cache

from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.catalogue.spelling import label_key, pairs

# On nearly every form, so that sharing them says nothing (R-DUP-11): who it is, where, and how to reach him.
USUAL = frozenset(
    {
        "person.name", "person.id_number", "person.id_type", "person.sex", "person.birth_date", "person.age",
        "person.phone", "person.ethnicity", "person.residence_address", "person.hukou_address",
        "person.relation_to_head", "household.head_name", "household.head_id_number", "household.head_phone",
        "event.date", "event.place", "event.person",
    }
)  # fmt: skip
_USUAL_WHO = "place."

_BRACKETS = re.compile(r"\([^()]*\)?")
_AROUND = re.compile("^(?:是否|有无|有没有|是不是|目前|现)(?=..)|(?<=..)(?:基本)?(?:情况|状况|信息|如何)$")
_TITLE_FRAME = re.compile(
    r"\([^()]*\)|《|》|(?:19|20)\d\d年?(?:度|底)?|第?[一二三四1-4]季度?|上半年|下半年|\d+月份?|关于|的?通知$|附件\d*[:：]?"
    r"|(?:基本|基础)?(?:情况|信息)?(?:统计|登记|汇总|调查|摸底|摸排|排查|采集|核定|申报|申请|审批|发放)*(?:表|花名册|名册|名单|台账|清单|一览表)$"
)


@lru_cache(maxsize=16384)
def words_of(label: str) -> str:
    """
    A label nobody knows, as it is compared: without brackets, 是否, 情况 and the like. Rule R-DUP-10.

    >>> words_of("是否安装燃气报警器（√）")
    '安装燃气报警器'
    """
    return _AROUND.sub("", _BRACKETS.sub("", label_key(label)))


def term_of(label: str, key: str, catalogue: Catalogue) -> str:
    """The element key a field is looked up under: its own, else of the one element so spelled; else ""."""
    if key:
        return key
    codes = catalogue.codes_by_label.get(words_of(label), ())
    return codes[0] if len(codes) == 1 else ""


def is_data(key: str, catalogue: Catalogue) -> bool:
    """Whether a field with this key is data, not the sheet's own blank (序号、备注、签名)."""
    element = catalogue.elements.get(key.partition("@")[0])
    return element is None or element.subject is not SubjectKind.RECORD


def is_usual(key: str) -> bool:
    """Whether nearly every form asks this."""
    return key in USUAL or key.startswith(_USUAL_WHO)


@lru_cache(maxsize=16384)
def title_pairs(title: str) -> frozenset[str]:
    """Pairs of characters of a title, without year and what every form is called (关于…的通知, 登记表)."""
    key = label_key(title)
    bare = _TITLE_FRAME.sub("", key) or key
    return frozenset(pairs(bare)) if bare else frozenset()


def title_likeness(one: str, other: str) -> float:
    """How alike two titles are, 0–1 (Dice over pairs of characters); 0 where one is missing."""
    ours, theirs = title_pairs(one), title_pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0
