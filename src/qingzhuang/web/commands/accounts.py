"""The commands `offices` and `accounts`: a county's people and bodies from its own lists."""

import os
from argparse import Namespace
from pathlib import Path

from qingzhuang.actions.organisations.offices import open_offices
from qingzhuang.actions.organisations.opening import open_accounts
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.web import WebCode
from qingzhuang.web.commands.console import OPERATOR, today
from qingzhuang.web.commands.listfiles import refused_list, taken
from qingzhuang.web.commands.speaking import DONE, answer, stages
from qingzhuang.web.firstpasswords import as_csv


def run(command: str, options: Namespace) -> int:
    """Open what the list names, or say what is wrong with which line."""
    return _offices(options) if command == "offices" else _accounts(options)


def _offices(options: Namespace) -> int:
    result = open_offices(OPERATOR, given=taken(options.file), today=today(), is_trial=options.is_dry_run)
    if result.problems:
        return refused_list(result.problems, is_json=options.is_json)
    said = "没有写入；写入的话，开" if options.is_dry_run else "开好"
    answer(
        {"opened": [each.code for each in result.opened], "is_trial": options.is_dry_run},
        is_json=options.is_json,
        text=f"{said} {len(result.opened)} 个单位。",
    )
    return DONE


def _accounts(options: Namespace) -> int:
    """The sheet is made before anybody is opened: passwords that cannot be written down are lost."""
    if options.out is None and not options.is_dry_run:
        raise RefusedError(
            Problem(WebCode.WRONG_USE, {"what": "还缺 --out", "command": "qingzhuang accounts"})
        )
    given = taken(options.file)
    if options.is_dry_run:
        result = open_accounts(OPERATOR, given=given, today=today(), is_trial=True)
    else:
        trial = open_accounts(OPERATOR, given=given, today=today(), is_trial=True)
        if trial.problems:
            return refused_list(trial.problems, is_json=options.is_json)
        with os.fdopen(_made(options.out), "wb") as sheet, stages() as told:
            told(f"开 {len(trial.handed)} 个账号")
            result = open_accounts(OPERATOR, given=given, today=today())
            sheet.write(as_csv(result.handed))
        if result.problems:  # somebody else opened one of them in this second: an empty sheet helps nobody
            options.out.unlink()
    if result.problems:
        return refused_list(result.problems, is_json=options.is_json)
    return _told(len(result.handed), options)


def _told(n_people: int, options: Namespace) -> int:
    """How many, and where the passwords lie; never the passwords."""
    out = "" if options.is_dry_run else str(options.out)
    text = (
        f"名单没有问题，要开 {n_people} 个账号；没有写入。"
        if options.is_dry_run
        else f"开好 {n_people} 个账号。首次口令在 {out}，发完请删掉；平台不留底。"
    )
    answer(
        {"opened": n_people, "out": out, "is_trial": options.is_dry_run}, is_json=options.is_json, text=text
    )
    return DONE


def _made(path: Path) -> int:
    """
    A new file that only its owner reads.

    Raises:
        RefusedError: it is there already, or the folder cannot be written.
    """
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise RefusedError(Problem(WebCode.NO_NEW_FILE, {"file": path.name})) from error
