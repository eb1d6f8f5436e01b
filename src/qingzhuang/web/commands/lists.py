"""The commands `lists import`, `matters import` and `matters cap`."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from qingzhuang.actions.admit.listing import CountyFile, ListWish, publish_lists
from qingzhuang.actions.admit.registering import MatterWish, import_matters, set_cap
from qingzhuang.engine.admit.lists.domain import BOOK_NAMES, PRINTED
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.web.commands.console import OPERATOR, day_of, today
from qingzhuang.web.commands.speaking import DONE, REFUSED, answer, say

_NOT_KEPT = "（只是看看，没有写入）"


def run(command: str, options: Namespace) -> int:
    """Take in the county's lists or its register of matters, or set a cap, and say what it comes to."""
    if options.what == "cap":
        return _cap(options)
    given = _read(Path(options.file))
    return _lists(given, options) if command == "lists" else _matters(given, options)


def _lists(given: CountyFile, options: Namespace) -> int:
    since = day_of(options.since) or today()
    wish = ListWish(since, options.basis, is_example=options.is_example, is_trial=options.is_trial)
    published = publish_lists(OPERATOR, given=given, wish=wish)
    if published.problems:
        return _refused(published.problems, options)
    document = {
        "from": since,
        "lists": {published.names[each]: published.counts[each] for each in PRINTED},
        "added": len(published.changes.added),
        "gone": len(published.changes.gone),
        "moved": len(published.changes.moved),
        "reworded": len(published.changes.reworded),
        "is_kept": not options.is_trial,
    }
    counts = "，".join(f"{published.names[each]} {published.counts[each]} 项" for each in PRINTED)
    changes = (
        f"新加 {document['added']}，去掉 {document['gone']}，换了清单 {document['moved']}，"
        f"改了说法 {document['reworded']}"
    )
    text = f"{counts}；{since} 起执行。和前一版比：{changes}。{_NOT_KEPT if options.is_trial else ''}"
    answer(document, is_json=options.is_json, text=text)
    return DONE


def _matters(given: CountyFile, options: Namespace) -> int:
    now = today()
    wish = MatterWish(
        day_of(options.on) or now, now, is_example=options.is_example, is_trial=options.is_trial
    )
    changes = import_matters(OPERATOR, given=given, wish=wish)
    if changes.problems:
        return _refused(changes.problems, options)
    document = {
        "entered": len(changes.entered),
        "kept": changes.n_kept,
        "ended": changes.n_ended,
        "booked": changes.n_booked,
        "same": changes.n_same,
        "is_kept": not options.is_trial,
    }
    text = (
        f"新进 {document['entered']} 件，其中在用 {document['kept']} 件；停了 {document['ended']} 件，"
        f"换账本 {document['booked']} 本，不变 {document['same']} 件。{_NOT_KEPT if options.is_trial else ''}"
    )
    answer(document, is_json=options.is_json, text=text)
    return DONE


def _cap(options: Namespace) -> int:
    """Set how many ledgers a book may hold."""
    now = today()
    since = day_of(options.on) or now
    book = next((key for key, name in BOOK_NAMES.items() if options.file in (key, name)), options.file)
    set_cap(OPERATOR, book=book, most=options.most, effective_from=since, today=now)
    document = {"book": book, "most": int(options.most), "from": since}
    text = f"{since} 起，{BOOK_NAMES[book]}最多 {options.most} 本。"
    answer(document, is_json=options.is_json, text=text)
    return DONE


def _read(path: Path) -> CountyFile:
    """The file as it lies there. Raises RefusedError."""
    if path.is_dir():
        raise RefusedError(Problem(FilesCode.FOLDER))
    try:
        return CountyFile(path.name, path.read_bytes())
    except OSError as error:
        raise RefusedError(Problem(FilesCode.NOT_THERE)) from error


def _refused(problems: Sequence[Problem], options: Namespace) -> int:
    """Say every problem; nothing was written."""
    sentences = [problem.sentence for problem in problems]
    answer({"problems": sentences, "is_kept": False}, is_json=options.is_json, text="")
    for sentence in sentences:
        say(sentence)
    say(f"{len(sentences)} 处要改，没有写入。")
    return REFUSED
