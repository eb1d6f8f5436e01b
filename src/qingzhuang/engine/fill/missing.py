"""The missing list as text: what to ask, household by household, to be carried along on paper."""

from collections.abc import Iterable, Sequence

from qingzhuang.engine.fill.plan import Missing

_WIDTH = 38  # Chinese characters that fit a line of A4 in 12-point type


def missing_text(missing: Sequence[Missing], *, title: str, village: str, day: str) -> str:
    """
    The list a person carries to the households: grouped by household, then by person.

    Args:
        missing: the gaps, in the order of the form.
        title: of the form.
        village: its name.
        day: ISO day printed on top.

    Returns:
        Plain text with a box to tick and a line to write on for each gap; one sentence where nothing is
        missing.
    """
    if not missing:
        return f"{title}\n{village}　{day}\n\n没有缺项，能填的都填好了。\n"
    head = [title, f"{village}　{day}　还缺 {len(missing)} 格，{n_households(missing)} 户", ""]
    blocks = [_household(name, own) for name, own in _grouped(missing)]
    return "\n".join(head) + "\n" + "\n".join(blocks)


def n_households(missing: Iterable[Missing]) -> int:
    """How many households have something missing."""
    return len({line.household or line.who for line in missing})


def _grouped(missing: Sequence[Missing]) -> list[tuple[str, list[Missing]]]:
    groups: dict[str, list[Missing]] = {}
    for line in missing:
        groups.setdefault(line.household or line.who, []).append(line)
    return list(groups.items())


def _household(name: str, lines: Sequence[Missing]) -> str:
    text = [f"【{name or '不知道哪一户'}】"]
    people: dict[str, list[Missing]] = {}
    for line in lines:
        people.setdefault(line.who, []).append(line)
    for who, own in people.items():
        text.append(f"  {who or '（没有姓名）'}")
        text += [f"    □ {line.label}：{_blank(line.label)}（{_whom(line)}）" for line in own]
    return "\n".join(text) + "\n"


def _blank(label: str) -> str:
    return "＿" * max(6, _WIDTH - 18 - len(label))


def _whom(line: Missing) -> str:
    return "问本户" if line.known_by == "本户" else f"{line.known_by}也许有"
