"""Sweeping out what several connections have committed."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from qingzhuang.store.models import (
    Admission,
    AdmissionRegion,
    Decision,
    Matter,
    NumberCounter,
    Obligation,
    Region,
    Request,
    Submission,
)

SWEPT = (
    Obligation, AdmissionRegion, Admission, Decision, Submission, Request, Matter, NumberCounter, Region,
)  # fmt: skip


@pytest.fixture
def swept(transactional_db: None) -> Iterator[None]:
    """Takes the guards down afterwards, so that what was committed can be swept out."""
    guards = import_module("qingzhuang.store.migrations.0004_guards")
    yield
    with connection.schema_editor() as editor:
        guards.unguard(apps, editor)
    for table in SWEPT:
        table._default_manager.all().delete()
    with connection.schema_editor() as editor:
        guards.guard(apps, editor)
