"""A county's own list of regions, checked line by line against the register; nothing is written here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.actions.organisations.lists import Column, ListLine, day_in, several
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.engine.values.regioncodes import Level, full_code, level_of, parent_of
from qingzhuang.store.actors import Actor
from qingzhuang.store.lengths import too_long
from qingzhuang.store.models import Region

COLUMNS = {
    "code": Column(
        "区划代码",
        ("统计用区划代码", "行政区划代码", "代码", "区划编码", "统计用区划和城乡划分代码", "村代码"),
        needed=True,
    ),
    "name": Column("名称", ("区划名称", "单位名称", "村名", "村居名称", "村社区名称", "地名"), needed=True),
    "parent": Column("上级", ("上级代码", "上级名称", "上级区划", "所属乡镇", "所属镇", "上级单位")),
    "aliases": Column("别名", ("曾用名", "简称", "俗称", "又名", "原名")),
    "since": Column("启用日期", ("生效日期", "启用时间", "生效时间", "起用日期", "变更日期")),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A region as registered now. since: ISO day from which it has this name."""

    name: str
    since: str


@dataclass(frozen=True, slots=True)
class RegionLine:
    """A line that is in order: the region has this name from the day `since` (ISO)."""

    place: str
    code: str
    name: str
    aliases: tuple[str, ...]
    since: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The lines in order and the problems of the others; one problem and the list is refused whole."""

    lines: tuple[RegionLine, ...]
    problems: tuple[Problem, ...]


def check_regions(
    actor: Actor, lines: Sequence[ListLine], *, now: Mapping[str, Named], on: str, today: str
) -> Checked:
    """
    Check a list. now: code → what it is called today. on: ISO day for lines that name none.

    Rules R-ORG-02 to R-ORG-06: 12 digits, in the actor's places, each code once, its parent known, no day
    that is still to come or lies before the present name.
    """
    read = [_read(line, on) for line in lines]
    names = {code: named.name for code, named in now.items()} | {line.code: line.name for line in read}
    good, problems = [], []
    seen: set[str] = set()
    for line, source in zip(read, lines, strict=True):
        wrong = _wrong(actor, line, said=source, names=names, named=now.get(line.code), today=today)
        found = next(wrong, None)
        if found is None and line.code in seen:
            found = Problem(OrganisationsCode.LINE_TWICE, {"place": line.place, "what": line.code})
        seen.add(line.code)
        if found is None:
            good.append(line)
        else:
            problems.append(found)
    return Checked(tuple(good), tuple(problems))


def _read(line: ListLine, on: str) -> RegionLine:
    """The line in its types; a code or day that cannot be read stays as written, to be told of."""
    code, since = line.text("code").replace(" ", ""), line.text("since")
    return RegionLine(
        place=line.place,
        code=full_code(code) or code,
        name=line.text("name"),
        aliases=several(line.text("aliases")),
        since=(day_in(since) or "") if since else on,
    )


def _wrong(
    actor: Actor,
    line: RegionLine,
    *,
    said: ListLine,
    names: Mapping[str, str],
    named: Named | None,
    today: str,
) -> Iterator[Problem]:
    """What is wrong with a line, the gravest first. said: as written. named: what the code is called now."""
    yield from _wrong_words(line)
    if not actor.serves(line.code):
        yield Problem(OrganisationsCode.LINE_NOT_YOURS, {"place": line.place, "code": line.code})
    yield from _wrong_parent(line, said.text("parent"), names)
    yield from _wrong_day(line, said.text("since"), named, today)


def _wrong_words(line: RegionLine) -> Iterator[Problem]:
    """Code and name."""
    if not line.code:
        yield Problem(OrganisationsCode.LINE_LACKS, {"place": line.place, "what": "区划代码"})
    if full_code(line.code) is None:
        yield Problem(OrganisationsCode.LINE_BAD_CODE, {"place": line.place, "code": line.code[:20]})
    if not line.name:
        yield Problem(OrganisationsCode.LINE_LACKS, {"place": line.place, "what": "名称"})
    for text in (line.name, *line.aliases):
        if (long := too_long(text, what="名称", model=Region, field="name")) is not None:
            params = {"place": line.place, "what": "名称", "most": long.params["most"]}
            yield Problem(OrganisationsCode.LINE_TOO_LONG, params)


def _wrong_parent(line: RegionLine, said: str, names: Mapping[str, str]) -> Iterator[Problem]:
    """A town stands in a county and a village in a town that the list or the register knows. R-ORG-04."""
    parent = parent_of(line.code)
    if level_of(line.code) in (Level.TOWN, Level.VILLAGE) and parent not in names:
        yield Problem(OrganisationsCode.LINE_NO_PARENT, {"place": line.place, "parent": parent})
    known = names.get(parent, parent)
    if said and known != said and (full_code(said) or said) != parent and parent in names:
        params = {"place": line.place, "said": said[:40], "parent": known}
        yield Problem(OrganisationsCode.LINE_OTHER_PARENT, params)


def _wrong_day(line: RegionLine, said: str, named: Named | None, today: str) -> Iterator[Problem]:
    """No day that cannot be read, is to come, or would rewrite what holds already. R-ORG-05."""
    if not line.since:
        yield Problem(OrganisationsCode.LINE_BAD_DAY, {"place": line.place, "text": said[:20]})
    if line.since > today:
        yield Problem(OrganisationsCode.LINE_FUTURE, {"place": line.place, "day": line.since})
    if named is not None and named.name != line.name and line.since < named.since:
        params = {"place": line.place, "day": line.since, "since": named.since}
        yield Problem(OrganisationsCode.LINE_TOO_EARLY, params)
