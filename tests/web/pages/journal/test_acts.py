"""Every act that can stand in the journal has a name in Chinese."""

import ast

from tests.house.tree import modules, syntax

from qingzhuang.web.pages.journal.acts import ACT_NAMES


def _acts() -> set[str]:
    """Every text in the actions that names an act: `room.function`."""
    return {
        keyword.value.value
        for path in modules("src/qingzhuang/actions")
        for call in ast.walk(syntax(path))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "record"
        for keyword in call.keywords
        if keyword.arg == "action"
        if isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str)
    }


def test_every_act_has_a_name_in_chinese() -> None:
    """The auditor reads words, not the code's names."""
    assert _acts() <= set(ACT_NAMES)


def test_no_name_stands_for_nothing() -> None:
    """A name whose act is gone is gone too; two acts are chosen between at run time."""
    assert set(ACT_NAMES) - _acts() == {"fill.fetch_filled", "fill.look_at_filled"}
