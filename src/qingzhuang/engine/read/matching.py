"""Matching labels to data elements: the ladder of docs/rules/matching.md, first hit counts."""

from collections.abc import Iterator
from dataclasses import replace

from qingzhuang.engine.catalogue.elements import Catalogue, DataElement, SubjectKind
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.another import follows_another
from qingzhuang.engine.read.candidates import SHOWN, candidates, is_close
from qingzhuang.engine.read.labels import LabelParts, parse_label
from qingzhuang.engine.read.layout import SheetLayout
from qingzhuang.engine.read.match import LABEL, Binding, Context, Match, Memory
from qingzhuang.engine.read.match_block import contexts_of, one_to_one
from qingzhuang.engine.read.match_notes import own_sense
from qingzhuang.engine.read.match_words import Sense, named, of_role
from qingzhuang.engine.read.memory import path_key
from qingzhuang.engine.read.never import must_ask, stated_unit
from qingzhuang.engine.read.parents import Above, read_parents, theme_variants
from qingzhuang.engine.read.roles import role_of
from qingzhuang.engine.read.simplify import written_simply
from qingzhuang.engine.read.topics import is_told_by_itself, is_topic_named, sense_by_topic
from qingzhuang.engine.values.domain import Kind

_NOTHING: Memory = {}
_NOWHERE = Context()
_UNLABELLED = Match(None, None, Binding.UNKNOWN, (), "没有标签")
_PAID = "benefit."  # what is paid under any programme; the form's topic tells which


def match_label(
    label: str, *, catalogue: Catalogue, memory: Memory = _NOTHING, context: Context = _NOWHERE
) -> Match:
    """
    What a label means where it stands. AUTO only when nobody would doubt it. Rules R-MAT-01 to R-MAT-09.

    label: as printed. memory: what was confirmed for this issuer, by `engine.read.memory.path_key`. context:
    labels above and around it, options and unit of its blank, title of the form.
    """
    parts = parse_label(label)
    remembered = memory.get(path_key((*context.parents, label)))
    if remembered is not None:
        return _remembered(remembered, parts.unit or context.unit, catalogue)
    found: Match | None = None
    for parents in theme_variants(context.parents):
        match = _match(parts, replace(context, parents=parents), catalogue)
        if match.binding is Binding.AUTO:
            return match
        found = found or match
    return found or _match(parts, context, catalogue)


def _match(parts: LabelParts, context: Context, catalogue: Catalogue) -> Match:
    """What a label means below these parents, nothing remembered."""
    unit = parts.unit or context.unit
    above = read_parents(context.parents)
    sense = _of_members_head(_sense(parts, above, context, catalogue), context)
    if sense is not None and unit is None:
        unit = stated_unit(catalogue[sense.code].domain, context.stated_units)
        context = replace(context, unit=unit)
    doubt = (sense.doubt or must_ask(sense, parts, context, catalogue)) if sense else ""
    if sense is not None and not doubt:
        doubt = follows_another(sense, context, catalogue)
    if sense is not None and not doubt:
        return Match(sense.code, sense.role, Binding.AUTO, (sense.code,), sense.why, unit)
    options = context.options or parts.options
    readings = tuple(filter(None, _readings(parts, above)))
    near = candidates(readings, catalogue, unit=unit, options=options)
    first = [sense.code] if sense else []
    likely = tuple(dict.fromkeys([*first, *(code for code, _ in near)]))[:SHOWN]
    if sense is not None:
        return Match(sense.code, sense.role, Binding.SUGGESTED, likely, doubt, unit)
    close = next(
        (code for code, _ in near if any(is_close(text, code, catalogue) for text in readings)), None
    )
    if close is not None:
        why = f"和“{catalogue[close].name}”相像，请确认"
        return Match(close, None, Binding.SUGGESTED, likely, why, unit)
    return Match(None, None, Binding.UNKNOWN, likely, "目录里没有这一项", unit)


def match_fields(
    layout: SheetLayout, *, catalogue: Catalogue, memory: Memory = _NOTHING
) -> tuple[Match, ...]:
    """
    What each field of a sheet means, in the order of `layout.fields`.

    Two blanks of one block that would be bound to one element are both asked, unless role or occurrence
    differ; remembered bindings stay. Rule R-MAT-10.
    """
    matches, confirmed = [], []
    simple = written_simply(layout)
    for field, written, context in zip(layout.fields, simple.fields, contexts_of(simple), strict=True):
        is_labelled = field.label is not None
        match = (
            match_label(written.label or "", catalogue=catalogue, context=context)
            if is_labelled
            else _UNLABELLED
        )
        key = path_key((*field.path[:-1], field.label or ""))
        matches.append(match)
        confirmed.append(_remembered(memory[key], match.unit, catalogue) if key in memory else None)
    return one_to_one(simple.fields, matches, confirmed, catalogue)


