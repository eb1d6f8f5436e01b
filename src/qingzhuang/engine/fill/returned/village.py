"""Whether a form that came back is this village's: what it names as 填报单位. Rule R-RET-09."""

import re

from qingzhuang.engine.collect.returned.prints import print_key
from qingzhuang.engine.collect.returned.reading import ReturnedSheet
from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.headers import header_value, is_header_blank
from qingzhuang.engine.fill.returned.words import word_in

_KIND = r"(?:行政|自然)?(?:村|社区|居)(?:村|居)?(?:民)?(?:委员会|委会|委)?"
_VILLAGE = re.compile(rf"(?P<core>.+?){_KIND}$")


def other_village(asking: Asking, sheet: FormSheet, asked: tuple[Asked, ...], back: ReturnedSheet) -> str:
    """What the form names as its village where that is another one; "" where it is this one or names none."""
    for each in back.blanks:
        one = asked[each.at]
        if not is_header_blank(one) or header_value(asking, one) != asking.book.name:
            continue
        word = word_in(sheet, one, each)
        if isinstance(word, str) and _names_another(word, asking.book.name):
            return word.strip()
    return ""


def _names_another(word: str, village: str) -> bool:
    """青禾村委会 and 某镇青禾村 are 青禾村; a township or an office names no village at all."""
    told = _VILLAGE.fullmatch(print_key(word))
    own = _VILLAGE.fullmatch(print_key(village))
    core = own["core"] if own else print_key(village)
    return told is not None and not told["core"].endswith(core) and core not in told["core"]
