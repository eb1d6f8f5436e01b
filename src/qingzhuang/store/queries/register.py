"""The open register: every number that was ever given, for everybody (the actor may be a visitor)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from qingzhuang.engine.admit.domain import Frequency, Kind
from qingzhuang.engine.admit.lifetime import Phase, phase_of
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.admit.standing import Admitted, standing
from qingzhuang.engine.values.initials import is_found_by
from qingzhuang.store.actors import Actor
from qingzhuang.store.admitted import admitted_of, application_of, prefixes_of
from qingzhuang.store.models import Admission, Matter

_LIGHT = (
    "year", "seq", "kind", "title", "office", "issuer", "frequency", "starts_on", "ends_on",
    "emergency_until", "regularised_at", "withdrawn_on", "admitted_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are wanted; "" and None leave a thing open. words: as typed, pinyin letters too."""

    words: str = ""
    kind: Kind | None = None
    office: str = ""
    phase: Phase | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the register. office: code of `issuer`. sentence: how the number stands. Days are ISO."""

    number: Number
    title: str
    kind: Kind
    office: str
    issuer: str
    frequency: Frequency | None
    starts_on: str
    ends_on: str
    withdrawn_on: str
    admitted_at: datetime
    phase: Phase
    sentence: str
    is_good: bool


def register(actor: Actor, *, on: str, wanted: Wanted = Wanted()) -> tuple[Line, ...]:  # noqa: ARG001
    """
    The lines that are wanted, the newest number first. on: instant with zone (ISO), or a day.

    The register is open: whoever asks sees the same.
    """
    rows = Admission.objects.order_by("-year", "-seq").values(*_LIGHT)
    if wanted.kind is not None:
        rows = rows.filter(kind=wanted.kind.value)
    lines = (_line(row, on) for row in rows.iterator())
    return tuple(line for line in lines if _is_wanted(line, wanted))


def issuers(actor: Actor) -> tuple[tuple[str, str], ...]:  # noqa: ARG001 (open to all)
    """Code and name of every office that ever got a number, by name."""
    found = dict(Admission.objects.order_by("pk").values_list("office", "issuer"))
    return tuple(sorted(found.items(), key=lambda each: each[1]))


def n_fields(actor: Actor, *, numbers: Iterable[Number]) -> dict[Number, int]:  # noqa: ARG001 (open to all)
    """How many columns each of these numbers admits."""
    rows = _of(numbers)
    return {Number(row.year, row.seq): len(application_of(row).fields) for row in rows}


def all_admitted(actor: Actor) -> tuple[Admitted, ...]:  # noqa: ARG001 (open to all)
    """Every matter that was ever admitted, whole, by number: what notices are held against."""
    rows = Admission.objects.prefetch_related("regions").order_by("year", "seq")
    return tuple(admitted_of(row, regions=prefixes_of(row)) for row in rows.iterator(chunk_size=500))


def _of(numbers: Iterable[Number]) -> QuerySet[Admission]:
    """The rows of these numbers; one query a year."""
    wanted = set(numbers)
    found = Admission.objects.none()
    for year in sorted({each.year for each in wanted}):
        found = found | Admission.objects.filter(year=year, seq__in=[e.seq for e in wanted if e.year == year])
    return found


def _line(row: dict[str, object], on: str) -> Line:
    until = row["emergency_until"] if row["regularised_at"] is None else None
    number = Number(int(str(row["year"])), int(str(row["seq"])))
    frequency = Frequency(str(row["frequency"])) if row["frequency"] else None
    bare = Admitted(
        number=number,
        title=str(row["title"]),
        kind=Kind(str(row["kind"])),
        issuer=str(row["issuer"]),
        regions=(),
        frequency=frequency,
        starts_on=str(row["starts_on"]),
        ends_on=str(row["ends_on"]),
        withdrawn_on=str(row["withdrawn_on"] or ""),
        emergency_until=until.isoformat() if isinstance(until, datetime) else "",
    )
    stands = standing(bare, on=on, region=None)
    admitted_at = row["admitted_at"]
    assert isinstance(admitted_at, datetime)
    return Line(
        number=number,
        title=bare.title,
        kind=bare.kind,
        office=str(row["office"]),
        issuer=bare.issuer,
        frequency=frequency,
        starts_on=bare.starts_on,
        ends_on=bare.ends_on,
        withdrawn_on=bare.withdrawn_on,
        admitted_at=admitted_at,
        phase=phase_of(stands),
        sentence=stands.sentence,
        is_good=stands.is_good,
    )


def _is_wanted(line: Line, wanted: Wanted) -> bool:
    if wanted.office and wanted.office not in (line.office, line.issuer):
        return False
    if wanted.phase is not None and wanted.phase is not line.phase:
        return False
    texts = (line.title, line.issuer, str(line.number), line.number.code.lower())
    return all(any(is_found_by(text, word) for text in texts) for word in wanted.words.split())


@dataclass(frozen=True, slots=True)
class KeptMatter:
    """One entry of the register of matters. number: "" where it came before the gate. Days are ISO."""

    kind: Kind
    name: str
    issuer: str
    frequency: str
    basis: str
    number: str
    started_on: str
    ended_on: str
    why_ended: str


def matters_kept(actor: Actor, *, on: str, kind: Kind | None = None) -> tuple[KeptMatter, ...]:  # noqa: ARG001
    """What villages are asked for on an ISO day, by name; open to everybody."""
    rows = Matter.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on), started_on__lte=on)
    if kind is not None:
        rows = rows.filter(kind=kind.value)
    return tuple(
        KeptMatter(
            Kind(row.kind), row.name, row.issuer, row.frequency, row.basis, row.number, row.started_on,
            row.ended_on or "", row.why_ended,
        )
        for row in rows.order_by("name", "pk").iterator()
    )  # fmt: skip