def _remembered(key: str, unit: str | None, catalogue: Catalogue) -> Match:
    code, _, role = key.partition("@")
    if not key:
        return Match(None, None, Binding.UNKNOWN, (), "以前确认过：不是我们的数据", unit)
    if key.startswith(LABEL):
        why = f"以前确认过：和“{key.removeprefix(LABEL)}”是一回事"
        return Match(None, None, Binding.UNKNOWN, (), why, unit, stands_for=key)
    if code not in catalogue.elements:
        return Match(None, None, Binding.UNKNOWN, (), "以前确认过的数据元已不在目录里", unit)
    return Match(code, role or None, Binding.AUTO, (code,), "和以前确认过的一样", unit)


def _sense(parts: LabelParts, above: Above, context: Context, catalogue: Catalogue) -> Sense | None:
    """The meaning of the label below its parents, with a doubt if it is not sure."""
    for words in above.words[:1]:
        code = named(words + parts.core, catalogue)
        if code is not None and not parts.notes:
            return Sense(code, None, f"合起来就是“{catalogue[code].name}”")
    topic = sense_by_topic(parts.core, context, catalogue)
    sense = _id_number(parts, context, catalogue) or own_sense(parts, catalogue)
    if sense is None or (topic is not None and sense.code.startswith(_PAID)):
        sense = topic or sense
    if sense is None:
        return _role_alone(parts, above, catalogue)
    return _below(sense, parts, above, catalogue)


def _of_members_head(sense: Sense | None, context: Context) -> Sense | None:
    """成员1关系 in a row headed by 户主, with no other 姓名 in it, is the relation to the head. R-MAT-18."""
    if sense is None or sense.code != "person.relation_to_applicant":
        return sense
    around = {parse_label(label).core for label in context.neighbours}
    is_by_head = bool(around & {"户主", "户主姓名"}) and "姓名" not in around
    is_member = (sense.role or "").startswith("member")
    why = "一户一行，问的是成员和户主的关系"
    return replace(sense, code="person.relation_to_head", why=why) if is_member and is_by_head else sense


def _id_number(parts: LabelParts, context: Context, catalogue: Catalogue) -> Sense | None:
    """证件号码 is an identity number only where 证件类型 says so and none other is near. Never-list."""
    if named(parts.core, catalogue) != "person.document_number":
        return None
    around = [label_key(label) for label in (*context.neighbours, *context.parents)]
    is_said = any("证件类" in label and "身份证" in label for label in around)
    others = [label for label in around if named(parse_label(label).core, catalogue) == "person.id_number"]
    return Sense("person.id_number", None, "证件类型写明是身份证") if is_said and not others else None


def _role_alone(parts: LabelParts, above: Above, catalogue: Catalogue) -> Sense | None:
    """Rows named 父亲, 母亲 below a heading 姓名: the heading is the property. Rule R-MAT-05."""
    role = role_of(parts.core)
    code = named(above.words[0], catalogue) if role and above.words else None
    return of_role(role, code, catalogue) if role and code else None


def _below(sense: Sense, parts: LabelParts, above: Above, catalogue: Catalogue) -> Sense:
    element = catalogue[sense.code]
    if sense.doubt or element.subject is SubjectKind.RECORD:
        return sense
    if above.is_count:
        return replace(sense, doubt="上面是人数、户数一类的统计栏")
    if above.is_else:
        return replace(sense, doubt=f"上面的“{above.words[0]}”没看懂")
    if above.role and sense.role is None:
        return _of_parent(sense, above.role, catalogue)
    is_unclear = element.domain.kind is Kind.NUMBER or _is_contact_of(element, above, catalogue)
    is_clear = is_topic_named(element, above.words, catalogue) or is_told_by_itself(
        element, parts.core, above.words, catalogue
    )
    if above.words and is_unclear and not is_clear:
        return replace(sense, doubt=f"要看“{above.words[0]}”指什么")
    return sense


def _is_contact_of(element: DataElement, above: Above, catalogue: Catalogue) -> bool:
    """Whether a phone, address or postcode belongs to what stands above: 邮编 below 工作单位."""
    if not above.words:
        return False
    is_contact = element.domain.kind in (Kind.PHONE, Kind.ADDRESS) or element.code == "person.postcode"
    return is_contact and named(above.words[0], catalogue) not in (None, element.code)


def _of_parent(sense: Sense, role: str, catalogue: Catalogue) -> Sense:
    found = of_role(role, sense.code, catalogue)
    if found is not None:
        return found
    if role == "head" and catalogue[sense.code].subject is SubjectKind.HOUSEHOLD:
        return sense
    return replace(sense, doubt="上面写的是别人，分不清问谁")


def _readings(parts: LabelParts, above: Above) -> Iterator[str]:
    yield from (parts.core, parts.key)
    yield from (words + parts.core for words in above.words[:1])
    yield from parts.notes
