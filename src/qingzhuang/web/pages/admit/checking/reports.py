"""What villages reported without a name: for the 减负办 whole, for a department a number a week."""

from itertools import groupby
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.reports import answer_report, photo_of
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.reports import LEAST, counts_on_my_office, report, reports
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown


@page(Right.REVIEW)
def all_reports(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The reports of finished weeks; this week's come on Monday, so that no hour tells who it was."""
    found = reports(actor, today=today())
    weeks = [(week, tuple(lines)) for week, lines in groupby(found, key=lambda each: each.week)]
    n_open = sum(not each.answered_on for each in found)
    return shown(request, "checking/reports.html", {"weeks": weeks, "n": len(found), "n_open": n_open})


@page(Right.REVIEW, posts=True)
def one_report(request: HttpRequest, actor: Actor, report_id: UUID) -> HttpResponse:
    """One report, and its answer, once."""
    found = report(actor, report_id, today=today())
    context = {"found": found, "answer": request.POST.get("answer", "")}
    if request.method != "POST":
        return shown(request, "checking/report.html", context)
    try:
        answer_report(actor, report_id=report_id, answer=request.POST.get("answer", ""), today=today())
    except RefusedError as refusal:
        problems = [refusal.problem.sentence]
        return shown(request, "checking/report.html", context | {"problems": problems}, status=422)
    say_next(request, "答复登出去了，村里在“查一查”那一页看得到。")
    return HttpResponseRedirect(reverse("reports"))


@page(Right.REVIEW)
def report_photo(request: HttpRequest, actor: Actor, report_id: UUID) -> HttpResponse:
    """The photo that came with a report, without anything beside its pixels."""
    photo = photo_of(actor, report_id=report_id, today=today())
    if photo is None:
        raise Http404
    response = HttpResponse(photo[0], content_type=photo[1])
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@page(Right.APPLY)
def counts(request: HttpRequest, actor: Actor) -> HttpResponse:
    """How often one's own office was named, by finished weeks; too few are not told."""
    found = counts_on_my_office(actor, today=today())
    most = max((each.n or 0 for each in found), default=0)
    n_told = sum(each.n is not None for each in found)
    context = {"weeks": found, "n_told": n_told, "most": most, "least": LEAST}
    return shown(request, "checking/counts.html", context)
