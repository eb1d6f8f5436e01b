"""Comparing two editions: alike first, then changed, split and merged, re-worded; the rest is new or gone."""

import re
from collections.abc import Sequence

from qingzhuang.engine.read.editions.changes import Change, Comparison, Group, Pair
from qingzhuang.engine.read.editions.items import Item, Type
from qingzhuang.engine.read.editions.order import longest_rise
from qingzhuang.engine.read.editions.pairing import pair_alike, piles_by
from qingzhuang.engine.read.editions.rewording import propose_rewordings
from qingzhuang.engine.read.editions.splitting import find_splits


def fingerprint(items: Sequence[Item]) -> tuple[tuple[object, ...], ...]:
    """Ordered paths, units, types and choices: forms with the same ones are one form. Rule R-EDI-07."""
    return tuple((item.key, item.unit, item.type, frozenset(item.options)) for item in items)


def compare(old: Sequence[Item], new: Sequence[Item]) -> Comparison:
    """
    What became of each field of `old`, and which fields of `new` are new. Rules: docs/rules/editions.md.

    old, new: made by `items_of`, so that places count up from 0.
    """
    alike, unclear = pair_alike(old, new)
    changed = [pair for pair in alike if not _are_choices_alike(pair)]
    alike = tuple(pair for pair in alike if _are_choices_alike(pair))
    left, come = _rest(old, alike, unclear, changed), _rest(new, alike, unclear, changed)
    more, doubtful = _changed(left, come)
    left, come = _rest(left, more, doubtful), _rest(come, more, doubtful)
    of_new_year, unsure = _of_another_year(left, come)
    more, doubtful = [*more, *of_new_year], [*doubtful, *unsure]
    left, come = _rest(left, more, doubtful), _rest(come, more, doubtful)
    unmoved = _unmoved(alike)
    groups = [*unclear, *doubtful]
    for is_merged in (False, True):
        one, several = (come, left) if is_merged else (left, come)
        groups += find_splits(one, several, is_merged=is_merged)
        left, come = _rest(left, groups), _rest(come, groups)
    reworded = propose_rewordings(left, come, [alike[position] for position in sorted(unmoved)])
    return Comparison(
        is_same_form=fingerprint(old) == fingerprint(new),
        same=tuple(pair for position, pair in enumerate(alike) if position in unmoved),
        moved=tuple(pair for position, pair in enumerate(alike) if position not in unmoved),
        reworded=reworded,
        changed=tuple(sorted((*changed, *more), key=lambda pair: pair.old.place)),
        groups=tuple(groups),
        new=tuple(_rest(come, reworded)),
        gone=tuple(_rest(left, reworded)),
    )


def _unmoved(pairs: Sequence[Pair]) -> frozenset[int]:
    return longest_rise([pair.new.place for pair in pairs])


def _rest(items: Sequence[Item], *found: Sequence[Pair | Group]) -> list[Item]:
    """The fields that stand in none of these pairs and groups."""
    taken = {id(item) for pairs in found for pair in pairs for item in _items(pair)}
    return [item for item in items if id(item) not in taken]


def _items(found: Pair | Group) -> tuple[Item, ...]:
    return (found.old, found.new) if isinstance(found, Pair) else (*found.old, *found.new)


def _are_choices_alike(pair: Pair) -> bool:
    """Whether most of the shorter list of choices stands in the other one too."""
    old, new = set(pair.old.options), set(pair.new.options)
    return not old or not new or len(old & new) * 2 > min(len(old), len(new))


def _changed(old: Sequence[Item], new: Sequence[Item]) -> tuple[list[Pair], list[Group]]:
    """Fields of one path whose unit or type is another one; where several have it, nobody can tell which."""
    pairs, groups = [], []
    for olds, news in piles_by(old, new, lambda item: (item.key, item.head)):
        if len(olds) == len(news) == 1:
            pairs.append(Pair(olds[0], news[0], what=_what(olds[0], news[0])))
        elif olds and news:
            groups.append(Group(Change.UNCLEAR, tuple(olds), tuple(news)))
    return pairs, groups


def _of_another_year(old: Sequence[Item], new: Sequence[Item]) -> tuple[list[Pair], list[Group]]:
    """Fields whose labels differ in the year alone: the question of last year, asked anew. Rule R-EDI-11."""
    pairs, groups = [], []
    piles = piles_by(
        [item for item in old if _years(item)],
        [item for item in new if _years(item)],
        lambda item: (tuple(_YEAR.sub("", label) for label in item.key), item.unit, item.type),
    )
    for olds, news in piles:
        if len(olds) == len(news) == 1:
            what = f"由{_years(olds[0])}变成{_years(news[0])}，要的是新的数"
            pairs.append(Pair(olds[0], news[0], what=what))
        elif olds and news:
            groups.append(Group(Change.UNCLEAR, tuple(olds), tuple(news)))
    return pairs, groups


def _years(item: Item) -> str:
    """The years named in a label, 2024年 or 2023、2024年; "" where there is none."""
    years = list(dict.fromkeys(year for label in item.key for year in _YEAR.findall(label)))
    return "、".join(years) + "年" if years else ""


def _what(old: Item, new: Item) -> str:
    if old.unit != new.unit:
        return f"单位由{old.unit or '没写'}变成{new.unit or '没写'}"
    return f"由{_KINDS[old.type]}变成{_KINDS[new.type]}"


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_KINDS = {Type.CHOICE: "选择", Type.DAY: "日期", Type.NUMBER: "数字", Type.TEXT: "文字"}
