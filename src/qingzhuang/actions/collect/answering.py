"""Writing answers as an import of the village's own words, and seeing that each reached whom it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from qingzhuang.engine.fill.returned.hearing import Heard, Hearing, NotTaken
from qingzhuang.engine.fill.returned.statements import AnswerRow, answer_rows, village_rows
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Import, Statement, Subject
from qingzhuang.store.queries.statements import live_rows
from qingzhuang.store.queries.villagewords import village_claims
from qingzhuang.store.rows import Row
from qingzhuang.store.scopes import within
from qingzhuang.store.writers.bulk import reserve_ids
from qingzhuang.store.writers.imports import add_village_statements, open_import
from qingzhuang.store.writers.register import rebuild

SOURCE = "村里填报"


@dataclass(frozen=True, slots=True)
class Answered:
    """The file whose answers are written. after_import: the last import known when the form was sent."""

    name: str
    sha256: str
    day: str
    after_import: int


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. import_id None: nothing. n_old: words left out because they are our own old ones."""

    import_id: int | None
    heard: tuple[Heard, ...]
    refused: tuple[NotTaken, ...]
    n_old: int


def answer_rows_written(actor: Actor, *, book: VillageBook, hearing: Hearing, file: Answered) -> Written:
    """Write what is news as one import. Call inside the action's transaction, with the region locked."""
    heard = [*hearing.heard]
    refused = [*hearing.refused]
    fresh = _without_old_words(actor, book, heard, file)
    n_old = len(heard) - len(fresh)
    heard = fresh
    elsewhere = _elsewhere(actor, book.region, heard)
    refused += _rows_refused(heard, elsewhere, ReturningCode.ROW_ELSEWHERE)
    heard = [each for each in heard if not each.newcomer or each.newcomer not in elsewhere]
    while heard:
        point = transaction.savepoint()
        opened, astray = _write(actor, book, heard, refused, file)
        if not astray:
            transaction.savepoint_commit(point)
            return Written(opened.pk, tuple(heard), tuple(refused), n_old)
        transaction.savepoint_rollback(point)
        lost = [each for each in heard if (each.sheet, each.row) in astray]
        refused += _first_of_rows(lost, ReturningCode.ROW_SEVERAL)
        heard = [each for each in heard if (each.sheet, each.row) not in astray]
    return Written(None, (), tuple(refused), n_old)


def _write(
    actor: Actor, book: VillageBook, heard: Sequence[Heard], refused: Sequence[NotTaken], file: Answered
) -> tuple[Import, set[tuple[str, int]]]:
    """The import with its rows, published; and the rows that linking gave to somebody else."""
    answers = answer_rows(book, heard)
    own = village_rows(heard)
    opened = open_import(
        actor,
        region=book.region,
        source=SOURCE,
        file_name=file.name,
        sha256=file.sha256,
        day=file.day,
        is_partial=True,
        accepted=len(answers) + len(own),
        refused=[(each.sheet, each.row, each.problem.sentence, "") for each in refused],
        is_village_answer=True,
    )
    add_village_statements(opened, own)
    if not answers:
        return opened, set()
    ids = reserve_ids(Statement, len(answers))
    rows = [_row(number, opened, each) for number, each in zip(ids, answers, strict=True)]
    rebuild(actor, book.region, catalogue=book.catalogue, new_rows=rows)
    placed = {
        number: subjects
        for number, *subjects in Statement.objects.filter(source_import=opened).values_list(
            "id", "person_id", "household_id"
        )
    }
    astray = {
        (each.sheet, each.row)
        for row, each in zip(rows, answers, strict=True)
        if each.subject_id and each.subject_id != placed[row.statement_id][each.is_household_row]
    }
    return opened, astray


def _row(number: int, opened: Import, answer: AnswerRow) -> Row:
    return Row(
        number,
        opened.pk,
        opened.source,
        True,
        opened.day,
        answer.sheet,
        answer.row,
        answer.family,
        answer.is_household_row,
        answer.person,
        answer.household,
    )


def _without_old_words(
    actor: Actor, book: VillageBook, heard: Sequence[Heard], file: Answered
) -> list[Heard]:
    """
    Without words that were ours when the form was sent and for which we hold newer ones now (R-RET-13).
    """
    doubtful = {
        id(each)
        for each in heard
        if each.news is not None and any(c.import_id > file.after_import for c in each.news.against)
    }
    if not doubtful:
        return list(heard)
    known: dict[tuple[int, str], set[str]] = {}
    for key, claims in village_claims(actor, book.region).items():
        known[0, key] = {claim.value for claim in claims if claim.import_id <= file.after_import}
    for row in live_rows(actor, book.region):
        if row.import_id > file.after_import:
            continue
        for subject, values in ((row.person_id, row.person), (row.household_id, row.household)):
            for key, value in values.items():
                known.setdefault((subject or 0, key), set()).add(value)
    return [each for each in heard if id(each) not in doubtful or not _was_ours(each, known)]


def _was_ours(one: Heard, known: dict[tuple[int, str], set[str]]) -> bool:
    holder = one.news.target.holder.subject_id if one.news is not None else 0
    return one.value in known.get((holder, one.key), set())


def _elsewhere(actor: Actor, region: str, heard: Iterable[Heard]) -> set[str]:
    """Numbers of newcomers who are registered in another village."""
    numbers = {each.newcomer for each in heard if each.newcomer}
    found = Subject.objects.filter(within(actor), id_number__in=numbers).exclude(region=region)
    return set(found.values_list("id_number", flat=True))


def _rows_refused(heard: Iterable[Heard], numbers: set[str], code: ReturningCode) -> list[NotTaken]:
    return _first_of_rows([each for each in heard if each.newcomer in numbers], code)


def _first_of_rows(heard: Iterable[Heard], code: ReturningCode) -> list[NotTaken]:
    """One refusal for each of these rows."""
    rows = {(each.sheet, each.row): each for each in heard}
    return [NotTaken(e.sheet, e.row, "", Problem(code, {"name": e.who})) for e in rows.values()]
