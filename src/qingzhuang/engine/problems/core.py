"""Problems are values; a refusal is the one exception that people see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


class Code(Enum):
    """
    Base of the problem codes. Each room has its own module here with a subclass.

    A member's value is its Chinese sentence: where, what, and the way out, with named places for parameters.
    """


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a person has to know or to put right."""

    code: Code
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def sentence(self) -> str:
        """The sentence shown to people, in Chinese."""
        return str(self.code.value).format(**self.params)


class RefusedError(Exception):
    """The platform refuses; nothing was written. Shown to people as its problem's sentence."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code.name)
        self.problem = problem
