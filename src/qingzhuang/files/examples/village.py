"""The whole example: six rosters, a form, and who stands in which trap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qingzhuang.files.examples.form import TITLE, draw_form
from qingzhuang.files.examples.people import Household, Villager, draw_village
from qingzhuang.files.examples.rosters import (
    Traps,
    draw_allowances,
    draw_away,
    draw_disabilities,
    draw_houses,
    draw_party_members,
    draw_register,
)


@dataclass(frozen=True, slots=True)
class Example:
    """What was drawn. rosters: (file, name of its source), in the order of importing."""

    rosters: tuple[tuple[Path, str], ...]
    template: Path
    households: tuple[Household, ...]
    traps: Traps


def draw_example(folder: Path, *, n_households: int = 18) -> Example:
    """Draw the rosters and the form into an existing folder; files of the same names are replaced."""
    households = draw_village(n_households=n_households)
    traps = choose_traps(households)
    files = {
        "户籍人口花名册.xlsx": "派出所",
        "农村低保花名册.xlsx": "镇民政办",
        "持证残疾人花名册.xlsx": "县残联",
        "党员名册.csv": "镇党建办",
        "外出务工人员名单.xlsx": "镇人社所",
        "农户住房和承包地情况表.xlsx": "村委会",
    }
    paths = [folder / name for name in files]
    draw_register(paths[0], households, traps)
    draw_allowances(paths[1], households)
    draw_disabilities(paths[2], households, traps)
    draw_party_members(paths[3], households)
    draw_away(paths[4], households)
    draw_houses(paths[5], households)
    template = folder / f"{TITLE}.xlsx"
    draw_form(template)
    rosters = tuple(zip(paths, files.values(), strict=True))
    return Example(rosters=rosters, template=template, households=households, traps=traps)


def choose_traps(households: Sequence[Household]) -> Traps:
    """
    Who stands in which trap: for the numbers, people who are on no other roster.

    Raises:
        ValueError: the village is too small to hold the traps.
    """
    plain = [person for person in _only_in_register(households) if person.born_on.year < 1995]
    children = [person for person in _only_in_register(households) if person.born_on.year > 2005]
    numbered = [person for person in plain if person.id_number[17] != "X"]
    both = [
        person
        for household in households
        for person in household.members
        if household.allowance and person.disability and person.phone
        if not (person.joined_party_on or person.left_on)  # a later roster would settle the telephone
    ]
    if len(numbered) < 3 or not children or not both:
        raise ValueError("too few households for the traps")
    as_number, wrong_digit, fifteen = (person.id_number for person in numbered[:3])
    return Traps(
        as_number=as_number,
        wrong_digit=wrong_digit,
        fifteen=fifteen,
        without=children[0].id_number,
        other_phone=both[0].id_number,
    )


def _only_in_register(households: Sequence[Household]) -> Iterator[Villager]:
    """Members, not heads, who stand in the household register and on no other roster."""
    for household in households:
        for person in household.members[1:]:
            if not (household.allowance or person.disability or person.joined_party_on or person.left_on):
                yield person
