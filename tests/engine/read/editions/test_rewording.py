"""What is proposed as the same thing in other words, and what must not be."""

import pytest
from tests.engine.read.editions.drawn import compared, field, told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("年末总户数", "年底总户数"),
        ("年末常住人口", "常住人口（年末）"),
        ("粮食总产量", "粮食产量"),
        ("外出务工人数", "外出务工人员数量"),
        ("致贫主要原因", "主要致贫原因"),
        ("60岁以上老年人数", "60周岁及以上老人数"),
        ("是否通硬化路", "是否通硬化公路"),
    ],
)
def test_other_words_are_proposed(old: str, new: str) -> None:
    """Synonyms, word order and brackets are proposed, and not carried by themselves (R-EDI-04)."""
    found = compared(["村名", old, "备案号"], ["村名", new, "备案号"])

    assert (told(found.reworded), len(found.same), found.asked) == ([(old, new)], 2, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(("外出男性人数", "外出女性人数"), ("60岁以上老年人数", "65岁以上老年人数")),
        *(
            ("60岁以上人数", "60岁以下人数"),
            ("本年增加人数", "本年减少人数"),
            ("本年贷款余额", "上年贷款余额"),
        ),
        *(("月补助标准", "年补助标准"), ("受益户数", "受益人数"), ("党员人数", "其中：党员人数")),
        *(
            ("通自来水户数", "未通自来水户数"),
            ("父亲工作单位", "母亲工作单位"),
            ("合同起始日期", "合同终止日期"),
        ),
        *(("新增贷款金额", "累计贷款金额"), ("2023年收入", "2024年收入"), ("水田面积", "旱田面积")),
        *(("学生姓名", "家长姓名"), ("生猪出栏头数", "生猪存栏头数"), ("粮食面积", "粮食产量")),
    ],
)
def test_a_small_word_that_changes_all_is_not_proposed(old: str, new: str) -> None:
    """Labels that differ in a telling word or number are gone and new, even in the same place (R-EDI-05)."""
    found = compared(["村名", old, "备案号"], ["村名", new, "备案号"])

    assert (told(found.reworded), told(found.same)) == ([], [("村名", "村名"), ("备案号", "备案号")])


def test_another_unit_is_no_rewording() -> None:
    """Like words with another unit are not proposed (R-EDI-04)."""
    assert compared([field("粮食总产量", "吨")], [field("粮食产量", "公斤")]).reworded == ()


def test_two_equally_likely_partners_are_not_proposed() -> None:
    """Where two new labels are equally like an old one, neither is proposed (R-EDI-04)."""
    found = compared(["村名", "卫生室面积"], ["村名", "卫生室的面积", "卫生室之面积"])

    assert found.reworded == ()


def test_what_the_catalogue_tells_apart_is_no_rewording() -> None:
    """Labels surely bound to two elements are not proposed (R-EDI-04)."""
    old, new = field("联络电话", meaning="person.phone"), field("联系电话", meaning="contact.phone")

    assert compared([old], [new]).reworded == ()
