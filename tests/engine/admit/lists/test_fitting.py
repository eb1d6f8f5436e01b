"""The line that an application's title means."""

import pytest
from tests.engine.admit.lists.drawn import duty

from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.lists.fitting import best_duty

DUTIES = [
    duty("高龄津贴年审", ListClass.SUPPORT),
    duty("企业安全生产检查", ListClass.NOT_OURS),
    duty("自建房安全隐患报告"),
    duty("消防安全和用电安全宣传"),
    duty("秸秆禁烧劝导", ListClass.SUPPORT),
]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2026年四季度高龄津贴核定表", "高龄津贴年审"),
        ("关于报送企业安全生产检查情况月报的通知", "企业安全生产检查"),
        ("自建房安全隐患排查统计表", "自建房安全隐患报告"),
        ("秸秆禁烧巡查台账", "秸秆禁烧劝导"),
    ],
)
def test_a_title_finds_its_line(title: str, name: str) -> None:
    """R-LST-07: year, round and 核定表 say nothing; what the form is about does."""
    best = best_duty(title, DUTIES)

    assert best is not None and best[0].name == name and 0.45 <= best[1] <= 1


@pytest.mark.parametrize("title", ["微信公众号关注情况统计", "农产品价格周报", "", "情况统计表"])
def test_a_title_of_nothing_listed_finds_none(title: str) -> None:
    """R-LST-07: no line is better than a wrong one."""
    assert best_duty(title, DUTIES) is None
