"""Hours a year of an application, by the Standard Cost Model: villages × times × minutes."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil

from qingzhuang.engine.admit.costing.domain import ACT_NAMES, Act, ActCosts, CostedField, Estimate
from qingzhuang.engine.admit.domain import TIMES_A_YEAR, Application
from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.values.domain import Kind

# What the words of a field ask for, where its element does not tell.
_OF_WORDS = (
    (Act.PHOTO, re.compile("照片|拍照|图片|视频")),
    (Act.SIGN, re.compile("签[字名]|盖章|公章")),
    (Act.PICK, re.compile("^(?:是否|有无|有没有|是不是)|(?:类型|类别|等级|意愿)$")),
    (Act.DATE, re.compile("日期$|时间$|年月日?$")),
    (Act.NUMBER, re.compile(r"数量?$|面积|金额|收入|支出|[(（](?:元|万元|亩|人|户|个|次|%)[)）]")),
)
_OF_KIND = {Kind.NUMBER: Act.NUMBER, Kind.DATE: Act.DATE, Kind.BOOLEAN: Act.PICK, Kind.CODE: Act.PICK}

_Cells = Mapping[Act, int]


def hours_a_year(
    application: Application,
    *,
    held: Sequence[CostedField],
    catalogue: Catalogue,
    costs: ActCosts,
    rows: int,
    asked: Sequence[CostedField] | None = None,
) -> Estimate:
    """
    What the application costs all its villages in a year. Rules R-HRS-01 to R-HRS-06.

    held: its fields beside what is held. asked: those of them that villages are still asked for, None for
    all; gaps of the others cost villages nothing. costs: minutes of every act. rows: people, households or
    things that one village lists each time; 1 for a form about the village itself. Without fields, handling
    is what it costs, or the hours its department gives if those are more. Without a frequency it comes once.
    """
    data = [field for field in held if field.is_data]
    every: Counter[Act] = Counter()
    for field in data:
        every[act_of(field, catalogue)] += _cells(field, catalogue, rows)
    left, n_missing_cells = _left(data if asked is None else asked, catalogue, rows)
    handling = Counter({Act.HANDLE: 1})
    said = 0 if data else ceil((application.hours or 0) * 60)
    return Estimate(
        villages=application.n_villages,
        times=TIMES_A_YEAR[application.frequency] if application.frequency else 1,
        as_asked_minutes=max(_minutes(every + handling, costs), said),
        own_minutes=max(_minutes(left + handling, costs), said) if left or not data else 0,
        least_minutes=_minutes(left, costs) if data else max(_minutes(handling, costs), said),
        n_missing_cells=n_missing_cells,
        asked_lines=_lines(every + handling, costs),
        least_lines=_lines(left if data else handling, costs),
        is_provisional=any(cost.n_measured == 0 for cost in costs.values()),
    )


def missing_cells(field: CostedField, cells: int) -> int:
    """How many of a field's cells nobody knows yet; what is held in another definition counts as known."""
    if field.is_noted:
        return 0
    return ceil(cells * (1 - field.share))


def act_of(field: CostedField, catalogue: Catalogue) -> Act:
    """What filling one cell of the field takes: by its element, else by its words. Rule R-HRS-03."""
    element = catalogue.elements.get(field.key.partition("@")[0])
    if element is not None and element.domain.kind in _OF_KIND:
        return _OF_KIND[element.domain.kind]
    return next((act for act, words in _OF_WORDS if words.search(field.label)), Act.TEXT)


def _left(asked: Sequence[CostedField], catalogue: Catalogue, rows: int) -> tuple[Counter[Act], int]:
    """What villages still do for the fields they are asked for, and how many of the cells nobody knows."""
    missing: Counter[Act] = Counter()
    looked_at = 0
    for field in asked:
        cells = _cells(field, catalogue, rows) if field.is_data else 0
        n_missing = missing_cells(field, cells)
        missing[act_of(field, catalogue)] += n_missing
        looked_at += cells - n_missing if field.is_stale or field.is_noted else 0
    n_missing_cells = missing.total()
    missing[Act.CONFIRM] += looked_at
    return +missing, n_missing_cells


def _cells(field: CostedField, catalogue: Catalogue, rows: int) -> int:
    return rows if _is_of_rows(field, catalogue) else 1


def _is_of_rows(field: CostedField, catalogue: Catalogue) -> bool:
    """Whether each line of a village's list has a cell of its own; a fact of the village is asked once."""
    element = catalogue.elements.get(field.key.partition("@")[0])
    return element is None or element.subject is not SubjectKind.VILLAGE


def _minutes(cells: _Cells, costs: ActCosts) -> int:
    """Whole minutes, begun ones counted, so that the number shown is the number used."""
    return ceil(round(sum(n * costs[act].minutes for act, n in cells.items()), 6))


def _lines(cells: _Cells, costs: ActCosts) -> tuple[str, ...]:
    return tuple(
        f"{ACT_NAMES[act]}：{n:,} 格 × {costs[act].minutes:g} 分钟"
        if act is not Act.HANDLE
        else f"{ACT_NAMES[act]}：{costs[act].minutes:g} 分钟"
        for act, n in cells.items()
        if n
    )
