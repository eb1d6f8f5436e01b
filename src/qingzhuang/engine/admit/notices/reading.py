"""What a pasted notice asks: its numbers, titles, kind, office, deadlines, columns and extra demands."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.engine.admit.domain import Frequency, Kind
from qingzhuang.engine.admit.notices.demands import deadlines_in, features_in, frequency_in, labels_in
from qingzhuang.engine.admit.notices.offices import office_in
from qingzhuang.engine.admit.numbers import Number, numbers_in, references_in
from qingzhuang.engine.admit.titles import title_key

LONGEST = 6_000  # characters that are read; a notice to villages has a few hundred

QUOTED = re.compile(r"《([^《》\n]{2,60})》")
_REFERS = re.compile(r"(?:根据|依据|按照?|依照|贯彻|落实|参照|对照|学习|执行|宣传|依)[^，。；\n《》]{0,8}$")
_NUMBER = re.compile(r"[（(]?准入[^，。；\n《》]{4,14}号[)）]?")
_BASIS = re.compile(r"(?:条例|办法|规定|意见|法|细则|方案|通知|决定|规划|纲要|的函)$")
_SHAPE = (
    r"(?:登记表|统计表|汇总表|核定表|核查表|排查表|明细表|一览表|情况表|信息表|进度表|调查表|审批表|申请表|评议表|自查表|"
    r"采集表|名单表|花名册|工作台账|台账|日报表|周报表|月报表|季报表|报表|日报|周报|月报|清单|名单|名册|表格|表|"
    r"推进会|动员会|调度会|部署会|培训会|例会|会议|证明|承诺书|责任书|报告|总结)"
)
_BARE = re.compile(rf"([\u4e00-\u9fff0-9A-Za-z]{{2,30}}?{_SHAPE})(?![\u4e00-\u9fff]?表|上|面|格)")
_ASKING = re.compile(
    r".*(?:填报|填写|填好|填|报送|上报|提交|报来|交来|完成|做好|开展|召开|参加|更新|建立|下发|发来|上传|录入|请各村|请把|各村|把|将"
    r"|补充|按时|统一|尽快|马上|立即|抓紧|于|前|天|日|份|张|的|我们|你们|关于|报)(?=[\u4e00-\u9fff0-9A-Za-z]{3,})"
)
_VAGUE = frozenset(
    "这张表 这个表 此表 附表 报表 表格 台账 名单 会议 证明 报告 总结 清单 下表 该表 表 上表 本表 日报"
    " 周报 月报 代表 情况表 花名册".split()
)
_KINDS: tuple[tuple[Kind, str], ...] = (
    (Kind.LEDGER, r"台账|台帐"),
    (
        Kind.FORM,
        r"报表|表格|填报|填写|填好|统计|登记表|汇总|报数|花名册|名单|清单|接龙"
        r"|[\u4e00-\u9fff]表(?!示|现|扬|彰|达|态|决|率|哥)",
    ),
    (Kind.PROOF, r"(?:开具?|出具|提供).{0,10}证明"),
    (Kind.MEETING, r"会议|开会|参会|[动调推部]\S会|例会|培训会"),
    (Kind.INSPECTION, r"督查|督导|检查组|迎检|考评组|专项检查|暗访"),
    (Kind.INDICATOR, r"考核|评比|评分"),
    (Kind.APP, r"小程序|APP|App|app|公众号|建群|进群|入群|加群|扫码"),
    (Kind.SIGNBOARD, r"挂牌|牌子|上墙|标牌|展板"),
    (Kind.DOCUMENT, r"报告|总结|材料|方案|简报|信息稿"),
    (Kind.TASK, r"开展|走访|排查|宣传|张贴|发放|动员|入户|收集|整治|落实|组织|完成|上报|报送|请各村"),
)
_DENIES = re.compile(
    r"(?:不用|不需要?|无需|无须|不要|免|没有|不走|不必|不再).{0,4}(?:办理?|申请|要)?(?:准入|编号)|(?:不|免)(?:予|用)?准入|特事特办.{0,8}(?:准入|号)"
)
# One more demand behind the first: 另报…, 同时提交…, 还要….
_MORE = re.compile(
    r"(?:另外?|此外|同时|并且?|顺便|还|再)(?:请|要|需|须|把|将|一并|按要求|各村){0,3}"
    r"((?:[^，。；！？\n]{0,14})(?:报|填|交|写|附|提供|上传|发|统计|收集|准备|组织|召开)[^，。；！？\n]{0,16})"
)
_BEHIND = re.compile(
    r"》的?((?:补充|附[表件]|汇总|续表|第[二三四]批)[^，。；！？《》（(\n]{0,12})"
)  # 《甲表》的补充表
# The notice may say that something is no longer wanted; which, is for a person to read.
_ENDS = re.compile(r"作废|废止|停用|停止(?:填|报|使用)|不再(?:填|报|用|使用|要求)|撤回|撤销|暂停|终止")
_AND_MORE = re.compile(
    r"(?:》|表|台账|名单|名册|花名册|清单)(?:和|及|以及|与|、|并)([\u4e00-\u9fff][^，。；！？《》\n]{1,16})"
)
_IN_PICTURE = re.compile(
    r"(?:编号|准入|文件|通知|表).{0,8}(?:见|在|如|看).{0,3}(?:图|照片|截图)|(?:见|详见|如|看)(?:下|附|上)?图"
    r"|^\s*\[?(?:图片|照片|文件|截图)\]?\s*$",
    re.MULTILINE,
)
_DANGER = re.compile(
    r"红色预警|橙色预警|山洪|溃坝|决口|地震|火灾|山火|火情|泥石流|滑坡|塌方|爆炸|疫情|台风|洪水|险情|失踪|落水"
)
_RESCUE = re.compile(r"转移|撤离|避险|抢险|救援|扑救|疏散|搜救|安置")


@dataclass(frozen=True, slots=True)
class Notice:
    """
    What a notice asks, as far as its words say so; nothing in it is sure but what is quoted.

    numbers: admission numbers, in order. titles: of what is demanded, written 《…》, or the title of an
    uploaded form. guesses: titles read out of running text. kind: the likeliest, None where nothing is
    asked. office: who sends it, "" unknown. deadlines, features: as `demands` names them. fields: columns.
    more: clauses that seem to ask one thing more. ends: words that say that something is no longer wanted.
    is_cut: longer than what is read. is_denied: says that it needs no number. is_in_picture: points to a
    picture that nobody here reads.
    references: of applications (申请编号), which are no numbers.
    is_rescue: people are to be brought into safety; that never waits for a number.
    """

    text: str
    numbers: tuple[Number, ...] = ()
    titles: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    kind: Kind | None = None
    office: str = ""
    deadlines: tuple[str, ...] = ()
    frequency: Frequency | None = None
    fields: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    is_cut: bool = False
    is_denied: bool = False
    is_in_picture: bool = False
    is_rescue: bool = False
    references: tuple[str, ...] = ()


def read_notice(text: str) -> Notice:
    """
    What a pasted notice asks (WeChat, QQ, typed from paper). Rules R-NTC-01, R-NTC-02.

    Only the first 6,000 characters are read. Never refuses: of an empty text nothing is known.
    """
    plain = _readable(text[:LONGEST])
    titles = _titles(plain)
    return Notice(
        text=plain,
        numbers=numbers_in(plain),
        references=references_in(plain),
        titles=titles,
        guesses=_guesses(plain),
        kind=_kind(plain, titles),
        office=office_in(plain),
        deadlines=deadlines_in(plain),
        frequency=frequency_in(plain),
        fields=labels_in(plain),
        features=features_in(plain),
        more=_more(plain),
        ends=tuple(dict.fromkeys(_ENDS.findall(plain))),
        is_cut=len(text) > LONGEST,
        is_denied=_DENIES.search(plain) is not None,
        is_in_picture=_IN_PICTURE.search(plain) is not None,
        is_rescue=_DANGER.search(plain) is not None and _RESCUE.search(plain) is not None,
    )


def notice_of_form(title: str, labels: Sequence[str], header_texts: Sequence[str]) -> Notice:
    """
    An uploaded form as a notice: what it asks by its columns, and what its head and foot say. R-NTC-08.

    Args:
        title: of the form; its file name will do.
        labels: of its columns or blanks.
        header_texts: other printed texts: 表号, 制表机关, 准入编号, 填表说明.
    """
    said = read_notice("\n".join(header_texts))
    name = title.strip()
    return Notice(
        text="\n".join((name, said.text)),
        numbers=numbers_in("\n".join((name, said.text))),
        references=references_in("\n".join((name, said.text))),
        titles=(name,) if title_key(name).words else (),
        kind=_kind(name, (name,)) or Kind.FORM,
        office=said.office,
        deadlines=said.deadlines,
        frequency=said.frequency,
        fields=tuple(dict.fromkeys(filter(None, (label.strip() for label in labels)))),
        features=said.features,
        ends=said.ends,
        is_cut=said.is_cut,
        is_denied=said.is_denied,
    )


def _readable(text: str) -> str:
    """NFKC without marks that nobody sees; Chinese stops stay Chinese: sentences are told apart by them."""
    plain = re.sub("[\u200b-\u200f\u2060\ufeff]", "", unicodedata.normalize("NFKC", text))
    return plain.translate(str.maketrans(",;!?", "，；！？"))


def _titles(plain: str) -> tuple[str, ...]:
    """Titles in 《》 of what is demanded; laws and letters it rests on are left out."""
    found = []
    for quoted in QUOTED.finditer(plain):
        before = _NUMBER.sub("", plain[max(0, quoted.start() - 60) : quoted.start()])
        rests = _REFERS.search(before) or _BASIS.search(quoted[1])
        if not rests:
            found.append(quoted[1].strip())
    return tuple(dict.fromkeys(found))


def _guesses(plain: str) -> tuple[str, ...]:
    """Titles in running text: the words before 表, 台账, 会 and the like, behind the verb that asks."""
    found = []
    for bare in _BARE.finditer(QUOTED.sub("，", plain)):
        words = _ASKING.sub("", bare[1])
        if words not in _VAGUE and len(title_key(words).words) >= 3:
            found.append(words)
    return tuple(dict.fromkeys(found))


def _more(plain: str) -> tuple[str, ...]:
    """Clauses that ask one thing more; 另请拍照 is known as a feature already."""
    found = (hit[1] for pattern in (_MORE, _AND_MORE, _BEHIND) for hit in pattern.finditer(plain))
    return tuple(dict.fromkeys(each for each in found if not features_in(each)))


def _kind(plain: str, titles: tuple[str, ...]) -> Kind | None:
    """The kind of the first thing asked: by its title, else by the words of the text."""
    for text in (*titles, plain):
        for kind, words in _KINDS:
            if re.search(words, text):
                return kind
    return None
