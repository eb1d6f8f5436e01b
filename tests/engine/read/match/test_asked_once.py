"""What a person answered once is not asked again, and raises no new question."""

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.read.match.test_matching_in_place import drawn, keys

from qingzhuang.engine.read.layout import FieldKind
from qingzhuang.engine.read.match import Binding

_LABELS = st.sampled_from(
    [
        "姓名",
        "孕妇姓名",
        "联系电话",
        "办公电话",
        "证件号码",
        "地址",
        "家长/电话",
        "户主/姓名",
        "耕地面积",
        "低保",
        "特长",
    ]
)
_ANSWERS = st.sampled_from(["person.name", "person.phone", "household.head_name", ""])


def test_an_answer_raises_no_doubt_beside_it() -> None:
    """A label bound by itself stays bound when its neighbour is confirmed to be the same (R-MAT-31)."""
    found = drawn("姓名", "联系电话", "本人热线", memory={"本人热线": "person.phone"})

    assert keys(found) == ["person.name", "person.phone", "person.phone"]


@given(st.lists(_LABELS, min_size=1, max_size=8, unique=True), st.lists(_ANSWERS, min_size=8, max_size=8))
def test_the_same_form_asks_nothing_the_second_time(labels: list[str], answers: list[str]) -> None:
    """Whatever was answered to a form's questions, read again it has none (R-MAT-31)."""
    asked = [label for label, match in zip(labels, drawn(*labels), strict=True) if _is_asked(match.binding)]

    again = drawn(*labels, memory=dict(zip(asked, answers, strict=False)))

    assert not any(_is_asked(match.binding) for match in again)


def test_a_remark_in_a_cross_table_is_no_number() -> None:
    """备注 at the end of the rows of a cross table is understood without row and column (R-MAT-32)."""
    found = drawn("姓名", "父亲/备注", kind=FieldKind.CROSS)

    assert found[1].binding is Binding.AUTO


def _is_asked(binding: Binding) -> bool:
    return binding is Binding.SUGGESTED
