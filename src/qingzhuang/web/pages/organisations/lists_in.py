"""A list handed in by a browser, carried from its preview to the confirmation: no copy lies on the server."""

import base64
import binascii

from django.http import HttpRequest

from qingzhuang.actions.organisations.lists import ListFile
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode

MOST_KB = 600  # carried as base64 this stays below DATA_UPLOAD_MAX_MEMORY_SIZE, 1 MB


def list_in(request: HttpRequest) -> ListFile:
    """
    The list of this request: the file just chosen, else the one carried along.

    Raises:
        RefusedError: larger than 600 KB; what was carried is no longer whole.
    """
    chosen = request.FILES.get("list")
    if chosen is None:
        return ListFile(request.POST.get("carried_name", ""), _carried(request.POST.get("carried", "")))
    if (chosen.size or 0) > MOST_KB * 1024:
        raise RefusedError(Problem(OrganisationsCode.BIG_LIST, {"most": MOST_KB}))
    return ListFile(chosen.name or "", chosen.read())


def carried(given: ListFile) -> dict[str, str]:
    """The hidden fields of the confirmation: name → value."""
    return {"carried_name": given.name, "carried": base64.b64encode(given.content).decode("ascii")}


def _carried(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""  # an empty list, which is refused in words
