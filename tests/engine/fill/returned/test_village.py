"""Which village a form names."""

import pytest

from qingzhuang.engine.fill.returned.village import _names_another


@pytest.mark.parametrize(
    ("word", "is_other"),
    [
        *(("青禾村", False), ("青禾村委会", False), ("青禾村民委员会", False), ("某镇青禾村", False)),
        *(
            ("某镇人民政府", False),
            ("村委会", False),
            ("东塘村", True),
            ("东塘社区", True),
            ("某镇东塘村", True),
        ),
    ],
)
def test_only_another_village_is_another(word: str, is_other: bool) -> None:
    """R-RET-09: 村委会 and the township in front are still this village; a township names none."""
    assert _names_another(word, "青禾村") is is_other
