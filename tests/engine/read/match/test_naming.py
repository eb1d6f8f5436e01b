"""What a person calls an element on the command line."""

from dataclasses import replace

from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.naming import key_called
from qingzhuang.files.reference.catalogue import load_catalogue


def test_a_name_that_means_one_element_is_it() -> None:
    """低保 is 是否低保, and a code is itself."""
    catalogue = load_catalogue()

    assert [key_called(name, catalogue) for name in ("低保", "person.phone", "不认识的东西")] == [
        "person.dibao",
        "person.phone",
        None,
    ]


def test_a_name_that_means_two_elements_is_none() -> None:
    """A label that a county gave to two elements is not taken for the first of them."""
    catalogue = load_catalogue()
    twice = {**catalogue.codes_by_label, label_key("低保"): ("person.dibao", "person.dibao_type")}

    assert key_called("低保", replace(catalogue, codes_by_label=twice)) is None
