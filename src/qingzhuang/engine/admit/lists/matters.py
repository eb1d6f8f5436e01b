"""The county's own file as matters of the register, and what became of them. R-LST-08."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, KIND_NAMES, Frequency, Kind
from qingzhuang.engine.admit.lists.days import day_of
from qingzhuang.engine.admit.lists.domain import BOOK_NAMES, INTO, MatterLine
from qingzhuang.engine.admit.lists.duties import name_key
from qingzhuang.engine.admit.lists.sheets import HeadedSheet, Heading, SheetLine, headed_sheets
from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.lists import ListsCode

Key = TypeVar("Key")
HEADINGS = {
    "name": Heading(
        ("事项名称", "事项", "名称", "表名", "表格名称", "报表名称", "台账名称", "表册名称", "材料名称"),
        is_needed=True,
    ),
    "kind": Heading(("种类", "类型", "类别", "事项种类", "事项类型", "性质")),
    "issuer": Heading(
        (
            "发表单位",
            "制表单位",
            "制发单位",
            "发文单位",
            "责任部门",
            "牵头部门",
            "主管单位",
            "主管部门",
            "布置单位",
            "部门",
        )
    ),
    "frequency": Heading(("频次", "填报频次", "报送频次", "频率", "报送周期", "周期", "填报周期")),
    "basis": Heading(("依据", "政策依据", "文件依据", "文号")),
    "book": Heading(("账本", "所属账本", "两本账", "归入账本", "账别")),
    "start": Heading(("起始", "起始日期", "开始日期", "启用日期", "起用日期", "开始时间")),
    "end": Heading(("终止", "终止日期", "停用日期", "结束日期", "取消日期", "终止时间")),
    "fate": Heading(("去向", "处理意见", "清理意见", "清理结果", "处置", "处理结果", "归并去向")),
    "number": Heading(("准入编号", "编号")),
    "note": Heading(("备注", "说明")),
}

_KIND_WORDS = (
    (Kind.LEDGER, re.compile("台账|(?<!总)账")),
    (Kind.FORM, re.compile("报表|表格|填表|表")),
    (Kind.MEETING, re.compile("会议|会")),
    (Kind.DOCUMENT, re.compile("文件|公文")),
    (Kind.INSPECTION, re.compile("督查|检查|督检|调研|考评|迎检")),
    (Kind.INDICATOR, re.compile("考核|指标")),
    (Kind.APP, re.compile("app|小程序|公众号|工作群|群|系统|平台", re.IGNORECASE)),
    (Kind.SIGNBOARD, re.compile("牌")),
    (Kind.PROOF, re.compile("证明")),
    (Kind.TASK, re.compile("任务|工作|创建")),
)
_FREQUENCY_WORDS = (
    (Frequency.HALF_YEARLY, re.compile("半年")),
    (Frequency.DAILY, re.compile("每?[天日](?!常)|日报")),
    (Frequency.WEEKLY, re.compile("周|星期")),
    (Frequency.MONTHLY, re.compile("月")),
    (Frequency.QUARTERLY, re.compile("季")),
    (Frequency.YEARLY, re.compile("年")),
    (Frequency.ONCE, re.compile("一次|临时|不定期|一次性|按需|实时|随时|日常")),
)
_BOOK_WORDS = (("party", re.compile("党")), ("livelihood", re.compile("民生|服务")))
_KEPT = re.compile("^(?:保留|继续|沿用|在用|新增|优化后?保留|优化)")
_CANCELLED = re.compile("^(?:取消|停用|停报|废止|摘牌|关停|注销|不再|退出|清理|撤销|移出|收回)")
_MERGED = re.compile(
    '^(?:整合|合并|并|归并|纳入|并入)(?:到|入|至|进)?[：: ]?[“《"]?(?P<name>[^”》"]+)[”》"]?$'
)
_LENGTHS = {"事项名称": 300, "发表单位": 200, "依据": 300, "准入编号": 40}


@dataclass(frozen=True, slots=True)
class ReadMatter:
    """A line that can be read. place: where it stands. The line's why_ended holds what became of it."""

    place: str
    line: MatterLine


@dataclass(frozen=True, slots=True)
class ReadMatters:
    """What a file holds; with problems nothing is entered."""

    matters: tuple[ReadMatter, ...]
    problems: tuple[Problem, ...]


def read_matters(sheets: Sequence[RosterSheet], *, on: str) -> ReadMatters:
    """
    The matters in a county's file; sheets may be named by kind (台账, 报表) where no column says it.

    on: ISO day for lines that name no beginning, and for the end of those that were cancelled or merged
    without a day. That a merged one goes into another that is kept is checked by `missing_targets`.
    """
    headed = headed_sheets(sheets, HEADINGS, filled_down=frozenset({"kind"}))
    if not headed:
        return ReadMatters((), (Problem(ListsCode.NO_LIST, {"needed": "事项名称"}),))
    found: list[ReadMatter] = []
    problems: list[Problem] = []
    for sheet in headed:
        section = ""
        for line in sheet.lines:
            if line.section:
                section = line.section
                continue
            read, wrong = _read(sheet, line, section, on)
            problems += wrong
            if read is not None and not wrong:
                found.append(read)
    if not found and not problems:
        problems.append(Problem(ListsCode.EMPTY_LIST))
    return ReadMatters(tuple(found), tuple(problems))


