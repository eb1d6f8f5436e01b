"""Teaching a label, and what is made of it."""

import pytest

from qingzhuang.actions.read import match_labels, remember_binding
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.read.match import Binding
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import RememberedBinding
from qingzhuang.store.queries.bindings import memory_for

pytestmark = pytest.mark.database

LABEL = "本人热线"


def bound(actor: Actor, issuer: str) -> str | None:
    """What the label means on this issuer's forms, if it is sure."""
    match = match_labels(actor, labels=[LABEL], memory=memory_for(actor, issuer))[0]
    return match.key if match.binding is Binding.AUTO else None


def test_a_taught_label_binds_on_its_issuers_forms(zhang: Actor) -> None:
    """R-STO-08: taught once for 县残联, it binds there by itself, and nowhere else."""
    remember_binding(zhang, issuer="县残联", path=[LABEL], element="联系电话")

    assert bound(zhang, "县残联") == "person.phone"
    assert bound(zhang, "县教育局") is None


def test_two_issuers_make_it_everybodys(zhang: Actor) -> None:
    """R-STO-08: two issuers that agree make it good for a third."""
    remember_binding(zhang, issuer="县残联", path=[LABEL], element="联系电话")
    remember_binding(zhang, issuer="县民政局", path=[LABEL], element="person.phone")

    assert bound(zhang, "县教育局") == "person.phone"


def test_one_that_differs_takes_it_back(zhang: Actor) -> None:
    """R-STO-08: a third issuer that means something else ends the agreement, not the others' own."""
    for issuer, element in (("县残联", "联系电话"), ("县民政局", "联系电话"), ("县卫健委", "guardian.phone")):
        remember_binding(zhang, issuer=issuer, path=[LABEL], element=element)

    assert bound(zhang, "县教育局") is None
    assert bound(zhang, "县残联") == "person.phone"


def test_a_contradiction_is_asked_again(zhang: Actor) -> None:
    """R-MAT-09, R-STO-08: taught otherwise than before, neither meaning holds; every answer stays."""
    remember_binding(zhang, issuer="县残联", path=[LABEL], element="guardian.phone")
    remember_binding(zhang, issuer="县残联", path=[LABEL], element="联系电话")

    assert bound(zhang, "县残联") is None
    assert RememberedBinding.objects.count() == 2


def test_the_same_answer_twice_settles_a_contradiction(zhang: Actor) -> None:
    """R-MAT-09, R-STO-08: after a contradiction, two answers in a row that agree hold."""
    for element in ("guardian.phone", "联系电话", "联系电话"):
        remember_binding(zhang, issuer="县残联", path=[LABEL], element=element)

    assert bound(zhang, "县残联") == "person.phone"


def test_an_unknown_element_is_not_remembered(zhang: Actor) -> None:
    """An element nobody knows is refused, and nothing is written."""
    with pytest.raises(RefusedError):
        remember_binding(zhang, issuer="县残联", path=[LABEL], element="血糖走势图")
    assert not RememberedBinding.objects.exists()


def test_an_issuer_longer_than_its_column_is_refused(zhang: Actor) -> None:
    """R-IMP-11: 200 characters name an issuer; one more is refused in a sentence, nothing is written."""
    with pytest.raises(RefusedError) as refusal:
        remember_binding(zhang, issuer="县" * 201, path=[LABEL], element="联系电话")
    assert "200" in refusal.value.problem.sentence
    assert not RememberedBinding.objects.exists()


def test_a_label_path_longer_than_its_column_is_refused(zhang: Actor) -> None:
    """R-IMP-11: a label path of more than 500 characters is refused in a sentence."""
    with pytest.raises(RefusedError) as refusal:
        remember_binding(zhang, issuer="县残联", path=["很长" * 251], element="联系电话")
    assert "500" in refusal.value.problem.sentence
