"""What a person calls an element: its code, or any label the matcher is sure of."""

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.engine.read.matching import match_label
from qingzhuang.engine.read.naming import key_called


def element_key(text: str, *, catalogue: Catalogue) -> str:
    """
    The fact key that a code or a Chinese label names.

    Raises:
        RefusedError: nobody knows it, or it may mean several; the sentence lists them.
    """
    text = text.strip()
    key = key_called(text, catalogue)
    if key is not None:
        return key
    candidates = match_label(text, catalogue=catalogue).candidates
    proposals = "、".join(f"{catalogue[code].name}（{code}）" for code in candidates[:3])
    raise RefusedError(
        Problem(StoreCode.UNKNOWN_ELEMENT, {"element": text, "candidates": proposals or "没有相近的"})
    )
