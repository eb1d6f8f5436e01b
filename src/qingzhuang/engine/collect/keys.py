"""Fact keys that collecting itself has to know: who and which household a row speaks of."""

from qingzhuang.engine.read import match

ID_NUMBER = "person.id_number"
NAME = "person.name"
FORMER_NAME = "person.former_name"
SEX = "person.sex"
BIRTH_DATE = "person.birth_date"
PHONE = "person.phone"
RELATION = "person.relation_to_head"
ID_TYPE = "person.id_type"
DOCUMENT_NUMBER = "person.document_number"

HOUSEHOLD_NO = "household.no"
BOOK_NO = "household.book_no"
HEAD_NAME = "household.head_name"
HEAD_ID_NUMBER = "household.head_id_number"
HEAD_PHONE = "household.head_phone"
HEAD_KEYS = frozenset({HEAD_NAME, HEAD_ID_NUMBER, HOUSEHOLD_NO, BOOK_NO})
GROUP = "place.group"

HEAD_ROLE = "head"  # the matcher's name for 户主 as somebody's role
LABEL = match.LABEL  # facts whose label no element covers

# Labels of GB/T 4761 that say: this is the head himself.
_HEAD_RELATIONS = frozenset({"户主", "本人", "本人或户主", "户主或本人"})


def is_head_relation(relation: str) -> bool:
    """Whether a relation to the head (GB/T 4761) says that the person is the head."""
    return relation in _HEAD_RELATIONS
