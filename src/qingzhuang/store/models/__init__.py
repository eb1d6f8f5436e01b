"""The tables, layered: organisations < accounts < catalogue < … < admissions < journal (.importlinter)."""

from qingzhuang.store.models.accounts import Account, AreaDuty, Post
from qingzhuang.store.models.admissions import (
    Admission,
    AdmissionRegion,
    HoursBudget,
    NumberCounter,
    Obligation,
)
from qingzhuang.store.models.catalogue import RememberedBinding
from qingzhuang.store.models.facts import Profile, Question, Snapshot, Statement, VillageStatement
from qingzhuang.store.models.forms import FormTemplate, SentForm
from qingzhuang.store.models.journal import JournalEntry, JournalValues
from qingzhuang.store.models.matters import Duty, LedgerCap, ListVersion, Matter
from qingzhuang.store.models.organisations import Area, Office, Region, RegionAlias
from qingzhuang.store.models.requests import (
    Attachment,
    Consultation,
    Decision,
    Minutes,
    Poll,
    PollAnswer,
    Request,
    Submission,
)
from qingzhuang.store.models.sources import Import
from qingzhuang.store.models.subjects import Subject
from qingzhuang.store.models.voices import RefusalReport

__all__ = [
    "Account",
    "Admission",
    "AdmissionRegion",
    "Area",
    "AreaDuty",
    "Attachment",
    "Consultation",
    "Decision",
    "Duty",
    "FormTemplate",
    "HoursBudget",
    "Import",
    "JournalEntry",
    "JournalValues",
    "LedgerCap",
    "ListVersion",
    "Matter",
    "Minutes",
    "NumberCounter",
    "Obligation",
    "Office",
    "Poll",
    "PollAnswer",
    "Post",
    "Profile",
    "Question",
    "RefusalReport",
    "Region",
    "RegionAlias",
    "RememberedBinding",
    "Request",
    "SentForm",
    "Snapshot",
    "Statement",
    "Subject",
    "Submission",
    "VillageStatement",
]
