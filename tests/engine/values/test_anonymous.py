"""Texts lose what tells where they come from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.values.anonymous import without_origin

NAMES = ("青禾村", "柳河镇", "张小满", "东塘社区", "360999101205", "village_clerk")


@pytest.mark.parametrize(
    "text",
    [
        "青禾村", "青禾的人", "张 小 满", "张小满，", "ｖｉｌｌａｇｅ_clerk", "青\u200b禾村",
        "柳河镇人民政府", "东塘居委会", "360999101205", "360999 101205",
    ],
)  # fmt: skip
def test_names_are_gone_in_every_spelling(text: str) -> None:
    """R-CHE-09: names go with blanks between, in full width, with unseen marks, without their 村 and 镇."""
    said = without_origin(f"请{text}报表", NAMES)

    assert not any(
        each in said.replace(" ", "") for each in ("青禾", "柳河", "张小满", "东塘", "village", "3609")
    )
    assert said.startswith("请")
    assert said.endswith("报表")


@pytest.mark.parametrize(
    "text",
    ["13800001111", "138 0000 1111", "138****1111", "0791-88112233", "a@b.cn", "https://a.cn/x", "@小满"],
)
def test_what_leads_to_somebody_is_gone(text: str) -> None:
    """R-CHE-09: phones, accounts, addresses, links and @names go."""
    assert without_origin(f"问{text}，谢谢", ()) == "问×，谢谢"


@pytest.mark.parametrize(
    "text",
    ["准入〔2026〕31号", "ZHUNRU-2026-31", "2026-11-22", "20261122", "11月22日18:00", "186 个村", "县住建局"],
)
def test_what_is_to_be_judged_stays(text: str) -> None:
    """R-CHE-09: numbers of admissions, days, counts and departments stay readable."""
    assert without_origin(text, NAMES) == text


@given(st.text(max_size=60), st.permutations(NAMES))
def test_the_order_of_the_names_makes_no_difference(text: str, names: list[str]) -> None:
    """R-CHE-09: the same text and names give the same, and no name is left."""
    said = without_origin(f"{text}张小满{text}", names)

    assert said == without_origin(f"{text}张小满{text}", NAMES)
    assert "张小满" not in said
