"""The tables, layered: organisations < catalogue < sources < subjects < facts < forms < journal."""

from qingzhuang.store.models.catalogue import RememberedBinding
from qingzhuang.store.models.facts import Profile, Question, Snapshot, Statement, VillageStatement
from qingzhuang.store.models.forms import FormTemplate, SentForm
from qingzhuang.store.models.journal import JournalEntry, JournalValues
from qingzhuang.store.models.organisations import Region
from qingzhuang.store.models.sources import Import
from qingzhuang.store.models.subjects import Subject

__all__ = [
    "FormTemplate",
    "Import",
    "JournalEntry",
    "JournalValues",
    "Profile",
    "Question",
    "Region",
    "RememberedBinding",
    "SentForm",
    "Snapshot",
    "Statement",
    "Subject",
    "VillageStatement",
]
