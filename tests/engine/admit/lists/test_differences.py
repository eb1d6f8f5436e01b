"""What changed from one version of the lists to the next."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.admit.lists.drawn import duty

from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.lists.differences import differences

LINES = st.lists(
    st.tuples(st.text("村务公开低保危房防汛秸秆", min_size=1, max_size=8), st.sampled_from(ListClass)),
    unique_by=lambda pair: pair[0],
    max_size=12,
).map(lambda pairs: [duty(name, list_class) for name, list_class in pairs])


def test_every_change_has_its_kind() -> None:
    """R-LST-04: new, gone, moved, reworded, changed beside the name; the rest stayed."""
    kept, moved = duty("村务公开"), duty("危房安全鉴定", ListClass.SUPPORT)
    worded, other = duty("防返贫动态监测线索上报"), duty("河长巡河", department="县水利局")
    old = [kept, moved, worded, other, duty("巡河时长统计台账")]
    new = [
        kept,
        replace(moved, list_class=ListClass.NOT_OURS),
        replace(worded, name="防返贫监测线索上报"),
        replace(other, department="县河长办"),
        duty("地质灾害隐患点提醒"),
    ]

    found = differences(old, new)

    assert [line.name for line in found.added] == ["地质灾害隐患点提醒"]
    assert [line.name for line in found.gone] == ["巡河时长统计台账"]
    assert [each.new.name for each in found.moved] == ["危房安全鉴定"]
    assert [each.new.name for each in found.reworded] == ["防返贫监测线索上报"]
    assert [each.details for each in found.detailed] == [("责任部门",)]
    assert found.n_same == 1


def test_a_name_held_whole_in_one_other_is_reworded() -> None:
    """R-LST-04: 村务公开 became 村务公开和财务公开, although barely half of the letters are shared."""
    found = differences([duty("村务公开")], [duty("村务公开和财务公开")])

    assert [each.new.name for each in found.reworded] == ["村务公开和财务公开"]


@given(LINES, LINES)
def test_every_line_is_told_once(old: list, new: list) -> None:  # type: ignore[type-arg]
    """R-LST-04: each old line is gone, changed or the same; each new one added, changed or the same."""
    found = differences(old, new)

    both = len(found.changed) + found.n_same
    assert (len(found.gone) + both, len(found.added) + both) == (len(old), len(new))


@given(LINES)
def test_nothing_changes_against_itself(lines: list) -> None:  # type: ignore[type-arg]
    """R-LST-04: a version and itself have no differences."""
    found = differences(lines, lines)

    assert (found.added, found.gone, found.changed, found.n_same) == ((), (), (), len(lines))
