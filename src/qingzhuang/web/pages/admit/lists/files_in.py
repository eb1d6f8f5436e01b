"""A county's file handed in by a browser, carried from its preview to the confirmation."""

import base64
import binascii
from collections.abc import Sequence

from django.http import HttpRequest

from qingzhuang.actions.admit.listing import CountyFile
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.lists import ListsCode

_MOST_TOLD = 50
MOST_KB = 600  # carried as base64 this stays below DATA_UPLOAD_MAX_MEMORY_SIZE, 1 MB


def file_in(request: HttpRequest) -> CountyFile:
    """
    The file of this request: the one just chosen, else the one carried along.

    Raises:
        RefusedError: larger than 600 KB. What was carried and is no longer whole is an empty file.
    """
    chosen = request.FILES.get("list")
    if chosen is None:
        return CountyFile(request.POST.get("carried_name", ""), _carried(request.POST.get("carried", "")))
    if (chosen.size or 0) > MOST_KB * 1024:
        raise RefusedError(Problem(ListsCode.BIG_LIST, {"most": MOST_KB}))
    return CountyFile(chosen.name or "", chosen.read())


def carried(given: CountyFile) -> dict[str, str]:
    """The hidden fields of the confirmation: name → value."""
    return {"carried_name": given.name, "carried": base64.b64encode(given.content).decode("ascii")}


def told(problems: Sequence[Problem]) -> list[str]:
    """The sentences of the first problems, and how many more there are: nobody mends thousands at once."""
    sentences = [problem.sentence for problem in problems[:_MOST_TOLD]]
    more = len(problems) - len(sentences)
    return [*sentences, f"还有 {more} 处，先改这些再导一次。"] if more else sentences


def _carried(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
