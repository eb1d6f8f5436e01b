"""A form comes in, its columns are bound, and what is held is not asked."""

import pytest
from tests.actions.admit.applying import (
    COLUMNS,
    N_NEW,
    N_SUPPLIED,
    NEW,
    TITLE,
    bare_bytes,
    form_bytes,
)
from tests.days import TODAY

from qingzhuang.actions.admit.binding import AS_ASKED, LEAST, choose_header, choose_way, confirm, take_form
from qingzhuang.actions.admit.drafting import begin, save_step
from qingzhuang.engine.admit.domain import AskedField, Kind
from qingzhuang.engine.admit.steps import Step
from qingzhuang.engine.admit.wanted import whole
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import FormTemplate
from qingzhuang.store.queries.requests import request_of

pytestmark = pytest.mark.database


@pytest.fixture
def doubtful(officer: Actor) -> tuple[int, AskedField]:
    """A draft with a column that only looks like something known, and that column."""
    request_id = begin(officer, kind=Kind.FORM, title="")
    take_form(officer, request_id=request_id, name="表.xlsx", content=form_bytes("姓名", "身份证号", "独居"))
    unsure = [f for f in request_of(officer, request_id).application.fields if f.element and not f.is_sure]
    return request_id, unsure[0]


def test_a_form_gives_the_fields_and_the_title(officer: Actor, with_form: int) -> None:
    """R-APP-06: every column is there under its letter; the title is the one printed on the form."""
    own = request_of(officer, with_form)

    assert own.application.title == TITLE
    assert [field.label for field in own.application.fields] == ["序号", *COLUMNS]
    assert own.picture is not None
    assert (own.picture.first, own.picture.last) == (2, 2)


def test_the_same_form_is_kept_once(officer: Actor, draft: int) -> None:
    """R-APP-06: bytes that are there already are not stored again; each draft keeps its own name for them."""
    again, content = begin(officer, kind=Kind.FORM, title=""), form_bytes("姓名", "改造意愿")
    take_form(officer, request_id=draft, name="一份.xlsx", content=content)

    take_form(officer, request_id=again, name="又一份.xlsx", content=content)

    assert FormTemplate.objects.count() == 1
    assert request_of(officer, again).template_name == "又一份.xlsx"


def test_a_file_that_is_no_form_changes_nothing(officer: Actor, with_form: int) -> None:
    """R-APP-06: a refused file leaves the fields that were found before."""
    with pytest.raises(RefusedError) as refusal:
        take_form(officer, request_id=with_form, name="表.xlsx", content=b"")

    assert refusal.value.problem.code is FilesCode.EMPTY_UPLOAD
    assert len(request_of(officer, with_form).application.fields) == len(COLUMNS) + 1


def test_a_header_nobody_recognised_is_pointed_out(officer: Actor, draft: int) -> None:
    """R-APP-07: a file without a header is kept, and the row a person names heads its columns."""
    n_found = take_form(officer, request_id=draft, name="说明.xlsx", content=bare_bytes())

    n_chosen = choose_header(officer, request_id=draft, row=3)

    assert (n_found, n_chosen) == (0, 2)
    assert [field.label for field in request_of(officer, draft).application.fields] == ["姓名", "甲乙丙"]


def test_an_empty_row_heads_nothing(officer: Actor, with_form: int) -> None:
    """R-APP-07: a row without labels is refused with its number."""
    with pytest.raises(RefusedError) as refusal:
        choose_header(officer, request_id=with_form, row=500)

    assert refusal.value.problem.code is ApplyingCode.NO_HEADER_THERE


def test_held_columns_become_data(officer: Actor, with_form: int, known: None) -> None:
    """R-APP-09: of twenty columns the village is left with the three that nobody knows."""
    n_left = choose_way(officer, request_id=with_form, way=LEAST, reason="", today=TODAY)

    written = request_of(officer, with_form)
    assert n_left == N_NEW
    assert [field.label for field in written.application.fields] == list(NEW)
    assert len(written.application.supplied) == N_SUPPLIED
    assert written.way == LEAST


def test_asking_what_is_held_takes_a_reason(officer: Actor, with_form: int, known: None) -> None:
    """R-APP-09: 原样发 without a sentence is refused; with one it stands on the last step."""
    with pytest.raises(RefusedError) as refusal:
        choose_way(officer, request_id=with_form, way=AS_ASKED, reason=" ", today=TODAY)
    choose_way(officer, request_id=with_form, way=AS_ASKED, reason="要村里再核一遍", today=TODAY)

    assert refusal.value.problem.code is ApplyingCode.WHY_AS_ASKED
    assert request_of(officer, with_form).application.sharing == "要村里再核一遍"


def test_turning_columns_into_data_can_be_undone(officer: Actor, with_form: int, known: None) -> None:
    """R-APP-09: the form comes back in its own order; only the sheet's number column asks nobody."""
    before = [field.label for field in request_of(officer, with_form).application.fields]
    choose_way(officer, request_id=with_form, way=LEAST, reason="", today=TODAY)

    choose_way(officer, request_id=with_form, way=AS_ASKED, reason="要核", today=TODAY)

    after = request_of(officer, with_form).application
    assert [field.label for field in whole(after).fields] == [label for label in before if label != "序号"]


@pytest.mark.parametrize("is_it", [True, False])
def test_an_answer_is_remembered_for_the_office(
    officer: Actor, doubtful: tuple[int, AskedField], *, is_it: bool
) -> None:
    """R-APP-09: what was confirmed, or denied, is sure the next time this office brings that column."""
    request_id, field = doubtful
    confirm(officer, request_id=request_id, answers={field.place: is_it})

    again = begin(officer, kind=Kind.FORM, title="")
    take_form(officer, request_id=again, name="表.xlsx", content=form_bytes("姓名", "身份证号", "独居"))

    found = {each.place: each for each in request_of(officer, again).application.fields}[field.place]
    assert found.element == (field.element if is_it else "")
    assert found.is_sure or not is_it


def test_nothing_is_answered_about_sure_columns(officer: Actor, with_form: int) -> None:
    """R-APP-09: a column that was bound without a question cannot be unbound by a forged answer."""
    assert confirm(officer, request_id=with_form, answers={"B": False}) == 0


def test_where_nothing_is_known_every_column_is_asked(officer: Actor, with_form: int) -> None:
    """R-APP-10: without residents' data nothing is promised; no reason is needed then."""
    save_step(officer, request_id=with_form, step=Step.SCOPE, typed={"where": ["all"]}, today=TODAY)

    assert choose_way(officer, request_id=with_form, way=AS_ASKED, reason="", today=TODAY) >= len(COLUMNS)
