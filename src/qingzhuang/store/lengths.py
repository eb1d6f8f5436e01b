"""How long a name may be that the database keeps: said before writing, alike on SQLite and PostgreSQL."""

from django.db.models import Field, Model

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode


def too_long(text: str, *, what: str, model: type[Model], field: str) -> Problem | None:
    """
    Why a text does not fit into its column, None if it does. Rule R-IMP-11.

    SQLite keeps a text of any length, PostgreSQL stops half-way; a text cut off would be another one.
    what: the Chinese word for it. model, field: where it is to be kept.
    """
    column = model._meta.get_field(field)
    most = column.max_length if isinstance(column, Field) else None
    if most is None or len(text) <= most:
        return None
    return Problem(StoreCode.TOO_LONG, {"what": what, "n": len(text), "most": most})


def check_length(text: str, *, what: str, model: type[Model], field: str) -> None:
    """
    Refuse what `too_long` finds.

    Raises:
        RefusedError: the text is longer than its column.
    """
    problem = too_long(text, what=what, model=model, field=field)
    if problem is not None:
        raise RefusedError(problem)
