"""What a notice asks beyond what its number admits: columns, extra demands, a quicker rhythm."""

import re
from collections.abc import Callable, Iterable, Sequence

from qingzhuang.engine.admit.domain import TIMES_A_YEAR, Extra, Frequency, Kind
from qingzhuang.engine.admit.notices.demands import features_in
from qingzhuang.engine.admit.notices.reading import Notice
from qingzhuang.engine.admit.standing import Admitted
from qingzhuang.engine.read.labels import parse_label

Meaning = Callable[[str], str]

# Columns every sheet has by itself: they ask nothing of a village (R-NTC-06).
_OF_THE_SHEET = re.compile(
    r"^(?:序号|编号|行次|备注|合计|小计|填表人|填报人|制表人|经办人|审核人|负责人|"
    r"填报单位|填表单位|填报日期|填表日期|填报时间|"
    r"村名?|村\(社区\)|村委会|行政村|乡镇|乡\(镇\)|镇|县|单位|表号|制表机关|准入编号|有效期至?|联系人|年|月|日|签字|签名|盖章)$"
)
_ADDED = re.compile(r"^(?:公民|本人|居民|人员|联系|所属|户籍所在|你的)|(?:号码|信息|情况|名称|\(元\)|类型)$")
_SPELT = {
    spelling: word
    for word, spellings in {
        "身份证号": "身份证号码 身份证 公民身份号码 公民身份证号码",
        "电话": "联系电话 手机号码 手机号 电话号码 联系方式 手机",
        "出生年月": "出生日期",
        "住址": "家庭住址 家庭地址 地址",
    }.items()
    for spelling in spellings.split()
}
_EXTRA_OF = {
    "建台账": (Extra.LEDGER, Kind.LEDGER),
    "上墙挂牌": (Extra.SIGNBOARD, Kind.SIGNBOARD),
    "下载 App": (Extra.APP, Kind.APP),
    "关注公众号": (Extra.APP, Kind.APP),
    "列入考核": (Extra.ASSESSMENT, Kind.INDICATOR),
    "建群": (Extra.GROUP, Kind.APP),
}


def label_meaning(label: str) -> str:
    """
    What a label asks, where nothing better is known than its words.

    >>> label_meaning("2、公民身份号码（必填）") == label_meaning("身份证号")
    True
    """
    core = parse_label(label).core
    core = _SPELT.get(core, core)
    bare = _ADDED.sub("", core)
    return _SPELT.get(bare, bare) if len(bare) >= 2 else core


def beyond_fields(asked: Iterable[str], admitted: Iterable[str], *, meaning: Meaning) -> tuple[str, ...]:
    """
    Labels that are asked and were not admitted, as printed, compared by meaning. Rule R-NTC-06.

    Serial numbers, remarks, signatures and the filling unit belong to every sheet and are not counted.
    """
    allowed = {key for label in admitted for key in (meaning(label), label_meaning(label))}
    return tuple(
        label
        for label in asked
        if not _OF_THE_SHEET.match(parse_label(label).core)
        and meaning(label) not in allowed
        and label_meaning(label) not in allowed
    )


def beyond_features(notice: Notice, admitted: Sequence[Admitted]) -> tuple[str, ...]:
    """Demands besides the matter that none of these admissions allows. Rule R-NTC-06."""
    return tuple(
        feature for feature in notice.features if not any(_allows(each, feature) for each in admitted)
    )


def _allows(admitted: Admitted, feature: str) -> bool:
    extra, kind = _EXTRA_OF.get(feature, (None, None))
    allowed = feature in admitted.features or feature in features_in("，".join(admitted.features))
    is_itself = feature == "建台账" and "台账" in admitted.title
    return allowed or is_itself or admitted.kind is kind or extra in admitted.extras


def is_oftener(asked: Frequency | None, admitted: Sequence[Admitted]) -> bool:
    """Whether it is asked more often than any of these admissions allows; none written counts as once."""
    allowed = max(TIMES_A_YEAR[each.frequency or Frequency.ONCE] for each in admitted)
    return asked is not None and TIMES_A_YEAR[asked] > allowed
