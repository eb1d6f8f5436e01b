"""Papers are set in the typefaces of this machine: without a Chinese one there is nothing to look at."""

import os

import pytest

from qingzhuang.engine.problems import RefusedError
from qingzhuang.files.print.typefaces import chosen, installed


@pytest.fixture(autouse=True)
def _chinese_typeface() -> None:
    """Skips, and where nothing may be missing fails, on a machine with no Chinese typeface."""
    try:
        chosen(installed().families())
    except RefusedError as refused:
        if os.environ.get("NOTHING_MAY_BE_MISSING"):
            pytest.fail(refused.problem.sentence, pytrace=False)
        pytest.skip(refused.problem.sentence)
