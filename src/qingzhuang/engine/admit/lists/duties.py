"""The county's own file as lines of the three lists, and what its lists are called. R-LST-01 to R-LST-03."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.lists.days import day_of
from qingzhuang.engine.admit.lists.domain import PRINTED, USUAL_NAMES, DutyLine
from qingzhuang.engine.admit.lists.sheets import HeadedSheet, Heading, SheetLine, headed_sheets
from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.lists import ListsCode
from qingzhuang.engine.values.text import normalise_label

HEADINGS = {
    "name": Heading(
        (
            "事项",
            "事项名称",
            "工作事项",
            "清单事项",
            "具体事项",
            "工作事项名称",
            "事项内容",
            "工作内容",
            "名称",
        ),
        is_needed=True,
    ),
    "list": Heading(("清单", "清单类别", "清单名称", "所属清单", "类别", "事项类别", "类型", "清单类型")),
    "category": Heading(("分类", "领域", "大类", "一级分类", "工作类别", "事项分类", "板块", "条线")),
    "number": Heading(("序号", "编号", "号", "项")),
    "department": Heading(
        (
            "责任部门",
            "牵头部门",
            "责任单位",
            "主管部门",
            "对应部门",
            "牵头单位",
            "县级部门",
            "部门",
            "职能部门",
        )
    ),
    "basis": Heading(
        ("依据", "政策依据", "法律依据", "设定依据", "文号", "文件依据", "依据文号", "法律法规依据")
    ),
    "clause": Heading(("条款", "依据条款", "具体条款")),
    "support": Heading(
        (
            "支持",
            "赋能方式",
            "支持方式",
            "赋能措施",
            "支持措施",
            "配套支持",
            "部门支持",
            "赋能",
            "保障措施",
            "配套",
        )
    ),
    "forms": Heading(
        ("附带表账", "表账", "附带报表", "附带台账", "表册", "涉及表账", "报表台账", "台账报表", "表格")
    ),
    "until": Heading(("有效期至", "有效期", "截止日期", "有效期限", "到期日期", "失效日期")),
}
_FILLED_DOWN = frozenset({"list", "category"})

# How counties call their lists (FIELD.md §1, §2.4: 荆门、甘肃、乡镇履职清单), the telling words; the order
# matters: 不应承担 holds 应, 应做但需赋能 holds 应做.
_CLASS_WORDS = (
    (ListClass.NOT_OURS, re.compile("不应|不做|不承担|不得|负面|收回|禁止|禁入|不予|取消")),
    (ListClass.SUPPORT, re.compile("协助|配合|赋能|协同|支持事项|代办")),
    (ListClass.DUTY, re.compile("履职|履责|职责|也能做|主体责任|自治|应当承担|应承担|主责|基本事项")),
)
_NUMBERING = re.compile(r"^[\s(（]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．)）\s]+|^附件\d*[:：]?")
_COUNTED = re.compile(r"[(（]\s*共?\s*\d+\s*[项条件]\s*[)）]$")
_CLAUSE = re.compile(r"[,，、\s]*(第[一二三四五六七八九十百零\d]+条(?:.*))$")
_LENGTHS = {"事项": 300, "责任部门": 200, "依据": 300, "条款": 100, "序号": 20, "分类": 100}


@dataclass(frozen=True, slots=True)
class ReadLists:
    """What a file holds; with problems nothing may be published. names: what it calls its lists."""

    lines: tuple[DutyLine, ...]
    names: Mapping[ListClass, str]
    problems: tuple[Problem, ...]


def read_lists(sheets: Sequence[RosterSheet], *, names: Mapping[ListClass, str]) -> ReadLists:
    """
    The three lists in a county's file: one sheet with a column or sections, or a sheet for each list.

    names: what the county calls its lists so far; the file's own words for them go first.
    """
    headed = headed_sheets(sheets, HEADINGS, filled_down=_FILLED_DOWN)
    if not headed:
        return ReadLists((), names, (Problem(ListsCode.NO_LIST, {"needed": "事项"}),))
    called: dict[ListClass, str] = {}
    found: list[DutyLine] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for sheet in headed:
        for line, duty, words in _of_sheet(sheet, names, called):
            wrong = list(_wrong(line, duty, words, names))
            key = name_key(duty.name) if duty is not None else ""
            if key and key in taken:
                wrong.append(Problem(ListsCode.LINE_TWICE, {"place": line.place, "name": key[:40]}))
            taken.add(key)
            problems += wrong
            if duty is not None and not wrong:
                found.append(duty)
    if not found and not problems:
        problems.append(Problem(ListsCode.EMPTY_LIST))
    return ReadLists(tuple(_numbered(found)), _names(called, names), tuple(problems))


def class_of(text: str, names: Mapping[ListClass, str]) -> ListClass | None:
    """Which list a text names: the county's own names first, then the words that tell; None: none."""
    bare = list_name(text)
    for each, name in names.items():
        if bare and bare in (name, name.removesuffix("清单")):
            return each
    return next((each for each, telling in _CLASS_WORDS if telling.search(bare)), None)


