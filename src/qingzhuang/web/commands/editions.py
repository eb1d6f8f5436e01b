"""The command `edition`."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from qingzhuang.actions.editions import accept_rewordings, compare_editions
from qingzhuang.engine.read.editions.changes import Change, Comparison, Group, Pair
from qingzhuang.engine.read.editions.items import Item
from qingzhuang.engine.read.labels import parse_label
from qingzhuang.store.queries.bindings import memory_for
from qingzhuang.web.commands.console import OPERATOR
from qingzhuang.web.commands.speaking import DONE, answer

_GROUPS = {
    Change.SPLIT: ("拆", "一栏拆成几栏，请你看看"),
    Change.MERGED: ("并", "几栏并成一栏，请你看看"),
    Change.UNCLEAR: ("疑", "同样的栏目有几处，分不清哪个是哪个"),
}


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Compare two editions; with --accept also remember the re-wordings."""
    issuer = options.issuer.strip()
    memory = memory_for(OPERATOR, issuer)
    comparison = compare_editions(OPERATOR, old=options.old, new=options.new, memory=memory)
    accepted = 0
    if options.accept:
        carries = accept_rewordings(OPERATOR, issuer=issuer, comparison=comparison, memory=memory)
        accepted = len(carries)
    document = _document(options, comparison) | ({"accepted": accepted} if options.accept else {})
    answer(document, is_json=options.is_json, text="\n".join(_lines(comparison, options, accepted)))
    return DONE


def _document(options: Namespace, comparison: Comparison) -> dict[str, object]:
    """The comparison as one JSON document."""
    lists: dict[str, list[dict[str, object]]] = {
        "same": [_pair_document(pair) for pair in comparison.same],
        "moved": [_pair_document(pair) for pair in comparison.moved],
        "reworded": [_pair_document(pair) | {"score": pair.score} for pair in comparison.reworded],
        "changed": [_pair_document(pair) | {"what": pair.what} for pair in comparison.changed],
    }
    lists |= {
        str(change): [_group_document(group) for group in comparison.grouped(change)] for change in Change
    }
    lists |= {
        "new": [_item_document(item) for item in comparison.new],
        "gone": [_item_document(item) for item in comparison.gone],
    }
    return {
        "files": {"old": str(options.old), "new": str(options.new)},
        "is_same_form": comparison.is_same_form,
        "asked": comparison.asked,
        "counts": {name: len(entries) for name, entries in lists.items()},
    } | lists


def _pair_document(pair: Pair) -> dict[str, object]:
    return {"old": _item_document(pair.old), "new": _item_document(pair.new)}


def _group_document(group: Group) -> dict[str, object]:
    return {
        "old": [_item_document(item) for item in group.old],
        "new": [_item_document(item) for item in group.new],
    }


def _item_document(item: Item) -> dict[str, object]:
    return {
        "sheet": item.sheet,
        "cell": item.cell,
        "path": list(item.path),
        "unit": item.unit or None,
        "type": str(item.type),
    }


def _lines(comparison: Comparison, options: Namespace, accepted: int) -> Iterable[str]:
    """The comparison as a person reads it."""
    if comparison.is_same_form:
        yield f"两份是同一张表：{len(comparison.same)} 个栏目都没变，什么也不用问。"
        return
    groups = ((sign, len(comparison.grouped(change))) for change, (sign, _) in _GROUPS.items())
    counts = (
        ("同", len(comparison.same)),
        ("移", len(comparison.moved)),
        ("改", len(comparison.reworded)),
        ("变", len(comparison.changed)),
        *groups,
        ("新", len(comparison.new)),
        ("去", len(comparison.gone)),
    )
    yield "　".join(f"{sign} {n}" for sign, n in counts if n or sign in "同移改新去")
    is_long = _has_many_sheets(comparison)
    told = partial(_told, is_long=is_long)
    yield from _section("移（换了地方，不用管）", told(_moved_line, comparison.moved))
    yield from _section("改（换了说法，认可了才照着填）", told(_reworded_line, comparison.reworded))
    yield from _section("变（单位、填法或年份变了，不照着填）", told(_changed_line, comparison.changed))
    for change, (sign, why) in _GROUPS.items():
        yield from _section(f"{sign}（{why}）", told(_group_line, comparison.grouped(change)))
    yield from _section("新（新加的）", told(_item_line, comparison.new))
    yield from _section("去（没有了的）", told(_item_line, comparison.gone))
    yield _last_line(comparison, options, accepted)


def _told(line: Callable[..., str], found: Iterable[Item | Pair | Group], *, is_long: bool) -> Iterable[str]:
    """A line for each of them; is_long: with the names of sheets."""
    return (line(each, is_long=is_long) for each in found)


def _last_line(comparison: Comparison, options: Namespace, accepted: int) -> str:
    if not comparison.same and not comparison.moved:
        return "没有一个栏目是一样的，请看看是不是同一张表的两版。"
    if options.accept:
        return f"记住了 {accepted} 处新说法，以后照旧说法填。"
    if comparison.reworded:
        return "“改”里列的都对，就加 --accept 再运行一次；有不对的，用 qingzhuang bind 一个一个教。"
    return f"要你看的有 {comparison.asked} 处。" if comparison.asked else "没有要你看的。"


def _section(title: str, lines: Iterable[str]) -> Sequence[str]:
    found = [f"  {line}" for line in lines]
    return [f"{title}：", *found] if found else []


def _item_line(item: Item, *, is_long: bool) -> str:
    has_unit = any(parse_label(label).unit for label in item.path)
    unit = f"（{item.unit}）" if item.unit and not has_unit else ""
    return f"{_place(item, is_long=is_long)} {'/'.join(item.path)}{unit}"


def _place(item: Item, *, is_long: bool) -> str:
    """The cell, and which of its blanks; with its sheet where an edition has several."""
    cell, _, blank = item.cell.partition("#")
    said = f"{cell} 第{blank}处" if blank else cell
    return f"{item.sheet}!{said}" if is_long else said


def _moved_line(pair: Pair, *, is_long: bool) -> str:
    old, new = (_place(item, is_long=is_long) for item in (pair.old, pair.new))
    where = f"{old} → {new}" if old != new else f"{old}，先后变了"
    return f"{'/'.join(pair.new.path)}：{where}"


def _reworded_line(pair: Pair, *, is_long: bool) -> str:
    old, new = (_item_line(item, is_long=is_long) for item in (pair.old, pair.new))
    return f"{old} → {new}　像 {round(pair.score * 100)}%"


def _changed_line(pair: Pair, *, is_long: bool) -> str:
    old, new = _item_line(pair.old, is_long=is_long), _place(pair.new, is_long=is_long)
    return f"{old} → {new}　{pair.what or '备选项不一样了'}"


def _group_line(group: Group, *, is_long: bool) -> str:
    old, new = (
        "、".join(_item_line(item, is_long=is_long) for item in items) for items in (group.old, group.new)
    )
    return f"{old} → {new}"


def _has_many_sheets(comparison: Comparison) -> bool:
    """Whether either edition asks on more than one sheet."""
    pairs = (*comparison.same, *comparison.moved, *comparison.reworded, *comparison.changed)
    old = [*(pair.old for pair in pairs), *(i for g in comparison.groups for i in g.old), *comparison.gone]
    new = [*(pair.new for pair in pairs), *(i for g in comparison.groups for i in g.new), *comparison.new]
    return any(len({item.sheet for item in items}) > 1 for items in (old, new))
