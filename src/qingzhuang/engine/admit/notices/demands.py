"""What a notice demands: by when, how often, which columns, and what besides the matter itself."""

import re
from collections.abc import Iterator

from qingzhuang.engine.admit.domain import TIMES_A_YEAR, Frequency

# What is demanded besides, each under the word the answer uses. 国办函〔2026〕12号 and the
# 若干规定 of 2024 name most of them (read second-hand).
FEATURES: dict[str, str] = {
    "打卡": r"打卡|签到",
    "接龙": r"接龙",
    "截图": r"截图|截屏",
    "排名": r"排名|排行|红黑榜|后三名|末位",
    "通报": r"(?:将|予以|全县|全镇|进行|点名)通报|通报批评",
    "拍照": r"拍照|照片|相片|图片.{0,4}(?:上传|发|报|交)|上传.{0,4}图片",
    "录像": r"录像|视频(?!会|监控)",
    "定位轨迹": r"定位|轨迹",
    "转发点赞": r"转发.{0,6}(?:朋友圈|群|链接|文章)|点赞|集赞",
    "积分": r"积分",
    "在线时长": r"在线时长|学习时长|学时排",
    "下载 App": (
        r"(?:下载|安装|注册)[^，。；\n]{0,12}(?:APP|App|app|小程序|客户端|软件)"
        r"|(?:APP|App|app|小程序).{0,6}(?:下载|安装|注册)"
    ),
    "关注公众号": r"关注.{0,10}公众号",
    "建群": r"建群|拉群|进群|入群|加群|扫码.{0,4}群|建立?.{0,8}(?:微信|工作|QQ)群",
    "上墙挂牌": r"上墙|挂牌|制作.{0,4}(?:牌|展板)",
    "列入考核": r"(?:纳入|列入|计入|作为).{0,10}(?:考核|考评|绩效)|约谈|一票否决|扣分",
    "建台账": r"(?:建立|新建|另建|建好).{0,8}台账",
}
_NEGATED = re.compile(
    r"(?:不用|不需要?|无需|无须|不要|不必|不得|不再|不搞|不许|严禁|禁止|禁|免|取消|杜绝|不)[^，。；！\n]{0,6}$"
)
_SAYS_NO = re.compile(r"不|无需|无须|严禁|禁止|取消|杜绝")
_LINKED = re.compile(r"[、和或及]\s*$")

_DEADLINE = re.compile(
    r"(?:请?(?:务必)?(?:于|在))?"
    r"(?:(?:20\d\d年)?\d{1,2}月\d{1,2}[日号](?:(?:上午|下午|中午|晚上?)?\d{1,2}(?:[:：]\d{2}|[点时]半?))?(?:下班)?(?:之?前|以前|截止)"
    r"|(?:今天|今日|明天|明日|后天|今晚|明早|本周|这周|下周|周|星期|礼拜)[一二三四五六日天末]?(?:上午|下午|中午|晚上?|早上?)?"
    r"(?:\d{1,2}(?:[:：]\d{2}|[点时]半?))?(?:下班)?(?:之?前|以前|内)"
    r"|\d{1,2}[日号](?:上午|下午|下班)?(?:\d{1,2}[点时])?(?:之?前|以前)|(?:本)?月底(?:之?前)?|年底(?:之?前)"
    r"|[半一二三两\d]{1,2}个?(?:小时|分钟|工作日|天)[之以]?内|下班前|尽快|马上|立即|立刻|限时|抓紧|火速)"
)
_OFTEN: tuple[tuple[Frequency, str], ...] = (
    (Frequency.DAILY, r"每[天日]|日报|天天|一日一|零报告"),
    (Frequency.WEEKLY, r"每周|每星期|周报(?!告)|一周一|每个?星期"),
    (Frequency.MONTHLY, r"每个?月|月报(?!告)|按月|一月一"),
    (Frequency.QUARTERLY, r"每季|季报(?!告)|按季"),
    (Frequency.HALF_YEARLY, r"每半年|半年报"),
    (Frequency.YEARLY, r"每年|年报(?!告)|按年"),
)
_ASKS = re.compile(r"报|填|传|录|发|更新|登|交|统计|巡|开|查|学|打卡|汇总|台账")
_LABELS = re.compile(
    r"(?:填写|填报|填好|填|提供|收集|采集|登记|报送|包括|包含|内容[有为]?|栏目[有为]?|字段[有为]?|项目[有为]?|要素[有为]?|统计)"
    r"(?:以下)?(?:内容|信息|项目|栏目)?\s*[:：]?\s*"
    r"([\u4e00-\u9fffA-Za-z（）()]{1,14}(?:[、][\u4e00-\u9fffA-Za-z（）()]{1,14})+)"
)
_CUE = re.compile(r"^(?:包括|包含|如下|内容|有|为)+(?=..)")
_LAST = re.compile(r"(?:等.{0,8}|以及|和)$")


def features_in(text: str) -> tuple[str, ...]:
    """
    What is demanded besides data, in the order of `FEATURES`; what is said not to be needed is not.

    >>> features_in("到岗打卡并接龙，不用截图、拍照")
    ('打卡', '接龙')
    """
    return tuple(name for name, words in FEATURES.items() if _is_demanded(text, words))


def _is_demanded(text: str, words: str) -> bool:
    return any(
        not _is_negated(text[max(0, found.start() - 40) : found.start()])
        for found in re.finditer(words, text)
    )


def _is_negated(before: str) -> bool:
    """Whether the words before say no: 不用截图、拍照 says it of both."""
    clause = re.split(r"[，。；！？,;!?\n]", before)[-1]
    if _NEGATED.search(clause) is not None:
        return True
    return _LINKED.search(clause) is not None and _SAYS_NO.search(clause) is not None


def deadlines_in(text: str) -> tuple[str, ...]:
    """The words that say by when, as written, each once."""
    return tuple(dict.fromkeys(found[0] for found in _DEADLINE.finditer(text)))


def frequency_in(text: str) -> Frequency | None:
    """How often it is asked, the most often that the notice says; None where it does not say."""
    found = [
        frequency
        for clause in re.split(r"[，。；！？,;!?\n]", text)
        for frequency, words in _OFTEN
        if re.search(words, clause) and _ASKS.search(clause) and not _is_refused(clause, words)
    ]
    return max(found, key=TIMES_A_YEAR.__getitem__, default=None)


def _is_refused(clause: str, words: str) -> bool:
    """Whether the clause says that it is not wanted that often: 不用每天报, 取消周报."""
    found = re.search(words, clause)
    return found is not None and _NEGATED.search(clause[: found.start()]) is not None


def labels_in(text: str) -> tuple[str, ...]:
    """The columns that running text asks for: words joined by 、 behind 填写, 包括 and the like."""
    return tuple(dict.fromkeys(_labels(text)))


def _labels(text: str) -> Iterator[str]:
    for found in _LABELS.finditer(text):
        *firsts, last = found[1].split("、")
        for each in (*firsts, *re.split(r"以及|和|及", _LAST.sub("", last))):
            label = _CUE.sub("", each)
            if 1 < len(label) <= 12:
                yield label
