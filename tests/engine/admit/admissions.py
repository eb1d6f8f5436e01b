"""An invented county's register: matters that were admitted, for tests."""

from dataclasses import dataclass

from qingzhuang.engine.admit.domain import Extra, Frequency, Kind, ListClass
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.admit.standing import Admitted

TODAY = "2026-11-22"
QINGHE = "360999101205"
COUNTY = ("360999",)


def matter(
    seq: int,
    title: str,
    issuer: str = "县民政局",
    *,
    kind: Kind = Kind.FORM,
    frequency: Frequency | None = Frequency.QUARTERLY,
    starts_on: str = "2026-01-01",
    ends_on: str = "2026-12-31",
    regions: tuple[str, ...] = COUNTY,
    fields: tuple[str, ...] = (),
    features: tuple[str, ...] = (),
    extras: frozenset[Extra] = frozenset(),
    withdrawn_on: str = "",
    emergency_until: str = "",
) -> Admitted:
    """A matter admitted in 2026."""
    return Admitted(
        number=Number(2026, seq),
        title=title,
        kind=kind,
        issuer=issuer,
        regions=regions,
        frequency=frequency,
        starts_on=starts_on,
        ends_on=ends_on,
        withdrawn_on=withdrawn_on,
        emergency_until=emergency_until,
        fields=fields,
        features=features,
        extras=extras,
    )


REGISTER = (
    matter(31, "高龄津贴核定表", fields=("姓名", "身份证号", "年龄", "联系电话", "津贴金额")),
    matter(44, "冬季取暖用电排查表", "县应急局", frequency=Frequency.ONCE, features=("拍照",)),
    matter(45, "水库巡查记录台账", "县水利局", kind=Kind.LEDGER, frequency=Frequency.WEEKLY),
    matter(12, "秸秆禁烧排查表", "县生态环境局", ends_on="2026-11-21"),
    matter(13, "种粮补贴登记表", "县农业农村局", withdrawn_on="2026-11-01"),
    matter(14, "春耕备耕进度表", "县农业农村局", starts_on="2026-12-01", ends_on="2027-05-31"),
    matter(15, "沿河村防汛物资清单", "县水利局", regions=("360999102",)),
    matter(16, "低保对象核查表", frequency=Frequency.YEARLY),
    matter(17, "低保边缘家庭核查表", frequency=Frequency.YEARLY),
    matter(18, "残疾人两项补贴复核表", "县残联", frequency=Frequency.YEARLY),
    matter(19, "四季度重点工作调度会", "县委办公室", kind=Kind.MEETING, frequency=Frequency.ONCE),
    matter(20, "村级防灭火巡护 App", "县林业局", kind=Kind.APP, frequency=Frequency.ONCE),
    matter(21, "农房安全隐患排查表", "县住建局", emergency_until="2026-11-20T10:00:00+08:00"),
    matter(22, "自来水停供村民名单", "县水利局", emergency_until="2026-11-24T10:00:00+08:00"),
    matter(23, "三季度高龄补助发放表"),
    matter(24, "农村改厕台账", "县农业农村局", kind=Kind.LEDGER, frequency=Frequency.MONTHLY),
)


@dataclass(frozen=True, slots=True)
class Duty:
    """An item of the three lists."""

    name: str
    list_class: ListClass


DUTIES = (
    Duty("森林防火宣传", ListClass.DUTY),
    Duty("居民医保参保动员", ListClass.SUPPORT),
    Duty("商户燃气安全执法检查", ListClass.NOT_OURS),
)
