"""Whose a row is that came back: by number, by name, by what else it shows."""

import pytest
from tests.engine.fill.drawn import DAY, id_number, person, roster, village

from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.fields import asked_of
from qingzhuang.engine.fill.listed import PrintedRow
from qingzhuang.engine.fill.returned.whose import Register, Whose
from qingzhuang.engine.problems.returning import ReturningCode

ZHANG, LI, TWIN = id_number("1950-03-07", 1), id_number("1952-01-01", 2), id_number("1961-01-01", 4)
NOBODYS = id_number("1999-09-09", 7)
PEOPLE = (
    person(1, name="张三", id_number=ZHANG),
    person(2, name="李四", id_number=LI),
    person(3, name="李四", id_number=TWIN),
    person(4, name="赵六", birth_date="1980-05-05"),
)


def found(name: str, number: str, *, family: frozenset[int] = frozenset()) -> Whose:
    """Whose a row with this name and number is; nothing else is shown in it."""
    asking = Asking(village(*PEOPLE), DAY)
    sheet = roster(["姓名", "身份证号"])
    asked = asked_of(sheet, asking.book)
    cells = tuple((one, word) for one, word in zip(asked, (name, number), strict=True) if word)
    register = Register(asking, PEOPLE, is_household=False)
    return register.find(PrintedRow(4, cells), lambda _: frozenset(), family)


@pytest.mark.parametrize(
    ("name", "number", "subject"),
    [
        ("张三", ZHANG, 1),
        ("", ZHANG, 1),
        ("张三", "", 1),
        ("李四", TWIN, 3),
        ("赵六", id_number("1980-05-05", 3), 4),
    ],
)
def test_the_number_goes_before_the_name(name: str, number: str, subject: int) -> None:
    """R-RET-05: the number tells whose a row is, else a name that only one carries."""
    whose = found(name, number)

    assert whose.subject is not None
    assert whose.subject.subject_id == subject


@pytest.mark.parametrize(
    ("name", "number", "code"),
    [
        ("张三", ZHANG[:-1] + ("1" if ZHANG[-1] != "1" else "2"), ReturningCode.ROW_BAD_ID),
        ("张三", "3.60999195003070E+17", ReturningCode.ROW_BAD_ID),
        ("李四", ZHANG, ReturningCode.ROW_OTHER_NAME),
        ("张三", NOBODYS, ReturningCode.ROW_OTHER_NUMBER),
        ("李四", "", ReturningCode.ROW_SEVERAL),
        ("王八", "", ReturningCode.ROW_UNKNOWN),
        ("赵六", id_number("1981-05-05", 3), ReturningCode.ROW_OTHER_NUMBER),
    ],
)
def test_nobody_is_guessed(name: str, number: str, code: ReturningCode) -> None:
    """R-RET-06, R-RET-07: a bad or foreign number, and a name of two or of nobody, refuse the row."""
    whose = found(name, number)

    assert (whose.subject, whose.problem and whose.problem.code) == (None, code)


def test_a_good_number_of_nobody_is_somebody_new() -> None:
    """R-RET-08: name and number that nobody has are a newcomer's."""
    whose = found("王八", NOBODYS)

    assert (whose.is_new, whose.name, whose.number) == (True, "王八", NOBODYS)


def test_a_namesake_of_the_family_goes_first() -> None:
    """R-RET-05: on a family's card the name is that of its own member."""
    whose = found("李四", "", family=frozenset({3}))

    assert whose.subject is not None
    assert whose.subject.subject_id == 3


def test_a_row_that_names_nobody_is_nobodys() -> None:
    """R-RET-07: without name and number a row is not read."""
    assert found("", "").nobody
