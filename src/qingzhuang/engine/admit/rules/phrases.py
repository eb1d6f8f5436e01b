"""Which words a text really demands: “不打卡、不排名” demands nothing, “不打卡的扣分” does."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_CLAUSE = re.compile(r"[^,。;!?\n]+")
_BLANK = "＊"

# They hold a negating sign and negate nothing, or negate twice: 不少于三次, 不得不, 不得漏打卡.
_NOT_NEGATING = re.compile(
    r"不得不|不能不|不可不|无不|不(?:得|能)?(?:少|低|高|晚|迟|早|大|小)于|不(?:得|能)?超过"
    r"|不断|不定期|不间断|不仅|不但|不光|不只|不论|不管|不同|不漏|不缺|不少|不影响|不妨碍"
    r"|无论|无一例外|无故|未经|不可少|不能少|不可缺少"
    r"|(?:不得|不能|不可|不要|不许|严禁|禁止|杜绝).{0,4}?"
    r"(?:漏|缺席|缺勤|缺少|拒绝|逃避|忘|中断|停止|停用|关闭|取消|代替|替代|迟到|低于)"
)
# These govern everything behind them in their clause, until the clause turns round.
_STRONG = re.compile(
    r"不得|不要|不再|不设|不搞|不用|不需|不必|不许|不准|不能|不作|不做|不含|不开|不进行|不组织|不安排|不实行|不纳入|不列入"
    r"|不强制|不采用|不使用|不采集|不收集|不以|不把|不将|无需|无须|没有|禁止|严禁|杜绝|取消|停止|停用|避免|防止|免除|废止"
)
_TURN = re.compile(r"但|而是|而要|改为|改成|应当|应该|必须|务必|同时要|并要|也要|还要|仍要|仍需|需要(?!求)")
# A single sign negates only what stands right behind it, or behind a light verb: 不打卡, 未设打卡, but not
# 不影响打卡 or 无人机轨迹.
_WEAK = re.compile(
    r"[不无未免非]$"
    r"|[不未免](?:设|设置|开展|组织|搞|要求|强制|用|再|做|安排|采集|统计|进行|纳入|实行|负责|承担|参与|通报|公布"
    r"|看|查|比|评|算|投|签|挂|发|报|填|写|交|传|拍|收)$"
)
# Behind the word: 打卡一律取消, 上传照片自愿.
_AFTER = re.compile(
    r"^.{0,6}?(?:不作要求|不做要求|不要求|不强制|不需要|不要|不必|不搞|不设|选填|可不|可传可不传|自愿|可选|取消|停用|关闭|废止)"
)
# A condition: what happens to those who do not. 未打卡的扣分, 不签到，通报.
_OR_ELSE = re.compile(
    r"^(?:的|者|人员|就)?[^、。;]{0,5}?(?<![不无未免])(?:扣|罚|通报|约谈|视为|视同|问责|追责|不得分|不计|不算|不予|不发)"
    r"|^(?:的|者|人员)(?:[,。;]|$)|^就"
)
_JOINT = re.compile(r"[、/和或与及跟\"'“”「」()《》\s]|以及|还有|等")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word of a list that a text demands, with the clause it stands in."""

    word: str
    clause: str


def demanded(text: str, words: Iterable[str], *, but: Iterable[str] = ()) -> tuple[Phrase, ...]:
    """
    The words that the text demands, each once, longest words first where they overlap. R-PCK-05.

    but: longer expressions in which a word means something else (会议签到 for 签到); they are passed over.
    Full and half width, spaces and letter case make no difference. Negation is looked for within a clause.
    """
    listed = sorted({_plain(word) for word in words}, key=len, reverse=True)
    if not listed:
        return ()
    pattern = re.compile("|".join(map(re.escape, listed)))
    found: dict[str, Phrase] = {}
    plain = _plain(text)
    for match in _CLAUSE.finditer(plain):
        clause, rest = _without(match.group(), but), plain[match.end() :].partition("\n")[0]
        for hit in pattern.finditer(clause):
            if not _is_negated(clause, hit, pattern) or _OR_ELSE.match(clause[hit.end() :] + rest):
                found.setdefault(hit.group(), Phrase(hit.group(), match.group().strip()))
    return tuple(found.values())


def _plain(text: str) -> str:
    lines = (re.sub(r"\s", "", line) for line in unicodedata.normalize("NFKC", text).splitlines())
    return "\n".join(lines).casefold()


def _without(clause: str, but: Iterable[str]) -> str:
    for other in but:
        plain = _plain(other)
        clause = clause.replace(plain, _BLANK * len(plain))
    return clause


def _is_negated(clause: str, hit: re.Match[str], pattern: re.Pattern[str]) -> bool:
    before = _blanked(clause[: hit.end()])[: hit.start()]
    return _negates_before(before, pattern) or bool(_AFTER.match(_blanked(clause)[hit.end() :]))


def _blanked(clause: str) -> str:
    return _NOT_NEGATING.sub(lambda match: _BLANK * len(match.group()), clause)


def _negates_before(before: str, pattern: re.Pattern[str]) -> bool:
    strong = list(_STRONG.finditer(before))
    if strong and not _TURN.search(before, strong[-1].end()):
        return True
    # 不打卡、签到、排名: listed words and joints between the sign and the word do not part them.
    return bool(_WEAK.search(_JOINT.sub("", pattern.sub("", before))))
