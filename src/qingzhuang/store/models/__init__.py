"""The tables, layered: organisations < catalogue < sources < subjects < facts < journal."""

from qingzhuang.store.models.catalogue import RememberedBinding
from qingzhuang.store.models.facts import Profile, Question, Snapshot, Statement
from qingzhuang.store.models.journal import JournalEntry, JournalValues
from qingzhuang.store.models.organisations import Region
from qingzhuang.store.models.sources import Import
from qingzhuang.store.models.subjects import Subject

__all__ = [
    "Import",
    "JournalEntry",
    "JournalValues",
    "Profile",
    "Question",
    "Region",
    "RememberedBinding",
    "Snapshot",
    "Statement",
    "Subject",
]
