"""Applications and findings go into documents and come back."""

import json
import math

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.domain import Application, Finding
from qingzhuang.engine.admit.writing import (
    findings_from_documents,
    findings_to_documents,
    from_document,
    to_document,
)


def _is_countable(one: Application) -> bool:
    """NaN hours equal nothing, themselves included."""
    return one.hours is None or not math.isnan(one.hours)


@given(st.from_type(Application).filter(_is_countable))
def test_an_application_comes_back_as_it_went_in(application: Application) -> None:
    """Writing an application as JSON and reading it again changes nothing."""
    text = json.dumps(to_document(application))

    assert from_document(json.loads(text)) == application


@given(st.lists(st.from_type(Finding), max_size=3))
def test_findings_come_back_as_they_went_in(findings: list[Finding]) -> None:
    """Writing findings as JSON and reading them again changes nothing."""
    text = json.dumps(findings_to_documents(findings))

    assert findings_from_documents(json.loads(text)) == tuple(findings)
