"""Claims in few words."""

from collections.abc import Mapping

from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.engine.values.codes import make_code_list
from qingzhuang.engine.values.domain import CodeEntry, Domain, Kind

TEXT = Domain(Kind.TEXT)
DATE = Domain(Kind.DATE)
YES_NO = Domain(Kind.BOOLEAN)
ID_NUMBER = Domain(Kind.ID_NUMBER)
PEOPLES = make_code_list(
    "peoples", "民族", "GB/T 3304", (CodeEntry("01", "汉族", ("汉",)), CodeEntry("02", "蒙古族", ("蒙",)))
)
ETHNICITY = Domain(Kind.CODE, PEOPLES)


def import_of(value: str, day: str, *, source: str = "公安", import_id: int = 1, row: int = 2) -> Claim:
    """What an imported row says."""
    return Claim(value, source, day, import_id, "Sheet1", row)


def answer(value: str, day: str, *, import_id: int = 99) -> Claim:
    """What the village answered."""
    return Claim(value, "东河村", day, import_id, "Sheet1", 2, is_village_answer=True)


def person(subject_id: int, *, is_resident: bool = True, **values: str) -> Profile:
    """A person of household 10 who holds these values; keys written with _ for the dot of `person.`."""
    return Profile(subject_id, False, "360999101205", 10, _holdings("person", values), is_resident)


def household(**values: str) -> Profile:
    """Household 10."""
    return Profile(10, True, "360999101205", None, _holdings("household", values))


def _holdings(subject: str, values: Mapping[str, str]) -> dict[str, Holding]:
    return {f"{subject}.{key}": Holding(import_of(value, "2024-01-01")) for key, value in values.items()}
