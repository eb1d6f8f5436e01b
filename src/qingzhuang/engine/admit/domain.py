"""What wants to land on a village, as its department describes it, and what the machine finds about it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The ten kinds of matter (事项); one number scheme serves them all."""

    FORM = "form"
    LEDGER = "ledger"
    TASK = "task"
    MEETING = "meeting"
    DOCUMENT = "document"
    INSPECTION = "inspection"
    INDICATOR = "indicator"
    APP = "app"  # apps, mini-programs, public accounts, chat groups
    SIGNBOARD = "signboard"
    PROOF = "proof"


KIND_NAMES = {
    Kind.FORM: "报表",
    Kind.LEDGER: "台账",
    Kind.TASK: "工作任务",
    Kind.MEETING: "会议",
    Kind.DOCUMENT: "文件",
    Kind.INSPECTION: "督查检查",
    Kind.INDICATOR: "考核指标",
    Kind.APP: "App、小程序和群",
    Kind.SIGNBOARD: "牌子",
    Kind.PROOF: "证明",
}


class ListClass(StrEnum):
    """The three lists of a county (their printed names are the county's data), and what is on none."""

    DUTY = "duty"  # what the village does by law
    SUPPORT = "support"  # what it helps with, and gets support for
    NOT_OURS = "not_ours"  # what it does not do
    OFF_LIST = "off_list"


class Frequency(StrEnum):
    """How often a village is asked."""

    ONCE = "once"
    YEARLY = "yearly"
    HALF_YEARLY = "half_yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    DAILY = "daily"


FREQUENCY_NAMES = {
    Frequency.ONCE: "一次",
    Frequency.YEARLY: "每年一次",
    Frequency.HALF_YEARLY: "每半年一次",
    Frequency.QUARTERLY: "每季一次",
    Frequency.MONTHLY: "每月一次",
    Frequency.WEEKLY: "每周一次",
    Frequency.DAILY: "每天一次",
}

# Times a year; a working year of 250 days is what the Standard Cost Model of a county office would count.
TIMES_A_YEAR = {
    Frequency.ONCE: 1,
    Frequency.YEARLY: 1,
    Frequency.HALF_YEARLY: 2,
    Frequency.QUARTERLY: 4,
    Frequency.MONTHLY: 12,
    Frequency.WEEKLY: 52,
    Frequency.DAILY: 250,
}


class Extra(StrEnum):
    """What an application may want besides the matter itself."""

    LEDGER = "ledger"
    SIGNBOARD = "signboard"
    APP = "app"
    GROUP = "group"
    ASSESSMENT = "assessment"


EXTRA_NAMES = {
    Extra.LEDGER: "新台账",
    Extra.SIGNBOARD: "挂牌子",
    Extra.APP: "新 App 或小程序",
    Extra.GROUP: "建群",
    Extra.ASSESSMENT: "列入考核",
}


@dataclass(frozen=True, slots=True)
class AskedField:
    """
    One column or blank that a form asks for.

    label: as printed. place: its column or cell (`R`, `C5`). element: catalogue key it means, "" unknown.
    is_sure: bound without a doubt, or confirmed by a person. definition: what the department says it means.
    options: the values it may take, as far as they are known.
    """

    label: str
    place: str = ""
    element: str = ""
    is_sure: bool = False
    definition: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Application:
    """
    An application for admission (准入申请), FIELD.md §1.1. Unanswered texts are "", numbers None.

    office: code of the applying office; issuer: its name as printed. helpers: 协办. basis: 文号;
    clause: 条款. duty: id of the item of the three lists it is said to rest on. bearer: who does it
    (村、镇). regions: prefixes of region codes it shall land on; n_villages: how many villages that is.
    issue_days: calendar days from landing to the first due day. starts_on, ends_on: ISO days. hours: a
    village's hours each time, by the department's own estimate. length: characters of a document.
    minutes: length of a meeting. purpose: what it is for and what is done (工作内容). features: what an app
    or a form demands besides data (打卡, 排名 …), in words. sharing: why it is not taken from what offices
    already hold. money, people: 费随事转. leader, emergency: named leader and reason of the emergency lane.
    exit: when it ends for good.
    """

    title: str
    kind: Kind = Kind.FORM
    office: str = ""
    issuer: str = ""
    helpers: tuple[str, ...] = ()
    basis: str = ""
    clause: str = ""
    list_class: ListClass | None = None
    duty: str = ""
    bearer: str = ""
    purpose: str = ""
    deliverable: str = ""
    frequency: Frequency | None = None
    starts_on: str = ""
    ends_on: str = ""
    issue_days: int | None = None
    hours: float | None = None
    regions: tuple[str, ...] = ()
    n_villages: int = 0
    fields: tuple[AskedField, ...] = ()
    extras: frozenset[Extra] = frozenset()
    features: str = ""
    length: int | None = None
    minutes: int | None = None
    sharing: str = ""
    money: str = ""
    people: str = ""
    emergency: str = ""
    leader: str = ""
    exit: str = ""
    supplied: tuple[AskedField, ...] = ()
    rows: int | None = None

    @property
    def is_emergency(self) -> bool:
        """Whether it asks for the emergency lane."""
        return bool(self.emergency)


class Weight(StrEnum):
    """How much a finding weighs."""

    BLOCKS = "blocks"  # cannot be admitted as it stands
    WARNS = "warns"  # the reviewer must look
    INFORMS = "informs"


class Topic(StrEnum):
    """What a finding is about."""

    HELD = "held"  # fields already held
    OVERLAP = "overlap"  # another matter asks the same
    LIST = "list"  # three lists
    RULE = "rule"  # a rule of the pack is broken
    CLASH = "clash"  # calendar
    HOURS = "hours"
    BASIS = "basis"
    MONEY = "money"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One thing the machine found about an application.

    sentence: Chinese, with numbers, for the reviewer. evidence: Chinese lines, one fact each, shown one click
    away. rule: id of the rule in the pack it rests on, "" for none. step: the step of the application it
    belongs to (`form`, `basis`, `scope`, `rhythm`, `support`, `sharing`).
    """

    topic: Topic
    weight: Weight
    sentence: str
    evidence: tuple[str, ...] = ()
    rule: str = ""
    step: str = ""
