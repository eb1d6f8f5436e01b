"""What is known of many at once is what is known of each."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.fill.drawn import DAY, disputed, household, id_number, person, village

from qingzhuang.engine.fill.answers import Known
from qingzhuang.engine.fill.knowing import known_values, people_of
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Holding, Profile

KEYS = (
    *("person.name", "person.sex", "person.birth_date", "person.age", "person.dibao", "person.dibao_type"),
    *("household.head_name", "household.head_phone", "household.no", "household.size", "place.group"),
    *("place.town", "place.village", "contact.name", "guardian.phone", "person.phone@father", "label:备注"),
    *("person.phone@head", "person.name@member1"),
)
_SAID: Mapping[str, tuple[str, ...]] = {
    "name": ("赵甲", "钱乙"),
    "sex": ("男", "女"),
    "id_number": (id_number("1960-03-07", 1), id_number("2001-12-31", 2)),
    "birth_date": ("1960", "1960-03", "1960-03-07"),
    "relation_to_head": ("户主", "配偶", "子", "父亲"),
    "phone": ("13800000001", "13800000002"),
    "dibao": ("是", "否"),
    "dibao_type": ("A类", "B类"),
    "contact__name": ("孙丙",),
    "guardian__phone": ("13800000003",),
    "place__town": ("清河镇", "东塘镇"),
    "place__group": ("1组", "2组"),
    "household__no": ("001", "002"),
    "household__head_name": ("赵甲", "李丁"),
}
_VALUES = st.fixed_dictionaries({}, optional={key: st.sampled_from(said) for key, said in _SAID.items()})
_MORE = st.sampled_from(({}, {"label:备注": disputed("一", "二")}, {"person.name": disputed("赵甲", "赵乙")}))


@st.composite
def books(draw: st.DrawFn) -> VillageBook:
    """A village of two households and up to four people, who say this or that of themselves."""
    homes: list[Profile] = [household(10 + at, **draw(_VALUES)) for at in range(draw(st.integers(0, 2)))]
    people = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        more: Mapping[str, Holding] = draw(_MORE)
        home = draw(st.sampled_from((None, 10, 11)))
        people.append(person(number, home=home, more=more, **draw(_VALUES)))
    return village(*people, *homes)


@pytest.mark.parametrize("key", KEYS)
@given(book=books())
def test_many_at_once_are_told_what_each_is_told(key: str, book: VillageBook) -> None:
    """A value that is told of many at once is the one that looking up each of them tells."""
    for subjects in (book.people, book.households):
        told = known_values(book, people_of(subjects), key, on=DAY)

        for subject, value in zip(subjects, told, strict=True):
            answer = look_up(book, subject, key, on=DAY)
            assert value is None or answer == Known(
                value, answer.claim if isinstance(answer, Known) else None
            )


@pytest.mark.parametrize("key", [key for key in KEYS if "@" not in key])
@given(book=books())
def test_a_plain_word_of_ones_own_is_told_at_once(key: str, book: VillageBook) -> None:
    """What a person himself says in full is not looked up one by one: it is told of many at once."""
    own = [p for p in book.people if key in p.holdings and not p.holdings[key].is_conflict]
    told = known_values(book, people_of(own), key, on=DAY)

    for subject, value in zip(own, told, strict=True):
        answer = look_up(book, subject, key, on=DAY)
        is_rough = key == "person.birth_date" and len(subject.holdings[key].claim.value) < 10
        assert is_rough or value == (answer.value if isinstance(answer, Known) else None)
