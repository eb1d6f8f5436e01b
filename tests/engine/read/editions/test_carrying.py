"""What is remembered once re-wordings are accepted."""

from tests.engine.read.editions.drawn import compared, field

from qingzhuang.engine.read.editions.carrying import Carry, bindings_to_carry
from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.read.matching import match_label
from qingzhuang.files.reference.catalogue import load_catalogue


def test_a_new_wording_of_a_free_label_stands_for_the_old_one() -> None:
    """A label that no element covers is remembered as the new name of the old label (R-EDI-09)."""
    found = compared(["粮食总产量"], ["粮食产量"])

    assert bindings_to_carry(found, {}) == (Carry("粮食产量", "label:粮食总产量"),)


def test_a_new_wording_takes_over_what_was_taught() -> None:
    """What was taught of the old label holds for the new one; also that it is nobody's (R-EDI-09)."""
    found = compared(["粮食总产量", "联络热线"], ["粮食产量", "联络的热线"])

    carried = bindings_to_carry(found, {"粮食总产量": "", "联络热线": "person.phone"})

    assert carried == (Carry("粮食产量", ""), Carry("联络的热线", "person.phone"))


def test_what_holds_already_is_not_written_again() -> None:
    """A second acceptance remembers nothing (R-EDI-09)."""
    found = compared(["粮食总产量"], ["粮食产量"])

    assert bindings_to_carry(found, {"粮食产量": "label:粮食总产量"}) == ()


def test_what_the_new_wording_says_by_itself_stays() -> None:
    """A new label that is surely an element keeps its meaning (R-EDI-09)."""
    found = compared(["家庭联系用电话"], [field("家庭联系电话", meaning="household.phone")])

    assert bindings_to_carry(found, {}) == ()


def test_a_remembered_label_stands_for_another() -> None:
    """A binding to an older label makes no element of it, and says whose facts serve (R-EDI-09, R-MAT-33)."""
    match = match_label("粮食产量", catalogue=load_catalogue(), memory={"粮食产量": "label:粮食总产量"})

    assert (match.binding, match.element, match.stands_for) == (Binding.UNKNOWN, None, "label:粮食总产量")
