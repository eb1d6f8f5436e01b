"""What PostgreSQL must be before pages are served: durable, and stronger than the role that asks."""

from django.db import connection

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.keeping import KeepingCode

SWITCHES = ("fsync", "synchronous_commit", "full_page_writes")


def check_server() -> None:
    """
    Let the database pass, or refuse; SQLite is checked where the house is opened. Rule R-WEB-09.

    Raises:
        RefusedError: a switch of durability is off, or the role is a superuser or passes by row security.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for switch in SWITCHES:
            cursor.execute("SELECT current_setting(%s)", [switch])
            if cursor.fetchone()[0] == "off":
                raise RefusedError(Problem(KeepingCode.POSTGRES_LOOSE, {"switch": switch}))
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            raise RefusedError(Problem(KeepingCode.POSTGRES_MIGHTY))
