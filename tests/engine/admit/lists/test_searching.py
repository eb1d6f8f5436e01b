"""Finding a line in a cadre's own words."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.lists.searching import Entry, found, indexed

NAMES = (
    "征地公告张贴", "低保、特困对象情况反映", "危房安全等级鉴定", "燃气安全入户检测", "矛盾纠纷排查和调解",
    "秸秆禁烧劝导", "河长巡河", "农村厕所管护", "养老机构安全检查", "城乡居民养老保险参保宣传",
)  # fmt: skip
INDEX = indexed([*(Entry(name) for name in NAMES), Entry("红白理事会日常工作", "县民政局 低保台账")])


def first(typed: str) -> str:
    """The name of the best line, "" for none."""
    places = found(INDEX, typed)
    return (*NAMES, "红白理事会日常工作")[places[0]] if places else ""


def test_nothing_typed_means_every_line() -> None:
    """R-LST-05: without words, all lines in their order."""
    assert found(INDEX, "  ") == tuple(range(len(NAMES) + 1))


def test_a_name_goes_before_what_stands_beside_it() -> None:
    """R-LST-05: 低保 in a name is better than 低保 in the ledger of another line."""
    assert [first("低保"), len(found(INDEX, "低保"))] == [NAMES[1], 2]


def test_every_word_must_be_found() -> None:
    """R-LST-05: two words typed mean the line that has both."""
    assert found(INDEX, "养老 检查") == (8,)


def test_a_question_is_understood() -> None:
    """R-LST-05: 请问、归不归村里管 say nothing of the matter; what is left need not be in one piece."""
    assert first("请问危房鉴定归不归村里管") == "危房安全等级鉴定"


def test_initials_and_pinyin_find() -> None:
    """R-LST-06: zdgg and jiegan find what they spell; pinyin counts from the beginning of a syllable."""
    assert [first("zdgg"), first("jiegan"), first("iegan")] == ["征地公告张贴", "秸秆禁烧劝导", ""]


def test_everyday_names_find() -> None:
    """R-LST-06: 五保 finds 特困, 打架 finds 纠纷."""
    assert [first("五保"), first("打架")] == ["低保、特困对象情况反映", "矛盾纠纷排查和调解"]


def test_what_is_on_no_list_is_not_found() -> None:
    """R-LST-06: a thing none of the lines is about finds nothing."""
    assert found(INDEX, "飞机票报销") == ()


@given(st.sampled_from(NAMES))
def test_a_line_is_found_first_by_its_own_name(name: str) -> None:
    """R-LST-05: the whole name of a line finds this line first."""
    assert first(name) == name


@given(st.text(max_size=40))
def test_any_words_may_be_typed(typed: str) -> None:
    """R-LST-05: whatever is typed, places of lines come back, each once."""
    places = found(INDEX, typed)

    assert len(set(places)) == len(places) and set(places) <= set(range(len(NAMES) + 1))
