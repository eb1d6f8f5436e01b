"""What the interface takes and gives: shapes of JSON, each with what it means."""

from typing import Annotated

from ninja import Field, Schema

from qingzhuang.engine.admit.domain import Frequency, Kind
from qingzhuang.engine.admit.lifetime import Phase

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="ISO 8601 日期")]


class Refusal(Schema):
    """Why a request was not answered."""

    code: str = Field(description="代号，不随措辞改")
    sentence: str = Field(description="给人看的一句话")


class Pages(Schema):
    """Which page of a list, and how long a page is."""

    page: int = Field(1, ge=1, le=100_000)
    size: int = Field(20, ge=1, le=100)


class Wanted(Pages):
    """Which numbers are wanted; what is left out is left open."""

    q: str = Field("", max_length=100, description="编号、事项、单位，拼音首字母也行")
    kind: Kind | None = None
    office: str = Field("", max_length=200, description="单位的代码或名称")
    phase: Phase | None = None


class WantedMatters(Pages):
    """Which matters are wanted."""

    kind: Kind | None = None


class Line(Schema):
    """One number as the register lists it."""

    number: str = Field(description="准入编号，比如 准入〔2026〕31号")
    year: int
    seq: int
    title: str
    kind: Kind
    office: str = Field(description="申请单位的代码")
    issuer: str = Field(description="制表机关")
    frequency: Frequency | None
    starts_on: Day
    ends_on: Day = Field(description="最后一个作数的日子")
    withdrawn_on: Day | None
    phase: Phase
    is_good: bool = Field(description="现在作不作数")
    sentence: str
    check_address: str = Field(description="公开查验页")


class Lines(Schema):
    """A page of the register, the newest number first."""

    items: list[Line]
    total: int
    page: int
    size: int


class Whole(Line):
    """One number with everything the register holds of it."""

    basis: str
    scope: list[str] = Field(description="区划代码的前几位，号只在这些地方作数")
    fields: list[str] = Field(description="准入的栏目")
    n_asked: int = Field(description="申请时要的栏目数")
    admitted_on: Day
    why_withdrawn: str
    renews: str | None
    renewed_by: str | None


class Token(Schema):
    """The signed token of a number (compact JWS, Ed25519)."""

    number: str
    token: str


class Key(Schema):
    """A public key (RFC 7517, RFC 8037)."""

    kty: str
    crv: str
    x: str
    kid: str
    alg: str
    use: str


class Keys(Schema):
    """A JWK set."""

    keys: list[Key]


class Matter(Schema):
    """One entry of the register of matters, numbered or older than the gate."""

    kind: Kind
    name: str
    issuer: str
    frequency: str
    basis: str
    number: str | None
    started_on: Day
    ended_on: Day | None
    why_ended: str


class Matters(Schema):
    """A page of the register of matters, by name."""

    items: list[Matter]
    total: int
    page: int
    size: int


class Question(Schema):
    """What is to be checked: a number, a title, a text that may name numbers; at least one of them."""

    number: str = Field("", max_length=60, description="准入编号，怎么写都行")
    title: str = Field("", max_length=300, description="事项名称；和编号一起给，就查号管不管这件事")
    text: str = Field("", max_length=20_000, description="通知的文字，里面的编号逐个查")
    region: str | None = Field(None, pattern=r"^[0-9]{12}$", description="收到通知的村，12 位区划代码")


class Checked(Schema):
    """How one number, or one matter, stands."""

    asked: str
    number: str | None
    title: str | None
    is_good: bool
    code: str
    sentence: str


class Answer(Schema):
    """All that was found. is_good: something was found and all of it counts."""

    is_good: bool
    results: list[Checked]
