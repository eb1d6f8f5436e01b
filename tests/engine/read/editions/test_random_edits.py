"""Nothing is ever carried wrongly: random edits of drawn editions, and an oracle that knows the truth."""

from dataclasses import dataclass, replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.read.editions.drawn import edition, field

from qingzhuang.engine.read.editions.changes import Comparison
from qingzhuang.engine.read.editions.comparing import compare
from qingzhuang.engine.read.editions.items import Item, Type

_THINGS = (
    "总户数",
    "常住人口",
    "耕地面积",
    "水田面积",
    "粮食产量",
    "经营收入",
    "务工人数",
    "残疾人数",
    "卫生室面积",
    "贷款余额",
)
_WHEN = ("年末", "年初", "本年", "上年", "上半年")
_PARENTS = ("", "甲组/", "乙组/", "学生/", "监护人/")
_SMALL = (("年末", "年初"), ("本年", "上年"), ("上半年", "下半年"), ("人", "户"), ("水田", "旱田"))
_OTHER_WORDS = (
    ("年末", "年底"),
    ("余额", "的余额"),
    ("产量", "总产量"),
    ("人数", "人员数量"),
    ("本年", "本年度"),
)


@dataclass(frozen=True)
class Known:
    """A field with who it is; 0 for one that no old field may be carried to."""

    who: int
    item: Item


def _drawn(dice: Random, n: int) -> list[Known]:
    labels = [f"{parent}{when}{thing}" for parent in _PARENTS for when in _WHEN for thing in _THINGS]
    chosen = dice.sample(labels, n)
    return [Known(who, field(label, dice.choice(("", "人", "万元")))) for who, label in enumerate(chosen, 1)]


def _renamed(known: Known, words: tuple[tuple[str, str], ...], *, who: int) -> Known:
    path = "/".join(known.item.path)
    for one, other in words:
        if one in path:
            made = field(path.replace(one, other), known.item.unit, known.item.type)
            return Known(who, made)
    return known


def _edited(dice: Random, known: Known) -> list[Known]:
    """A field after one random edit: what stands in its place in the next edition."""
    item, path = known.item, "/".join(known.item.path)
    coded = (*item.path[:-1], f"A{dice.randint(1, 99)} {item.path[-1]}")
    edits: tuple[list[Known], ...] = (
        [_renamed(known, _OTHER_WORDS, who=known.who)],
        [_renamed(known, _SMALL, who=0)],
        [],
        [known, Known(0, field(f"{path}新项{dice.random():.9f}"))],
        [Known(0, replace(item, unit="元" if item.unit == "万元" else "户"))],
        [Known(0, replace(item, type=Type.CHOICE))],
        [Known(0, field(f"{path}（{part}）", item.unit)) for part in ("集体", "个人")],
        [Known(known.who, replace(item, path=coded))],
    )
    return dice.choice(edits)


def _next(dice: Random, old: list[Known]) -> list[Known]:
    """The next edition. No new wording is the text of another old field: texts are what editions go by."""
    owners = {known.item.key: known.who for known in old}
    new: list[Known] = []
    for known in old:
        made = _edited(dice, known) if dice.random() < 0.5 else [known]
        new.extend(each for each in made if owners.get(each.item.key, known.who) == known.who)
    for _ in range(dice.randint(0, 6) if new else 0):
        new.insert(dice.randint(0, len(new) - 1), new.pop(dice.randrange(len(new))))
    return list({known.item.key: known for known in new}.values())


def _wrong(found: Comparison, old: list[Known], new: list[Known]) -> list[tuple[str, str]]:
    """Pairs that were carried and are not one field."""
    return [
        ("/".join(pair.old.path), "/".join(pair.new.path))
        for pair in (*found.same, *found.moved)
        if old[pair.old.place].who != new[pair.new.place].who
    ]


@given(st.integers(0, 2**32), st.integers(1, 60))
def test_nothing_is_carried_wrongly(seed: int, n: int) -> None:
    """
    Over random renaming, small words, moving, splitting, inserting, deleting, renumbering, other units and
    types, no field is carried to a field that means something else (R-EDI-01).
    """
    dice = Random(seed)
    old = _drawn(dice, n)
    new = _next(dice, old)

    found = compare(edition(*(k.item for k in old)), edition(*(k.item for k in new)))

    assert _wrong(found, old, new) == []


@given(st.integers(0, 2**32), st.integers(1, 60))
def test_what_nobody_touched_is_carried(seed: int, n: int) -> None:
    """A field whose path, unit and type stayed is the same or moved, wherever it stands (R-EDI-01)."""
    dice = Random(seed)
    old = _drawn(dice, n)
    new = [old[i] for i in dice.sample(range(n), n)]

    found = compare(edition(*(k.item for k in old)), edition(*(k.item for k in new)))

    assert len(found.same) + len(found.moved) == n


@given(st.integers(0, 2**32), st.integers(1, 60))
def test_every_field_stands_in_one_place(seed: int, n: int) -> None:
    """Each old and each new field stands in exactly one list of the comparison."""
    dice = Random(seed)
    old = edition(*(k.item for k in _drawn(dice, n)))
    new = edition(*(k.item for k in _next(dice, _drawn(dice, n))))

    found = compare(old, new)

    pairs = (*found.same, *found.moved, *found.reworded, *found.changed)
    olds = [p.old.place for p in pairs] + [i.place for g in found.groups for i in g.old]
    news = [p.new.place for p in pairs] + [i.place for g in found.groups for i in g.new]
    assert sorted(olds + [i.place for i in found.gone]) == list(range(len(old)))
    assert sorted(news + [i.place for i in found.new]) == list(range(len(new)))
