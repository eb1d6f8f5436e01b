"""Whose phone or number stands behind a name (R-MAT-15)."""

import pytest
from tests.engine.read.recognise.drawing import address, read

from qingzhuang.engine.read.match import Binding, Match
from qingzhuang.engine.read.matching import match_fields
from qingzhuang.files.reference.catalogue import load_catalogue

CATALOGUE = load_catalogue()


def matches(table: str) -> dict[str, Match]:
    """The match of each field of a drawn sheet, by its address."""
    layout = read(table)
    found = match_fields(layout, catalogue=CATALOGUE)
    return {address(field): match for field, match in zip(layout.fields, found, strict=True)}


@pytest.mark.parametrize("name", ["帮扶干部", "网格员", "村医", "法定继承人姓名", "监护人"])
def test_a_phone_behind_another_name_is_asked(name: str) -> None:
    """R-MAT-15: 联系电话 right behind 网格员 on a roster of residents may be the grid worker's."""
    found = matches(f"""
        | 花名册 | < | < | < | < |
        | 序号 | 姓名 | 身份证号 | {name} | 联系电话 |
        | 1 |  |  |  |  |
        | 2 |  |  |  |  |
    """)

    assert found["E3"].binding is Binding.SUGGESTED
    assert found["C3"].binding is Binding.AUTO


@pytest.mark.parametrize("name", ["姓名", "户主姓名", "申请人", "患者姓名", "户名"])
def test_a_phone_behind_the_subject_s_name_is_the_subject_s(name: str) -> None:
    """R-MAT-15: the block's own subject leaves no doubt."""
    found = matches(f"""
        | 登记表 | < | < | < |
        | {name} |  | 联系电话 |  |
        | 性别 |  | 民族 |  |
    """)

    assert found["D2"].key == "person.phone"
    assert found["D2"].binding is Binding.AUTO


def test_an_identity_number_behind_a_legal_representative_is_asked() -> None:
    """R-MAT-15: numbers of identity are never taken for the resident's there."""
    found = matches("""
        | 备案表 | < | < | < |
        | 单位名称 |  | 地址 |  |
        | 法定代表人 |  | 身份证号码 |  |
    """)

    assert found["D3"].binding is Binding.SUGGESTED
