"""What the words printed in a cell are: a unit, a date skeleton, a seal, options, a note, a total."""

import re
import unicodedata
from functools import lru_cache

from qingzhuang.engine.read.layout import Purpose
from qingzhuang.engine.read.traditional import simplified

# Quantities that village and county forms print after a blank (read from many headers; GB 3100 names
# and words of daily use).
_UNIT_WORD = (
    r"(?:[万亿千百]?(?:元|户|人|亩|公顷|平方米|立方米|平方公里|公里|千米|米|厘米|毫米|千克|公斤|克|吨|斤|个|台|辆|头|只|羽|匹|株|棵|"
    r"间|套|栋|幢|层|座|处|条|件|次|场|份|册|本|张|期|名|位|家|组|岁|天|日|月|个月|年|周岁|学期|小时|分钟|分|股|口|眼|盏|度|"
    r"千瓦|千伏安|人次|户次|票|岁|级|%|％|‰)|㎡|m2|m²|m3|m³|㎥|km|kg|kw|mm|cm|ml|m)"
)
UNIT = re.compile(rf"(?:人民币)?{_UNIT_WORD}(?:[/／每]{_UNIT_WORD})*", re.IGNORECASE)
BOX = re.compile(r"[□☐○◯■☑●◻▢]")
TICK = re.compile(r"[（(\[［]\s*[)）\]］]")
DATE_BLANK = re.compile(
    r"(?:[_＿]+[\s_＿]*|(?:(?<![\u4e00-\u9fff\d])|(?<=[自从于至到在止期间日：:]))"
    r"(?:(?:20|19)[\s_＿×xX]*\d{0,2}[\s_＿×xX]*)?)年[\s_＿]*月(?:[\s_＿]*日)?"
    r"|(?<=[至到])[\s_＿]+月[\s_＿]+日"
    r"|(?:20|19)?[×xXＸ*＊]{2,4}年[×xXＸ*＊]{1,2}月(?:[×xXＸ*＊]{1,2}日)?"
)
_SEAL_WORD = r"(?:签字|签名|签章|盖章|公章|印章|签盖|加盖|手印|专用章|签署|章)"
SEAL_MARK = re.compile(rf"[（(][^（()）]{{0,12}}{_SEAL_WORD}[^（()）]{{0,4}}[)）]")
HINT = re.compile(r"[（(].*(?:填|请|如实|注明|可附|可另|选择|输入|必选|如有|例如|不用|不必).*[)）]")
NUMBERING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]+[)）]?[、.．]?|[（(]\d{1,2}[)）]|\d{1,2}[、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]+[章节部分]+)"
)
TOTAL = re.compile(
    r"^(?:合\s*计|总\s*计|小\s*计|累\s*计|共\s*计|本页合计)(?:[（(].*[)）])?[:：]?$|^[\u4e00-\u9fff]{0,6}(?:合计|总计|小计)[:：]?$"
)
NOTE = re.compile(
    r"^[\s※*＊●▲★【\[]*(?:注意事项|填\s*[表报写]?\s*说\s*明|填报?[表写]?要求|填[表写]须知|须\s*知|说\s*明|备\s*注|附\s*注|注释?|指标解释|温馨提示|提示)\s*[】\]]*\s*(?:[:：]|\d|$|[（(]?[一1①])"
)
SAMPLE = re.compile(
    r"^[（(【\[]?\s*(?:例|示例|样例|范例|举例|例如|如|填写示例|填写样例|样表)\s*\d*\s*[)）】\]：:]?$|^[（(【]?(?:示例|样例|范例|例)[)）】：:]"
)
INDEX_WORD = re.compile(
    r"^(?:行号|列号|栏次|行次|栏号|编号|代码|甲|乙|丙|丁|戊|己|[A-Z]{1,2}\d{0,3}|[（(]?\d{1,3}[)）]?|\d{1,2}[=＝][\d+＋\-－*×÷/()（）]+)$"
)
REQUIRED = re.compile(r"^(?:必填|选填|非必填|可空|可不填|不必填|必选|可选|自动生成|系统生成)")
_VALUE = re.compile(
    r"^[\d\s\-/.,:：年月日%～~—+xX*]*\d[\d\s\-/.,:：年月日%～~—+xX*]*$|^\d{6,}[\dXx*]*$|^[A-Za-z]{0,3}\d[A-Za-z0-9_\-]*$|^[\w.]+@[\w.]+$"
    r"|^[—–－-]{1,4}$|^[×xX/／]$"  # printed where nothing is to be filled
)
# Periods head columns; they are no data: 2019年, 1-3月, 3月, 2019年度.
_PERIOD = re.compile(
    r"^(?:(?:19|20)\d{2}年(?:度|底|末)?|(?:(?:19|20)\d{2}年)?\d{1,2}(?:[-—~至]\d{1,2})?月份?)$"
)


