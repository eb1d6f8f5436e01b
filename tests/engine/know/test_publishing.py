"""Profiles: what holds, with what rosters imply, what numbers say and what households are."""

import pytest
from tests.engine.know.claims import TEXT, YES_NO, answer, household, import_of, person
from tests.engine.link.rows import identity

from qingzhuang.engine.catalogue.elements import Catalogue, DataElement, SubjectKind
from qingzhuang.engine.know.applicability import household_membership, not_applicable
from qingzhuang.engine.know.derived import head_of, household_size
from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.engine.know.publishing import publish_household, publish_person
from qingzhuang.engine.know.snapshots import Snapshot, becomes_no, covers, implied_no
from qingzhuang.engine.values.codes import find
from qingzhuang.files.reference.catalogue import load_catalogue

VILLAGE = "360999101205"
DIBAO = "person.dibao"
ROSTER = Snapshot(DIBAO, "民政", "2024-06-30", 7, VILLAGE)
WOMAN = identity("1958-11-20", 22)


def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


def publish(
    claims: dict[str, list[Claim]],
    *,
    region: str = VILLAGE,
    is_resident: bool = True,
    spared: frozenset[int] = frozenset(),
) -> Profile:
    """Person 1 with one complete 低保 roster in the village."""
    return publish_person(
        1,
        claims,
        catalogue=catalogue(),
        region=region,
        is_resident=is_resident,
        snapshots=[ROSTER],
        spared=spared,
    )


def test_a_resident_left_out_of_a_complete_roster_is_a_no() -> None:
    """R-KNW-09: 否, said by the roster's source on its day, in no row."""
    holding = publish({"person.name": [import_of("张立", "2024-01-01")]}).holdings[DIBAO]

    assert holding.claim == Claim("否", "民政", "2024-06-30", 7)


def test_a_listed_resident_stays_a_yes() -> None:
    """R-KNW-09: whom the roster's own import names is not left out."""
    listed = import_of("是", "2024-06-30", source="民政", import_id=7)

    assert publish({DIBAO: [listed]}).holdings[DIBAO].claim == listed


@pytest.mark.parametrize(
    ("region", "is_resident", "spared"),
    [
        ("360999101206", True, frozenset[int]()),
        (VILLAGE, False, frozenset[int]()),
        (VILLAGE, True, frozenset({7})),
    ],
)
def test_a_roster_says_nothing_of_others(region: str, is_resident: bool, spared: frozenset[int]) -> None:
    """R-KNW-10: not of another village, of nobody who only stands in a side column, of nobody in doubt."""
    assert DIBAO not in publish({}, region=region, is_resident=is_resident, spared=spared).holdings


def test_residents_imported_after_the_roster_are_left_out_too() -> None:
    """R-KNW-09: the roster implies by its day and region, not by the order of imports."""
    early = implied_no([ROSTER], [], element=DIBAO, region=VILLAGE, spared=frozenset())

    assert [claim.value for claim in early] == ["否"]


@pytest.mark.parametrize(
    ("wider", "narrower", "is_covered"),
    [
        ("360999101205", "360999101205", True),
        ("360999101000", "360999101205", True),
        ("360999000000", "360999101205", True),
        ("360900000000", "360999101205", True),
        ("360000000000", "360999101205", True),
        ("360999102000", "360999101205", False),
        ("360999101205", "360999101000", False),
    ],
)
def test_regions_cover_what_lies_in_them(wider: str, narrower: str, *, is_covered: bool) -> None:
    """R-KNW-10: the code of a town, ending in zeros, covers its villages."""
    assert covers(wider, narrower) is is_covered


def test_only_who_was_no_no_becomes_one() -> None:
    """Counted for the import's notes: somebody unknown or 是 before, and 否 now."""
    no, yes = (Holding(import_of(value, "2024-01-01")) for value in ("否", "是"))

    assert becomes_no(None, no)
    assert becomes_no(yes, no)
    assert not becomes_no(no, no)
    assert not becomes_no(None, yes)
    assert not becomes_no(None, None)


def element(depends_on: str | None, code: str = "person.dibao_amount") -> DataElement:
    """An element that hangs on a membership."""
    return DataElement(code, "低保金额", "", TEXT, SubjectKind.PERSON, depends_on=depends_on)


def test_what_hangs_on_a_membership_does_not_apply_to_who_is_none() -> None:
    """R-KNW-11: the amount of somebody on no list is neither gap nor guess."""
    assert not_applicable(element(DIBAO), {DIBAO: Holding(import_of("否", "2024-01-01"))})


@pytest.mark.parametrize(
    "holdings",
    [
        {},
        {DIBAO: Holding(import_of("是", "2024-01-01"))},
        {DIBAO: Holding(import_of("否", "2024-01-01"), (import_of("是", "2024-01-01"),))},
    ],
)
def test_a_member_and_an_open_question_leave_it_a_gap(holdings: dict[str, Holding]) -> None:
    """R-KNW-11: unknown and disputed membership decide nothing."""
    assert not not_applicable(element(DIBAO), holdings)


def test_what_hangs_on_nothing_always_applies() -> None:
    """R-KNW-11: most elements apply to everybody."""
    assert not not_applicable(element(None), {DIBAO: Holding(import_of("否", "2024-01-01"))})


