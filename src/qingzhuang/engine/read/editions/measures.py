"""Units as editions compare them: ㎡ and 平方米 are one, 元/人 and 元/户 are two. Rule R-EDI-10."""

import re
import unicodedata
from functools import lru_cache

from qingzhuang.engine.values.units import normalise_unit, unit_of

_PLAIN = (
    *("元", "角", "百元", "千元", "万元", "亿元", "亩", "万亩", "平方米", "公顷", "平方公里", "米", "公里"),
    *("厘米", "斤", "千克", "克", "吨", "万吨", "立方米", "千瓦", "%", "‰", "岁", "人"),
)
_NAMES = {unit_of(name): name for name in _PLAIN}
_SHARE = re.compile(r"(?:/|每)(.+)$")


@lru_cache(maxsize=1024)
def compared_unit(text: str) -> str:
    """
    The plain name of a unit, with what it is counted by; other units as they are, normalised.

    >>> compared_unit("（㎡）"), compared_unit("元/月"), compared_unit("元/户·年"), compared_unit("万")
    ('平方米', '元/月', '元/户年', '万元')
    """
    bare = unicodedata.normalize("NFKC", "".join(text.split())).strip("()[]:").lower()
    share = _SHARE.search(bare)
    own = normalise_unit(bare[: share.start()] if share else bare)
    known = unit_of(own)
    name = _NAMES.get(known, own) if known is not None else own
    return name + ("/" + re.sub("[·./]|每", "", share[1]) if share else "")
