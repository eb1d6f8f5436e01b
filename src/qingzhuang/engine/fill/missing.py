"""The list to carry: what to ask and what to settle, household by household, on paper."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from qingzhuang.engine.fill.plan import Disputed, Doubt, LeftOut, Missing

_WIDTH = 38  # Chinese characters that fit a line of A4 in 12-point type
_MOST_DOUBTS = 100  # more lines are no longer read on paper
_SAYS_NOTHING = ("情况", "信息", "资料")  # parents that tell no more about a label: 基本情况


@dataclass(frozen=True, slots=True)
class _Question:
    """One line of the list; saying: what sources say, "" where nobody says anything."""

    blank: Missing
    saying: str = ""


def missing_text(
    missing: Sequence[Missing],
    *,
    title: str,
    village: str,
    day: str,
    disputed: Sequence[Disputed] = (),
    doubts: Sequence[tuple[str, Doubt]] = (),
    left_out: Sequence[LeftOut] = (),
) -> str:
    """
    The list a person carries to the households: by household, then by person, each question once.

    Args:
        missing: the gaps, in the order of the form.
        title: of the form.
        village: its name.
        day: ISO day printed on top.
        disputed: the cells on which sources disagree, to be settled on the same round.
        doubts: what does not fit the form's own checks, each with its file ("" where there is one file).
        left_out: people for whom the form has no room.

    Returns:
        Plain text with a box to tick and a line to write on for each question; one sentence where nothing is
        missing.
    """
    if not missing and not disputed:
        return (
            f"{title}\n{village}　{day}\n\n没有缺项，能填的都填好了。\n"
            + _roomless(left_out)
            + _doubtful(doubts)
        )
    lines = [*missing, *(each.blank for each in disputed)]
    questions = [_Question(line) for line in missing]
    questions += [_Question(each.blank, _saying(each)) for each in disputed]
    said = f"，{len(disputed)} 格说法不一要定" if disputed else ""
    head = [title, f"{village}　{day}　还缺 {len(missing)} 格{said}，{n_households(lines)} 户", ""]
    homes = "\n".join(_household(own) for own in _by_household(questions))
    return "\n".join(head) + "\n" + homes + _roomless(left_out) + _doubtful(doubts)


def _roomless(left_out: Sequence[LeftOut]) -> str:
    """The section of those for whom the form has no room, "" without any (R-FIL-90)."""
    if not left_out:
        return ""
    lines = [f"    □ {one.who}（{one.household or one.head or '不知道哪一户'}）" for one in left_out]
    return "\n【表上没有位置、没有填的人】\n" + "\n".join(lines) + "\n"


def _doubtful(doubts: Sequence[tuple[str, Doubt]]) -> str:
    """The section 疑点, "" without any (R-CHK-10)."""
    if not doubts:
        return ""
    shown = [(f"{file}　{doubt.cell}" if file else doubt.cell, doubt.why) for file, doubt in doubts]
    lines = [f"    □ {place}：{why}" for place, why in shown[:_MOST_DOUBTS]]
    if len(doubts) > _MOST_DOUBTS:
        lines.append(f"    另有 {len(doubts) - _MOST_DOUBTS} 处没有列出，加 --json 可以全看到。")
    head = f"\n【疑点】{len(doubts)} 处和表上的校验对不上。值没有改，请你核一核："
    return "\n".join([head, *lines]) + "\n"


def n_households(missing: Iterable[Missing]) -> int:
    """How many households have something missing."""
    return len({_home(line) for line in missing})


def _home(line: Missing) -> Hashable:
    """A household, or a person of whom none is known; by name where there are no numbers."""
    return line.household_id or -line.subject_id or (line.household or line.who)


def _by_household(questions: Iterable[_Question]) -> list[list[_Question]]:
    groups: dict[Hashable, list[_Question]] = {}
    for question in questions:
        groups.setdefault(_home(question.blank), []).append(question)
    return list(groups.values())


def _household(questions: Sequence[_Question]) -> str:
    first = questions[0].blank
    number, head = first.household, first.head
    name = f"{number}　户主{head}" if head and number and head != number else number or first.who
    text = [f"【{name or '不知道哪一户'}】"]
    people: dict[Hashable, list[_Question]] = {}
    for question in sorted(questions, key=lambda each: not each.blank.is_of_household):
        people.setdefault(_person(question.blank), []).append(question)
    for own in people.values():
        text.append(f"  {_called(own[0].blank, [each.blank for each in questions])}")
        text += [_line(question) for question in _once(own)]
    return "\n".join(text) + "\n"


def _person(line: Missing) -> Hashable:
    return "" if line.is_of_household else line.subject_id or line.who


def _called(line: Missing, among: Sequence[Missing]) -> str:
    """The person's name; with the birth date where somebody else of the household has the same name."""
    if line.is_of_household:
        return "全户"
    twins = {_person(other) for other in among if other.who == line.who and not other.is_of_household}
    return f"{line.who}（{line.born}生）" if len(twins) > 1 and line.born else line.who or "（没有姓名）"


def _once(questions: Iterable[_Question]) -> list[_Question]:
    """Each question once, though many cells wait for the answer."""
    asked: dict[Hashable, _Question] = {}
    for question in questions:
        line = question.blank
        asked.setdefault((line.key, line.label) if line.key else line.cell, question)
    return list(asked.values())


def _line(question: _Question) -> str:
    line = question.blank
    label = _label(line)
    if question.saying:
        return f"    □ {label}：同一天说得不一样，{question.saying}。定为：{_room(label)}"
    return f"    □ {label}：{_room(label)}（{_whom(line)}）"


def _label(line: Missing) -> str:
    """The label with the parents that say whose it is (监护人／联系电话)."""
    parents = [part.strip() for part in line.path[:-1] if not part.strip().endswith(_SAYS_NOTHING)]
    return "／".join([*parents, line.label])


def _saying(disputed: Disputed) -> str:
    return "，".join(f"{claim.source}（{claim.day}）是“{claim.value}”" for claim in disputed.claims)


def _room(label: str) -> str:
    return "＿" * max(6, _WIDTH - 18 - len(label))


def _whom(line: Missing) -> str:
    return "问本户" if line.known_by == "本户" else f"{line.known_by}也许有"