def test_the_membership_of_a_role_decides_for_the_role() -> None:
    """R-KNW-11: the guardian's level of disability hangs on the guardian's disability."""
    holdings = {f"{DIBAO}@guardian": Holding(import_of("否", "2024-01-01"))}

    assert not_applicable(element(DIBAO), holdings, role="guardian")
    assert not not_applicable(element(DIBAO), holdings)


def test_a_household_is_a_member_if_one_of_it_is() -> None:
    """R-KNW-12: one 是 makes a 低保 household, whatever the others are."""
    yes, no = (Holding(import_of(value, "2024-01-01")) for value in ("是", "否"))

    assert household_membership(None, [no, yes, None]) == yes
    assert household_membership(yes, [no]) == yes


def test_a_household_is_none_only_if_nobody_can_be_one() -> None:
    """R-KNW-12: 否 needs a 否 of every member; an unknown one leaves it open, a dispute is shown."""
    no = Holding(import_of("否", "2024-01-01"))
    disputed = Holding(no.claim, (import_of("是", "2024-01-01"),))

    assert household_membership(None, [no, no]) == no
    assert household_membership(None, [no, None]) is None
    assert household_membership(None, []) is None
    assert household_membership(None, [no, disputed]) == disputed


def _canonical_sex(word: str) -> str:
    """The label of the catalogue's code list."""
    code_list = catalogue()["person.sex"].domain.code_list
    entry = find(code_list, word) if code_list else None
    assert entry is not None
    return entry.label


def test_birth_date_and_sex_come_with_the_number() -> None:
    """R-KNW-13: whoever says the identity number says both, in the words of the code lists."""
    holdings = publish({"person.id_number": [import_of(WOMAN, "2024-01-01")]}).holdings

    assert holdings["person.birth_date"].claim == import_of("1958-11-20", "2024-01-01")
    assert holdings["person.sex"].claim.value == _canonical_sex("女")


def test_a_number_makes_a_rough_birth_date_precise() -> None:
    """R-KNW-13: the column says the month, the number the day."""
    claims = {
        "person.id_number": [import_of(WOMAN, "2024-01-01")],
        "person.birth_date": [import_of("1958-11", "2024-06-01")],
    }

    assert publish(claims).holdings["person.birth_date"].claim.value == "1958-11-20"


def test_a_column_that_contradicts_the_number_is_a_conflict() -> None:
    """R-KNW-13: one row that says 男 with a woman's number is asked about, not decided."""
    claims = {
        "person.id_number": [import_of(WOMAN, "2024-01-01")],
        "person.sex": [import_of(_canonical_sex("男"), "2024-01-01")],
    }

    assert publish(claims).holdings["person.sex"].is_conflict


def test_an_answer_settles_what_the_number_disputes() -> None:
    """R-KNW-13: the village's word goes before the number too, for it was asked about just this."""
    claims = {
        "person.id_number": [import_of(WOMAN, "2024-01-01")],
        "person.sex": [
            import_of(_canonical_sex("男"), "2024-01-01"),
            answer(_canonical_sex("女"), "2024-02-01"),
        ],
    }

    holding = publish(claims).holdings["person.sex"]

    assert (holding.claim.value, holding.is_conflict) == (_canonical_sex("女"), False)


def test_labels_outside_the_catalogue_are_published_too() -> None:
    """A fact under its label holds like any other."""
    profile = publish_household(
        10, {"label:柑橘株数": [import_of("35", "2024-01-01")]}, catalogue=catalogue(), region=VILLAGE
    )

    assert profile.holdings["label:柑橘株数"].claim.value == "35"


def test_a_household_is_as_big_as_its_residents_are_many() -> None:
    """R-KNW-14: who does not live there is not counted."""
    head = person(1, relation_to_head="户主")

    assert household_size([head, person(2), person(3, is_resident=False)]) == 2


def test_a_household_without_its_head_is_not_counted() -> None:
    """R-KNW-14: no register told of it, or only lists of some people: nobody knows who else lives there."""
    head = person(1, relation_to_head="户主")

    assert household_size([person(1), person(2)]) is None
    assert household_size([head], rosters=frozenset({1})) is None


def test_the_head_is_who_is_said_to_be() -> None:
    """R-KNW-15: by relation; else by the head's name; nobody if two fit."""
    by_relation = [person(1, name="张立", relation_to_head="户主"), person(2, name="李秀")]
    by_name = [person(1, name="张立"), person(2, name="李秀")]
    twice = [person(1, name="张立"), person(2, name="张立")]

    assert head_of(household(), by_relation) == by_relation[0]
    assert head_of(household(head_name="李秀"), by_name) == by_name[1]
    assert head_of(household(head_name="张立"), twice) is None
    assert head_of(household(), by_name) is None


def test_of_two_who_call_themselves_head_the_named_one_is() -> None:
    """R-KNW-15: the head's name decides between two."""
    members = [
        person(1, name="张立", relation_to_head="户主"),
        person(2, name="李秀", relation_to_head="户主"),
    ]

    assert head_of(household(head_name="李秀"), members) == members[1]


def test_yes_and_no_are_two_meanings() -> None:
    """R-KNW-03: 是 and 否 of one day are a conflict."""
    claims = [import_of("是", "2024-01-01"), import_of("否", "2024-01-01", source="民政", import_id=2)]

    profile = publish_person(1, {DIBAO: claims}, catalogue=catalogue(), region=VILLAGE)

    assert profile.holdings[DIBAO].is_conflict
    assert catalogue()[DIBAO].domain.kind is YES_NO.kind
