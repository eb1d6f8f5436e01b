"""A formula cut into its words and signs."""

import re
from dataclasses import dataclass

from qingzhuang.engine.values.formulas.domain import MAX_LENGTH, NotComputedError

_CELL = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
_TOKEN = re.compile(
    rf"""
    (?P<space>[ \t\r\n\u00a0]+)
    | (?P<text>"(?:[^"]|"")*")
    | (?P<error>\#(?:DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|NULL!))
    | (?P<reference>
        (?:'(?:[^'\[\]]|'')+'!|[^\s'"!(),;:+\-*/^&=<>{{}}\[\]%\#@]+!)?
        (?:{_CELL}(?::{_CELL})?|\$?[0-9]{{1,7}}:\$?[0-9]{{1,7}}|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}})
        (?![\w.(!]))
    | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![\w.]))
    | (?P<function>[A-Za-z_][\w.]*(?=\())
    | (?P<name>[^\W\d][\w.\\?]*(?![\w(!]))
    | (?P<sign><=|>=|<>|[-+*/^&=<>%(),])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign. kind: text, error, reference, number, function, name, sign, end."""

    kind: str
    text: str


END = Token("end", "")


def tokens_of(formula: str) -> tuple[Token, ...]:
    """
    The tokens of a formula without its leading "=", blanks left out, one END at the end.

    Raises NotComputedError for what is too long, and for signs beyond our set (arrays, other workbooks).
    """
    if len(formula) >= MAX_LENGTH:
        raise NotComputedError
    found: list[Token] = []
    at = 0
    while at < len(formula):
        match = _TOKEN.match(formula, at)
        if match is None or match.lastgroup is None:
            raise NotComputedError
        at = match.end()
        if match.lastgroup != "space":
            found.append(Token(match.lastgroup, match[0]))
    return (*found, END)
