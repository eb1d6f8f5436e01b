"""A catalogue from its elements and code lists."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from qingzhuang.engine.catalogue.elements import Catalogue, DataElement
from qingzhuang.engine.catalogue.spelling import label_key, pairs
from qingzhuang.engine.values.domain import CodeList


def build_catalogue(
    elements: Iterable[DataElement],
    code_lists: Iterable[CodeList],
    *,
    authorities: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Catalogue:
    """
    The catalogue of these elements, with every spelling indexed. Of two with one code the later holds.

    authorities: element code → names of sources whose word goes before all others (R-KNW-08).

    Raises:
        ValueError: an element hangs on a membership that does not exist.
    """
    by_code = {element.code: element for element in elements}
    for element in by_code.values():
        if element.depends_on and element.depends_on not in by_code:
            raise ValueError(f"{element.code} depends on {element.depends_on}, which is no element")
    labels = _index((code, (element.name, *element.synonyms)) for code, element in by_code.items())
    hints = _index((code, element.hints) for code, element in by_code.items())
    named = [*labels.items(), *hints.items()]
    spellings = tuple((key, code) for key, codes in named for code in codes)
    return Catalogue(
        elements=MappingProxyType(by_code),
        code_lists=MappingProxyType({code_list.name: code_list for code_list in code_lists}),
        codes_by_label=labels,
        hints_by_label=hints,
        spellings=spellings,
        postings=_postings(spellings),
        patterns=tuple((element.pattern, code) for code, element in by_code.items() if element.pattern),
        authorities=authorities,
    )


def _index(spoken: Iterable[tuple[str, tuple[str, ...]]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, labels in spoken:
        for label in labels:
            key = label_key(label)
            if code not in found.get(key, ()):
                found[key] = (*found.get(key, ()), code)
    return MappingProxyType(found)


def _postings(spellings: tuple[tuple[str, str], ...]) -> Mapping[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, (key, _) in enumerate(spellings):
        for pair in pairs(key):
            found[pair].append(place)
    return MappingProxyType(dict(zip(found, map(tuple, found.values()), strict=True)))
