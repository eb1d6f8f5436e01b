"""The interface keeps what its document promises, whatever is sent to it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.days import day
from tests.store.numbered import admitted, application, now, villages

from qingzhuang.store.gate import withdraw

pytestmark = (
    pytest.mark.django_db
)  # once, on SQLite: what comes from outside never reaches a database as text
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)
DOCUMENT = "/api/v1/openapi.json"
PATHS = (
    "/api/v1/admissions",
    "/api/v1/admissions/{year}/{seq}",
    "/api/v1/admissions/{year}/{seq}/token",
    "/api/v1/matters",
    "/api/v1/jwks",
    "/api/v1/check",
)


@pytest.fixture
def register(db: None) -> None:
    """Three numbers: a good one, one withdrawn, one that begins tomorrow."""
    villages()
    admitted()
    withdraw(admitted(application(title="乙表"), n=2), by="sun", why="重了", today=day(), at=now())
    admitted(application(title="丙表", starts_on=day(1)), n=3)


@pytest.fixture
def served(db: None) -> Iterator[Callable[..., Any]]:
    """The web as a WSGI callable that leaves the test's connection open, as Django's own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def document(db: None) -> dict[str, Any]:
    """The document of the interface."""
    found: dict[str, Any] = Client().get(DOCUMENT).json()
    return found


def test_the_document_is_openapi_3_1(document: dict[str, Any]) -> None:
    """R-GAT-16: the interface describes itself as OpenAPI 3.1, with every address it has."""
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == set(PATHS)


@pytest.mark.parametrize("path", PATHS)
def test_whatever_is_sent_is_answered_as_promised(
    path: str, document: dict[str, Any], register: None, served: Callable[..., Any]
) -> None:
    """R-GAT-16: generated calls, good and bad, never make a 5xx, and every answer fits its schema."""
    schema = schemathesis.openapi.from_dict(document).include(path=path)
    schema.app = served
    operation = schema[path]["POST" if path.endswith("check") else "GET"]
    answered: list[int] = []

    takes_something = operation.query or operation.path_parameters or operation.body
    for mode in (GenerationMode.POSITIVE, *([GenerationMode.NEGATIVE] if takes_something else [])):
        _send_many(operation, mode, answered)

    assert answered
    assert max(answered) < 500


def _send_many(operation: Any, mode: GenerationMode, answered: list[int]) -> None:
    """Thirty generated calls of one address; what it answered."""
    strategy = operation.as_strategy(generation_mode=mode)

    @settings(
        max_examples=30,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def send(case: schemathesis.Case[Any]) -> None:
        answer = case.call()
        case.validate_response(answer, checks=list(CHECKS))
        answered.append(answer.status_code)

    send()
