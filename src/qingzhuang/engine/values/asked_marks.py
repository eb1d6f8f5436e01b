"""How a label wants yes and no, and whether it wants a code instead of a word."""

import re
from functools import lru_cache

from qingzhuang.engine.values.codes import find
from qingzhuang.engine.values.date_styles import flatten
from qingzhuang.engine.values.domain import CodeEntry, CodeList

_QUOTE = "[“”\"'‘’「」]?"
_TOLD = re.compile(
    rf"(?:是|有|享受|参加)(?:的|则|请)?(?:填写?|写|为|=|:|打|用|选|划|画){_QUOTE}(?P<yes>[^“”\"'‘’,，;；、。()]{{1,2}}?){_QUOTE}"
    rf"[,;、。/.]*(?:否|无|不是|没有|未享受|不享受|未参加)(?:则|的|请)?(?:填写?|写|为|=|:|打|用|选|划|画){_QUOTE}"
    rf"(?P<no>[^“”\"'‘’,，;；、。()]{{1,2}}?)(?=$|{_QUOTE}[)\],;。、”\"'’])"
)
_NUMBERED = re.compile(r"(?P<yes>\d)[.=:、\-]?(?:是|有)[,;、/]*(?P<no>\d)[.=:、\-]?(?:否|无)")
_NUMBERED_NO_FIRST = re.compile(r"(?P<no>\d)[.=:、\-]?(?:否|无)[,;、/]*(?P<yes>\d)[.=:、\-]?(?:是|有)")
_NUMBER_BEHIND = re.compile(r"(?:是|有)(?P<yes>\d)[,;、/]*(?:否|无)(?P<no>\d)")
_TICK = re.compile(r"[打划画用以填]?[“\"'‘]?[√✓✔][”\"'’]?|[打划画][勾钩]|勾选|对[勾号]")
_CROSS = re.compile(r"[×✗✘]|打叉|(?<![a-z])x(?![a-z])")
_HAVE = re.compile(r"有无|有/无|有、无|有或无|\(有无\)")
_YES_NO_LETTERS = re.compile(r"y/n|\(y,n\)|yes/no")
_ONE_ZERO = re.compile(r"(?<!\d)1/0(?!\d)|(?<!\d)0/1(?!\d)")

_TOLD_BY = (_TOLD, _NUMBER_BEHIND, _NUMBERED, _NUMBERED_NO_FIRST)

Words = tuple[str, str]


@lru_cache(maxsize=2048)
def read_words(label: str) -> Words:
    """
    What the label wants for yes and for no; 是 and 否 if it says nothing else. "" for no: left blank.
    R-VAL-130.

    是填1，否填0 → 1, 0; 打“√” → √ and blank; 是打√否打× → √, ×; 有无… → 有, 无; Y/N → Y, N.
    """
    text = flatten(label)
    found = next((hit for told in _TOLD_BY if (hit := told.search(text))), None)
    if found is not None:
        return found["yes"].upper(), found["no"].upper()
    if _TICK.search(text):
        return ("√", "×") if _CROSS.search(text) else ("√", "")
    if _YES_NO_LETTERS.search(text):
        return "Y", "N"
    if _ONE_ZERO.search(text):
        return "1", "0"
    return ("有", "无") if _HAVE.search(text) else ("是", "否")


_SAMPLE_WORDS: dict[str, Words] = {
    "√": ("√", ""),
    "✓": ("√", ""),
    "有": ("有", "无"),
    "无": ("有", "无"),
    "×": ("√", "×"),
}


def words_of_sample(sample: str) -> Words | None:
    """The marks a printed sample row shows (√, 有); None if it shows none of them. Rule R-VAL-134."""
    return _SAMPLE_WORDS.get(flatten(sample))


_ASKS_CODE = re.compile(r"(?:代码|编码|代号)|填(?:写)?(?:序号|编号|数字|选项号)")
_NOT_CODE = re.compile(r"(?:代码|编码|代号)(?:名称|对应)|(?:不|勿|免)填代码")
_LEGEND = re.compile(r"(\d{1,2})[.=:、\-—)]*([^\d.=:、,，;；/()\[\]\-—]{1,12})")
_JOINED = re.compile(r"(\d{1,3})([-—.、:])([^\d.=:、,，;；/()\[\]\-—…等]{1,12})")


@lru_cache(maxsize=2048)
def asks_for_code(label: str) -> bool:
    """Whether the label wants the code of a list, not the word: 民族代码, 学历（填代码）. Rule R-VAL-131."""
    text = flatten(label)
    return _ASKS_CODE.search(text) is not None and _NOT_CODE.search(text) is None


def legend_code(label: str, entry: CodeEntry, code_list: CodeList) -> str | None:
    """
    The number that the label itself gives an entry: `性别（1.男 2.女）` gives 1 for 男; None if it
    numbers nothing.

    At least two numbered words must be entries of the list. Rule R-VAL-132.
    """
    text = flatten(label)
    numbered = [(number, find(code_list, word)) for number, word in _LEGEND.findall(text)]
    known = [(number, found) for number, found in numbered if found is not None]
    if len({number for number, _ in known}) < 2:
        return None
    return next((number for number, found in known if found is entry), None)


def is_legend(label: str, code_list: CodeList) -> bool:
    """Whether the label numbers at least two entries of the list itself. Rule R-VAL-132."""
    words = [find(code_list, word) for _, word in _LEGEND.findall(flatten(label))]
    return sum(word is not None for word in words) > 1


def joined_joint(label: str, code_list: CodeList) -> str | None:
    """
    The sign between code and word where the label shows one example of both (如01-汉族); else None.
    R-VAL-133.
    """
    for code, joint, word in _JOINED.findall(flatten(label)):
        found = find(code_list, word)
        if found is not None and found.code.lstrip("0") == code.lstrip("0"):
            return str(joint)
    return None


def is_code(sample: str, code_list: CodeList) -> bool:
    """Whether a printed sample is a bare code of the list (01), so that codes are wanted. Rule R-VAL-134."""
    return any(entry.code == sample.strip() for entry in code_list.entries)