@lru_cache(maxsize=16384)
def squeeze(text: str) -> str:
    """Text in NFKC, written simply, without white space: two spellings of one label become equal."""
    return simplified(re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)))


def tidy(text: str) -> str:
    """
    Label as printed, but in one line: stretched letters closed up, closing colon gone.

    >>> tidy("姓　　名：")
    '姓名'
    """
    words = text.replace("\u3000", " ").replace("\ufeff", " ").replace("ﾠ", " ").split()
    joined = "".join(
        word if i == 0 or not (word[0].isascii() and words[i - 1][-1].isascii()) else " " + word
        for i, word in enumerate(words)
    )
    return joined.strip("*＊").rstrip(":：").strip("*＊").rstrip("_＿")


def is_unit(text: str) -> bool:
    """Whether the text is a unit and nothing else (人, 万元, 元/月, m 2)."""
    return UNIT.fullmatch(unit_word(text)) is not None


def unit_word(text: str) -> str:
    """The unit a cell gives, without white space and the brackets round it: （亩） gives 亩."""
    bare = re.sub(r"\s+", "", text)
    return bare[1:-1] if bare[:1] in ("(", "（") and bare[-1:] in (")", "）") else bare


def is_answered(text: str) -> bool:
    """Whether a line such as 填报日期：2024年3月5日 or 单位：万元 carries its answer already."""
    found = re.match(r"(.{1,12}?)[：:]\s*\S", text.strip())
    return found is not None and purpose_of(found[1], in_line=True) is not Purpose.ASKED


# 　　乡（镇）　　村　　组: an address to be filled in between its levels.
_LEVEL = (
    "(?:省|自治区|市|州|盟|县|区|旗|乡|镇|街道|社区|村|居|村委会|居委会|村民小组|小组|组|屯|队"
    "|路|街|巷|弄|号|栋|幢|楼|单元|层|室)"
)
_PLACE = re.compile(rf"(?:[（(/、]?{_LEVEL}[)）]?)+")


_MONEY = re.compile(
    r"(?:人民币)?[￥¥][\s_＿]*元?|(?:人民币|大写|[：:])?(?:[\s_＿]*[亿万仟千佰百拾十元圆角分整零]){3,}"
)


def is_money_blank(text: str) -> bool:
    """Whether the text is a skeleton for a sum of money: ￥, or 万 仟 佰 拾 元 with room between them."""
    has_room = re.search(r"[ \u3000_＿]", text.strip()) is not None or "￥" in text or "¥" in text
    return has_room and _MONEY.fullmatch(text.strip()) is not None


def is_place_blank(text: str) -> bool:
    """Whether the text holds nothing but the levels of an address with room between them."""
    if re.search(r"[ \u3000_＿]{2,}", text.strip()) is None:
        return False
    levels = re.split(r"[\s_＿]+", text.strip(" \t\n\u3000_＿"))
    is_long = len(levels) > 2 or (len(levels) == 2 and re.match(r"[\s_＿]{2}", text) is not None)
    return is_long and all(_PLACE.fullmatch(level) for level in levels)


def is_date_blank(text: str) -> bool:
    """Whether the text is one or two date skeletons and nothing else (年 月 日 至 年 月 日)."""
    rest, n = DATE_BLANK.subn("", text)
    return n > 0 and not re.sub(r"[\s_＿自从由起至到止—\-~～－ー（）()时分:：、]|始", "", rest)


def is_seal(text: str) -> bool:
    """Whether nothing but seal marks and date skeletons stands in the text."""
    rest, n = SEAL_MARK.subn("", text)
    return n > 0 and (not rest.strip() or is_date_blank(rest))


