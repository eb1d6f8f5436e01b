"""Asked fields, holdings and known forms, drawn for tests."""

from qingzhuang.engine.admit.comparing.domain import Coverage, HeldField, KnownForm
from qingzhuang.engine.admit.comparing.held import held_fields
from qingzhuang.engine.admit.domain import AskedField, Frequency, Kind
from qingzhuang.files.reference.catalogue import load_catalogue

CATALOGUE = load_catalogue()
TODAY = "2026-11-20"
ALL = Coverage("县公安局", "2026-11-01", 100, 100)


def asked(label: str, element: str, *, definition: str = "", options: tuple[str, ...] = ()) -> AskedField:
    """A field bound without a doubt."""
    return AskedField(label, element=element, is_sure=True, definition=definition, options=options)


def beside(field: AskedField, *held: str, coverage: Coverage = ALL, issuer: str = "") -> HeldField:
    """The field beside holdings of these elements."""
    holdings = dict.fromkeys(held, coverage)
    return held_fields([field], catalogue=CATALOGUE, holdings=holdings, on=TODAY, issuer=issuer)[0]


def known_form(
    name: str,
    *fields: tuple[str, str],
    kind: Kind = Kind.FORM,
    frequency: Frequency | None = None,
    days: tuple[str, ...] = (),
    regions: tuple[str, ...] = (),
    is_live: bool = True,
) -> KnownForm:
    """A known form whose id is its title."""
    return KnownForm(
        name, name, "县住建局", "", "2026-03", fields, kind=kind, frequency=frequency, days=days,
        regions=regions, is_live=is_live,
    )  # fmt: skip
