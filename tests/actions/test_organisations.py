"""Registering villages."""

import pytest
from tests.actions.conftest import QINGHE, TODAY

from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Region

pytestmark = pytest.mark.database


def test_a_village_name_longer_than_its_column_is_refused(zhang: Actor) -> None:
    """R-IMP-11: 100 characters name a village; one more is refused in a sentence, nothing is written."""
    with pytest.raises(RefusedError) as refusal:
        open_village(zhang, region=QINGHE, name="村" * 101, today=TODAY)
    assert "100" in refusal.value.problem.sentence
    assert not Region.objects.exists()
