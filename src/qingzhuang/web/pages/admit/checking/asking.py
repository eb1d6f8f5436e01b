"""
该不该填，查一查: one field, one button, the answer on the same page.

Nobody is sent on to another page after sending: what was typed is kept nowhere, so there would be nothing to
show there. Checking, refusing and reporting go to one address and answer alike; no session learns which.
"""

import secrets

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from qingzhuang.actions.admit.checking import Asked, Checked, check_notice, read_form
from qingzhuang.actions.admit.refusing import Sending, refuse_notice
from qingzhuang.engine.admit.notices.answers import VERDICT_NAMES, Verdict
from qingzhuang.engine.admit.notices.refusing import letter_kind
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.checking import n_in_force
from qingzhuang.store.queries.reports import answers_given
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import shown

CHECK, REFUSE, REPORT = "check", "refuse", "report"
# (a letter, reported). Those with a letter are of one length, so that the length of the page tells nobody on
# the line which button it was.
SAID = {
    (True, True): "话写好了，请复制给对方；也不留名报给减负办了。",
    (True, False): "话写好了，请复制给对方；这一次没有报给减负办。",
    (False, True): "不留名交给减负办了，下周一他们看得到。",
}
LOOKS = {
    Verdict.ADMITTED: ("c-note--ok", "badge-check"),
    Verdict.NOT_ADMITTED: ("c-note--bad", "shield-x"),
    Verdict.NOT_VALID: ("c-note--bad", "circle-x"),
    Verdict.UNSURE: ("c-note--gap", "circle-help"),
}


@page(Right.CHECK, posts=True)
def checking(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The field; once sent, the answer above it, with the words of a refusal where they were asked for."""
    if request.method != "POST":
        return _drawn(request, actor, Asked(text=request.GET.get("number", "")[:40]))
    asked = _typed(request)
    try:
        asked = _with_form(request, actor, asked)
        if request.POST.get("do") in (REFUSE, REPORT):
            return _refused(request, actor, asked)
        checked = check_notice(actor, asked=asked, on=_now())
    except RefusedError as refusal:
        return _drawn(request, actor, asked, problem=refusal.problem.sentence)
    return _drawn(request, actor, asked, checked)


def _refused(request: HttpRequest, actor: Actor, asked: Asked) -> HttpResponse:
    is_reported = request.POST.get("do") == REPORT
    photo = request.FILES.get("photo")
    once = request.POST.get("once", "") or secrets.token_hex(16)
    sending = Sending(is_reported, once, photo.read() if photo else b"")
    sent = refuse_notice(actor, asked=asked, on=_now(), sending=sending)
    said = SAID[bool(sent.letter), is_reported]
    return _drawn(request, actor, asked, sent.checked, letter=sent.letter, said=said)


def _typed(request: HttpRequest) -> Asked:
    """What was typed, and what an earlier upload said, which the page carries along."""
    typed = request.POST
    return Asked(
        text=typed.get("text", ""),
        title=typed.get("title", "")[:300],
        labels=tuple(filter(None, typed.get("labels", "").splitlines())),
        printed=tuple(filter(None, typed.get("printed", "").splitlines())),
    )


def _with_form(request: HttpRequest, actor: Actor, asked: Asked) -> Asked:
    """The same, or what a form says that came just now, with the text beside it."""
    file = request.FILES.get("form")
    if file is None:
        return asked
    read = read_form(actor, name=file.name or "", content=file.read())
    return Asked(text=asked.text, title=read.title, labels=read.labels, printed=read.printed)


def _drawn(
    request: HttpRequest,
    actor: Actor,
    asked: Asked,
    checked: Checked | None = None,
    *,
    letter: str = "",
    said: str = "",
    problem: str = "",
) -> HttpResponse:
    """The page. once: what makes a report one report, new with every page until it is sent."""
    today = _now()[:10]
    is_good_number = checked is not None and _is_good_number(checked)
    context = {
        "n": n_in_force(actor, on=today),
        "asked": asked,
        "checked": checked,
        "look": LOOKS[Verdict.ADMITTED if is_good_number else checked.answer.verdict] if checked else None,
        "verdict": _verdict(checked, is_good_number=is_good_number) if checked else "",
        "is_good_number": is_good_number,
        "letter_kind": letter_kind(checked.answer) if checked else "",
        "letter": letter,
        "said": said,
        "once": request.POST.get("once", "") if said else secrets.token_hex(16),
        "answers": answers_given(actor, today=today),
        "problems": [problem] if problem else (),
    }
    return shown(request, "checking/check.html", context, status=422 if problem else 200)


def _verdict(checked: Checked, *, is_good_number: bool) -> str:
    """The verdict in a word or two; of a number alone nobody knows yet what it came with."""
    return "这个号作数" if is_good_number else VERDICT_NAMES[checked.answer.verdict]


def _is_good_number(checked: Checked) -> bool:
    """Whether a number alone was asked about, and it counts."""
    found = checked.answer
    return checked.is_number and found.verdict is Verdict.UNSURE and bool(found.admitted)


def _now() -> str:
    return timezone.localtime().isoformat()
