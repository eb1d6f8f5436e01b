"""Drop-downs: the exact entry that means the value is the only right answer."""

import re
import unicodedata
from collections.abc import Sequence

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.codes import find, normalise_code_text
from qingzhuang.engine.values.domain import CodeEntry, CodeList, Domain, Kind
from qingzhuang.engine.values.marks import read_mark
from qingzhuang.engine.values.parsing import parse
from qingzhuang.engine.values.sameness import is_same_meaning

_AFFIX = re.compile(
    r"^[(\[【]?[0-9a-zA-Z]{1,4}[)\]】]?[-—_.、:：= ]*(?=[^\x00-\x7f])|[(\[【][0-9a-zA-Z]{1,4}[)\]】]$"
)


_RANGE = re.compile(r"^(?P<edge>.+?)(?:及|或|\(含\)|含)?以(?P<way>[上下])(?:学历|文化|程度)?$")


def pick_option(value: str, domain: Domain, options: Sequence[str]) -> str | Problem:
    """
    The entry of a drop-down that means the value, exactly as it stands there; a Problem if none or
    several do.

    R-VAL-140, R-VAL-141. 汉族 takes `01-汉族`; 是 takes 是, 有, √ or 1; a list without a no leaves 否 blank
    (""). Nothing is forced into 其他.
    """
    if value in options:
        return value
    fitting = [option for option in options if _means(option, value, domain)]
    close = [option for option in fitting if _bare(option) == _bare(value)]
    best = close or fitting
    if len(best) == 1 or (best and len({_bare(option) for option in best}) == 1):
        return best[0]
    if best:
        return Problem(ValuesCode.OPTION_SEVERAL, {"text": value[:20]})
    if domain.kind is Kind.BOOLEAN and value == "否" and {read_mark(option) for option in options} == {"是"}:
        return ""
    return Problem(ValuesCode.OPTION_NONE, {"text": value[:20]})


def _bare(text: str) -> str:
    without = _AFFIX.sub("", unicodedata.normalize("NFKC", text).strip())
    return normalise_code_text(without or text)


def _means(option: str, value: str, domain: Domain) -> bool:
    if domain.kind is Kind.BOOLEAN:
        return read_mark(option) == value or read_mark(_bare(option)) == value
    if domain.kind is Kind.CODE:
        return _means_code(option, value, domain)
    if _bare(option) == _bare(value):
        return True
    found = parse(option, domain)
    return not isinstance(found, Problem) and is_same_meaning(found.value, value, domain)


def entry_of(code_list: CodeList, option: str) -> CodeEntry | None:
    """The entry a printed choice means; the words decide, not the number in front of them (01-小学)."""
    return find(code_list, option) or find(code_list, _bare(option)) or _edge(code_list, option)


def _edge(code_list: CodeList, option: str) -> CodeEntry | None:
    """The entry that a range of a ranked list begins with: 大专 of `04-大专及以上`. Rule R-VAL-142."""
    found = _RANGE.match(_bare(option)) if code_list.is_ranked else None
    return find(code_list, found["edge"]) if found else None


def _is_in_range(option: str, entry: CodeEntry, code_list: CodeList) -> bool:
    """Whether a ranked entry lies in a range such as 大专及以上; the list runs from the highest down."""
    found = _RANGE.match(_bare(option))
    edge = find(code_list, found["edge"]) if found and code_list.is_ranked else None
    if found is None or edge is None or entry.label.startswith("其他"):
        return False
    places = {each.code: at for at, each in enumerate(code_list.entries)}
    own, bound = places[entry.code], places[edge.code]
    return own <= bound if found["way"] == "上" else own >= bound


def _means_code(option: str, value: str, domain: Domain) -> bool:
    if _bare(option) == _bare(value):
        return True
    if domain.code_list is None:
        return False
    entry = find(domain.code_list, value)
    if entry is None:
        return False
    return entry_of(domain.code_list, option) is entry or _is_in_range(option, entry, domain.code_list)
