"""
Blanks inside the text of one cell or paragraph: `姓名：____ 电话：____`, `年 月 日`, `耕地 亩，林地
亩`, `□是 □否`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qingzhuang.engine.read import words

_BOX = words.BOX.pattern
_END = r"(?=$|[，,；;。、()（）】〕\]\s])"
_NEXT_LABEL = r"\s+(?=[^\s：:，,；;。□]{1,24}(?:[ \u3000][^\s：:，,；;。□]{1,8})?\s?[：:])"
_SEAL_BEHIND = (
    r"\s*(?=[（(][^（()）]{0,12}(?:章|签\s*字|签\s*名)[^（()）]{0,3}[)）])"
    r"|\s+(?=[^\s：:]{0,16}(?:盖章|签字|签名|签章|公章))"
)
_COLON = re.compile(
    rf"\s*[：:](?:\s*(?=$|[，,；;。、)）】〕\]]|[_＿]{{2,}}|{_BOX}|[（(]\s*[)）])"
    rf"|\s*(?={words.UNIT.pattern}{_END})|\s*(?={words.DATE_BLANK.pattern})"
    rf"|[ \u3000]*\n\s*|{_NEXT_LABEL}|{_SEAL_BEHIND}|[\s\u3000]{{2,}})",
    re.IGNORECASE,
)
# Lines above and below tables ask for these even where a name is printed already
# (填报单位：县教育局（盖章）).
_OFFICE_COLON = re.compile(r"(?:填报|填表|报送|制表|上报)(?:单位|部门)\s*(?:[（(][^（()）]*[)）])?\s*[：:]")
_UNDERLINE = re.compile(r"[_＿]{2,}|(?<=\s)[_＿](?=\s)")
_BRACKET = re.compile(r"[（(][\s\u3000]*[)）]")
_GAP = re.compile(rf"(?<=[\u4e00-\u9fff）)㎡\d])(?:\s+0)?\s+(?={words.UNIT.pattern}{_END})", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:(?<=签[字名章][)）])|(?<=签[字名章]))(?:\s{3,}|\s+(?=[\s_＿]*年[\s_＿]*月))"
    r"|(?<=[人员长任])\s{4,}(?=[\u4e00-\u9fff]{2,8}[：:])"
)
_ENDING = re.compile(r"(?<=属于|位于)\s*$|(?<=安排到)\s+")
_OPTIONS = re.compile(
    rf"{_BOX}(?:(?!(?<=\s)(?!其中)[^\s□：:（(]{{1,12}}[：:]|[；;]|[（(]\s*(?:盖\s*章|公\s*章|签\s*字))[\s\S])*"
)
_UNIT_AFTER = re.compile(rf"\s*({words.UNIT.pattern}){_END}", re.IGNORECASE)
_DATE_NEXT = re.compile(rf"\s*(?:{words.DATE_BLANK.pattern})")
_CLAUSE = re.compile(r"[，,；;。！!？?\n\t]|\s{2,}|\u3000")
_SIGN_TOKEN = re.compile(r"^(?:[（(]|签字|签名|签章|盖章)")
_DATED = re.compile(
    r"(?:时\s*间|日\s*期|期\s*限|年\s*月|期\s*间|生\s*日|截\s*[止至]|月\s*份|年\s*度|季\s*度)(?:[（(][^（()）]*[)）])?\s*$"
)
_NO_BLANK = {"例如", "如", "例", "单位"}  # 单位：万元 states a unit
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


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str


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
    for mark in _marks(text):
        parents, label = _label_of(text[start : mark.start])
        if start == 0 or not found:
            lead = parents or lead
        blank, start = _blank(text, mark, label=label, parents=lead)
        is_stated = (blank.unit is not None and label in _NO_BLANK) or (label or "").endswith("如下")
        if not is_stated and not _is_label_broken_over_lines(text, mark, label):
            found.append(blank)
    return tuple(found)


def _blank(text: str, mark: _Mark, *, label: str | None, parents: tuple[str, ...]) -> tuple[Blank, int]:
    """The blank at a mark, and where the text behind it starts."""
    has_unit = mark.kind not in ("date", "options") and not _DATE_NEXT.match(text, mark.end)
    unit = _UNIT_AFTER.match(text, mark.end) if has_unit else None
    end = unit.end() if unit else mark.end
    blank = Blank(
        label=label,
        parents=tuple(p for p in parents if p != label),
        unit=re.sub(r"\s+", "", unit[1]) if unit else None,
        options=words.options_in(text[mark.start : mark.end]) if mark.kind == "options" else (),
        is_date=mark.kind == "date",
        is_closing=mark.kind == "colon" and not text[mark.end :].strip(),
    )
    return blank, end


def _marks(text: str) -> list[_Mark]:
    """Marks of blanks in order; what directly follows a colon blank (a date, an underline) belongs to it."""
    merged: list[_Mark] = []
    for mark in sorted(_raw_marks(text), key=lambda m: (m.start, -m.end)):
        last = merged[-1] if merged else None
        if last is None or mark.start >= last.end:
            if last is not None and _is_same_blank(text, last, mark):
                merged[-1] = mark if last.kind == "gap" else replace(mark, start=last.start)
            else:
                merged.append(mark)
    return merged


def _is_same_blank(text: str, last: _Mark, mark: _Mark) -> bool:
    """
    Whether a mark goes on with the blank of the one before it.

    A date after a colon is the answer of a label that asks for a date; after 负责人： it is a blank of
    its own.
    """
    if text[last.end : mark.start].strip():
        return False
    if mark.kind == "date":
        return last.kind == "gap" or (last.kind == "colon" and _DATED.search(text[: last.start]) is not None)
    return (last.kind == "colon" and mark.kind != "colon") or (mark.kind == last.kind == "line")


def _raw_marks(text: str) -> Iterator[_Mark]:
    boxes = [_Mark(m.start(), m.end(), "options") for m in _OPTIONS.finditer(text)]
    yield from boxes
    kinds = (
        (_COLON, "colon"),
        (_OFFICE_COLON, "office"),
        (words.DATE_BLANK, "date"),
        (_UNDERLINE, "line"),
        (_BRACKET, "bracket"),
        (_SIGNED, "signed"),
        (_GAP, "gap"),
        (_ENDING, "ending"),
    )
    for pattern, kind in kinds:
        for found in pattern.finditer(text):
            start = found.start()
            if kind == "office":
                start, kind_told = found.end() - 1, "colon"
            else:
                kind_told = kind
            if kind != "date" or not _is_part_of_word(text, found):
                yield _Mark(start, found.end(), kind_told)


def _is_part_of_word(text: str, found: re.Match[str]) -> bool:
    """Whether 年月 belongs to a word (出生年月) or has no room for a number (2014年月)."""
    has_room = re.search(r"[\s_＿]", found[0]) is not None
    return not has_room and text.strip() != found[0]


def _is_label_broken_over_lines(text: str, mark: _Mark, label: str | None) -> bool:
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


def _label_of(segment: str) -> tuple[tuple[str, ...], str | None]:
    """
    (parents, label) from the text before a blank: the last words before it, prefixes with a colon as
    parents.
    """
    pieces = re.split(r"[：:]", segment)
    prefixes = tuple(_last_words(piece) for piece in pieces[:-1])
    label = _last_words(pieces[-1])
    parents = tuple(p for p in prefixes if p and p not in _NO_PARENT and not words.is_prose(p))
    return parents, label if label and label not in _JOINING else None


def _last_words(text: str) -> str:
    """
    The label at the end of a text: after the last clause mark, without seal marks, openers and verbs of
    filling.
    """
    clause = _CLAUSE.split(_after_open_bracket(text.rstrip()))[-1]
    clause = re.sub(rf"^(?:\s*{words.SEAL_MARK.pattern})+\s*(?=\S)", "", clause)
    tokens = _joined_letters(clause.split())
    while len(tokens) > 1 and _SIGN_TOKEN.match(tokens[-1]):
        tokens[-2:] = [tokens[-2] + tokens[-1]]
    label = tokens[-1] if tokens else ""
    label = re.sub(r"^[①-⑳\-—、.．)）\]】〕]+", "", label)
    if words.SEAL_MARK.fullmatch(label):
        return ""
    label = re.sub(r"(?<=[\u4e00-\u9fff]{2})(?:约|(?<![行作认])为|是)$", "", label)
    return re.sub(r"^(?:获得|共有|占|其中)(?=[\u4e00-\u9fff]{2})", "", words.tidy(label)) if label else ""


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
