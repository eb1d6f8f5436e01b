"""Whom an answer is about, kept apart from what it says (R-RET-11)."""

from collections.abc import Mapping

from qingzhuang.engine.collect.keys import ID_NUMBER

WHO = "who:"  # before the keys that only tell whom the row is about


def as_identity(values: Mapping[str, str]) -> dict[str, str]:
    """These values as what only tells whom a row is about."""
    return {WHO + key: value for key, value in values.items()}


def tells_apart(values: Mapping[str, str]) -> bool:
    """Whether anything in these values only tells whom a row is about."""
    return any(key.startswith(WHO) for key in values)


def told_by(values: Mapping[str, str]) -> dict[str, str]:
    """What linking may read of an answer's row: whom it is about, and an identity number that is news."""
    who = {key.removeprefix(WHO): value for key, value in values.items() if key.startswith(WHO)}
    return who | ({ID_NUMBER: values[ID_NUMBER]} if ID_NUMBER in values else {})


def words_of(values: Mapping[str, str]) -> dict[str, str]:
    """What an answer's row says: all but whom it is about."""
    return {key: value for key, value in values.items() if not key.startswith(WHO)}
