"""Traditional forms and forms that speak to the reader bind like any other."""

import pytest

from qingzhuang.engine.read.layout import Field, FieldKind, SheetKind, SheetLayout
from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.read.matching import match_fields, match_label
from qingzhuang.engine.read.simplify import written_simply
from qingzhuang.engine.read.traditional import simplified
from qingzhuang.files.reference.catalogue import load_catalogue

CATALOGUE = load_catalogue(None)


def layout_of(*labels: str, title: str = "") -> SheetLayout:
    """A card with these labels, one blank each."""
    fields = tuple(
        Field(row, 2, label, (label,), FieldKind.CELL) for row, label in enumerate(labels, start=2)
    )
    return SheetLayout("Sheet1", SheetKind.CARD, fields, title=title)


def test_a_traditional_form_binds_as_its_simplified_twin() -> None:
    """組織機構代碼 beside 聯繫電話 asks for what 组织机构代码 and 联系电话 ask for (R-MAT-40)."""
    traditional = layout_of("組織機構代碼", "單位名稱", "聯繫電話", "申請原因", title="許可申請表")
    simple = layout_of("组织机构代码", "单位名称", "联系电话", "申请原因", title="许可申请表")

    matches = [match_fields(layout, catalogue=CATALOGUE) for layout in (traditional, simple)]

    assert [match.key for match in matches[0]] == [match.key for match in matches[1]]
    assert [match.binding for match in matches[0]] == [match.binding for match in matches[1]]


def test_a_simplified_form_is_left_as_it_is() -> None:
    """Nothing is copied where nothing is to be changed (R-MAT-40)."""
    layout = layout_of("姓名", "身份证号")

    assert written_simply(layout) is layout


@pytest.mark.parametrize(
    ("traditional", "simple"),
    [
        ("與戶主關係", "与户主关系"),
        ("殘疾證號", "残疾证号"),
        ("銀行賬號", "银行账号"),
        ("籌資標準", "筹资标准"),
    ],
)
def test_characters_of_labels_are_written_simply(traditional: str, simple: str) -> None:
    """Each character has one reading (R-MAT-40)."""
    assert simplified(traditional) == simple


@pytest.mark.parametrize("label", ["您的姓名", "您的年龄", "驾驶人姓名", "共同生活家庭成员姓名"])
def test_a_question_to_the_reader_is_about_the_person(label: str) -> None:
    """您的 and the name of the certificate's holder add nothing (R-MAT-41)."""
    match = match_label(label, catalogue=CATALOGUE)

    assert match.binding is Binding.AUTO
    assert match.element in ("person.name", "person.age")
