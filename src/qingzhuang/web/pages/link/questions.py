"""Two rows, one person or two? The clerk knows; the platform asks and never guesses."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.link import answer_question, compare_questions
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown

_MOST = 20  # on one page; the next ones come up as these are answered


@page(Right.COLLECT, posts=True)
def questions(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The open questions with both rows side by side; one is answered at a time."""
    problems: list[str] = []
    if request.method == "POST":
        asked, said = request.POST.get("question", ""), request.POST.get("is_same", "")
        try:
            if not (asked.isdecimal() and len(asked) < 19 and said in ("yes", "no")):
                raise RefusedError(Problem(StoreCode.NOT_THERE))
            answer_question(actor, question_id=int(asked), is_same=said == "yes")
        except RefusedError as refusal:
            problems = [refusal.problem.sentence]
        else:
            say_next(request, "记下了：是同一个。" if said == "yes" else "记下了：是两个。")
            return HttpResponseRedirect(reverse("questions"))
    found = compare_questions(actor)
    context = {"found": found[:_MOST], "n": len(found), "problems": problems}
    return shown(request, "link/questions.html", context, status=422 if problems else 200)
