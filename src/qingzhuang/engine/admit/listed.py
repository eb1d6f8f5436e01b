"""The three lists beside an application: which line it rests on, and whether it says the same. R-APP-13."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.engine.admit.domain import Application, Finding, ListClass, Topic, Weight
from qingzhuang.engine.admit.lists.domain import USUAL_NAMES, DutyLine
from qingzhuang.engine.admit.lists.fitting import fitting_places
from qingzhuang.engine.admit.lists.searching import Index

_STEP = "basis"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Lists:
    """The three lists in force. index: `duty_index` of the lines. names: what the county calls its lists."""

    lines: Sequence[DutyLine]
    index: Index
    names: Mapping[ListClass, str]


def list_findings(application: Application, lists: Lists | None) -> tuple[Finding, ...]:
    """
    What the three lists say of the application; nothing where the county has none, or no class is said.

    A line is meant if it was chosen (`duty` is its id or its name), or if it fits the title (R-LST-07).
    """
    if lists is None or not lists.lines or application.list_class is None:
        return ()
    return tuple(_found(application, _near(application, lists), lists.names))


def _near(application: Application, lists: Lists) -> list[DutyLine]:
    """The lines that may be meant, the best first; a chosen one alone."""
    said = application.duty
    chosen = [line for line in lists.lines if said and said in (line.id, line.name)]
    if chosen:
        return chosen[:1]
    places = fitting_places(said or application.title, lists.lines, lists.index)
    return [lists.lines[at] for at, _ in places[:_SHOWN]]


def _found(
    application: Application, near: Sequence[DutyLine], names: Mapping[ListClass, str]
) -> Iterator[Finding]:
    lines = tuple(_line(duty, names) for duty in near)
    listed = near[0] if near else None
    if listed is not None and listed.list_class is ListClass.NOT_OURS:
        yield _finding(Weight.BLOCKS, f"清单上写着，“{listed.name}”村里不承担。", lines)
    elif application.list_class is ListClass.NOT_OURS:
        yield _finding(Weight.BLOCKS, "申请里写的是村里不承担的事。", lines)
    elif application.list_class is ListClass.OFF_LIST or listed is None:
        yield _finding(Weight.WARNS, "三张清单里没有找到这件事，要说清为什么还要村里做。", lines)
    elif listed.list_class is not application.list_class:
        yield _finding(Weight.WARNS, f"申请里写的和清单不一样：“{listed.name}”在另一张清单上。", lines)
    else:
        yield _finding(Weight.INFORMS, f"清单上有：“{listed.name}”。", lines)


def _finding(weight: Weight, sentence: str, lines: tuple[str, ...]) -> Finding:
    return Finding(Topic.LIST, weight, sentence, lines, step=_STEP)


def _line(duty: DutyLine, names: Mapping[ListClass, str]) -> str:
    called = names.get(duty.list_class) or USUAL_NAMES[duty.list_class]
    said = [f"{called} {duty.number} {duty.name}".replace("  ", " ")]
    said += [f"责任部门：{duty.department}"] if duty.department else []
    said += [f"配套：{duty.support}"] if duty.support else []
    return "；".join(said)