def missing_targets(matters: Sequence[ReadMatter], kept: Sequence[str]) -> tuple[Problem, ...]:
    """Merged ones whose target is neither kept by this file nor, by name, in the register (`kept`)."""
    known = {name_key(each.line.name) for each in matters if not each.line.ended_on} | set(
        map(name_key, kept)
    )
    return tuple(
        Problem(ListsCode.LINE_NO_TARGET, {"place": each.place, "name": each.line.into[:60]})
        for each in matters
        if each.line.into and name_key(each.line.into) not in known
    )


def _read(
    sheet: HeadedSheet, line: SheetLine, section: str, on: str
) -> tuple[ReadMatter | None, tuple[Problem, ...]]:
    kind = _kind(sheet, line, section)
    problems = list(_wrong(line, kind, sheet))
    start, end = day_of(line.text("start")), day_of(line.text("end"))
    why = _fate(line.text("fate"))
    if problems or start is None or end is None or why is None or kind is None:
        return None, tuple(problems)
    started = start or (min(on, end) if end else on)
    ended = end or (max(on, started) if why else "")
    if ended and ended < started:
        params = {"place": line.place, "ended": ended, "started": started}
        return None, (Problem(ListsCode.LINE_ENDS_EARLY, params),)
    matter = MatterLine(
        kind=kind,
        name=line.text("name").replace("\n", ""),
        issuer=line.text("issuer").replace("\n", "、"),
        book=_told(line.text("book"), _BOOK_WORDS) or "",
        frequency=_told(line.text("frequency"), _FREQUENCY_WORDS),
        basis=line.text("basis").replace("\n", "；"),
        started_on=started,
        ended_on=ended,
        why_ended=why or ("到期" if ended else ""),
        number=line.text("number"),
        note=line.text("note"),
    )
    return ReadMatter(line.place, matter), ()


def _kind(sheet: HeadedSheet, line: SheetLine, section: str) -> Kind | None:
    """By the column; where there is none, by the section, the tab, the end of its name, the title."""
    said = line.text("kind")
    if said:
        exact = next((kind for kind, name in KIND_NAMES.items() if said == name), None)
        return exact or _told(said, _KIND_WORDS)
    above = (kind for text in (section, sheet.name) if (kind := _one_kind(text)) is not None)
    return next(above, None) or _told(line.text("name")[-4:], _KIND_WORDS) or _by_title(sheet)


def _by_title(sheet: HeadedSheet) -> Kind | None:
    """The one kind that what stands above the headings names."""
    return next((kind for text in sheet.above if (kind := _one_kind(text)) is not None), None)


def _one_kind(text: str) -> Kind | None:
    """The only kind a text names; 台账报表清理 names two and tells nothing. 工作 alone is a task."""
    kinds = [kind for kind, telling in _KIND_WORDS if telling.search(text)]
    named = [kind for kind in kinds if kind is not Kind.TASK] or kinds
    return named[0] if len(named) == 1 else None


def _wrong(line: SheetLine, kind: Kind | None, sheet: HeadedSheet) -> Iterator[Problem]:
    """What is wrong with a line."""
    place = line.place
    if not line.text("name"):
        yield Problem(ListsCode.LINE_NO_NAME, {"place": place})
    if kind is None:
        text = (line.text("kind") or sheet.name)[:20]
        params = {"place": place, "text": text, "kinds": "、".join(KIND_NAMES.values())}
        yield Problem(ListsCode.LINE_BAD_KIND, params)
    if (text := line.text("frequency")) and _told(text, _FREQUENCY_WORDS) is None:
        said = "、".join(FREQUENCY_NAMES.values())
        yield Problem(ListsCode.LINE_BAD_FREQUENCY, {"place": place, "text": text[:20], "frequencies": said})
    yield from _wrong_book(line, kind)
    for key in ("start", "end"):
        if day_of(line.text(key)) is None:
            yield Problem(ListsCode.LINE_BAD_DAY, {"place": place, "text": line.text(key)[:20]})
    if (text := line.text("fate")) and _fate(text) is None:
        yield Problem(ListsCode.LINE_BAD_FATE, {"place": place, "text": text[:20]})
    yield from _too_long(line)


def _wrong_book(line: SheetLine, kind: Kind | None) -> Iterator[Problem]:
    text = line.text("book")
    if text and _told(text, _BOOK_WORDS) is None:
        params = {"place": line.place, "text": text[:20], "books": "、".join(BOOK_NAMES.values())}
        yield Problem(ListsCode.LINE_BAD_BOOK, params)
    elif text and kind is not Kind.LEDGER and kind is not None:
        yield Problem(ListsCode.LINE_BOOK_OF_LEDGERS, {"place": line.place})


def _too_long(line: SheetLine) -> Iterator[Problem]:
    lengths: Mapping[str, str] = {
        "事项名称": line.text("name"),
        "发表单位": line.text("issuer"),
        "依据": line.text("basis"),
        "准入编号": line.text("number"),
    }
    for what, text in lengths.items():
        if len(text) > _LENGTHS[what]:
            params: dict[str, str | int] = {"place": line.place, "what": what, "most": _LENGTHS[what]}
            yield Problem(ListsCode.LINE_TOO_LONG, params)


def _fate(text: str) -> str | None:
    """Why a matter ended, "" for kept, None for words nobody knows."""
    if not text or _KEPT.match(text):
        return ""
    if (merged := _MERGED.match(text)) is not None:
        return f"{INTO}{merged['name'].strip()}"[:300]
    return text[:300] if _CANCELLED.match(text) else None


def _told(text: str, words: Sequence[tuple[Key, re.Pattern[str]]]) -> Key | None:
    """The first whose telling words stand in the text."""
    return next((key for key, telling in words if telling.search(text)), None) if text else None
