"""The village with its rosters imported, once for all tests of a file."""

from pathlib import Path
from typing import Any

import pytest
from tests.village.measure import import_village

from qingzhuang.files.examples.village import Example

Village = tuple[Path, Example, list[Any]]


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Village:
    """Ninety households in a folder of their own: the folder, what was drawn, what each import answered."""
    folder = tmp_path_factory.mktemp("village")
    example, answers = import_village(folder, n_households=90)
    return folder, example, answers
