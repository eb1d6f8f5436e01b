"""Numbers in a fixed order: they look thrown, and are the same every time."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Lehmer's generator (Park and Miller, 1988). Each throw moves it on; the same seed throws the same."""

    def __init__(self, seed: int) -> None:
        self._last = seed % 2147483647 or 1

    def below(self, n: int) -> int:
        """The next throw, 0 to n - 1."""
        self._last = self._last * 48271 % 2147483647
        return (self._last >> 4) % n

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.below(len(choices))]

    def one_in(self, n: int) -> bool:
        """True about once in n throws."""
        return self.below(n) == 0
