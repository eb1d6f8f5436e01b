"""One row of a roster: what it says, or why it is refused."""

from collections.abc import Mapping, Sequence

from qingzhuang.engine.collect.cells import ColumnCells, Outcome
from qingzhuang.engine.collect.columns import Columns
from qingzhuang.engine.collect.families import Families
from qingzhuang.engine.collect.keys import (
    BIRTH_DATE,
    BOOK_NO,
    DOCUMENT_NUMBER,
    HEAD_ID_NUMBER,
    HEAD_KEYS,
    HEAD_NAME,
    HEAD_PHONE,
    HOUSEHOLD_NO,
    ID_NUMBER,
    ID_TYPE,
    NAME,
    PHONE,
)
from qingzhuang.engine.collect.said import RefusedRow, Said
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.collect import CollectCode
from qingzhuang.engine.values.domain import Parsed, Raw
from qingzhuang.engine.values.identity import parse_identity

_RESIDENT_CARD = "居民身份证"


class RowReader:
    """Reads the rows below one header."""

    def __init__(self, sheet: str, columns: Columns, listed: Sequence[str]) -> None:
        """listed: membership keys that every row of this roster says 是 for."""
        self.sheet = sheet
        self.is_household_list = columns.is_household_list
        self.cells = [ColumnCells(column) for column in columns.columns if column.key is not None]
        households = {column.key for column in columns.columns if column.key and column.is_of_household}
        self._places = [
            (cells.at, cells.key, cells.key in households, cells.plain, cells) for cells in self.cells
        ]
        self._keys = columns.keys()
        self._has_id = bool(self._keys & {ID_NUMBER, DOCUMENT_NUMBER})
        self._own_ids = {ID_NUMBER, HEAD_ID_NUMBER} if columns.is_household_list else {ID_NUMBER}
        self._listed = tuple(listed)
        self.families = Families(self._keys)

    def read(self, row: int, values: tuple[Raw, ...]) -> Said | RefusedRow | None:
        """What the row says; a refusal; or None if it says nothing of anybody."""
        person: dict[str, str] = {}
        household: dict[str, str] = {}
        bad_id = self._take(row, values, person, household)
        if bad_id is None and _says_nothing(person, household):
            return None
        if self.is_household_list:
            said: Said | Problem = bad_id or self._household_row(row, person, household)
        else:
            said = self._person_row(row, person, household, bad_id)
        return said if isinstance(said, Said) else self._refused(row, said, person, household)

    def _take(
        self, row: int, values: tuple[Raw, ...], person: dict[str, str], household: dict[str, str]
    ) -> Problem | None:
        """Put what the cells say where it belongs; comes back: why the row is refused. The hot loop."""
        bad_id: Problem | None = None
        width = len(values)
        for at, key, is_of_household, plain, cells in self._places:
            raw = values[at] if at < width else None
            if raw is None or raw == "":
                continue
            outcome: Outcome | None = plain.get(raw)
            if outcome is None:
                outcome = cells.read(raw, row)
            if not isinstance(outcome, str):
                bad_id = self._leave_out(cells, outcome, row) or bad_id
            elif outcome:
                (household if is_of_household else person)[key] = outcome
        return bad_id

    def _leave_out(self, cells: ColumnCells, problem: Problem, row: int) -> Problem | None:
        """Leave one value out; comes back: why the row is refused, if the value was its identity number."""
        if cells.key not in self._own_ids:
            cells.leave_out(problem, row)
            return None
        code = CollectCode.ROW_BAD_ID if cells.key == ID_NUMBER else CollectCode.ROW_BAD_HEAD_ID
        return Problem(code, {"reason": problem.sentence})

    def _person_row(
        self, row: int, person: dict[str, str], household: dict[str, str], bad_id: Problem | None
    ) -> Said | Problem:
        problem = bad_id or self._identity_from_document(person)
        # Refused rows open and close families too: their neighbours must not fall into the family above.
        family = self.families.mark(row, person, household)
        problem = problem or self._unknown_person(person, household, family)
        if problem is not None:
            return problem
        for key in self._listed:
            person.setdefault(key, "是")
        return Said(self.sheet, row, person, household, family)

    def _household_row(self, row: int, person: dict[str, str], household: dict[str, str]) -> Said | Problem:
        """A household list names the head only: his number and phone are the head's. R-COL-11."""
        for own, of_head in ((ID_NUMBER, HEAD_ID_NUMBER), (PHONE, HEAD_PHONE)):
            if own in person:
                household.setdefault(of_head, person[own])
        if not household.keys() & HEAD_KEYS:
            return Problem(CollectCode.ROW_NO_HOUSEHOLD)
        for own, of_head in ((ID_NUMBER, HEAD_ID_NUMBER), (NAME, HEAD_NAME)):
            if of_head in household:
                person.setdefault(own, household[of_head])
        for key in self._listed:
            person.setdefault(key, "是")
            household.setdefault(key, "是")
        no = household.get(HOUSEHOLD_NO) or household.get(BOOK_NO)
        family = f"no:{no}" if no else f"row:{row}"
        return Said(self.sheet, row, person, household, family, is_household_row=True)

    def _identity_from_document(self, person: dict[str, str]) -> Problem | None:
        """证件号码 is the identity number where the kind of paper is a resident identity card. R-COL-13."""
        if ID_NUMBER in self._keys or DOCUMENT_NUMBER not in person:
            return None
        kind = person.get(ID_TYPE, "")
        parsed = parse_identity(person[DOCUMENT_NUMBER])
        if isinstance(parsed, Parsed) and (kind == _RESIDENT_CARD or ID_TYPE not in self._keys):
            person[ID_NUMBER] = parsed.value
        elif isinstance(parsed, Problem) and kind == _RESIDENT_CARD:
            return Problem(CollectCode.ROW_BAD_ID, {"reason": parsed.sentence})
        return None

    def _unknown_person(
        self, person: dict[str, str], household: dict[str, str], family: str
    ) -> Problem | None:
        """Why a row without identity number does not tell who it is; None if it does. R-COL-14."""
        if ID_NUMBER in person:
            return None
        if NAME not in person:
            return Problem(CollectCode.ROW_NOBODY)
        missing = []
        if not family and not household.keys() & HEAD_KEYS:
            missing.append("户号或户主")
        if BIRTH_DATE not in person:
            missing.append("出生日期")
        if missing and self._has_id:
            return Problem(CollectCode.ROW_UNKNOWN_PERSON, {"missing": "和".join(missing)})
        return None

    def _refused(
        self, row: int, problem: Problem, person: Mapping[str, str], household: Mapping[str, str]
    ) -> RefusedRow:
        head = household.get(HEAD_NAME, "") if self.is_household_list else ""
        return RefusedRow(self.sheet, row, problem, head or person.get(NAME, ""))


def _says_nothing(person: Mapping[str, str], household: Mapping[str, str]) -> bool:
    """
    Whether a row only repeats where it is: numbered lines left empty, with the village filled in
    beforehand.
    """
    return not person and all(key.startswith("place.") for key in household)
