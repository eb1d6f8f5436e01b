"""Yes and no in the marks of real rosters; an unknown mark is a Problem, never a guess."""

import re
import unicodedata

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.domain import Parsed, Raw

YES, NO = "是", "否"

# Circles stand for yes as well as for no, and words that name a state (外出, 健在, 脱贫) say more than
# yes: left out.
_POSITIVE = (
    "是 有 对 √ ✓ ✔ ☑ 🗹 v y yes t true 1 享受 参加 参保 已参加 已参保 已享受 已缴 已缴费 已办理 已办 属于"
    " 同意 具备 符合 通过 达标 愿意 需要 能 会 合格 领取 已领取 已发放 已纳入 已完成 已签 已签约"
).split()
_NEGATIVE = (
    "否 无 没有 没 错 × ✗ ✘ ✕ x n no f false 0 未享受 不享受 未参加 未参保 不是 非 未缴 未缴费 未办理 未办"
    " 不属于 不同意 不具备 不符合 未通过 不达标 不愿意 不需要 不能 不会 不合格 未领取 未发放 未纳入 未完成"
    " 未签 未签约 没参加 没享受"
).split()
_MARKS = {**dict.fromkeys(_POSITIVE, YES), **dict.fromkeys(_NEGATIVE, NO)}

_CODED = re.compile(r"^(?:\d{1,2}\s*[-.、:：]?\s*)(?=\D)|[(（]\d{1,2}[)）]$")
_BOX = "□☐▢○"
_TICK = "☑✓✔√■☒🗹"
_BEFORE = re.compile(f"[{_TICK}]\\s*([^{_TICK}{_BOX}\\s]+)")
_AFTER = re.compile(f"([^{_TICK}{_BOX}\\s]+?)\\s*[{_TICK}]")


def ticked(text: str) -> str | None:
    """
    The option ticked among printed boxes (`☑是 □否`, `是□否☑`); None if there are no boxes or not exactly
    one tick.

    Boxes stand before their words if the text begins with one, else behind. Rule R-VAL-51.
    """
    has_tick = any(sign in _TICK for sign in text)
    if not has_tick or not any(sign in _BOX for sign in text) or len(text) < 3:
        return None
    begins = text.lstrip()[0] in _BOX + _TICK
    found = (_BEFORE if begins else _AFTER).findall(text)
    return found[0].strip("、,，;；") if len(found) == 1 else None


def read_mark(text: str) -> str | None:
    """
    是 or 否 for a mark as people write it (√, Y, 有, 未享受, `1-是`, `☑是 □否`), None if it is neither.
    R-VAL-50.
    """
    found = _MARKS.get(text)
    if found is not None:
        return found
    bare = unicodedata.normalize("NFKC", text).strip(" \t\n'‘’。.;；").lower()
    bare = "".join(bare.split())
    choice = ticked(bare)
    if choice is not None:
        bare = choice
    return _MARKS.get(bare) or _MARKS.get(_CODED.sub("", bare))


def parse_boolean(raw: Raw) -> Parsed | Problem:
    """A yes or no as 是 or 否. Number cells: 1 and 0 only. Rule R-VAL-50."""
    if isinstance(raw, str):
        found = _MARKS.get(raw) or read_mark(raw)
    elif isinstance(raw, bool | int | float) and raw in (0, 1):
        found = YES if raw else NO
    else:
        found = None
    if found is None:
        return Problem(ValuesCode.MARK_UNKNOWN, {"text": str(raw)[:20]})
    return Parsed(found)
