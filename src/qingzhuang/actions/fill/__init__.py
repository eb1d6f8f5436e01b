"""Filling: a department's form in, the same form out, filled from what is known."""

from qingzhuang.actions.fill.filling import FillResult, Wish, fill_template
from qingzhuang.actions.fill.many import ManyResult, VillageFile, fill_villages
from qingzhuang.actions.fill.rendering import FilledFile

__all__ = [
    "FillResult",
    "FilledFile",
    "ManyResult",
    "VillageFile",
    "Wish",
    "fill_template",
    "fill_villages",
]
