"""Labels that say enough only with what the form is about: 月标准 on a list of 高龄津贴. R-MAT-05."""

from collections.abc import Sequence

from qingzhuang.engine.catalogue.elements import Catalogue, DataElement
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.match import Context
from qingzhuang.engine.read.match_words import Sense

_SHORTEST = 2


def sense_by_topic(words: str, context: Context, catalogue: Catalogue) -> Sense | None:
    """
    The one element these words hint at whose membership the form speaks of; None if none or several.

    The title and the labels above go first; the neighbours are asked only where those say nothing.
    """
    hinted = [catalogue[code] for code in catalogue.hints_by_label.get(words, ())]
    for texts in ((context.title, *context.parents), context.neighbours):
        keys = [label_key(text) for text in texts if text]
        found = [element for element in hinted if _is_topic(element, keys, catalogue)]
        if found:
            code = found[0].code
            return (
                Sense(code, None, f"表里说的是“{_topic(found[0], catalogue).name}”")
                if len(found) == 1
                else None
            )
    return None


def _topic(element: DataElement, catalogue: Catalogue) -> DataElement:
    return catalogue[element.depends_on or element.code]


def _is_topic(element: DataElement, keys: Sequence[str], catalogue: Catalogue) -> bool:
    if element.depends_on is None:
        return False
    topic = _topic(element, catalogue)
    words = [label_key(word) for word in (topic.name, *topic.synonyms, *topic.hints)]
    return any(len(word) >= _SHORTEST and word in key for word in words for key in keys)
