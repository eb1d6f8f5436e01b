"""Which known forms ask what an application asks."""

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.admit.comparing.drawing import CATALOGUE, asked, known_form

from qingzhuang.engine.admit.comparing.domain import KnownForm, Overlap
from qingzhuang.engine.admit.comparing.index import build_index
from qingzhuang.engine.admit.comparing.terms import title_likeness, words_of
from qingzhuang.engine.admit.domain import AskedField, Kind

WHO = (("姓名", "person.name"), ("身份证号", "person.id_number"), ("联系电话", "person.phone"))
HOUSE = (
    ("房屋结构", "house.structure"),
    ("建成年份", "house.built_year"),
    ("是否危房", "house.is_dangerous"),
)
LAND = (("耕地面积", "household.farmland"), ("补贴面积", "household.subsidy_area"))


def near(
    *forms: KnownForm, fields: tuple[tuple[str, str], ...], title: str = "摸排", kind: Kind = Kind.FORM
) -> tuple[Overlap, ...]:
    """What an index of these forms finds."""
    index = build_index(forms, catalogue=CATALOGUE)
    asked_fields = [asked(label, key) if key else AskedField(label) for label, key in fields]
    return index.similar(asked_fields, title=title, kind=kind)


def test_the_form_that_shares_most_comes_first() -> None:
    """R-DUP-09: of all known forms the one that asks the same fields is named first, as an overlap."""
    found = near(
        known_form("种粮补贴", *WHO, *LAND), known_form("农房排查", *WHO, *HOUSE), fields=(*WHO, *HOUSE)
    )

    assert [(each.form.id, each.is_overlap) for each in found] == [("农房排查", True)]


def test_names_alone_are_no_overlap() -> None:
    """R-DUP-11: two forms that share only who it is do not overlap, not even where there is no third."""
    found = near(known_form("种粮补贴", *WHO, *LAND), fields=(*WHO, *HOUSE))

    assert not any(each.is_overlap for each in found)


def test_shared_fields_stand_side_by_side() -> None:
    """An overlap shows each shared field with the label here and the label there."""
    found = near(known_form("农房排查", *HOUSE), fields=(("结构类型", "house.structure"), *HOUSE[1:]))

    assert ("结构类型", "房屋结构") in [(each.here, each.there) for each in found[0].shared]


def test_unknown_labels_meet_by_their_words() -> None:
    """R-DUP-10: a label nobody knows is found again without brackets and 是否."""
    theirs = (("燃气报警器", ""), ("适老化改造意愿", ""))
    found = near(
        known_form("老人居住", *theirs), fields=(("是否有燃气报警器（√）", ""), ("适老化改造意愿情况", ""))
    )

    assert (len(found[0].shared), found[0].is_overlap) == (1, False)


def test_unknown_labels_with_a_known_spelling_meet_the_element() -> None:
    """R-DUP-10: a label left unbound still meets the element whose spelling it is."""
    found = near(known_form("农房排查", ("房屋结构", ""), *HOUSE[1:]), fields=HOUSE)

    assert len(found[0].shared) == 3


def test_one_word_for_two_elements_is_not_shared() -> None:
    """R-DUP-10: 月标准 of one allowance is not 月标准 of another, where both are known."""
    found = near(
        known_form("特困供养", ("月标准", "person.tekun_amount"), *LAND),
        fields=(("月标准", "person.elder_allowance_amount"), *LAND),
    )

    assert [each.here for each in found[0].shared] == [label for label, _ in LAND]


def test_without_fields_titles_of_one_kind_are_compared() -> None:
    """R-DUP-09: a meeting meets meetings of its title, and no form of the same title."""
    forms = (known_form("秸秆禁烧工作会议", kind=Kind.MEETING), known_form("秸秆禁烧工作会议表", *WHO))
    found = near(*forms, fields=(), title="关于秸秆禁烧工作会议的通知", kind=Kind.MEETING)

    assert [(each.form.id, each.is_overlap) for each in found] == [("秸秆禁烧工作会议", True)]


def test_the_sheets_own_blanks_are_not_shared() -> None:
    """R-DUP-01: 备注 on both forms is nothing they share."""
    found = near(
        known_form("种粮补贴", ("备注", "record.remark"), *LAND), fields=(("备注", "record.remark"), *LAND)
    )

    assert (found[0].n_asked, len(found[0].shared)) == (2, 2)


def test_the_same_title_makes_less_enough() -> None:
    """R-DUP-12: four tenths of the fields are an overlap where the title is the same."""
    fields = (*HOUSE, *LAND)
    found = near(known_form("2025年农房安全排查表", *LAND), fields=fields, title="农房安全排查登记表")

    assert found[0].title_likeness == 1.0
    assert found[0].is_overlap is (found[0].covered >= 0.4)


def test_a_matter_is_not_its_own_duplicate() -> None:
    """The application's own entry in the index is left out."""
    index = build_index([known_form("农房排查", *HOUSE)], catalogue=CATALOGUE)
    fields = [asked(label, key) for label, key in HOUSE]

    assert index.similar(fields, title="农房排查", kind=Kind.FORM, leave_out="农房排查") == ()


def test_an_empty_index_finds_nothing() -> None:
    """A county that has admitted nothing yet has no overlaps."""
    assert near(fields=HOUSE) == ()


CODES = st.lists(st.sampled_from(sorted(CATALOGUE.elements)), min_size=1, max_size=12, unique=True)


@given(st.lists(CODES, min_size=1, max_size=40), CODES, st.integers(1, 5))
def test_no_form_left_out_covers_more(forms: list[list[str]], codes: list[str], most: int) -> None:
    """R-DUP-09: what comes first covers as much as any form does, but for the rounding of the sums."""
    known = [known_form(f"表{at}", *((code, code) for code in each)) for at, each in enumerate(forms)]
    index = build_index(known, catalogue=CATALOGUE)
    fields = [asked(code, code) for code in codes]
    best = index.similar(fields, title="", kind=Kind.FORM, most=most)
    every = index.similar(fields, title="", kind=Kind.FORM, most=len(known))

    covered = [max((each.covered for each in found), default=0) for found in (best, every)]
    assert covered[0] >= covered[1] - 0.05


def test_titles_are_compared_without_their_frame() -> None:
    """R-DUP-12: year, 关于…的通知 and 登记表 do not make titles unlike; the subject does."""
    assert title_likeness("关于2026年农房排查登记表", "农房排查花名册") == 1.0
    assert title_likeness("种粮补贴登记表", "农房排查登记表") == 0.0


def test_a_missing_title_is_like_nothing() -> None:
    """R-DUP-12: two matters without a title are not two of the same title."""
    assert title_likeness("", "") == 0.0


def test_words_keep_what_tells_labels_apart() -> None:
    """R-DUP-10: what is compared is not emptied by stripping it."""
    assert (words_of("情况"), words_of("是否"), words_of("健康状况")) == ("情况", "是否", "健康")