def is_hint(text: str) -> bool:
    """Whether the whole text is advice in brackets; such a cell is a blank."""
    return HINT.fullmatch(text.strip()) is not None


def is_advice(text: str) -> bool:
    """Whether the text tells how to fill rather than what (请在…打“√”)."""
    return re.match(r"^[（(]?(?:请|注意)(?!假|示|求|领)", squeeze(text)) is not None


_COUNTED_TICK = re.compile(rf"(?:{TICK.pattern})\s*{UNIT.pattern}(?=[，,、；;\s]|$)")  # 同意（ ）票
_NUMBERED = re.compile(r"(?:^|\s)(?:[①-⑳]|[（(]?\d{1,2}[)）.、．])\s*(?=\S)")
_EITHER = re.compile(r"(?:是|有|男|已|能|合格|达标)\s*[/／]\s*(?:否|无|没有|女|未|不能|不合格|未达标)")


def is_choice(text: str) -> bool:
    """Whether the text is a choice without tick boxes: 是（ ）否（ ）, ①砖混 ②砖木, 是/否."""
    if _EITHER.fullmatch(text.strip()) or is_coded_choice(text):
        return True
    if re.search(r"[:：。；;]", text) or BOX.search(text) or _COUNTED_TICK.search(text):
        return False
    pieces = [squeeze(piece) for piece in TICK.split(text)]
    if len(pieces) > 2:
        return all(len(piece) <= 8 for piece in pieces)
    if is_counted_choice(text):
        return True
    entries = [squeeze(piece) for piece in _NUMBERED.split(text)]
    return len(entries) > 2 and not entries[0] and all(0 < len(entry) <= 10 for entry in entries[1:])


# 1男  2女  9未说明的性别  □: the box takes the number of the answer.
_CODED_ENTRY = re.compile(r"(?:^|\s)\d{1,2}[.、．]?\s?(?=[^\d\s□])([^\s□]+(?:\s[A-Z]?型)?)")


def is_coded_choice(text: str) -> bool:
    """Whether the text is a choice of numbered words with a box at the end for the number."""
    is_boxed = re.search(r"\s□[\s□/／]*$", text) is not None
    return is_boxed and len(_CODED_ENTRY.findall(text)) > 1 and re.search("[:：，,。；;]", text) is None


_COUNTED_ENTRY = re.compile(r"(?:^|\s)(\d{1,2})[.、．]?\s?([\u4e00-\u9fff（）()]{1,12})(?=\s|$)")


def is_counted_choice(text: str) -> bool:
    """Whether the text is nothing but words counted from one, with or without a point: 1务工 2经商."""
    entries = _COUNTED_ENTRY.findall(text)
    rest = _COUNTED_ENTRY.sub("", TICK.sub("", text)).strip()
    return len(entries) > 1 and not rest and [int(n) for n, _ in entries] == list(range(1, len(entries) + 1))


def options_in(text: str) -> tuple[str, ...]:
    """The entries behind (or before) the tick boxes, without numbering."""
    if _EITHER.fullmatch(text.strip()):
        entries = re.split(r"[/／]", text)
    elif is_coded_choice(text):
        entries = _CODED_ENTRY.findall(text)
    elif is_counted_choice(text):
        entries = [word for _, word in _COUNTED_ENTRY.findall(TICK.sub("", text))]
    elif BOX.search(text):
        entries = _beside(BOX.split(text))
    elif not TICK.search(text):
        entries = _NUMBERED.split(text)[1:]
    else:
        pieces = TICK.split(text)
        entries = pieces[1:] if not pieces[0].strip() else pieces[:-1]
    tidied = (
        re.sub(r"^\d{1,2}[.、]?", "", tidy(entry.split("\n")[0])).strip("，,；;、/。") for entry in entries
    )
    return tuple(entry for entry in tidied if entry)


def _beside(pieces: list[str]) -> list[str]:
    """What stands before the boxes that part these pieces if nothing follows the last, else what follows."""
    is_before = bool(pieces[0].strip()) and not pieces[-1].strip()
    return pieces[:-1] if is_before else pieces[1:]


def is_value(text: str) -> bool:
    """Whether the text reads as data (digits, a date, an e-mail address), not as a label."""
    squeezed = squeeze(text)
    return bool(squeezed) and _VALUE.match(squeezed) is not None and _PERIOD.match(squeezed) is None


