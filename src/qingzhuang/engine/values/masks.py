"""Numbers shown in part: last six digits, masks, groups of digits, as a label asks."""

import re
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.engine.values.date_styles import flatten
from qingzhuang.engine.values.domain import Kind

_COUNTS = {sign: at for at, sign in enumerate("零一二三四五六七八九十")} | {
    "两": 2,
    "十二": 12,
    "十四": 14,
    "十八": 18,
}
_N = r"(\d{1,2}|[一二两三四五六七八九十]{1,2})"
_LAST = re.compile(rf"(?:后|末|最后|尾号?|尾数)(?:面)?的?{_N}位")
_ABOUT_X = re.compile(r"位[为是如]?(?:英文)?(?:字母|大写|小写|x|数字?为)")
_FIRST = re.compile(rf"(?:前|头|开头){_N}位")
_BOTH_ENDS = re.compile(rf"(?:前|头){_N}位?[、和及,]?(?:后|末|尾){_N}位?")
_MIDDLE = re.compile(rf"中间的?{_N}位")
_HIDING = (
    r"脱敏|打码|隐藏|隐去|掩码|遮[盖挡蔽]?|屏蔽|马赛克|星号|(?:中间|位)省略|省略(?=中间|[前后末])|[用以]x{2,}"
    r"|[打用加以带含为]\*|\*{3,}|\*号|×{4,}|✱"
)
_HIDE = re.compile(_HIDING)
# 不得隐藏或打码: the ban reaches over a few words, not into the next clause and not over 请, 应, 须 or 需.
_BAN = re.compile(
    r"(?:不得|不要|不能|不可|不准|不许|不允许|不应|不宜|无需|不需|不必|禁止|严禁|切勿|请勿|勿)"
    rf"(?:[^，,。；;:()请应须需\s]{{0,12}}?(?:{_HIDING}))+"
)
_EXPLAINED = re.compile(r"为|是|即(?!可)|应[为是]|表示|代表|系")  # 前6位为地区码 tells what they are
_PATTERN = re.compile(r"(?<![\dx])([\dx]*)(\*{2,})([\dx]*)(?![\dx])")
_GROUPS = re.compile(
    r"(?<!\d)(\d{1,2})([-—+ ])(\d{1,2})(?:\2(\d{1,2}))(?:\2(\d{1,2}))?(?:\2(\d{1,2}))?(?!\d)"
)
_GROUPED_SAMPLE = re.compile(r"(?<![\dxX])(\d{3,6})([- ])(\d{4,8})\2(\d{3,4}[\dxX]?)(?![\dxX])")
_HYPHEN = re.compile(r"横[线杠]|短[线横]|连字符|减号|杠|[“\"'用以]-|-(?:隔|分隔|连接|号)")
_BLANK = re.compile(r"空格|空一格|空[1一]|空开")


@dataclass(frozen=True, slots=True)
class Showing:
    """
    How much of a number is shown. keep_first, keep_last: characters shown, the rest as stars if `is_masked`,
    else cut away. groups and joint: `6-8-4` split by joint. No field set: the whole number.
    """

    keep_first: int | None = None
    keep_last: int | None = None
    is_masked: bool = False
    groups: tuple[int, ...] = ()
    joint: str = " "


WHOLE = Showing()

# What stays readable when a label only says 脱敏: the customary masks of public notices.
_USUAL: dict[Kind, tuple[int, int]] = {
    Kind.ID_NUMBER: (6, 4), Kind.PHONE: (3, 4), Kind.ACCOUNT: (4, 4), Kind.DOCUMENT: (4, 4),
    Kind.NAME: (1, 0),
}  # fmt: skip


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _COUNTS.get(text, 0)


@lru_cache(maxsize=4096)
def read_showing(label: str, kind: Kind) -> Showing:
    """
    How much of a number the label wants to see: 后六位, masks such as 110101********1234, 脱敏, 6-8-4.
    R-VAL-120–123. What a label forbids (不得打码) is not asked.
    """
    text = _BAN.sub("", flatten(label))
    hides = _HIDE.search(text) is not None
    usual = _USUAL.get(kind, (0, 0))
    if hides and kind in _USUAL:
        return _masked(text, usual)
    if kind is Kind.NAME:
        return WHOLE
    if _ABOUT_X.search(text):
        return WHOLE
    last, first = _n_wanted(_LAST, text), _n_wanted(_FIRST, text)
    if last and not first:
        return Showing(keep_last=last)
    if first and not last:
        return Showing(keep_first=first)
    return _grouped(label, text)


def _n_wanted(pattern: re.Pattern[str], text: str) -> int:
    """How many characters a label wants of one end; 0 where it says nothing, wants one, or explains them."""
    found = pattern.search(text)
    if found is None or _EXPLAINED.match(text, found.end()):
        return 0
    return _count(found[1]) if _count(found[1]) > 1 else 0


def _masked(text: str, usual: tuple[int, int]) -> Showing:
    pattern = _PATTERN.search(text)
    if pattern is not None and (pattern[1] or pattern[3]):
        return Showing(len(pattern[1]), len(pattern[3]), is_masked=True)
    both = _BOTH_ENDS.search(text)
    if both is not None:  # 保留前6位后4位
        return Showing(_count(both[1]), _count(both[2]), is_masked=True)
    last, middle = _LAST.search(text), _MIDDLE.search(text)
    if last is not None:
        n_last = _count(last[1])
        keeps = "保留" in text or "显示" in text
        return Showing(0, n_last, is_masked=True) if keeps else Showing(-n_last, 0, is_masked=True)
    if middle is not None:
        return Showing(usual[0], -_count(middle[1]), is_masked=True)
    return Showing(*usual, is_masked=True)


def _grouped(label: str, text: str) -> Showing:
    sample = _GROUPED_SAMPLE.search(label)
    if sample is not None:
        groups = (len(sample[1]), len(sample[3]), len(sample[4]))
        return Showing(groups=groups, joint=sample[2])
    found = _GROUPS.search(text) or _GROUPS.search(label)
    if found is None:
        return WHOLE
    sizes = tuple(int(size) for size in (found[1], *found.groups()[2:]) if size)
    hyphen = _HYPHEN.search(text) is not None and _BLANK.search(text) is None
    return Showing(groups=sizes, joint="-" if hyphen else " ")


def show(value: str, showing: Showing) -> str:
    """
    The number as the label wants it; groups that do not add up to its length leave it whole.

    Masks keep the length: the hidden characters become as many stars.
    """
    if showing.groups:
        return _split(value, showing.groups, showing.joint) if sum(showing.groups) == len(value) else value
    if showing.is_masked:
        return _mask(value, showing.keep_first or 0, showing.keep_last or 0)
    if showing.keep_last:
        return value[-showing.keep_last :]
    return value[: showing.keep_first] if showing.keep_first else value


def _mask(value: str, first: int, last: int) -> str:
    """Negative `first`: hide that many at the end. Negative `last`: hide that many behind `first`."""
    if first < 0:
        first, last = max(len(value) + first, 0), 0
    elif last < 0:
        last = max(len(value) - first + last, 0)
    if first + last >= len(value):
        first, last = min(1, len(value)), 0
    hidden = len(value) - first - last
    return value[:first] + "*" * hidden + value[len(value) - last :]


def _split(value: str, groups: tuple[int, ...], joint: str) -> str:
    pieces, at = [], 0
    for size in groups:
        pieces.append(value[at : at + size])
        at += size
    return joint.join(pieces)
