"""Which household is which."""

from tests.engine.link.rows import home_id, id_of, identity, said, village

from qingzhuang.engine.link.decision import Decision, Outcome
from qingzhuang.engine.link.households import group_key
from qingzhuang.engine.link.linker import Linker
from qingzhuang.engine.problems.link import LinkCode

ZHANG = identity("1956-03-08", 11)
LI = identity("1958-11-20", 22)
SON = identity("1985-06-01", 33)
WANG = identity("1970-07-07", 35)

KNOWN_ZHANG = said(name="张立", id=ZHANG, no="001", head="张立", head_id=ZHANG)
KNOWN_LI = said(3, name="李秀", id=LI, no="001", head="张立", head_id=ZHANG)


def linker() -> Linker:
    """A village of one household, 张立 and 李秀."""
    return village(KNOWN_ZHANG, KNOWN_LI)


# Ids are given out in the same order every time.
ZHANG_ID, HOME = id_of(linker(), "张立"), home_id(linker(), "张立")


def home_of(decision: Decision) -> int | None:
    """Household of a decision that is no question."""
    assert decision.household is not None
    assert decision.household.outcome is not Outcome.DOUBTFUL
    return decision.household.subject_id


def test_one_household_number_is_one_household() -> None:
    """R-LNK-07: 户号 agrees: the same household, also for a member not known before."""
    assert home_of(linker().decide([said(name="张明", id=SON, no="001")])[0]) == HOME


def test_one_number_with_two_heads_is_a_question() -> None:
    """R-LNK-07: village serials are no 户号: the same number under a stranger's head is asked."""
    decision = linker().decide([said(name="王军", id=WANG, no="001", head="王军")])[0]

    assert decision.household is not None
    assert (decision.household.outcome, decision.household.candidates) == (Outcome.DOUBTFUL, (HOME,))
    assert decision.household.why is not None
    assert decision.household.why.code is LinkCode.SAME_NO_OTHER_HEAD


def test_a_new_head_out_of_the_family_keeps_the_household() -> None:
    """R-LNK-07: after the old head's death his widow heads the same household."""
    decision = linker().decide([said(name="李秀", id=LI, no="001", head="李秀", relation="户主")])[0]

    assert home_of(decision) == HOME


def test_the_heads_number_finds_the_household() -> None:
    """R-LNK-08: without 户号 the head's identity number tells which household it is."""
    row = said(head="张立", head_id=ZHANG, area="120", is_household_row=True)

    assert home_of(linker().decide([row])[0]) == HOME


def test_members_find_the_household() -> None:
    """R-LNK-09: a family with neither 户号 nor known head lives where its members live."""
    rows = [said(2, name="李秀", id=LI, family="row:2"), said(3, name="张明", id=SON, family="row:2")]

    assert {home_of(decision) for decision in linker().decide(rows)} == {HOME}


def test_a_person_alone_brings_his_household() -> None:
    """R-LNK-09: a row that tells no household speaks of its person's."""
    assert home_of(linker().decide([said(name="李秀", id=LI, area="120")])[0]) == HOME


def test_nobodys_household_stays_open() -> None:
    """R-LNK-09: somebody new in a row that tells no household has none yet."""
    assert linker().decide([said(name="张明", id=SON, area="120")])[0].household is None


def test_the_heads_name_finds_the_household_if_it_is_the_only_one() -> None:
    """R-LNK-10: without 户号 the head's name tells the household, if one alone has such a head."""
    assert home_of(linker().decide([said(head="张立", area="120", is_household_row=True)])[0]) == HOME


def test_two_heads_of_one_name_are_a_question() -> None:
    """R-LNK-10: two households have a head 张立; nobody guesses which."""
    known = village(KNOWN_ZHANG, said(9, name="王军", head="张立", head_id=WANG, group="2组"))
    homes = sorted(filter(None, (home_id(known, "张立"), home_id(known, "王军"))))

    decision = known.decide([said(head="张立", area="120", is_household_row=True)])[0]

    assert decision.household is not None
    assert (decision.household.outcome, decision.household.candidates) == (Outcome.DOUBTFUL, tuple(homes))


def test_heads_of_one_name_in_two_groups_are_two_households() -> None:
    """R-LNK-10: another 村民小组 is another household."""
    known = village(said(head="张立", group="1组", is_household_row=True))

    decision = known.decide([said(head="张立", group="2组", is_household_row=True)])[0]

    assert decision.household is not None
    assert decision.household.outcome is Outcome.NEW


def test_spellings_of_a_group_are_one_group() -> None:
    """R-LNK-10: 三组, 3组 and 第三村民小组 contradict nothing."""
    spellings = ("3组", "三组", "第三村民小组", "东河村三组", "03组", "３组")

    assert {group_key(spelling) for spelling in spellings} == {"3组"}
    assert group_key("东河村二十一组") == "21组"


def test_book_number_and_household_number_are_two_numberings() -> None:
    """R-LNK-07: the number of the 户口本 finds its household, and contradicts no 户号."""
    known = village(said(name="张立", no="001", book="5566", head="张立"))
    home = home_id(known, "张立")

    decisions = known.decide(
        [said(name="张明", id=SON, book="5566"), said(3, name="李秀", id=LI, book="001")]
    )

    assert home_of(decisions[0]) == home
    assert home_of(decisions[1]) != home


def test_two_numbering_systems_do_not_split_a_family() -> None:
    """R-LNK-09: another 户号 with the same head and a member of his is the same household."""
    assert home_of(linker().decide([said(name="张立", id=ZHANG, no="9001", head="张立")])[0]) == HOME


def test_a_member_who_left_founds_a_household() -> None:
    """R-LNK-09: another 户号 and another head are another household, although the person is known here."""
    decision = linker().decide([said(name="李秀", id=LI, no="002", head="李秀妹")])[0]

    assert decision.household is not None
    assert decision.household.outcome is Outcome.NEW


def test_blocks_of_one_head_are_one_household() -> None:
    """R-LNK-10: a roster sorted by age scatters a family; 户主 brings it together."""
    rows = [
        said(2, name="张立", id=ZHANG, head="张立", family="head:2"),
        said(3, name="王军", id=WANG, head="王军", family="head:3"),
        said(4, name="李秀", id=LI, head="张立", family="head:4"),
    ]

    homes = [home_of(decision) for decision in Linker().decide(rows)]

    assert homes[0] == homes[2] != homes[1]


def test_two_blocks_with_two_heads_of_one_name_are_two_households() -> None:
    """R-LNK-08: both blocks are headed by a 张立, but their identity numbers differ."""
    rows = [
        said(2, name="张立", id=ZHANG, head="张立", relation="户主", family="head:2"),
        said(3, name="张立", id=WANG, head="张立", relation="户主", family="head:3"),
    ]

    homes = [home_of(decision) for decision in Linker().decide(rows)]

    assert homes[0] != homes[1]


def test_a_household_row_brings_its_head_if_he_has_a_number() -> None:
    """A household list names its head; with a number he is a person, without one only a known member is."""
    numbered = said(name="王军", id=WANG, head="王军", head_id=WANG, is_household_row=True)
    named = said(name="赵强", head="赵强", is_household_row=True)

    decisions = linker().decide([numbered, named])

    assert decisions[0].person is not None
    assert decisions[1].person is None


def test_a_household_row_speaks_of_the_member_who_heads_it() -> None:
    """R-LNK-03: the head named in a household row is the household's member of that name."""
    decision = linker().decide([said(name="张立", head="张立", area="120", is_household_row=True)])[0]

    assert decision.person is not None
    assert decision.person.subject_id == ZHANG_ID
