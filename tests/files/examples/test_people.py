"""The invented people."""

from qingzhuang.engine.values.identity import birth_date_of, identity_check_digit, sex_of
from qingzhuang.files.examples.people import REGION, draw_village


def test_the_same_arguments_draw_the_same_village() -> None:
    """Nothing is left to chance: two drawings are equal."""
    assert draw_village(n_households=30) == draw_village(n_households=30)


def test_everybody_has_a_number_of_their_own() -> None:
    """No two of a thousand households' people share an identity number."""
    numbers = [
        person.id_number for household in draw_village(n_households=400) for person in household.members
    ]

    assert len(set(numbers)) == len(numbers)


def test_numbers_agree_with_their_people() -> None:
    """Check digit, birth date and sex in the number are the person's, and the county does not exist."""
    people = [person for household in draw_village(n_households=60) for person in household.members]

    assert all(identity_check_digit(person.id_number[:17]) == person.id_number[17] for person in people)
    assert all(birth_date_of(person.id_number) == person.born_on.isoformat() for person in people)
    assert all(sex_of(person.id_number) == person.sex for person in people)
    assert all(person.id_number.startswith(REGION[:6]) for person in people)


def test_the_head_comes_first() -> None:
    """A household begins with its head, and has exactly one."""
    households = draw_village(n_households=60)

    assert all(
        [person.relation for person in household.members].count("户主") == 1
        and household.head.relation == "户主"
        for household in households
    )


def test_people_of_one_name_occur() -> None:
    """Name twins are in the village, so that nobody is found by name alone."""
    names = [person.name for household in draw_village(n_households=18) for person in household.members]

    assert len(set(names)) < len(names)
