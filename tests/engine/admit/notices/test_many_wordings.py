"""The same matters in the many wordings of notices: right numbers, wrong numbers, none. Rule R-NTC-03."""

import time
from collections import Counter

import pytest
from tests.engine.admit.admissions import QINGHE, TODAY, matter

from qingzhuang.engine.admit.domain import Frequency
from qingzhuang.engine.admit.notices.answering import answer, photo_answer
from qingzhuang.engine.admit.notices.answers import Answer, Verdict
from qingzhuang.engine.admit.notices.reading import read_notice
from qingzhuang.engine.admit.notices.register import register_of
from qingzhuang.engine.problems.notices import NoticesCode as Code

TITLES = """
高龄津贴核定表 养老机构消防排查表 水库安全度汛巡查台账 村级集体资产清查统计表 退役军人优待证发放登记表
城乡居民医保未参保人员名单 农村厕所革命问题厕所摸底表 春季动物防疫免疫登记表 撂荒地复耕复种进度表
困难群众走访慰问台账 燃气使用场所排查表 残疾人证换发登记表 农机购置补贴申请表 河道清四乱整治台账
独居老人探访关爱记录表 义务教育控辍保学花名册 粮食直补面积核实表 党员发展对象名册 2026年人口抽样调查表
""".split()
WORDINGS = (
    "请各村于11月28日前将《{title}》报至民政办，{number}。",
    "各村：现将{title}发给你们，请于周五下班前填好报镇民政办。（{number}）\n青山县民政局\n2026年11月20日",
    "@所有人 {title}今天下班前交，{number}",
    "{number}\n{title}\n请核对预填的内容，补齐空格。",
    "关于填报{title}的通知\n各村（社区）：\n请做好{title}填报工作。准入编号：{number}。电话0792-2026031。",
    "【县民政局】{title}（{number}）已下发平台，请登录补缺项，谢谢！",
    "按照县里要求，请组织网格员入户核实，填写《{title}》（{number}），不用打卡、不用截图。",
    "转发：{number} {title} 请收到的村尽快填，有问题打电话",
    "《{title}》{number} 有效期至2026年12月31日 制表机关：县民政局",
    "麻烦各位把{title}发我一下，编号{number}，辛苦了",
    "本月{title}开始填了，每月28日前更新，{number}",
)
REGISTER = register_of(
    matter(seq, title, frequency=Frequency.MONTHLY) for seq, title in enumerate(TITLES, start=1)
)


def told(wording: str, title: str, number: str) -> Answer:
    """What the clerk is told of this wording."""
    text = wording.format(title=title, number=number)
    return answer(read_notice(text), admitted=REGISTER, on=TODAY, region=QINGHE)


@pytest.mark.parametrize("wording", WORDINGS)
def test_the_right_number_is_admitted_in_every_wording(wording: str) -> None:
    """Each matter with its own number is 已准入, whatever stands around it."""
    verdicts = Counter(told(wording, each.title, str(each.number)).verdict for each in REGISTER.admitted)

    assert verdicts == {Verdict.ADMITTED: len(TITLES)}


@pytest.mark.parametrize("wording", WORDINGS)
def test_the_number_of_another_matter_is_never_admitted(wording: str) -> None:
    """Each matter with the numbers of its neighbours is 有号不作数 (R-NTC-05)."""
    verdicts = Counter(
        told(wording, each.title, str(REGISTER.admitted[place - shift].number)).verdict
        for place, each in enumerate(REGISTER.admitted)
        for shift in (1, 5)
    )

    assert verdicts == {Verdict.NOT_VALID: 2 * len(TITLES)}


@pytest.mark.parametrize("wording", WORDINGS)
def test_without_its_number_the_matter_is_shown(wording: str) -> None:
    """Each matter without a number is 说不准, and it is the first one shown (R-NTC-04)."""
    found = [told(wording, title, "") for title in TITLES]

    assert {each.verdict for each in found} == {Verdict.UNSURE}
    assert [each.candidates[0].admitted.title for each in found] == TITLES


def test_a_large_register_is_searched_quickly() -> None:
    """Of 5,000 matters, a notice is answered within 20 ms once the register is ready (R-NTC-10)."""
    register = register_of(matter(seq, f"{TITLES[seq % 19][:-1]}第{seq}号表") for seq in range(1, 5001))
    notices = [read_notice(wording.format(title="村医工资统计表", number="")) for wording in WORDINGS[:5]]

    seconds = []
    for notice in notices:
        start = time.perf_counter()
        answer(notice, admitted=register, on=TODAY, region=QINGHE)
        seconds.append(time.perf_counter() - start)

    assert min(seconds) <= 0.020


def test_a_photo_is_not_read() -> None:
    """Of a photo it is said that nobody here reads it (R-NTC-07)."""
    found = photo_answer()

    assert (found.verdict, found.reason.code) == (Verdict.UNSURE, Code.IN_PICTURE)
    assert not found.may_refuse
