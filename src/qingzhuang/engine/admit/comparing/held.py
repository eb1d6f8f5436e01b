"""Which of the asked fields are held already, by whom, how fresh, and whether they mean the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.engine.admit.comparing.definitions import Judgement, judge
from qingzhuang.engine.admit.comparing.derivations import KNOWN_OF_THE_PLACE, ways_to_derive
from qingzhuang.engine.admit.comparing.domain import HELD_FROM, Comparison, Coverage, HeldField, Source
from qingzhuang.engine.admit.domain import AskedField
from qingzhuang.engine.catalogue.elements import Catalogue, DataElement, SubjectKind
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.candidates import candidates, is_close
from qingzhuang.engine.read.labels import parse_label
from qingzhuang.engine.values.domain import Kind

Holdings = Mapping[str, Coverage]

_MASKED = {Kind.ID_NUMBER: "证号打码", Kind.DOCUMENT: "证号打码", Kind.ACCOUNT: "账号打码"}
_REGION_TABLE = "行政区划"
_ASK = "村里填"
# A name this like another's (Dice over pairs of characters) may be taken for it, R-DUP-06.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every field is held against."""

    catalogue: Catalogue
    holdings: Holdings
    on: str
    issuer: str


def held_fields(
    fields: Sequence[AskedField], *, catalogue: Catalogue, holdings: Holdings, on: str, issuer: str = ""
) -> tuple[HeldField, ...]:
    """
    Each asked field beside what is held, in the order asked. Rules R-DUP-01 to R-DUP-08.

    fields: bound by the application; an unbound one is new. holdings: element key → what is known of it where
    the application lands. on: today, ISO. issuer: the asking office; what it holds itself it takes there.
    """
    desk = _Desk(catalogue, holdings, on, issuer)
    return tuple(_held_field(asked, desk) for asked in fields)


def _held_field(asked: AskedField, desk: _Desk) -> HeldField:
    code = asked.element.partition("@")[0]
    element = desk.catalogue.elements.get(code)
    if element is None:
        return _not_held(asked, None, desk)
    if element.subject is SubjectKind.RECORD:
        return _of_sheet(asked, element)
    if element.subject is SubjectKind.EVENT:
        return _of_occasion(asked, element)
    coverage = desk.holdings.get(asked.element)
    if coverage is not None and coverage.n_known:
        judgement = _judgement(asked, element, coverage.day, desk)
        return _supplied(asked, element, judgement, (_source(coverage, asked.element),), desk)
    if code in KNOWN_OF_THE_PLACE:
        place = Source(_REGION_TABLE, desk.on, 1.0, asked.element)
        return _supplied(asked, element, Judgement(Comparison.SAME), (place,), desk)
    return _derived(asked, element, desk) or _not_held(asked, element, desk)


def _judgement(asked: AskedField, element: DataElement, held_on: str, desk: _Desk) -> Judgement:
    is_role = "@" in asked.element
    return judge(asked, element, catalogue=desk.catalogue, held_on=held_on, is_role=is_role)


def _source(coverage: Coverage, key: str) -> Source:
    return Source(coverage.source, coverage.day, coverage.share, key)


def _of_sheet(asked: AskedField, element: DataElement) -> HeldField:
    return HeldField(
        asked.label, asked.place, asked.element, element.name, Comparison.SAME, "表自己的栏，不算数据",
        treatment="照表填", sensitivity=element.sensitivity, is_sure=asked.is_sure, is_data=False,
    )  # fmt: skip


def _of_occasion(asked: AskedField, element: DataElement) -> HeldField:
    """A visit or a patrol is another one each time: what was said of the last answers nothing. R-DUP-05."""
    return HeldField(
        asked.label, asked.place, asked.element, element.name, Comparison.NEW, "每次的事不一样",
        treatment=_ASK, sensitivity=element.sensitivity, is_sure=asked.is_sure,
    )  # fmt: skip


