"""Typefaces by name."""

import pytest

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.print import PrintCode
from qingzhuang.files.print.typefaces import STYLES, chosen


def test_the_typeface_of_the_standard_comes_first() -> None:
    """Where 仿宋_GB2312 and 小标宋 are installed they set text and title, free ones stand in (R-PRT-10)."""
    found = chosen(["Noto Serif CJK SC", "FANGSONG_GB2312", "FZXiaoBiaoSong-B05", "DejaVu Sans"])

    assert found["fangsong"] == ["FangSong_GB2312", "Noto Serif CJK SC"]
    assert found["title"] == ["FZXiaoBiaoSong-B05", "Noto Serif CJK SC"]


@pytest.mark.parametrize("only", ["Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei"])
def test_one_free_typeface_is_enough_for_every_style(only: str) -> None:
    """A machine with any one of the free Chinese typefaces prints every paper (R-PRT-10)."""
    assert chosen([only]) == {style: [only] for style in STYLES}


def test_without_a_chinese_typeface_the_way_out_is_said() -> None:
    """No empty boxes are printed: one sentence says what to install (R-PRT-10)."""
    with pytest.raises(RefusedError) as refused:
        chosen(["DejaVu Sans", "Liberation Serif"])

    assert refused.value.problem.code is PrintCode.NO_CHINESE_TYPEFACE
    assert "fonts-noto-cjk" in refused.value.problem.sentence
