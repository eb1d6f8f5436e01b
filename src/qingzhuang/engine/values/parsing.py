"""Parsing: one messy cell in, one canonical value out, with what was repaired and what looks odd."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.accounts import parse_account, parse_document, parse_region
from qingzhuang.engine.values.codes import parse_code
from qingzhuang.engine.values.dates import parse_date
from qingzhuang.engine.values.domain import Domain, Kind, Parsed, Raw
from qingzhuang.engine.values.identity import parse_identity
from qingzhuang.engine.values.marks import parse_boolean
from qingzhuang.engine.values.numbers import parse_number
from qingzhuang.engine.values.phone import parse_phone
from qingzhuang.engine.values.text import parse_address, parse_name, parse_text
from qingzhuang.engine.values.uscc import parse_uscc

_BLANK = re.compile("[\\s\u00ad\u200b-\u200f\u2060\u3000\ufeff'‘’＇]*")
_PLACEHOLDERS = frozenset(
    "- -- --- — —— ─ ── － – / // ／ \\ 、 . 。 * 无 无。 暂无 没有 不详 未知 空 缺 待定 待补 待查"
    " n/a N/A na NA null NULL None none nan".split()
)
_LONGEST = max(map(len, _PLACEHOLDERS))
_NONE_OF_IT = frozenset(("无", "无。", "没有"))
_NEVER_A_NO = frozenset({Kind.BOOLEAN, Kind.CODE})
_ERRORS = frozenset("#REF! #N/A #VALUE! #DIV/0! #NAME? #NULL! #NUM! #GETTING_DATA #SPILL! #CALC!".split())


def is_blank(raw: Raw) -> bool:
    """Whether nothing stands in the cell: None, "" or only blanks and invisible characters. Rule R-VAL-70."""
    if raw is None or raw == "":
        return True
    if not isinstance(raw, str) or "\u3000" < raw[0] != "\ufeff":
        return False
    return _BLANK.fullmatch(raw) is not None


def is_placeholder(raw: Raw) -> bool:
    """
    Whether the text only says that nothing is said: —, -, /, a backslash, 无, 暂无, 不详, 空 … Rule R-VAL-71.

    In a yes/no column 无 means 否, in a code column it may be an entry: see `says_nothing`.
    """
    return isinstance(raw, str) and raw.strip().strip("()（）").strip() in _PLACEHOLDERS


def says_nothing(raw: Raw, domain: Domain) -> bool:
    """
    Whether a cell gives no fact for this domain: blank, or a placeholder that is no answer of its kind.
    R-VAL-71.

    无 answers a yes/no question, may be an entry of a code list, and in free text (既往病史：无) it is
    the answer; everywhere else it is nothing said.
    """
    if isinstance(raw, str) and len(raw) > _LONGEST and raw.isalnum():
        return False  # the usual cell: letters and digits, more of them than any placeholder has
    if is_blank(raw):
        return True
    if not is_placeholder(raw):
        return False
    if domain.kind is Kind.TEXT:
        return str(raw).strip() not in _NONE_OF_IT
    if domain.kind not in _NEVER_A_NO:
        return True
    found = parse(raw, domain)
    return isinstance(found, Problem) or bool(found.warnings)


def parse(raw: Raw, domain: Domain, *, unit: str | None = None) -> Parsed | Problem:
    """
    The value of a cell in the canonical form of its domain, or the Problem that keeps it out. Rule R-VAL-72.

    raw: the cell's own value; a blank one gives Parsed(""). unit: printed at the source (header or unit
    cell), only used for numbers. Parsing a canonical value gives it back unchanged. Formula errors
    (#REF!) are Problems.
    """
    if raw is None or raw == "":
        return Parsed("")
    if isinstance(raw, str) and (raw[0] == "#" or raw[-1] <= " ") and raw.strip() in _ERRORS:
        return Problem(ValuesCode.FORMULA_ERROR, {"text": raw.strip()})
    kind = domain.kind
    if isinstance(raw, str) and is_blank(raw):
        return Parsed("")
    if kind is Kind.NUMBER:
        return parse_number(raw, domain.unit, unit)
    if kind is Kind.CODE:
        return parse_code(raw, domain.code_list)
    return _PARSERS[kind](raw)


def _as_text(raw: Raw) -> str:
    """A cell of any type as the text a person sees in it."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, date):
        return f"{raw.year:04d}-{raw.month:02d}-{raw.day:02d}"
    found = parse_number(raw)
    return str(raw) if isinstance(found, Problem) else found.value


def _parse_text(raw: Raw) -> Parsed | Problem:
    return parse_text(_as_text(raw))


def _parse_address(raw: Raw) -> Parsed | Problem:
    return parse_address(_as_text(raw))


def _parse_name(raw: Raw) -> Parsed | Problem:
    if isinstance(raw, str):
        return parse_name(raw)
    return Problem(ValuesCode.NUMBER_AS_NAME)


_PARSERS: Mapping[Kind, Callable[[Raw], Parsed | Problem]] = MappingProxyType({
    Kind.TEXT: _parse_text,
    Kind.NAME: _parse_name,
    Kind.ADDRESS: _parse_address,
    Kind.ID_NUMBER: parse_identity,
    Kind.DOCUMENT: parse_document,
    Kind.USCC: parse_uscc,
    Kind.PHONE: parse_phone,
    Kind.ACCOUNT: parse_account,
    Kind.REGION: parse_region,
    Kind.DATE: parse_date,
    Kind.BOOLEAN: parse_boolean,
})  # fmt: skip
