"""What is read from the store once and kept in the process until it changes: the key of such a reading."""

from qingzhuang.store.actors import Actor


class Reading:
    """
    Who reads; not part of what tells one reading from another, since what is read is the same for all.

    For functions under `lru_cache` whose other arguments are a mark of the store that changes with it.
    """

    def __init__(self, actor: Actor) -> None:
        self.actor = actor

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reading)

    def __hash__(self) -> int:
        return 0
