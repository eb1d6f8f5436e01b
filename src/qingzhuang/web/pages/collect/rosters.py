"""Rosters: hand them in, see what was taken and what was not, take one back."""

import json

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from qingzhuang.actions.collect.importing import FileResult, Roster
from qingzhuang.actions.collect.undoing import undo
from qingzhuang.actions.collect.uploading import RosterFile, import_uploads
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.imports import import_of, imports_lately
from qingzhuang.store.queries.organisations import villages_below
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import day_of
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown

_MOST_ROWS = 100  # refused rows on one page


@page(Right.COLLECT, posts=True)
def rosters(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Hand in rosters: first a trial that writes nothing, or at once."""
    if request.method != "POST":
        return _asked(request, actor)
    files = [RosterFile(file.name or "", file.read()) for file in request.FILES.getlist("files")]
    is_trial = "try" in request.POST
    try:
        as_of = day_of(request.POST.get("as_of", ""))
        source = request.POST.get("source", "").strip()
        if not files or not source:
            raise RefusedError(Problem(StoreCode.ROSTER_INCOMPLETE))
        wish = Roster(
            region=request.POST.get("region", ""),
            source=source,
            as_of=as_of,
            is_partial="is_partial" in request.POST,
            today=timezone.localdate().isoformat(),
        )
        results = import_uploads(actor, files=files, roster=wish, is_trial=is_trial)
    except RefusedError as refusal:
        return _asked(request, actor, problems=[refusal.problem.sentence])
    return _told(request, results, is_trial=is_trial)


@page(Right.COLLECT)
def roster(request: HttpRequest, actor: Actor, import_id: int) -> HttpResponse:
    """One import: what was taken, what was not and why."""
    found = import_of(actor, import_id)
    if found is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    refused = [(sheet, row, sentence) for sheet, row, sentence, _name in json.loads(found.refused)]
    context = {
        "found": found,
        "notes": json.loads(found.notes),
        "refused": refused[:_MOST_ROWS],
        "n_refused": len(refused),
    }
    return shown(request, "collect/roster.html", context)


@page(Right.COLLECT, posts=True)
def undo_roster(request: HttpRequest, actor: Actor, import_id: int) -> HttpResponse:
    """Take an import back, after one question."""
    found = import_of(actor, import_id)
    if found is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    if request.method != "POST":
        return shown(request, "collect/undo.html", {"found": found})
    try:
        undo(actor, import_id=import_id)
    except RefusedError as refusal:
        context = {"found": found, "problems": [refusal.problem.sentence]}
        return shown(request, "collect/undo.html", context, status=422)
    say_next(request, f"第 {import_id} 次导入（{found.file_name}）撤回了，它说过的话不再作数。")
    return HttpResponseRedirect(reverse("rosters"))


def _asked(request: HttpRequest, actor: Actor, *, problems: list[str] | None = None) -> HttpResponse:
    """The form, with what was typed and what went wrong; below it the last imports."""
    context = {
        "villages": dict(villages_below(actor, "")),
        "typed": {name: request.POST.get(name, "") for name in ("region", "source", "as_of")},
        "is_partial": "is_partial" in request.POST,
        "lately": imports_lately(actor),
        "problems": problems or (),
    }
    return shown(request, "collect/rosters.html", context, status=422 if problems else 200)


def _told(request: HttpRequest, results: tuple[FileResult, ...], *, is_trial: bool) -> HttpResponse:
    """What became of each file."""
    files = [
        {
            "name": result.path.name,
            "import_id": result.import_id,
            "accepted": result.accepted,
            "refused": [(row.sheet, row.row, row.problem.sentence) for row in result.refused[:_MOST_ROWS]],
            "n_refused": len(result.refused),
            "notes": result.notes,
            "problem": result.problem.sentence if result.problem else "",
        }
        for result in results
    ]
    n_taken = sum(result.accepted for result in results)
    n_refused = sum(len(result.refused) for result in results)
    context = {"files": files, "is_trial": is_trial, "n_taken": n_taken, "n_refused": n_refused}
    return shown(request, "collect/taken.html", context)
