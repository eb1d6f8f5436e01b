"""The command `serve`: the pages, until it is stopped."""

import socket
from argparse import Namespace

from django.conf import settings
from django.db import connection
from granian import Granian
from granian.constants import Interfaces

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.serving import ServingCode
from qingzhuang.store.serverchecks import check_server
from qingzhuang.web.commands.speaking import DONE, say

LOOPBACK = ("127.0.0.1", "::1", "localhost")
_THREADS = 8  # pages wait for the database more than they compute
_APPLICATION = "qingzhuang.config.wsgi:application"


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Serve the pages until somebody stops it; DONE then."""
    check(address=options.address, workers=options.workers)
    port = free_port(options.address, options.port)
    say(f"网页开在 http://{options.address}:{port}/ ，按 Ctrl+C 停下。")
    Granian(
        _APPLICATION,
        address=options.address,
        port=port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=_THREADS,
        log_enabled=False,  # an access log would tell who looked at what, and when
    ).serve()
    return DONE


def check(*, address: str, workers: int) -> None:
    """
    Let a way of serving pass, or refuse.

    Raises:
        RefusedError: the demo outside this machine; no host names; several processes on SQLite; a
            PostgreSQL that is not durable or whose row security does not bind us.
    """
    if settings.IS_DEMO and address not in LOOPBACK:
        raise RefusedError(Problem(ServingCode.DEMO_STAYS_HOME))
    if not settings.ALLOWED_HOSTS:
        raise RefusedError(Problem(ServingCode.NO_HOSTS))
    if workers != 1 and connection.vendor == "sqlite":
        raise RefusedError(Problem(ServingCode.ONE_PROCESS))
    if not settings.IS_DEMO:
        check_server()


def free_port(address: str, port: int) -> int:
    """
    The port, or one that is free where 0 was asked for.

    Raises:
        RefusedError: somebody else answers there already, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise RefusedError(Problem(ServingCode.PORT_TAKEN, {"address": address, "port": port})) from error
        found: int = probe.getsockname()[1]
    return found
