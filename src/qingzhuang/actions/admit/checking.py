"""该不该填，查一查: a notice or a form held against the register. Nothing is kept, not even the asking."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from qingzhuang.actions.admit.readings import Reading
from qingzhuang.engine.admit.domain import Application, Kind
from qingzhuang.engine.admit.notices.answering import answer
from qingzhuang.engine.admit.notices.answers import Answer, Verdict
from qingzhuang.engine.admit.notices.bounds import Meaning, label_meaning
from qingzhuang.engine.admit.notices.reading import Notice, notice_of_form, read_notice
from qingzhuang.engine.admit.notices.register import Register, register_of
from qingzhuang.engine.admit.numbers import HIGHEST, Number, parse
from qingzhuang.engine.admit.rules import Rule, breaches
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.checking import CheckingCode
from qingzhuang.engine.read.grid import Grid
from qingzhuang.engine.read.layout import Purpose, SheetLayout
from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.read.matching import match_label
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.intake.uploads import put_into
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.reference.rulespack import load_rules
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.queries.checking import register_mark
from qingzhuang.store.queries.lists import duties
from qingzhuang.store.queries.organisations import NO_VILLAGE
from qingzhuang.store.queries.register import all_admitted
from qingzhuang.store.roles import Right

_OF_A_QR = re.compile(r"\S*/check/(20\d\d)/(\d{1,5})/?")
_HEAD_ROWS = 3  # of a sheet without blanks: its title and what stands right below
_MOST_PRINTED = 200  # texts; what a form explains in more than that, no notice needs
_PRINTED = re.compile(r"准入|表\s*号|制表|发文|有效期|填表说明")
_NUMBERED = re.compile(r"[（(][^（）()]*准入[^（）()]*[）)]")  # behind a title: （准入〔2026〕31号）
_WITHOUT_PACK = "县里的准入办法"  # where the county switched that rule off
_WHOLE = 12  # digits of a village's own code


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What a village was asked, as handed over. text: a notice as pasted, or a number alone, or what a QR code
    says. title, labels, printed: of an uploaded form, "" and () without one.
    """

    text: str = ""
    title: str = ""
    labels: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not self.text.strip() and not self.title and not self.labels


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Something demanded that a rule forbids. clause: where that is said, and what, to quote."""

    sentence: str
    clause: str
    is_compared: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """What is said. is_number: a number alone was asked about. clause: the rule a refusal rests on."""

    answer: Answer
    notice: Notice
    is_number: bool
    forbidden: tuple[Forbidden, ...]
    clause: str


def check_notice(actor: Actor, *, asked: Asked, on: str) -> Checked:
    """
    Whether the village should do it, and why. on: instant with zone, ISO. Rules R-CHE-01 to R-CHE-05.

    Raises:
        RefusedError: the actor may not check; nothing was handed over.
    """
    allow(actor, Right.CHECK)
    if asked.is_empty:
        raise RefusedError(Problem(CheckingCode.NOTHING))
    number = _number_alone(asked)
    notice = _notice(asked, number)
    found = answer(
        notice,
        admitted=_register(actor),
        duties=duties(actor, on=on[:10]),
        on=on,
        region=village_of(actor),
        meaning=_meaning(),
    )
    rules = load_rules(county_catalogue())
    is_fine = found.verdict is Verdict.ADMITTED
    forbidden = () if is_fine else _forbidden(notice, rules=rules, on=on[:10])
    return Checked(found, notice, number is not None, forbidden, _clause(rules, on[:10]))


def read_form(actor: Actor, *, name: str, content: bytes) -> Asked:
    """
    What an uploaded form asks: title, columns and what is printed around them; read in its cage. R-CHE-03.

    What stands in its rows is not taken along, nor its file name.

    Raises:
        RefusedError: the actor may not check; the file is empty, too large, or no form.
    """
    allow(actor, Right.CHECK)
    with TemporaryDirectory(prefix="checked-") as folder:
        workbook = read_workbook(put_into(Path(folder), name, content))
    sheets = [(grid, recognise(grid)) for grid in workbook.sheets if not grid.is_hidden]
    labels = (
        field.label
        for _, layout in sheets
        for field in layout.fields
        if field.purpose is Purpose.ASKED and field.label and not _PRINTED.search(field.label)
    )
    printed = (text for grid, layout in sheets for text in (*layout.notes, *_printed(grid, layout)))
    title = next((layout.title for _, layout in sheets if layout.title), "")
    title = _NUMBERED.sub("", title).strip()  # the number itself is among what is printed
    kept = dict.fromkeys(text for text in printed if text != title)
    return Asked(title=title, labels=tuple(dict.fromkeys(labels)), printed=tuple(kept))


def village_of(actor: Actor) -> str | None:
    """The one village the actor serves, None for a town or several."""
    own = [place for place in actor.places if len(place) == _WHOLE and not place.endswith(NO_VILLAGE)]
    return own[0] if len(own) == 1 and len(actor.places) == 1 else None


def _notice(asked: Asked, number: Number | None) -> Notice:
    if number is not None:
        return read_notice(str(number))
    if asked.labels or asked.title:
        return notice_of_form(asked.title, asked.labels, (*asked.printed, asked.text))
    return read_notice(asked.text)


def _number_alone(asked: Asked) -> Number | None:
    """The number where nothing but a number was handed over, typed or as its QR code says it. R-CHE-02."""
    if asked.labels or asked.title:
        return None
    text = asked.text.strip()
    scanned = _OF_A_QR.fullmatch(text)
    if scanned is None:
        return parse(text)
    year, seq = int(scanned[1]), int(scanned[2])
    return Number(year, seq) if 1 <= seq <= HIGHEST else None


def _printed(grid: Grid, layout: SheetLayout) -> list[str]:
    """What is printed above the first blank, and what names a number or an office; no row of records."""
    blanks = (field.header_rows[0] if field.header_rows else field.row for field in layout.fields)
    above = min(blanks, default=_HEAD_ROWS + 1)
    return [
        cell.text.strip()
        for (row, _), cell in sorted(grid.cells.items())
        if cell.text.strip() and (row < above or _PRINTED.search(cell.text))
    ][:_MOST_PRINTED]


def _register(actor: Actor) -> Register:
    """The register, ready to be searched; read anew only after it has changed. Rule R-NTC-10."""
    return _kept_register(Reading(actor), register_mark(actor))


@lru_cache(maxsize=1)
def _kept_register(reading: Reading, mark: tuple[object, ...]) -> Register:  # noqa: ARG001 (the mark is the key)
    return register_of(all_admitted(reading.actor))


def _meaning() -> Meaning:
    """What a label asks: the element that the catalogue surely binds it to, else its words."""
    catalogue = load_catalogue(county_catalogue())

    @cache
    def meaning(label: str) -> str:
        match = match_label(label, catalogue=catalogue, memory={})
        return match.key if match.key and match.binding is Binding.AUTO else label_meaning(label)

    return meaning


def _forbidden(notice: Notice, *, rules: Sequence[Rule], on: str) -> tuple[Forbidden, ...]:
    """What the notice demands against a rule that forbids words, each with its clause. Rule R-CHE-05."""
    words = {rule.id: rule for rule in rules if rule.check == "forbidden"}
    asked = Application("", kind=notice.kind or Kind.FORM, features=notice.text)
    return tuple(
        Forbidden(each.sentence, cited(words[each.rule]), words[each.rule].is_verified)
        for each in breaches(asked, rules=tuple(words.values()), on=on)
    )


def cited(rule: Rule) -> str:
    """Where a rule stands and what it says, in one sentence."""
    return f"{rule.source}{rule.clause}：{rule.text}"


def _clause(rules: Sequence[Rule], on: str) -> str:
    """Where the county's pack says that every matter needs a number. R-CHE-06, R-PCK-21."""
    said = (
        f"{rule.source}（{rule.clause}）" for rule in rules if rule.check == "admission" and rule.holds_on(on)
    )
    return next(said, _WITHOUT_PACK)
