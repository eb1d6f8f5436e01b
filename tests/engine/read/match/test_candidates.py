"""Which likely elements are worth a question, and which are only shown."""

import pytest

from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.read.matching import match_label
from qingzhuang.files.reference.catalogue import load_catalogue

CATALOGUE = load_catalogue()


@pytest.mark.parametrize("label", ["企业等级", "是否集体户", "图书册数", "开工典礼时间"])
def test_a_common_ending_is_no_likeness(label: str) -> None:
    """A label that shares only its ending with an element is not asked as that element (R-MAT-30)."""
    assert match_label(label, catalogue=CATALOGUE).binding is Binding.UNKNOWN


@pytest.mark.parametrize("label", ["孕妇姓名", "猎户联系电话", "驾驶员身份证号"])
def test_somebodys_name_or_number_is_always_asked(label: str) -> None:
    """A name or number of somebody not understood is asked, not left as a free field (R-MAT-30)."""
    assert match_label(label, catalogue=CATALOGUE).binding is Binding.SUGGESTED


def test_what_is_not_asked_is_still_shown() -> None:
    """An unknown label keeps its candidates for a person who wants to teach it (R-MAT-30)."""
    assert match_label("企业等级", catalogue=CATALOGUE).candidates
