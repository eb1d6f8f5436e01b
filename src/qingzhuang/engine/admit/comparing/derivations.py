"""Which elements follow from which others, so that nobody need be asked."""

from collections.abc import Iterator

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.keys import BIRTH_DATE, HEAD_NAME, ID_NUMBER, NAME, PHONE, RELATION
from qingzhuang.engine.fill.derived import AREA_RULES

# Where the application lands tells these; the region table holds them (R-DUP-05).
KNOWN_OF_THE_PLACE = frozenset(
    {*AREA_RULES, "place.province", "place.city", "place.county", "place.town", "place.village"}
)
# Element → sets of elements; one set held is enough. GB 11643: the ID number holds birth date and sex.
_FOLLOWS: dict[str, tuple[tuple[str, ...], ...]] = {
    "person.age": ((BIRTH_DATE,), (ID_NUMBER,)),
    "household.size": ((RELATION,),),
    HEAD_NAME: ((RELATION, NAME),),
    "household.head_id_number": ((RELATION, ID_NUMBER),),
    "household.head_phone": ((RELATION, PHONE),),
    "person.party_member": (("person.political_status",),),
}
_IN_THE_NUMBER = ("birth_date", "sex")


def ways_to_derive(key: str, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """
    Sets of element keys of which any one, wholly held, gives this element. Rule R-DUP-04.

    key: may carry @role, which then stands on each key of the answer.
    """
    code, at, role = key.partition("@")
    who, _, what = code.partition(".")
    number = f"{who}.id_number"
    if what in _IN_THE_NUMBER and number in catalogue.elements:
        yield (number + at + role,)
    for needed in _FOLLOWS.get(code, ()):
        yield tuple(each + at + role for each in needed)