def is_void(text: str) -> bool:
    """Whether a sign says that nothing is to be filled (—, ×, /)."""
    return re.fullmatch(r"[—–－-]{1,4}|[×xX/／]", text.strip()) is not None


def is_year(text: str) -> bool:
    """Whether the text is a bare year (2019), which may head a column."""
    return re.fullmatch(r"(?:19|20)\d{2}", squeeze(text)) is not None


def without_brackets(text: str) -> str:
    """Text without what stands in brackets."""
    return re.sub(r"[（(〔\[【][^（()）〔〕\[\]【】]*[)）〕\]】]", "", text)


def is_prose(text: str) -> bool:
    """
    Whether the text is a sentence rather than a label: a full stop inside, or longer than any label
    seen.
    """
    bare = without_brackets(squeeze(text))
    return len(bare) > 42 or "。" in bare or (len(bare) > 24 and bool(re.search(r"[；;!！]", bare)))


def is_total(text: str) -> bool:
    """Whether the text opens a row of sums (合计, 小计, 面积合计：)."""
    return TOTAL.match(squeeze(text)) is not None


def is_note(text: str) -> bool:
    """Whether the text opens notes (注：, 填表说明)."""
    return NOTE.match(text.strip()) is not None


def unit_in(label: str) -> str | None:
    """
    Unit printed in a label, in brackets or at its end.

    >>> unit_in("面积（亩）"), unit_in("面积m2"), unit_in("姓名")
    ('亩', 'm2', None)
    """
    for inside in reversed(re.findall(r"[（(]\s*(?:单位\s*[:：]\s*)?([^（()）]*?)\s*[)）]", label)):
        if is_unit(inside):
            return re.sub(r"\s+", "", inside)
    found = re.search(r"(㎡|m2|m²|m3|m³)$", re.sub(r"\s+", "", label), re.IGNORECASE)
    return found[1] if found else None


_REMARK = re.compile(r"^(?:备注|附注)")
_SERIAL = re.compile(r"^(?:序号|顺序号|序列号?|序|排序|NO\.?)$", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"签字|签名|签章|盖章|公章|印章|手印|指印|签收|意见(?![和与及或、]?建议)|(?:领导|机关|部门|单位|村委会|居委会)(?:审核|审批|审查)$|^(?:审核|审批|批示|审查|复核|核定)$"
)
_SIGNER = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,8}(?:审核|复核|填报|填表|制表|经办|审批|审查|审定|统计|汇总|录入|登记|调查|报送|核查|核实|校对|监交|接收)(?:人|员|人员|者)"
    r"|[\u4e00-\u9fff]{0,8}(?:负责人|主要领导|分管领导|主管领导|责任人|法定代表人|经手人|制表|审核|填表|主管|校长|书记|主任|队长|网格员|联络员))$"
)
_HEADER = re.compile(
    r"^(?:填报|填表|报送|上报|制表|填写|申报|编报|报告|报出|统计|汇总|打印|登记|填|报)(?:单位|部门|地区|日期|时间|村|乡镇|年月)|^(?:单位名称|单位|日期|时间|年度|乡镇|村名?|电话|联系电话|联系方式)$|^(?:统计|数据)?截[止至](?:日期|时间)"
)


def purpose_of(label: str | None, *, in_line: bool) -> Purpose:
    """
    What a field is there for, by its label.

    in_line: the blank stands in a line of its own above or below the tables (填报单位：… 审核人：…), where
    offices and people who sign are meant rather than asked for.
    """
    text = without_brackets(squeeze(label or ""))
    whole = squeeze(label or "")
    if _REMARK.match(text):
        return Purpose.REMARK
    if _SERIAL.match(text):
        return Purpose.SERIAL
    if in_line and _HEADER.match(text):
        return Purpose.HEADER
    # A seal in brackets asks a card for the name of the office (申请单位（盖章）); a signature is always one.
    is_signed = _SIGNATURE.search(whole if in_line else text) or re.search(r"签字|签名|签章", whole)
    is_signer = in_line and _SIGNER.match(text)
    return Purpose.SIGNATURE if is_signed or is_signer else Purpose.ASKED
