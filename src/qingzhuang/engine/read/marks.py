"""Where in a text the marks of blanks stand: colons with room behind, underlines, brackets, boxes, days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qingzhuang.engine.read import words

BOX = words.BOX.pattern
END = r"(?=$|[，,；;。、()（）】〕\]\s/／和])"
_NEXT_LABEL = r"\s+(?=[^\s：:，,；;。□]{1,24}(?:[ \u3000][^\s：:，,；;。□]{1,8})?\s?[：:])"
_SEAL_BEHIND = (
    r"\s*(?=[（(][^（()）]{0,12}(?:章|签\s*字|签\s*名)[^（()）]{0,3}[)）])"
    r"|\s+(?=[^\s：:]{0,16}(?:盖章|签字|签名|签章|公章))"
)
_PLACEHOLDER = r"(?:某{2,}|[×xXＸ*＊]{2,})(?![A-Za-z0-9])"  # 联系人：某某某
_COLON = re.compile(
    rf"\s*[：:](?:\s*(?=$|[，,；;。、)）】〕\]]|[_＿]{{2,}}|{BOX}|[（(]\s*[)）]|[〔【\[]\s*[〕】\]]|{_PLACEHOLDER})"
    rf"|\s*(?={words.UNIT.pattern}{END})|\s*(?={words.DATE_BLANK.pattern})"
    rf"|[ \u3000]*\n\s*|{_NEXT_LABEL}|{_SEAL_BEHIND}|[\s\u3000]{{2,}})",
    re.IGNORECASE,
)
# Lines above and below tables ask for these even where a name is printed already
# (填报单位：县教育局（盖章）).
_OFFICE_COLON = re.compile(r"(?:填报|填表|报送|制表|上报)(?:单位|部门)\s*(?:[（(][^（()）]*[)）])?\s*[：:]")
_UNDERLINE = re.compile(r"[_＿]{2,}|(?<=\s)[_＿](?=\s)")
_STANDS_FOR = re.compile(r"(?:(?<=[，,；;。、：:\s])|^)[×xXＸ]{2,}(?=[，,；;。、\s]|$)")  # XXX，身份证号：XXX
# Empty brackets, or such as hold a unit behind room to write: （    ㎡）.
_BRACKET = re.compile(rf"[（(]\s*[)）]|[（(]\s{{2,}}(?={words.UNIT.pattern}\s*[)）])", re.IGNORECASE)
_GAP = re.compile(rf"(?<=[\u4e00-\u9fff）)㎡\d])(?:\s+[0０])?\s+(?={words.UNIT.pattern}{END})", re.IGNORECASE)
_COUNTED_GAP = re.compile(rf"(?<=[共有约计])\s{{2,}}(?={words.UNIT.pattern})", re.IGNORECASE)
# Room before a unit where no word names it: □有  套，   平方米;      ml/     kw.
_ROOM = re.compile(rf"(?:^|(?<=[，,、；;/／]))\s{{2,}}(?={words.UNIT.pattern}{END})", re.IGNORECASE)
# Room behind short words of one line that ends in a unit: 长      宽      高      mm.
_MEASURE = re.compile(
    r"(?:[\u4e00-\u9fff]{1,4}[ \u3000]{3,})+(?:mm|cm|m|km|kg|㎡|m2|[片吨瓦])\s*", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:(?<=签[字名章][)）])|(?<=签[字名章]))(?:\s{3,}|\s+(?=[\s_＿]*年[\s_＿]*月))"
    r"|(?<=[人员长任])\s{4,}(?=[\u4e00-\u9fff]{2,8}[：:])"
)
_ENDING = re.compile(r"(?<=属于|位于)\s*$|(?<=安排到)\s+")
_OPTIONS = re.compile(
    rf"{BOX}(?:(?![ \u3000]{{2,}}{words.UNIT.pattern}{END}"
    rf"|[，,。](?=[^\s□：:，,（(]{{2,12}}[：:])|(?<=\s)(?!其中)[^\s□：:（(]{{1,12}}[：:]|[；;]|[（(]\s*(?:盖\s*章|公\s*章|签\s*字))[\s\S])*"
)
_DATED = re.compile(
    r"(?:时\s*间|日\s*期|期\s*限|年\s*月|期\s*间|生\s*日|截\s*[止至]|有效期[至限]?|月\s*份|年\s*度|季\s*度)(?:[（(][^（()）]*[)）])?\s*$"
)
_ROOMS = ("gap", "room")


@dataclass(frozen=True, slots=True)
class Mark:
    """
    A place in a text that shows a blank, from start to end (not included).

    kind: colon, line, bracket, options, date, gap, room, signed or ending. is_named: behind a colon.
    """

    start: int
    end: int
    kind: str
    is_named: bool = False


def marks_in(text: str) -> list[Mark]:
    """The marks of blanks in order; what directly follows a colon (a date, an underline) belongs to it."""
    merged: list[Mark] = []
    for mark in sorted(_raw_marks(text), key=lambda m: (m.start, -m.end)):
        last = merged[-1] if merged else None
        if last is None or mark.start >= last.end:
            if last is not None and _is_same_blank(text, last, mark):
                is_room = last.kind in _ROOMS
                merged[-1] = mark if is_room else replace(mark, start=last.start, is_named=last.is_named)
            else:
                merged.append(mark)
    return merged


def _is_same_blank(text: str, last: Mark, mark: Mark) -> bool:
    """
    Whether a mark goes on with the blank of the one before it.

    A date after a colon is the answer of a label that asks for a date; after 负责人： it is a blank of
    its own.
    """
    between = text[last.end : mark.start].strip()
    if mark.kind == "signed" and last.kind == "colon" and words.SEAL_MARK.fullmatch(between):
        return True  # 负责人：（签字）
    if between:
        return False
    if mark.kind == "date":
        is_dated = last.kind == "colon" and _DATED.search(text[: last.start]) is not None
        return last.kind in _ROOMS or is_dated
    if mark.kind == "colon":  # ________： an addressee to be written before the colon
        return last.kind == "line" and not text[mark.end :].strip()
    return last.kind == "colon" or (mark.kind == last.kind == "line")


def _raw_marks(text: str) -> Iterator[Mark]:
    yield from (Mark(m.start(), m.end(), "options") for m in _OPTIONS.finditer(text))
    if _MEASURE.fullmatch(text):
        rooms = re.finditer(r"(?<=[\u4e00-\u9fff])[ \u3000]{3,}", text)
        yield from (Mark(m.start(), m.end(), "room") for m in rooms)
    kinds = (
        (_COLON, "colon"),
        (_OFFICE_COLON, "office"),
        (words.DATE_BLANK, "date"),
        (_UNDERLINE, "line"),
        (_STANDS_FOR, "line"),
        (_BRACKET, "bracket"),
        (_SIGNED, "signed"),
        (_GAP, "gap"),
        (_COUNTED_GAP, "gap"),
        (_ROOM, "room"),
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
                yield Mark(start, found.end(), kind_told, is_named=kind_told == "colon")


def _is_part_of_word(text: str, found: re.Match[str]) -> bool:
    """Whether 年月 belongs to a word (出生年月) or has no room for a number (2014年月)."""
    has_room = re.search(r"[\s_＿×xXＸ*＊]", found[0]) is not None
    return not has_room and text.strip() != found[0]
