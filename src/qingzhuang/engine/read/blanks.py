"""
Blanks inside the text of one cell or paragraph: `姓名：____ 电话：____`, `年 月 日`, `耕地 亩，林地
亩`, `□是 □否`.
"""

import re
from dataclasses import dataclass

from qingzhuang.engine.read import words
from qingzhuang.engine.read.marks import BOX, END, Mark, marks_in
from qingzhuang.engine.read.sentences import (
    event_behind,
    introduces,
    is_office,
    label_behind,
    name_behind,
    sentence_label,
)

_UNIT_AFTER = re.compile(rf"\s*({words.UNIT.pattern}){END}", re.IGNORECASE)
_DATE_NEXT = re.compile(rf"\s*(?:{words.DATE_BLANK.pattern})")
_CLAUSE = re.compile(r"[，,；;。！!？?\n\t]|\s{2,}|\u3000")
# What joins a label to its sentence: 获得补助, 其中男, 和抚恤金.
_VERB = re.compile(r"^(?:(?:获得|共有|占|和(?![谐睦平]))(?=[\u4e00-\u9fff]{2})|其中(?=[\u4e00-\u9fff]))")
_SIGN_TOKEN = re.compile(r"^(?:[（(]|签字|签名|签章|盖章)")
_NO_BLANK = {"例如", "如", "例", "单位", "计量单位", "金额单位", "面积单位"}  # 单位：万元 states a unit
_JOINING = {
    "至",
    "到",
    "自",
    "从",
    "于",
    "有",
    "和",
    "与",
    "共有",
}  # words before a blank that do not name it
_LEVELS = frozenset("省 市 县 区 镇 乡 街道 社区 村 组 村民小组 小组 号".split())
_IN_SENTENCES = ("line", "bracket", "gap", "date")
_NO_PARENT = {"其中", "注", "说明", "如下", "备注", "例如", "如"}


@dataclass(frozen=True, slots=True)
class Blank:
    """
    One blank in a text. parents: labels in the text that stand above it (家庭情况：人口__人 → 家庭情况).

    is_date: a date skeleton. is_closing: the blank is what follows the closing colon of the whole text.
    """

    label: str | None
    parents: tuple[str, ...] = ()
    unit: str | None = None
    options: tuple[str, ...] = ()
    is_date: bool = False
    is_closing: bool = False


def blanks_in(text: str) -> tuple[Blank, ...]:
    """
    The blanks in a text, in reading order; () if there is none.

    >>> [b.label for b in blanks_in("填报人：        电话：        ")]
    ['填报人', '电话']
    >>> [(b.parents, b.label, b.unit) for b in blanks_in("土地：耕地 亩，林地 亩。")]
    [(('土地',), '耕地', '亩'), (('土地',), '林地', '亩')]
    """
    found: list[Blank] = []
    lead: tuple[str, ...] = ()
    start = 0
    for mark in marks_in(text):
        before = text[start : mark.start]
        parents, label = _label_of(before, is_named=mark.is_named)
        if start == 0 or not found:
            lead = parents or lead
        blank, start = _blank(text, mark, label=label, parents=lead)
        is_stated = blank.unit is not None and label in _NO_BLANK
        is_rest = bool(found) and found[-1].label is None and is_office(before)  # ____民政局：
        leads_on = mark.kind == "colon" and (is_rest or introduces(before))
        if not (is_stated or leads_on or _is_label_broken_over_lines(text, mark, label)):
            found.append(blank)
    return tuple(found)


def _blank(text: str, mark: Mark, *, label: str | None, parents: tuple[str, ...]) -> tuple[Blank, int]:
    """The blank at a mark, and where the text behind it starts."""
    has_unit = mark.kind not in ("date", "options") and not _DATE_NEXT.match(text, mark.end)
    unit = _UNIT_AFTER.match(text, mark.end) if has_unit else None
    measured, end = (unit[1], unit.end()) if unit else ("", mark.end)
    if (mark.kind in _IN_SENTENCES and not mark.is_named) or (label or "").startswith("兹"):
        label = sentence_label(label) if label else None
        behind = label_behind(text, mark.end, before=label or "") if has_unit and not unit else None
        label = None if label in _LEVELS else label  # ____村____组: the word behind the last blank
        if behind:
            label, measured, end = behind
        told = name_behind(text, end) if mark.kind == "line" and label is None else None
        label, end = told or (label, end)
    first = _words_before_box(text, mark)
    label = None if first else label
    if mark.kind == "date" and label is None:
        label = event_behind(text, mark.end)
    blank = Blank(
        label=label,
        parents=tuple(p for p in parents if p != label),
        unit=re.sub(r"\s+", "", measured) or None,
        options=words.options_in(first + text[mark.start : mark.end]) if mark.kind == "options" else (),
        is_date=mark.kind == "date",
        is_closing=mark.kind == "colon" and not text[mark.end :].strip(),
    )
    return blank, end