def _derived(asked: AskedField, element: DataElement, desk: _Desk) -> HeldField | None:
    """The field computed from what is held; None where not all that it takes is."""
    ways = [_sources_of(keys, desk) for keys in ways_to_derive(asked.element, desk.catalogue)]
    best = max(filter(None, ways), key=lambda sources: sources[0].share, default=())
    if not best:
        return None
    judgement = _judgement(asked, element, best[0].day, desk)
    if judgement.comparison is not Comparison.DIFFERENT:
        names = "、".join(desk.catalogue[source.key].name for source in best)
        judgement = Judgement(Comparison.CONVERTIBLE, f"由{names}推算")
    return _supplied(asked, element, judgement, best, desk)


def _sources_of(keys: tuple[str, ...], desk: _Desk) -> tuple[Source, ...]:
    """Where these elements are held, the least known first; nothing if one of them is not."""
    found = [(desk.holdings.get(key), key) for key in keys]
    known = [_source(coverage, key) for coverage, key in found if coverage is not None and coverage.n_known]
    return tuple(sorted(known, key=lambda source: source.share)) if len(known) == len(keys) else ()


def _supplied(
    asked: AskedField, element: DataElement, judgement: Judgement, sources: tuple[Source, ...], desk: _Desk
) -> HeldField:
    is_stale = any(_is_older(source.day, element.fresh_days, desk.on) for source in sources)
    is_own = bool(desk.issuer) and sources[0].name == desk.issuer
    return HeldField(
        asked.label, asked.place, asked.element, element.name, judgement.comparison,
        judgement.why or ("" if asked.is_sure else "看着像，请确认"), sources, is_stale,
        _treatment(element, judgement.comparison, sources[0].share, is_own=is_own, is_stale=is_stale)
        if asked.is_sure
        else f"先确认是不是“{element.name}”",
        element.sensitivity, asked.is_sure,
    )  # fmt: skip


def _is_older(day: str, fresh_days: int | None, on: str) -> bool:
    """Whether a value said on that day is no longer fresh; R-DUP-08. An unknown day is not fresh."""
    if fresh_days is None:
        return False
    if len(day) != len("2026-01-01"):
        return True
    return (date.fromisoformat(on) - date.fromisoformat(day)).days > fresh_days


def _treatment(
    element: DataElement, comparison: Comparison, share: float, *, is_own: bool, is_stale: bool
) -> str:
    if comparison is Comparison.DIFFERENT:
        return "供数，附说明"
    if share < HELD_FROM:
        return "村里填，已有的先填好"
    if is_own:
        return "本单位自取"
    masked = _MASKED.get(element.domain.kind)
    said = [f"供数，{masked}" if masked else "供数"]
    if share < 1:
        said.append("没有的才补")
    if is_stale:
        said.append("旧了，村里核一下")
    return "；".join(said)


def _not_held(asked: AskedField, element: DataElement | None, desk: _Desk) -> HeldField:
    """New; or a like name of something held, which must not be taken for it. Rule R-DUP-06."""
    like = _like_name(asked, element, desk)
    sensitivity = element.sensitivity if element else ""
    name = element.name if element else ""
    if like is None:
        return HeldField(
            asked.label, asked.place, asked.element, name, Comparison.NEW,
            treatment=_ASK, sensitivity=sensitivity, is_sure=asked.is_sure,
        )  # fmt: skip
    return HeldField(
        asked.label, asked.place, asked.element, like.name, Comparison.DIFFERENT,
        f"名字像“{like.name}”，不是一回事", (_source(desk.holdings[like.code], like.code),),
        treatment=_ASK, sensitivity=sensitivity, is_sure=asked.is_sure,
    )  # fmt: skip


def _like_name(asked: AskedField, own: DataElement | None, desk: _Desk) -> DataElement | None:
    """The held element with a name like the label; for a sure field, with a name that is part of it."""
    parts = parse_label(asked.label)
    for code, score in candidates((parts.core,), desk.catalogue, unit=parts.unit, options=asked.options):
        if score < _ALIKE or code not in desk.holdings or (own is not None and code == own.code):
            continue
        element = desk.catalogue[code]
        is_like = (
            any(label_key(name) in parts.core for name in (element.name, *element.synonyms))
            if own is not None and asked.is_sure
            else is_close(parts.core, code, desk.catalogue)
        )
        if is_like:
            return element
    return None
