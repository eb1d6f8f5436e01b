"""The invented line an office is shown."""

from qingzhuang.engine.admit.samples import sample_of
from qingzhuang.files.reference.catalogue import load_catalogue


def test_every_element_has_an_invented_value() -> None:
    """R-APP-16: no column that is filled already looks empty."""
    catalogue = load_catalogue()

    assert [element.code for element in catalogue.elements.values() if not sample_of(element)] == []


def test_numbers_that_identify_are_masked() -> None:
    """R-APP-16: even an invented ID number or telephone is shown as it would be, with stars."""
    catalogue = load_catalogue()

    shown = [sample_of(catalogue[code]) for code in ("person.id_number", "person.phone")]

    assert all("*" in value for value in shown)
