"""Several forms handed in at once: files, a folder of them, or a zip. Rule R-RET-14."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from qingzhuang.actions.collect.returning import Return, Returned, return_form
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.files.packages.zips import Part, read_parts
from qingzhuang.store.actors import Actor

_FORMS = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".docx", ".doc", ".wps"})
_NOT_A_FORM = ("~$", ".", "__MACOSX")  # what office programs and other systems leave behind
_LONGEST_NAME = 60  # characters of a name inside a zip that are kept, the last ones


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What became of one file. name: as handed in (卡片.zip/张三.xlsx). problem: why it was not taken."""

    name: str
    result: Returned | None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    name: str
    path: Path
    problem: Problem | None = None


def return_forms(
    actor: Actor, *, paths: Sequence[Path], like: Return, told: Callable[[str], None]
) -> list[HandedIn]:
    """
    Take the answers of each form, one after the other; a bad one does not keep the others from being taken.

    paths: files, folders, zips. like: region, day and whether anything is kept; its path is not looked at.
    told: hears the name of each file.
    """
    results = []
    with _unpacked(paths) as forms:
        for form in forms:
            told(form.name)
            results.append(_taken(actor, form, like))
    return results


def _taken(actor: Actor, form: _Form, like: Return) -> HandedIn:
    if form.problem is not None:
        return HandedIn(form.name, None, form.problem)
    try:
        return HandedIn(form.name, return_form(actor, returned=replace(like, path=form.path)))
    except RefusedError as refused:
        return HandedIn(form.name, None, refused.problem)


@contextmanager
def _unpacked(paths: Iterable[Path]) -> Iterator[list[_Form]]:
    """Every form among these, zips unpacked into a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="qingzhuang-") as folder:
        yield [form for n, path in enumerate(paths) for form in _forms_in(path, Path(folder) / str(n))]


def _forms_in(path: Path, folder: Path) -> list[_Form]:
    if path.is_dir():
        inside = (one for one in sorted(path.rglob("*")) if one.is_file())
        found = [_Form(str(one), one) for one in inside if _is_form(one.relative_to(path).parts)]
        return found or [_Form(str(path), path, Problem(ReturningCode.NO_FORMS, {"name": path.name}))]
    if path.suffix.lower() == ".zip" and path.is_file():
        return _zipped(path, folder)
    return [_Form(str(path), path)]


def _is_form(parts: Sequence[str]) -> bool:
    name = parts[-1]
    is_left_behind = any(part.startswith(_NOT_A_FORM) and len(part) > 1 for part in parts)
    return not is_left_behind and PurePosixPath(name).suffix.lower() in _FORMS


def _zipped(path: Path, folder: Path) -> list[_Form]:
    """The forms in a zip, written below a folder of our own, whatever their names say."""
    try:
        parts = [(_name_of(name), part) for name, part in read_parts(path.read_bytes()).items()]
        own = [(name, part) for name, part in parts if _is_form(PurePosixPath(name).parts or (name,))]
        forms = [_written(path, folder / str(n), name, part) for n, (name, part) in enumerate(own)]
    except RefusedError as refused:
        return [_Form(str(path), path, refused.problem)]
    return forms or [_Form(str(path), path, Problem(ReturningCode.NO_FORMS, {"name": path.name}))]


def _written(path: Path, folder: Path, name: str, part: Part) -> _Form:
    folder.mkdir(parents=True)
    written = folder / PurePosixPath(name).name[-_LONGEST_NAME:]
    written.write_bytes(part.inflate())
    return _Form(f"{path}/{name}", written)


def _name_of(name: str) -> str:
    """A name in a zip; programs on Windows write Chinese ones in GBK without saying so."""
    try:
        return name.encode("cp437").decode("gb18030")
    except UnicodeError:
        return name
