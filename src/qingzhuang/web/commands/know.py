"""The command `why`."""

from argparse import Namespace

from qingzhuang.actions.know import Explanation, Told, explain
from qingzhuang.engine.know.profile import Claim
from qingzhuang.web.commands.console import OPERATOR, today
from qingzhuang.web.commands.speaking import DONE, answer


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Say where the value is from."""
    found = explain(
        OPERATOR, person=options.person, element=options.element, region=options.region, on=today()
    )
    answer(
        {"people": [_document(each) for each in found]},
        is_json=options.is_json,
        text="\n".join(line for each in found for line in _lines(each)),
    )
    return DONE


def _document(found: Explanation) -> dict[str, object]:
    """One person's value with everything said about it."""
    return {
        "subject": found.subject.pk,
        "name": found.subject.name,
        "region": found.subject.region,
        "element": found.key,
        "label": found.element,
        "value": _value(found),
        "is_conflict": bool(found.holding and found.holding.is_conflict),
        "why": found.follows.why.sentence if found.follows else None,
        "claims": [_told(told, found) for told in found.told],
    }


def _value(found: Explanation) -> str | None:
    """What holds, else what follows from others; None where sources differ or nobody can tell."""
    if found.holding is None:
        return (found.follows.value or None) if found.follows else None
    return None if found.holding.is_conflict else found.holding.claim.value


def _told(told: Told, found: Explanation) -> dict[str, object]:
    """One source's word: who, when, in which file and row; row null where a complete roster implies it."""
    claim = told.claim
    return {
        "value": claim.value,
        "source": claim.source,
        "day": claim.day,
        "file": told.source_import.file_name,
        "sheet": claim.sheet or None,
        "row": claim.row or None,
        "recorded_at": told.source_import.recorded_at.isoformat(),
        "import": claim.import_id,
        "holds": _is_held(claim, found),
        "is_village_answer": claim.is_village_answer,
    }


def _is_held(claim: Claim, found: Explanation) -> bool:
    """Whether this word is the one that holds (in a conflict: one of those that do not let each other)."""
    holding = found.holding
    return holding is not None and claim in (holding.claim, *holding.rivals)


def _lines(found: Explanation) -> list[str]:
    """One person's value as a person reads it."""
    return [
        f"{found.subject.name}　{found.element}：{_state(found)}",
        *(_line(told, found) for told in found.told),
    ]


def _state(found: Explanation) -> str:
    """The value, or why there is none."""
    if found.follows is not None:
        return f"{found.follows.value}　{found.follows.why.sentence}".strip()
    if found.holding is None:
        return "没有人说过"
    if found.holding.is_conflict:
        return "同一天说法不一，还没有定"
    return found.holding.claim.value


def _line(told: Told, found: Explanation) -> str:
    """One source's word in a line."""
    claim = told.claim
    place = f"“{claim.sheet}”第 {claim.row} 行" if claim.row else "完整名单上没有这个人"
    held = "？" if found.holding is not None and found.holding.is_conflict else "✓"
    mark = held if _is_held(claim, found) else "　"
    file = f"{told.source_import.file_name} {place}（第 {claim.import_id} 次导入）"
    return f"  {mark} {claim.value}　{claim.source}　{claim.day}　{file}"
