"""Words to elements: names, their usual variants, yes/no labels, subject + property, two in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.read.roles import OWN, own_element, role_of, split_subject
from qingzhuang.engine.values.domain import Kind

_NUMBERS = frozenset({Kind.ID_NUMBER, Kind.DOCUMENT, Kind.ACCOUNT, Kind.USCC})
_WORDS = frozenset({Kind.TEXT, Kind.CODE, Kind.NAME})
# Endings that mean the same on elements of these kinds: 入党时间 = 入党日期, 残疾证号 = 残疾证编号.
_ENDINGS: tuple[tuple[frozenset[Kind], tuple[str, ...]], ...] = (
    (frozenset({Kind.DATE}), ("年月日", "年月", "日期", "时间", "年份", "日")),
    (_NUMBERS, ("号码", "编号", "编码", "号")),
    (frozenset({Kind.CODE, Kind.TEXT}), ("类别", "类型", "种类")),
    (frozenset({Kind.CODE, Kind.TEXT}), ("情况", "状况", "状态", "信息", "")),
    (frozenset({Kind.ADDRESS}), ("详细地址", "地址", "详址", "住址")),
    (frozenset({Kind.PHONE}), ("手机号码", "电话号码", "联系电话", "联系方式", "手机号", "手机", "电话")),
    (_WORDS, ("名称", "")),
)
# 现 and the like say what every fact is: the present one. 原, 新, 拟 say something else and stay.
_PRESENT = re.compile(r"^(?:目前|当前|现在|现有|现任|现)(?=..)(?!单位|企业|名称)")
_YES_NO = re.compile(
    r"^(?:是否|是不是|有无|有没有)(?:属于|享受|纳入|参加|领取|为|是|已|有)*(.+?)(户|对象|人员|家庭|政策|待遇)?$"
)
NAME = "person.name"
_AND = re.compile(r"[/、,&]|(?<=.)(?:及|和|与|或|兼)(?=.)")


@dataclass(frozen=True, slots=True)
class Sense:
    """What words mean. doubt: why a person has to confirm it (Chinese), "" when sure."""

    code: str
    role: str | None
    why: str
    doubt: str = ""

    @property
    def meaning(self) -> tuple[str, str | None]:
        """Element and role: what makes two senses the same."""
        return self.code, self.role


def sense_of(words: str, catalogue: Catalogue) -> Sense | None:
    """What words without brackets and unit mean; None if they are not understood whole. R-MAT-03 to 06."""
    code = named(words, catalogue)
    if code is not None:
        return Sense(code, None, f"就是“{catalogue[code].name}”")
    if words in catalogue.hints_by_label:
        return None
    code = _yes_no(words, catalogue)
    if code is not None:
        return Sense(code, None, f"问的是“{catalogue[code].name}”")
    return _property_of(words, catalogue) or _name_of(words, catalogue) or _both(words, catalogue)


def named(words: str, catalogue: Catalogue) -> str | None:
    """The one element with this name or a usual variant of it; None if none or several. Rule R-MAT-03."""
    codes = catalogue.codes_by_label.get(words)
    if codes is not None:
        return codes[0] if len(codes) == 1 else None
    if words in catalogue.hints_by_label:
        return None
    found = set()
    if _any_of(catalogue.patterns).fullmatch(words):
        found = {code for pattern, code in catalogue.patterns if re.fullmatch(pattern, words)}
    found = found or {code for text, kinds in _variants(words) for code in _unique(text, kinds, catalogue)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4)
def _any_of(patterns: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern, _ in patterns) or "(?!)")


def _variants(words: str) -> Iterator[tuple[str, frozenset[Kind] | None]]:
    without = re.sub("[的之]", "", words)
    for text in dict.fromkeys((without, _PRESENT.sub("", without))):
        if text != words:
            yield text, None
        for kinds, endings in _ENDINGS:
            ending = next((end for end in endings if end and text.endswith(end)), None)
            if ending is not None and len(text) > len(ending) + 1:
                stem = text.removesuffix(ending)
                yield from ((stem + other, kinds) for other in endings if other != ending)


def _unique(text: str, kinds: frozenset[Kind] | None, catalogue: Catalogue) -> tuple[str, ...]:
    codes = catalogue.codes_by_label.get(text, ())
    if len(codes) != 1 or kinds is None:
        return codes if len(codes) == 1 else ()
    return codes if catalogue[codes[0]].domain.kind in kinds else ()


def _yes_no(words: str, catalogue: Catalogue) -> str | None:
    asked = _YES_NO.match(words)
    if asked is None:
        return None
    for text in (asked[1] + (asked[2] or ""), asked[1]):
        codes = {
            code
            for index in (catalogue.codes_by_label, catalogue.hints_by_label)
            for code in index.get(text, ())
            if catalogue[code].domain.kind is Kind.BOOLEAN
        }
        if len(codes) == 1:
            return codes.pop()
    return None


def _property_of(words: str, catalogue: Catalogue) -> Sense | None:
    subject = split_subject(words)
    if subject.role is None or not subject.rest:
        return None
    code = named(subject.rest, catalogue)
    return None if code is None else of_role(subject.role, code, catalogue)


def _name_of(words: str, catalogue: Catalogue) -> Sense | None:
    """监护人, 联系人, 配偶 alone ask for the name. 父亲, 子女 and the like may head more than a name."""
    role = role_of(words)
    if not role or not words.endswith(("人", "配偶")) or NAME not in catalogue.elements:
        return None
    own = own_element(role, NAME)
    return Sense(own, None, f"就是“{catalogue[own].name}”") if own in catalogue.elements else None


def of_role(role: str, code: str, catalogue: Catalogue) -> Sense | None:
    """
    Somebody's property: of a guardian person.phone is guardian.phone; else person.phone@son. Rule R-MAT-04.

    None where the element is no property of a person (a household has no 监护人).
    """
    element = catalogue[code]
    if role == OWN:
        is_persons = element.subject in (SubjectKind.PERSON, SubjectKind.HOUSEHOLD)
        return Sense(code, None, f"是本人的“{element.name}”") if is_persons else None
    own = own_element(role, code)
    if own in catalogue.elements:
        return Sense(own, None, f"就是“{catalogue[own].name}”")
    if code.startswith(("org.", own.partition(".")[0] + ".")):
        return Sense(code, None, f"就是“{element.name}”")
    if role == "org" or not code.startswith("person."):
        return None
    return Sense(code, role, f"是另一个人的“{element.name}”")


def _both(words: str, catalogue: Catalogue) -> Sense | None:
    """Two names in one label: sure where both mean the same, a doubt where they do not. Rule R-MAT-06."""
    pieces = [piece for piece in _AND.split(words) if piece]
    if not 1 < len(pieces) < 4:
        return None
    senses = [sense for piece in pieces if (sense := sense_of(piece, catalogue)) is not None]
    if len(senses) < len(pieces):
        return None
    return joined(senses, catalogue)


def joined(senses: list[Sense], catalogue: Catalogue) -> Sense:
    """One sense for several names of one blank."""
    if len({sense.meaning for sense in senses}) == 1:
        return senses[0]
    # 三证合一 (国办发〔2015〕50号): the credit code took the place of the older codes of organisations.
    codes = [sense for sense in senses if catalogue[sense.code].domain.kind is Kind.USCC]
    rest = [catalogue[sense.code] for sense in senses if sense not in codes]
    if codes and all(e.subject is SubjectKind.ORGANISATION and e.domain.kind is Kind.DOCUMENT for e in rest):
        return codes[0]
    names = "、".join(catalogue[sense.code].name for sense in senses)
    return Sense(senses[0].code, senses[0].role, senses[0].why, f"一个空里问了几样：{names}")
