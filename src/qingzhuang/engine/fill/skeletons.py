"""Blanks inside printed text: 填报单位：____, date skeletons, a unit that stands alone, tick boxes."""

import re

_BLANK = r"[\s_＿　]"
_SKELETON = re.compile(
    rf"(?P<lead>{_BLANK}*)(?P<year>(?:20)?{_BLANK}*)年{_BLANK}*(?:月{_BLANK}*(?:日{_BLANK}*)?)?"
)
_ONLY_SKELETON = re.compile(rf"{_BLANK}*(?:20)?{_BLANK}*年{_BLANK}*月{_BLANK}*(?:日)?{_BLANK}*")
_SEAL = ("（盖章", "(盖章", "（公章", "(公章", "（签章", "(签章", "（章", "(章")
_WORD = r"[\u4e00-\u9fff]{2,8}"  # a label before its own underscores: 性别____
_ISO = re.compile(r"\d{4}(-\d\d){0,2}")
_UNITS = "元|万元|亩|公顷|平方米|㎡|m2|m²|人|户|岁|间|层|个|次|年|月|千克|公斤|头|只|%"
_ONLY_UNIT = re.compile(rf"{_BLANK}*[（(]?(?P<unit>{_UNITS})[）)]?{_BLANK}*")


def is_blank_text(text: str) -> bool:
    """Whether a cell still waits for an answer: empty, underscores, a date skeleton, or only a unit."""
    return (
        is_empty(text) or _ONLY_SKELETON.fullmatch(text) is not None or _ONLY_UNIT.fullmatch(text) is not None
    )


def is_empty(text: str) -> bool:
    """Whether a cell holds nothing but blanks and underscores."""
    return re.fullmatch(rf"{_BLANK}*", text) is not None


def into_blank(printed: str, value: str) -> str:
    """
    The cell's new text: a unit that stands alone stays behind the value, a date skeleton becomes the date.

    value: as it should read (1990年3月7日, 120).
    """
    if _ONLY_SKELETON.fullmatch(printed) is not None and _ISO.fullmatch(value):
        return chinese_day(value if "日" in printed else value[:7])
    unit = _ONLY_UNIT.fullmatch(printed)
    if unit is None or value.endswith(unit.group("unit")):
        return value
    return value + unit.group("unit")


def after_label(text: str, *, label: str, value: str, start: int = 0) -> tuple[str, int] | None:
    """
    Text with the value put into the blank behind a label, and the place after it; None without such a blank.

    A seal hint between label and colon stays (填报单位（盖章）：), so does all that follows the blank.
    A year-month-day skeleton behind the label gives way to the value.
    """
    behind = end_of_label(text, label, start)
    if behind is None:
        return None
    rest = text[behind:]
    skeleton = _SKELETON.match(rest)
    if skeleton is not None:
        taken, tail = skeleton.end(), _gap_before(rest[skeleton.end() :], skeleton.group())
    else:
        taken = len(rest) - len(rest.lstrip(" _＿　\t\xa0"))
        tail = _gap_before(rest[taken:], rest[:taken])
        if rest[taken:].startswith(_SEAL):
            taken, tail = 0, ""  # the seal stands behind the colon: the name goes between them
        elif taken == 0 and rest and not rest[0].isspace():
            return None
    filled = text[:behind] + value
    return filled + tail + rest[taken:], len(filled)


def end_of_label(text: str, label: str, start: int = 0) -> int | None:
    """
    Where a label ends that stands in text from `start` on, its seal hint and colon too; None if it does not.

    A label that stands alone goes before one that ends a longer word (姓名 in 审核人姓名).
    """
    # Underscores belong to the label only before its colon; elsewhere they are the blank: 姓名______性别____
    pattern = rf"{_stretched(label)}\s*(?:[（(][^（）()]*[）)])?(?:{_BLANK}*[:：]|[\s　]*)"
    alone = re.compile(rf"(?<![\u4e00-\u9fff]){pattern}").search(text, start)
    found = alone or re.compile(pattern).search(text, start)
    return None if found is None else found.end()


def holds_blank(text: str) -> bool:
    """Whether a text has room left for an answer: underscores, an open bracket, a bare 年 月."""
    return re.search(rf"[_＿]{{2}}|[（(\[]{_BLANK}+[)）\]]|年{_BLANK}+月", text) is not None


def is_waiting(text: str, label: str, start: int = 0) -> bool:
    """Whether no words stand behind a label: nothing, underscores, blanks, a skeleton or a bracket."""
    behind = end_of_label(text, label, start)
    rest = text if behind is None else text[behind:]
    return behind is None or not rest or re.match(rf"{_BLANK}|[（(\[]|年", rest) is not None


def chinese_day(day: str) -> str:
    """2025-12-31 → 2025年12月31日, with as much of it as is known."""
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    text = f"{year}年"
    if month:
        text += f"{int(month)}月"
    return text + f"{int(number)}日" if number else text


def _gap_before(following: str, removed: str) -> str:
    """Two blanks keep the next label apart where those that parted them were used up; a unit stays close."""
    is_label = re.search(rf"[:：]|^{_WORD}[_＿]{{2}}", following) is not None
    return "  " if is_label and removed and not following[0].isspace() else ""


def _stretched(label: str) -> str:
    """A pattern for a label whose characters may be stretched apart by spaces (单  位)."""
    letters = [re.escape(letter) for letter in label if not letter.isspace() and letter not in ":：_＿"]
    return r"[\s　]*".join(letters)
