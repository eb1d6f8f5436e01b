"""Which rows of a sheet belong to one family: by 户号, by the head's name block, or by the order of rows."""

from collections.abc import Mapping

from qingzhuang.engine.collect.keys import (
    BOOK_NO,
    HEAD_ID_NUMBER,
    HEAD_NAME,
    HOUSEHOLD_NO,
    NAME,
    RELATION,
    is_head_relation,
)


class Families:
    """
    Gives each row the mark of its family, row by row in the order of the sheet. Rule R-COL-12.

    A 户号 is the mark. Without one, a head's name opens a block that lasts while the name is repeated,
    merged or left blank; a second 户主 opens a new one. Without heads' names either, a row whose relation
    is 户主 opens one.
    """

    def __init__(self, keys: frozenset[str]) -> None:
        self._numbers = tuple(key for key in (HOUSEHOLD_NO, BOOK_NO) if key in keys)
        self._has_head = bool(keys & {HEAD_NAME, HEAD_ID_NUMBER})
        self._has_relation = RELATION in keys
        self._no = ""
        self._mark = ""
        self._head = ""
        self._seen_head = False

    def mark(self, row: int, person: Mapping[str, str], household: Mapping[str, str]) -> str:
        """The family of this row; "" if nothing tells."""
        is_head = is_head_relation(person.get(RELATION, ""))
        if self._numbers:
            no = next((household[key] for key in self._numbers if key in household), "")
            return self._by_no(no, is_head)
        if self._has_head:
            return self._by_head(
                row, household.get(HEAD_NAME) or household.get(HEAD_ID_NUMBER, ""), person, is_head
            )
        if self._has_relation:
            if is_head:
                self._mark = f"row:{row}"
            return self._mark if person.get(RELATION) else ""
        return ""

    def _by_no(self, no: str, is_head: bool) -> str:
        if no:
            self._no = no
        elif is_head:
            self._no = ""
        return f"no:{self._no}" if self._no and (no or self._has_relation) else ""

    def _by_head(self, row: int, head: str, person: Mapping[str, str], is_head: bool) -> str:
        is_own = is_head or (bool(head) and head == person.get(NAME))
        if (head and head != self._head) or (is_own and self._seen_head) or (is_head and not head):
            self._mark, self._head, self._seen_head = f"head:{row}", head or person.get(NAME, ""), False
        self._seen_head = self._seen_head or is_own
        return self._mark if head or is_head or self._has_relation else ""

    def close(self) -> None:
        """End the open family: a header, a total or an empty line stands between."""
        self._no = self._mark = self._head = ""
        self._seen_head = False