def _words_before_box(text: str, mark: Mark) -> str:
    """
    The words that the first box of a choice stands behind (包吃□ 包住□; 1无 2有 □), or "" where words
    follow boxes.
    """
    if mark.kind == "options" and words.is_coded_choice(text[: mark.start + 1]):
        return text[: mark.start]
    if mark.kind != "options" or words.BOX.split(text[mark.start : mark.end])[-1].strip():
        return ""
    found = re.search(r"[^\s：:，,；;。□]{1,12}$", text[: mark.start])
    has_words = re.search(rf"{BOX}\s*[\u4e00-\u9fff]", text[mark.start : mark.end]) is not None
    return found[0] if found and has_words else ""


def _is_label_broken_over_lines(text: str, mark: Mark, label: str | None) -> bool:
    """Whether the "gap" before a unit word is only a line break in a label (法定代表 人, 姓 名)."""
    if mark.kind != "gap" or re.search(r"[，,；;。：:]", text):
        return False
    if len(label or "") < 2:
        return True
    if re.search(r"\s{2,}", text[mark.start : mark.end]):
        return False
    unit = _UNIT_AFTER.match(text, mark.end)
    is_word_end = unit is not None and unit[1] in "人名户家位口日年月期层级组条件分次度本处间元份区"
    is_counted = re.search(r"(?:[数口力计共有中额积限]|待遇|时间)$", label or "") is not None
    return is_word_end and not is_counted


def _label_of(segment: str, *, is_named: bool) -> tuple[tuple[str, ...], str | None]:
    """
    (parents, label) from the text before a blank: the last words before it, prefixes with a colon as
    parents. is_named: a colon stands between them, so that the words are a label and no sentence.
    """
    pieces = re.split(r"[：:]", segment)
    prefixes = tuple(_last_words(piece) for piece in pieces[:-1])
    label = _last_words(pieces[-1]) if is_named else _without_verbs(_last_words(pieces[-1]))
    parents = tuple(p for p in prefixes if p and p not in _NO_PARENT and not words.is_prose(p))
    return parents, label if label and label not in _JOINING else None


def _last_words(text: str) -> str:
    """
    The label at the end of a text: after the last clause mark, without seal marks, openers and verbs of
    filling.
    """
    clause = _CLAUSE.split(_after_open_bracket(text.rstrip().rstrip("？?")))[-1]
    clause = re.sub(rf"^(?:\s*{words.SEAL_MARK.pattern})+\s*(?=\S)", "", clause)
    tokens = _joined_letters(clause.split())
    while len(tokens) > 1 and _SIGN_TOKEN.match(tokens[-1]):
        tokens[-2:] = [tokens[-2] + tokens[-1]]
    label = tokens[-1] if tokens else ""
    label = re.sub(r"^[①-⑳\-—、.．)）\]】〕]+", "", label)
    if words.SEAL_MARK.fullmatch(label):
        return ""
    return words.tidy(re.sub(r"(?<=[\u4e00-\u9fff]{2})(?:约|(?<![行作认])为|是)$", "", label))


def _without_verbs(label: str) -> str:
    return _VERB.sub("", label)


def _after_open_bracket(text: str) -> str:
    """Text behind the last bracket that is not closed."""
    depth = 0
    for i in range(len(text) - 1, -1, -1):
        if text[i] in ")）〕】]":
            depth += 1
        elif text[i] in "(（〔【[":
            if depth == 0:
                return text[i + 1 :]
            depth -= 1
    return text


def _joined_letters(tokens: list[str]) -> list[str]:
    """Stretched words closed up: ['联', '系', '人'] → ['联系人']; longer words stay apart."""
    joined: list[str] = []
    was_letter = False
    for token in tokens:
        is_letter = len(token) == 1 and "\u4e00" <= token <= "\u9fff"
        if is_letter and was_letter:
            joined[-1] += token
        else:
            joined.append(token)
        was_letter = is_letter
    return joined
