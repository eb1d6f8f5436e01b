"""Which typefaces of this machine set a paper: the standard's own by name first, free ones after them."""

from collections.abc import Iterable
from functools import cache

import typst

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.print import PrintCode

# GB/T 9704-2012 names 仿宋, 小标宋, 黑体, 楷体 and 宋体 by style. Each has several makers and spellings; none
# is shipped: the commercial ones may not be, and a county has its own.
_SONG = ("SimSun", "宋体", "FZShuSong-Z01", "方正书宋_GBK", "STSong", "FandolSong")
_FREE_SERIF = (
    "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Source Han Serif CN", "AR PL UMing CN",
)  # fmt: skip
_FREE_SANS = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei", "PingFang SC", "Microsoft YaHei",
)  # fmt: skip
STYLES = {
    "fangsong": (
        "FangSong_GB2312", "仿宋_GB2312", "FZFangSong-Z02", "方正仿宋_GBK", "FangSong", "仿宋", "STFangsong",
        "FandolFang R", *_FREE_SERIF, *_SONG, *_FREE_SANS,
    ),
    "title": (
        "FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "方正小标宋简体", "STZhongsong",
        *_FREE_SERIF, *_SONG, *_FREE_SANS,
    ),
    "hei": ("SimHei", "黑体", "FZHei-B01", "方正黑体_GBK", "STHeiti", "FandolHei", *_FREE_SANS, *_FREE_SERIF),
    "kai": (
        "KaiTi_GB2312", "楷体_GB2312", "FZKai-Z03", "方正楷体_GBK", "KaiTi", "楷体", "STKaiti", "FandolKai",
        *_FREE_SERIF, *_SONG, *_FREE_SANS,
    ),
    "song": (*_SONG, *_FREE_SERIF, *_FREE_SANS),
}  # fmt: skip


@cache
def installed() -> typst.Fonts:
    """The typefaces of this machine, looked up once in a process (0.2 s); a new one needs a restart."""
    return typst.Fonts()


def chosen(families: Iterable[str]) -> dict[str, list[str]]:
    """
    For each style the families present, best first; letter case does not matter.

    Raises:
        RefusedError: a style has none of them, so that Chinese would print as empty boxes.
    """
    present = {family.lower() for family in families}
    found = {
        style: [family for family in wanted if family.lower() in present] for style, wanted in STYLES.items()
    }
    if not all(found.values()):
        raise RefusedError(Problem(PrintCode.NO_CHINESE_TYPEFACE))
    return found
