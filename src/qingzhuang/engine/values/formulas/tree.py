"""A formula as a tree, by precedence climbing: % before ^ before * / before + - before & before = < >."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.engine.values.formulas.domain import (
    MAX_ARGUMENTS,
    MAX_DEPTH,
    FormulaError,
    NotComputedError,
)
from qingzhuang.engine.values.formulas.references import Reference, reference_of
from qingzhuang.engine.values.formulas.tokens import Token, tokens_of

# Excel's order; a minus before a number binds closer than ^ (=-2^2 is 4). Source: Microsoft, "Calculation
# operators and precedence in Excel".
_STRENGTH = {
    "=": 1,
    "<>": 1,
    "<": 1,
    ">": 1,
    "<=": 1,
    ">=": 1,
    "&": 2,
    "+": 3,
    "-": 3,
    "*": 4,
    "/": 4,
    "^": 5,
}
_MAX_CHAIN = 1_000  # operators in one formula; the tree is as deep as a chain is long


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, text, truth, error, or nothing at all (an argument left out)."""

    value: float | str | bool | None


@dataclass(frozen=True, slots=True)
class Unary:
    """A sign before (+, -) or behind (%) an operand."""

    sign: str
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands of equal strength joined from left to right: 1 - 2 + 3."""

    first: "Node"
    rest: tuple[tuple[str, "Node"], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments. name: upper case."""

    name: str
    arguments: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A defined name; we do not look it up."""

    name: str


Node = Constant | Unary | Chain | Call | Name | Reference


@lru_cache(maxsize=8_192)
def parse_formula(formula: str) -> Node:
    """
    The tree of a formula, with or without its leading "=".

    Raises NotComputedError for what is not well formed, too long, too deep, or beyond our set.
    """
    parser = _Parser(tokens_of(formula.strip().removeprefix("=")))
    tree = parser.expression(0, 1)
    if parser.token.kind != "end":
        raise NotComputedError
    return tree


def references_in(tree: Node) -> Iterator[Reference]:
    """All references of a tree."""
    waiting: list[Node] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Reference):
            yield node
        waiting += children_of(node)


def children_of(node: Node) -> tuple[Node, ...]:
    """The nodes right below a node."""
    if isinstance(node, Unary):
        return (node.operand,)
    if isinstance(node, Chain):
        return (node.first, *(operand for _, operand in node.rest))
    return node.arguments if isinstance(node, Call) else ()


class _Parser:
    """Goes over the tokens once."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def token(self) -> Token:
        return self._tokens[self._at]

    def _next(self) -> Token:
        token = self.token
        self._at += 1
        return token

    def _takes(self, sign: str) -> bool:
        is_there = self.token.kind == "sign" and self.token.text == sign
        self._at += is_there
        return is_there

    def _strength(self) -> int:
        return _STRENGTH.get(self.token.text, 0) if self.token.kind == "sign" else 0

    def expression(self, depth: int, weakest: int) -> Node:
        """An operand and all operators behind it that bind at least as close as `weakest`."""
        if depth > MAX_DEPTH:
            raise NotComputedError
        tree = self._operand(depth)
        while (strength := self._strength()) >= weakest:
            rest: list[tuple[str, Node]] = []
            while self._strength() == strength:
                if len(rest) >= _MAX_CHAIN:
                    raise NotComputedError
                sign = self._next().text
                rest.append((sign, self.expression(depth + 1, strength + 1)))
            tree = Chain(tree, tuple(rest))
        return tree

    def _operand(self, depth: int) -> Node:
        """Signs before, the operand itself, per cents behind."""
        if self.token.kind == "sign" and self.token.text in "+-":
            sign = self._next().text
            if depth > MAX_DEPTH:
                raise NotComputedError
            return Unary(sign, self._operand(depth + 1))
        tree = self._primary(depth)
        if self._takes("%"):
            tree = Unary("%", tree)
        return tree

    def _primary(self, depth: int) -> Node:
        token = self._next()
        if token.kind in _LEAVES:
            return _LEAVES[token.kind](token.text)
        if token.kind == "function":
            return self._call(token.text.upper(), depth)
        if token.text == "(" and token.kind == "sign":
            tree = self.expression(depth + 1, 1)
            if self._takes(")"):
                return tree
        raise NotComputedError

    def _call(self, name: str, depth: int) -> Call:
        self._next()  # the bracket that made the word a function
        arguments: list[Node] = []
        if self._takes(")"):
            return Call(name, ())
        while len(arguments) < MAX_ARGUMENTS:
            is_left_out = self.token.kind == "sign" and self.token.text in ",)"
            arguments.append(Constant(None) if is_left_out else self.expression(depth + 1, 1))
            if self._takes(")"):
                return Call(name, tuple(arguments))
            if not self._takes(","):
                break
        raise NotComputedError


def _number(text: str) -> Node:
    number = float(text)
    if not math.isfinite(number):
        raise NotComputedError
    return Constant(number)


def _named(word: str) -> Node:
    if word.upper() in ("TRUE", "FALSE"):
        return Constant(word.upper() == "TRUE")
    return Name(word)


_LEAVES: dict[str, Callable[[str], Node]] = {
    "number": _number,
    "text": lambda text: Constant(text[1:-1].replace('""', '"')),
    "error": lambda text: Constant(FormulaError(text)),
    "reference": reference_of,
    "name": _named,
}