def list_name(text: str) -> str:
    """
    The name of a list without numbering and count.

    >>> list_name("一、依法履职清单（38项）")
    '依法履职清单'
    """
    return _COUNTED.sub("", _NUMBERING.sub("", text.strip())).strip()


Read = tuple[SheetLine, DutyLine | None, str]


def _of_sheet(
    sheet: HeadedSheet, names: Mapping[ListClass, str], called: dict[ListClass, str]
) -> Iterator[Read]:
    """Each line of the sheet, the duty it is, and the words its list was told by; `called` learns names."""
    has_column = any(class_of(line.text("list"), names) for line in sheet.lines)
    said = _said_above(sheet, names)
    category = ""
    for line in sheet.lines:
        if line.section:
            if class_of(line.section, names) and not has_column:
                said, category = list_name(line.section), ""
            else:
                category = list_name(line.section)
            continue
        words = list_name(line.text("list")) if has_column else said
        list_class = class_of(words, names)
        if list_class is None:
            yield line, None, words
            continue
        called.setdefault(list_class, words)
        other = "" if has_column else line.text("list")
        yield line, _duty(line, list_class, line.text("category") or other or category), words


def _said_above(sheet: HeadedSheet, names: Mapping[ListClass, str]) -> str:
    """The words that name the list of a whole sheet: its tab, else its title; the tab where neither does."""
    told = [text for text in (sheet.name, *sheet.above) if _one_class(text, names)]
    return list_name(told[0] if told else sheet.name)


def _one_class(text: str, names: Mapping[ListClass, str]) -> bool:
    """Whether a text names one list; a title that names all three tells nothing of its lines."""
    by_words = {each for each, telling in _CLASS_WORDS if telling.search(text)}
    return (len(by_words) <= 1 and class_of(text, names) is not None) or list_name(text) in names.values()


def _duty(line: SheetLine, list_class: ListClass, category: str) -> DutyLine:
    basis, clause = line.text("basis"), line.text("clause")
    if not clause and (told := _CLAUSE.search(basis)) is not None and "\n" not in basis:
        basis, clause = basis[: told.start()], told[1]
    if len(clause) > _LENGTHS["条款"]:
        basis, clause = line.text("basis"), ""
    until = line.text("until")
    return DutyLine(
        list_class=list_class,
        number=line.text("number"),
        name=_one_line(line.text("name")),
        category=category,
        department=_one_line(line.text("department")),
        basis=_one_line(basis),
        clause=_one_line(clause),
        support=_one_line(line.text("support")),
        forms=_one_line(line.text("forms")),
        valid_until=day_of(until, is_last=True) or "",
    )


def _one_line(text: str) -> str:
    """Line breaks inside a cell as commas where words meet."""
    return re.sub(r"\s*\n\s*", "；", text.strip())


def _wrong(
    line: SheetLine, duty: DutyLine | None, words: str, names: Mapping[ListClass, str]
) -> Iterator[Problem]:
    """What is wrong with a line."""
    if duty is None:
        usual = "、".join(names.get(each) or USUAL_NAMES[each] for each in PRINTED)
        yield Problem(ListsCode.LINE_NO_CLASS, {"place": line.place, "text": words[:40], "names": usual})
        return
    if not duty.name:
        yield Problem(ListsCode.LINE_NO_NAME, {"place": line.place})
    if day_of(line.text("until"), is_last=True) is None:
        yield Problem(ListsCode.LINE_BAD_DAY, {"place": line.place, "text": line.text("until")[:20]})
    lengths = {
        "事项": duty.name, "责任部门": duty.department, "依据": duty.basis,
        "序号": duty.number, "分类": duty.category,
    }  # fmt: skip
    for what, text in lengths.items():
        if len(text) > _LENGTHS[what]:
            yield Problem(
                ListsCode.LINE_TOO_LONG, {"place": line.place, "what": what, "most": _LENGTHS[what]}
            )


def _names(called: Mapping[ListClass, str], names: Mapping[ListClass, str]) -> dict[ListClass, str]:
    """What the file calls its lists; a word shorter than a name (履职) does not replace the county's name."""
    found = {}
    for each in PRINTED:
        usual = names.get(each) or USUAL_NAMES[each]
        said = called.get(each, "")
        found[each] = said if len(said) > 2 else usual
    return found


def _numbered(lines: Iterable[DutyLine]) -> Iterator[DutyLine]:
    """The lines, those without a number counted within their list."""
    counts: dict[ListClass, int] = {}
    for line in lines:
        counts[line.list_class] = counts.get(line.list_class, 0) + 1
        yield line if line.number else replace(line, number=str(counts[line.list_class]))


def name_key(name: str) -> str:
    """A name as two lines are told apart by."""
    return normalise_label(name)
