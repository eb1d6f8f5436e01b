"""What a person calls an element on the command line: its code, its name, or any sure label."""

from qingzhuang.engine.catalogue.elements import ASKABLE, Catalogue
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.read.matching import match_label


def key_called(name: str, catalogue: Catalogue) -> str | None:
    """
    The fact key that a code, a label (低保 for 是否低保) or a sure match names; None if nobody knows it
    or a label means several.

    Only elements of persons, households and the village are found by label; codes may name any.
    """
    plain = name.strip()
    if plain.partition("@")[0] in catalogue.elements:
        return plain
    for spelling in (plain, f"是否{plain}", f"是否{plain}户", f"是否{plain}人员", f"{plain}情况"):
        codes = catalogue.codes_by_label.get(label_key(spelling), ())
        usable = [code for code in codes if catalogue.elements[code].subject in ASKABLE]
        if usable:
            return usable[0] if len(usable) == 1 else None
    match = match_label(plain, catalogue=catalogue)
    return match.key if match.binding is Binding.AUTO else None
