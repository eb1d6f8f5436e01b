"""Which programme a form is about, read from its title (R-MAT-14)."""

import pytest

from qingzhuang.engine.read.programs import key_of_program, program_of


@pytest.mark.parametrize(
    ("title", "program"),
    [
        ("青禾村2024年耕地地力保护补贴资金发放花名册", "耕地地力保护"),
        ("东河镇高龄津贴发放表（2025年第一季度）", "高龄"),
        ("2023年度稻谷补贴公示表", "稻谷"),
        ("青禾县东河镇西河村农机购置补贴申请表", "农机购置"),
    ],
)
def test_year_place_and_the_word_for_the_list_are_no_part_of_a_programme(title: str, program: str) -> None:
    """R-MAT-14: what is left of a title is the programme, so that two years' lists speak of one."""
    assert program_of(title) == program


def test_a_title_without_the_word_for_a_list_names_no_programme() -> None:
    """R-MAT-14: a mere sentence is no programme."""
    assert program_of("关于做好补贴工作的通知") == ""


def test_an_amount_is_kept_by_its_programme() -> None:
    """R-MAT-14: two programmes' 补贴金额 are two facts."""
    first = key_of_program("benefit.amount", "2024年稻谷补贴发放花名册")
    second = key_of_program("benefit.amount", "2024年农机购置补贴发放花名册")

    assert first == "benefit.amount@稻谷"
    assert second == "benefit.amount@农机购置"


def test_other_keys_and_settled_ones_stay() -> None:
    """R-MAT-14: only what is paid under any programme is told apart by the title."""
    assert key_of_program("person.phone", "稻谷补贴花名册") == "person.phone"
    assert key_of_program("benefit.amount@水稻", "稻谷补贴花名册") == "benefit.amount@水稻"
