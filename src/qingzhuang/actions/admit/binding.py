"""The form of an application: taken in, its columns bound, confirmed, and turned into data where held."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from qingzhuang.actions.admit.drafting import draft_of
from qingzhuang.actions.admit.finding import examined
from qingzhuang.engine.admit.asking import Asked, asked_below, asked_by
from qingzhuang.engine.admit.domain import Application, AskedField
from qingzhuang.engine.admit.wanted import whole
from qingzhuang.engine.collect.returned.rows import prints_of
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.engine.read.memory import path_key
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.intake.opening import TakenIn, taken_in
from qingzhuang.files.intake.uploads import put_into
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.models import Request
from qingzhuang.store.queries.bindings import memory_for
from qingzhuang.store.queries.requests import request_of
from qingzhuang.store.writers.bindings import remember
from qingzhuang.store.writers.forms import keep_template
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.requests import give_template

LEAST, AS_ASKED = "least", "asked"


@dataclass(frozen=True, slots=True)
class Form:
    """An empty form as it was taken in: what it asks, and the bytes that will be filled."""

    taken: TakenIn
    asked: Asked
    name: str


def take_form(actor: Actor, *, request_id: int, name: str, content: bytes) -> int:
    """
    Take in the empty form of an application; how many fields were found in it, 0 for a header not recognised.

    Columns found before are found anew. Rules R-APP-06, R-APP-07.

    Raises:
        RefusedError: as `draft_of`; a file that cannot be read, with its own sentence.
    """
    issuer = request_of(actor, request_id).application.issuer
    form = opened_form(actor, name=name, content=content, issuer=issuer)
    with transaction.atomic():
        draft = draft_of(actor, request_id)
        application = with_form(draft.row, draft.application, form)
        draft.keep(application, picture=form.asked.picture, way="")
        values: dict[str, object] = {"fields": len(application.fields), "template": draft.row.template_id}
        record(actor, action="admit.take_form", object_=f"request {request_id}", values=values)
    return len(application.fields)


def opened_form(actor: Actor, *, name: str, content: bytes, issuer: str) -> Form:
    """
    A form read in its cage, its fields bound as far as they are known.

    Raises:
        RefusedError: nothing in it, more than 20 MB, or no form.
    """
    taken, name = _taken(name, content)
    asked = asked_by(
        taken.workbook.sheets, catalogue=load_catalogue(county_catalogue()), memory=memory_for(actor, issuer)
    )
    return Form(taken, asked, name)


def with_form(row: Request, application: Application, form: Form) -> Application:
    """The application with the fields of this form; the form is kept with it. Inside the transaction."""
    prints = (each.key for grid in form.taken.workbook.sheets for each in prints_of(grid, recognise(grid)))
    title = form.asked.picture.title or Path(form.name).stem
    typed = "" if row.template and application.title == row.template.title[:300] else application.title
    template = keep_template(source=form.taken.source, suffix=form.taken.suffix, title=title, prints=prints)
    give_template(row, template, name=form.name)
    return replace(application, fields=form.asked.fields, supplied=(), title=typed or title[:300])


def _taken(name: str, content: bytes) -> tuple[TakenIn, str]:
    with TemporaryDirectory(prefix="form-") as folder:
        path = put_into(Path(folder), name, content)
        return taken_in(path), path.name


def choose_header(actor: Actor, *, request_id: int, row: int) -> int:
    """
    Say which row of the main sheet heads the columns, where that was not recognised; how many it heads.

    Raises:
        RefusedError: as `draft_of`; no form was taken in; nothing stands in that row.
    """
    asked = _asked_below(actor, request_id, row)
    with transaction.atomic():
        draft = draft_of(actor, request_id)
        draft.keep(
            replace(draft.application, fields=asked.fields, supplied=()), picture=asked.picture, way=""
        )
        record(actor, action="admit.choose_header", object_=f"request {request_id}", values={"row": row})
    return len(asked.fields)


def _asked_below(actor: Actor, request_id: int, row: int) -> Asked:
    """What stands below that row of the form that was taken in, read again."""
    own = request_of(actor, request_id)
    template = Request.objects.select_related("template").get(pk=request_id).template
    if template is None:
        raise RefusedError(Problem(ApplyingCode.NO_FORM))
    sheets = _taken(f"form{template.suffix}", zlib.decompress(bytes(template.content)))[0].workbook.sheets
    wanted = own.picture.sheet if own.picture else ""
    grid = next((each for each in sheets if each.name == wanted), sheets[0])
    asked = asked_below(
        grid,
        row,
        catalogue=load_catalogue(county_catalogue()),
        memory=memory_for(actor, own.application.issuer),
    )
    if not asked.fields:
        raise RefusedError(Problem(ApplyingCode.NO_HEADER_THERE, {"sheet": grid.name, "row": row}))
    return asked


def confirm(actor: Actor, *, request_id: int, answers: Mapping[str, bool]) -> int:
    """
    Say of proposed columns whether they are what they look like; how many were answered. R-APP-09.

    answers: place → yes or no. Each answer is remembered for this issuer: it is not asked again. A column
    that is not what it looks like is new.

    Raises:
        RefusedError: as `draft_of`; no form was taken in.
    """
    with transaction.atomic():
        draft = draft_of(actor, request_id)
        if draft.picture is None:
            raise RefusedError(Problem(ApplyingCode.NO_FORM))
        application, n_answered = draft.application, 0
        for field in application.fields:
            if field.place in answers and field.element and not field.is_sure:
                element = field.element if answers[field.place] else ""
                path = draft.picture.paths.get(field.place, (field.label,))
                remember(actor, issuer=application.issuer, path_key=path_key(path), element_key=element)
                application, n_answered = _answered(application, field, element), n_answered + 1
        draft.keep(application)
        values: dict[str, object] = {"answers": n_answered}
        record(actor, action="admit.confirm", object_=f"request {request_id}", values=values)
    return n_answered


def _answered(application: Application, field: AskedField, element: str) -> Application:
    fields = (
        replace(each, element=element, is_sure=True) if each.place == field.place else each
        for each in application.fields
    )
    return replace(application, fields=tuple(fields))


def choose_way(actor: Actor, *, request_id: int, way: str, reason: str, today: str) -> int:
    """
    Turn held fields into data (`least`, 要数), or ask them all the same (`asked`); how many are left.
    R-APP-09.

    reason: why what is held is asked again, one sentence; needed for `asked` where something is held.

    Raises:
        RefusedError: as `draft_of`; nothing is asked; no reason is given.
    """
    with transaction.atomic():
        draft = draft_of(actor, request_id)
        application = whole(draft.application)
        if not application.fields:
            raise RefusedError(Problem(ApplyingCode.NOTHING_ASKED))
        found = examined(actor, application, today=today)
        n_held = len(found.kept.supplied)
        if way == LEAST:
            application = replace(found.least, sharing=draft.application.sharing or _why_least(found.least))
        elif n_held and not reason.strip():
            raise RefusedError(Problem(ApplyingCode.WHY_AS_ASKED, {"n": n_held}))
        else:
            application = replace(application, sharing=reason.strip() or draft.application.sharing)
        draft.keep(application, way=LEAST if way == LEAST else AS_ASKED)
        values: dict[str, object] = {"way": way, "fields": len(application.fields), "held": n_held}
        record(actor, action="admit.choose_way", object_=f"request {request_id}", values=values)
    return len(application.fields)


def _why_least(least: Application) -> str:
    """What stands on the last step once everything held was turned into data."""
    if not least.fields:
        return f"{len(least.supplied)} 项都改成要数，不用村里填。"
    return f"{len(least.supplied)} 项改成要数；剩下 {len(least.fields)} 项平台里没有，要村里填。"
