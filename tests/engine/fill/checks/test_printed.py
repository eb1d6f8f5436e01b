"""Relations found in printed text, and texts that hold none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.fill.checks.printed import Relation, plain_code, relations_in


def told(text: str) -> list[str]:
    """The relations of a text in one plain writing: 1=2+3-4."""
    return [f"{_side(r.left)}{r.sign}{_side(r.right)}" for r in relations_in(text)]


def _side(terms: tuple[object, ...]) -> str:
    return "".join(f"{'-' if t.is_minus else '+'}{t.name}" for t in terms).removeprefix("+")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01=02+03+04+05", ["01=02+03+04+05"]),
        ("1列=2列+5列", ["1=2+5"]),
        ("第3栏≥第4栏", ["3>=4"]),
        ("（1）=（2）+（3）", ["1=2+3"]),
        ("(1)=(2)-(3)。", ["1=2-3"]),
        ("①＝②＋③", ["1=2+3"]),
        ("A=B+C", ["A=B+C"]),
        ("合计=男+女", ["合计=男+女"]),
        ("2.表内关系：1=2+3+…+6；7≤1", ["1=2+3+4+5+6", "7<=1"]),
        ("01=02+...+04", ["01=02+03+04"]),
        ("1=2+3=4+5", ["1=2+3", "1=4+5"]),
        ("2+3=1", ["1=2+3"]),
        ("第5栏不大于第2栏", ["5<=2"]),
        ("第5栏等于第2栏加第3栏", ["5=2+3"]),
        ("逻辑关系 3行 = 4行 - 5行", ["3=4-5"]),
        ("列关系：01=02+03，行关系：1=2+3；", ["01=02+03", "1=2+3"]),
        ("小计\n3=1+2", ["3=1+2"]),
        ("说明：总人口=常住人口+外出人口。", ["总人口=常住人口+外出人口"]),
    ],
)
def test_relations_are_read_in_many_styles(text: str, expected: list[str]) -> None:
    """R-CHK-04: codes with and without 列, 栏, 行, brackets and circles; =, ≥, ≤ and their words; labels."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024=2023+1",
        "2024年1月=30天",
        "电话=0797-8234567",
        "联系电话：0797-8234567",
        "1.本表由村填写，2.镇审核。",
        "单价=10元",
        "1=是，2=否",
        "1=男 2=女",
        "1=2人",
        "成绩>60",
        "年龄≥60岁",
        "收入=单价×数量",
        "1亩=666.67平方米",
        "1公顷=15亩",
        "10=5+5元",
        "图1-2=3",
        "3.5=1+2",
        "A4=210mm",
        "1=2*3",
        "1=2+3*4",
        "男=1",
        "=",
        "a=b",
        "第1栏等于第2栏的50%",
        "身份证号=18位",
        "https://example.cn/?a=1+2",
        "1=1+2",
    ],
)
def test_texts_that_only_look_like_relations_give_none(text: str) -> None:
    """R-CHK-05: years, telephones, prices, code lists, units and products are no relations."""
    assert told(text) == []


@given(
    st.lists(st.integers(1, 60), min_size=3, max_size=9, unique=True), st.sampled_from(["", "列", "栏", "行"])
)
def test_any_sum_of_codes_is_read(codes: list[int], kind: str) -> None:
    """Whatever the codes, each term is found once and in order."""
    named = [f"{code}{kind}" for code in codes]
    text = f"说明：{named[0]}={'+'.join(named[1:])}；"

    assert told(text) == [f"{codes[0]}={'+'.join(map(str, codes[1:]))}"]


@given(st.text(alphabet="0123456789=+-≥≤<>（）()第列栏行A合计男女，。；…. 元", max_size=60))
def test_any_text_is_read_without_a_word(text: str) -> None:
    """Whatever is printed, the reader ends and its relations name each term once."""
    for relation in relations_in(text):
        assert isinstance(relation, Relation)
        names = [term.name for term in (*relation.left, *relation.right)]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "code"),
    [("（3）", "3"), ("第12栏", "12"), ("①", "1"), ("01", "01"), ("B", "B"), ("三", ""), ("3人", "")],
)
def test_codes_are_bare(text: str, code: str) -> None:
    """A code without its brackets and words; 01 stays 01."""
    assert plain_code(text) == code


@pytest.mark.parametrize(
    "piece",
    [
        "1+",
        "1 + ",
        "=1",
        " ",
        "（",
        "1-第 ",
        "男+",
        "男 + 女 ",
        "合计=男",
        "1…",
        "第1栏+",
        "A=B+C ",
        ".",
        "①",
        "=",
        "≥ 1 ",
    ],
)
def test_hostile_notes_are_read_soon(piece: str) -> None:
    """R-CHK-05: the longest text that a cell holds is read at once, whatever it repeats."""
    begun = time.process_time()
    relations_in("1=" + piece * (32_000 // len(piece)))
    plain_code(piece * (32_000 // len(piece)))

    assert time.process_time() - begun < 2
