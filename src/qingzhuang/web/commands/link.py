"""The command `questions`."""

import json
from argparse import Namespace

from qingzhuang.actions.link import answer_question, list_questions
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.web import WebCode
from qingzhuang.store.queries.questions import OpenQuestion, Place
from qingzhuang.web.commands.console import OPERATOR
from qingzhuang.web.commands.speaking import DONE, answer


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """List the open questions, or answer one."""
    if options.answer is None:
        return _list(options)
    if options.is_same is None:
        raise RefusedError(Problem(WebCode.NO_ANSWER, {"question_id": options.answer}))
    answer_question(OPERATOR, question_id=options.answer, is_same=options.is_same)
    text = f"记下了：第 {options.answer} 个问题，{'是同一个' if options.is_same else '是两个'}。"
    answer({"question": options.answer, "is_same": options.is_same}, is_json=options.is_json, text=text)
    return DONE


def _list(options: Namespace) -> int:
    """Every open question with both rows."""
    found = list_questions(OPERATOR, region=options.region)
    answer(
        {"questions": [_document(question) for question in found]},
        is_json=options.is_json,
        text="\n".join(line for question in found for line in _lines(question)) or "没有拿不准的。",
    )
    return DONE


def _document(question: OpenQuestion) -> dict[str, object]:
    """One question."""
    return {
        "question": question.question_id,
        "region": question.region,
        "about": "household" if question.is_household else "person",
        "why": question.why,
        "rows": [_row(question.first), _row(question.second)],
    }


def _row(place: Place) -> dict[str, object]:
    """One of the two rows."""
    return {
        "file": place.file,
        "source": place.source,
        "day": place.day,
        "sheet": place.sheet,
        "row": place.row,
        "values": json.loads(place.values),
    }


def _lines(question: OpenQuestion) -> list[str]:
    """One question as a person reads it."""
    return [
        f"第 {question.question_id} 个：{question.why}",
        *(
            f"    {place.file}“{place.sheet}”第 {place.row} 行（{place.source}，{place.day}）"
            for place in (question.first, question.second)
        ),
    ]
