"""A big table of shared strings in little memory: one run of bytes and where each string ends."""

from array import array
from collections.abc import Iterable, Sequence
from typing import overload


class StringTable(Sequence[str]):
    """Strings by number, like a tuple, in a third of the memory; each look-up makes the string anew."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])
        for string in strings:
            self._bytes += string.encode("utf-8", "surrogatepass")
            self._ends.append(len(self._bytes))

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._bytes[self._ends[index] : self._ends[index + 1]].decode("utf-8", "surrogatepass")
