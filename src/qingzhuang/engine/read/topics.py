"""Labels that say enough only with what the form is about: 月标准 on a list of 高龄津贴. R-MAT-05."""

import re
from collections.abc import Sequence

from qingzhuang.engine.catalogue.elements import Catalogue, DataElement
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.labels import section_subject
from qingzhuang.engine.read.match import Context
from qingzhuang.engine.read.match_words import Sense

_SHORTEST = 2
_RELIEF = re.compile(
    "(社会|综合)?(救助|帮扶|保障|救济)(情况|信息)?|(享受)?(政策|待遇)(享受|落实)?(情况|信息)?"
)


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


def is_topic_named(element: DataElement, words: Sequence[str], catalogue: Catalogue) -> bool:
    """Whether the innermost parent is the topic of the element and nothing else: 低保情况 above 低保金额."""
    if element.depends_on is None or not words:
        return False
    topic = _topic(element, catalogue)
    names = {label_key(word) for word in (topic.name, *topic.synonyms, *topic.hints)}
    return section_subject(words[0]) in names


def is_told_by_itself(element: DataElement, core: str, words: Sequence[str], catalogue: Catalogue) -> bool:
    """
    Whether a label names its own topic below a heading of relief at large: 低保金额 below 救助情况.

    A heading that tells a time or a part (2023年情况, 核减情况) is none.
    """
    is_heading = bool(words) and _RELIEF.fullmatch(words[0]) is not None
    return is_heading and _is_topic(element, [label_key(core)], catalogue)


def _topic(element: DataElement, catalogue: Catalogue) -> DataElement:
    return catalogue[element.depends_on or element.code]


def _is_topic(element: DataElement, keys: Sequence[str], catalogue: Catalogue) -> bool:
    if element.depends_on is None:
        return False
    topic = _topic(element, catalogue)
    words = [label_key(word) for word in (topic.name, *topic.synonyms, *topic.hints)]
    return any(len(word) >= _SHORTEST and word in key for word in words for key in keys)
