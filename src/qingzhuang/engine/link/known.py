"""What linking knows of the subjects of a region: only what tells one from another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """
    One person, by everything that was ever said and helps to tell who it is. Canonical values, () or ""
    if unknown.

    names: present and former. births: ISO, any precision; those of the identity number need not be
    repeated.
    """

    subject_id: int
    names: tuple[str, ...] = ()
    id_number: str = ""
    births: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    household_id: int | None = None


@dataclass(frozen=True, slots=True)
class KnownHousehold:
    """
    One household.

    nos: 户号; book_nos: 户口本号. head_names, head_id_numbers: of the heads it is known by.
    groups: 村民小组 it is said to be in.
    """

    subject_id: int
    nos: tuple[str, ...] = ()
    head_names: tuple[str, ...] = ()
    head_id_numbers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    book_nos: tuple[str, ...] = ()
