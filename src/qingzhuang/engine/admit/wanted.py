"""All an office wants, whether villages fill it or the platform gives it as data (要数)."""

from dataclasses import replace

from qingzhuang.engine.admit.domain import Application, AskedField

_OF_THE_SHEET = "record."  # how the catalogue's keys of a sheet's own blanks begin


def whole(application: Application) -> Application:
    """The application as its office would have it: what was turned into data is asked again. R-APP-09."""
    fields = sorted((*application.fields, *application.supplied), key=_place)
    return replace(application, fields=tuple(fields), supplied=())


def n_data(application: Application) -> int:
    """
    How many columns of data an office wants in all, 要数 among them. Rule R-DUP-01.

    The sheet's own blanks (序号、备注、签名) are none, as in the comparison.
    """
    return sum(not field.element.startswith(_OF_THE_SHEET) for field in whole(application).fields)


def _place(field: AskedField) -> tuple[str, int, str, int]:
    """Columns by their letters (B before AA), cells by row inside a column; other sheets behind."""
    sheet, _, at = field.place.rpartition("!")
    cell = at.partition("#")[0]
    letters = cell.rstrip("0123456789")
    number = cell[len(letters) :]
    return sheet, len(letters), letters, int(number or 0)
