"""Code lists (代码集): a spelling leads to its one entry; a spelling of two entries leads to none."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.values.domain import CodeEntry, CodeList, Parsed, Raw
from qingzhuang.engine.values.marks import ticked
from qingzhuang.engine.values.text import tidy_text

NOT_IN_LIST = "“{text}”不在{title}里，照原样记下"

_AFFIX = re.compile(
    r"^[(\[【]?[0-9a-z]{1,6}[)\]】]?[-—_.、:：= ]*(?=[^\x00-\x7f])|[(\[【]?[0-9]{1,6}[)\]】]?$"
)
_SPLIT = re.compile(r"[、,，;；/]")


# Classes and their kinds, by list and code: who says 配偶 does not contradict who says 妻. In-laws (28, 38 …)
# stand among the children in GB/T 4761 but are no kind of them.
# GB/T 4761-2008, GB/T 4658-2006, GB/T 2261.3-2003, GB/T 2261.2-2003 (the order of their codes).
_KINDS: Mapping[str, Mapping[str, frozenset[str]]] = MappingProxyType({
    "family_relation": {
        "10": frozenset({"11", "12"}),
        "20": frozenset({"21", "22", "23", "24", "25", "26", "27", "29"}),
        "30": frozenset({"31", "32", "33", "34", "35", "36", "37", "39"}),
        "40": frozenset({"41", "42", "43", "44"}),
        "50": frozenset({"51", "52"}),
        "60": frozenset({"61", "62", "63", "64"}),
        "70": frozenset({"71", "73", "75", "77"}),
    },
    "education": {
        "10": frozenset({"11", "14"}),
        "20": frozenset({"21"}),
        "30": frozenset({"31"}),
        "40": frozenset({"41", "44", "47"}),
        "60": frozenset({"61"}),
        "70": frozenset({"71"}),
        "80": frozenset({"81"}),
    },
    "health": {"10": frozenset({"11", "12"})},
    "marriage": {"20": frozenset({"21", "22", "23"})},
})  # fmt: skip


def kinds_of(code_list: CodeList, entry: CodeEntry) -> frozenset[str]:
    """Codes of the entries that are kinds of this one (妻 and 夫 of 配偶); none for most. Rule R-VAL-63."""
    return _KINDS.get(code_list.name, {}).get(entry.code, frozenset())


def normalise_code_text(text: str) -> str:
    """A spelling as it is compared: NFKC, no blanks, lower case, no closing punctuation. Rule R-VAL-60."""
    bare = unicodedata.normalize("NFKC", tidy_text(text)[0])
    return "".join(bare.split()).lower().rstrip("。.;,、")


def make_code_list(
    name: str, title: str, source: str, entries: Sequence[CodeEntry], *, is_ranked: bool = False
) -> CodeList:
    """
    A code list with its index of spellings. Labels go first, then synonyms, 汉 for 汉族, then codes (01
    and 1).

    A spelling two entries share leads to neither, unless it is one entry's label. is_ranked: the entries
    run from the highest to the lowest. Rule R-VAL-60.

    Raises:
        ValueError: two entries carry the same label.

    """
    spellings: dict[str, CodeEntry] = {}
    for entry in entries:
        if spellings.setdefault(entry.label, entry) is not entry:
            raise ValueError(f"{name}: {entry.label} stands twice")
    for entry in entries:
        spellings.setdefault(normalise_code_text(entry.label), entry)
    _add(spellings, ((text, entry) for entry in entries for text in entry.synonyms))
    _add(spellings, ((text, entry) for entry in entries for text in _short_forms(entry)))
    _add(spellings, ((entry.code, entry) for entry in entries))
    _add(spellings, ((entry.code.lstrip("0"), entry) for entry in entries))
    return CodeList(name, title, source, tuple(entries), spellings, is_ranked)


def _short_forms(entry: CodeEntry) -> Iterator[str]:
    if len(entry.label) > 1 and entry.label.endswith("族"):
        yield entry.label[:-1]


def _add(spellings: dict[str, CodeEntry], more: Iterable[tuple[str, CodeEntry]]) -> None:
    """Adds a rank of spellings: never over a stronger rank, and not at all where two entries claim one."""
    fresh: dict[str, CodeEntry] = {}
    shared = set()
    for text, entry in more:
        for spelling in {text, normalise_code_text(text)} - {""}:
            if spelling in spellings:
                continue
            if fresh.setdefault(spelling, entry) is not entry:
                shared.add(spelling)
    spellings.update((spelling, entry) for spelling, entry in fresh.items() if spelling not in shared)


def find(code_list: CodeList, text: str) -> CodeEntry | None:
    """
    The entry this text means: a label, code, synonym, `01-雇员`, `01 汉族`, `1.男`, full width; None if none.

    In `code and label` the label decides: offices number their lists in their own way. Rule R-VAL-61.
    """
    found = code_list.spellings.get(text)
    if found is not None:
        return found
    bare = normalise_code_text(text)
    found = code_list.spellings.get(bare)
    if found is not None or not bare:
        return found
    choice = ticked(bare)
    if choice is not None:
        return code_list.spellings.get(choice)
    return _without_affix(code_list, bare)


def _without_affix(code_list: CodeList, bare: str) -> CodeEntry | None:
    without = _AFFIX.sub("", bare)
    return code_list.spellings.get(without) if without and without != bare else None


def parse_code(raw: Raw, code_list: CodeList | None) -> Parsed | Problem:
    """
    The label of the entry; text the list does not know stays, tidied, with a warning: facts are not lost.
    R-VAL-62.

    Several entries in one cell (低保户、脱贫户) become their labels joined by 、.
    """
    text = raw if isinstance(raw, str) else _code_text(raw)
    if code_list is None:
        value, repairs = tidy_text(text)
        return Parsed(value, repairs)
    found = code_list.spellings.get(text) or find(code_list, text)
    if found is not None:
        return Parsed(found.label)
    value, repairs = tidy_text(text)
    several = [find(code_list, part) for part in _SPLIT.split(value) if part.strip()]
    labels = [entry.label for entry in several if entry is not None]
    if len(labels) > 1 and len(labels) == len(several):
        return Parsed("、".join(dict.fromkeys(labels)), repairs)
    return Parsed(value, repairs, (NOT_IN_LIST.format(text=value[:20], title=code_list.title),))


def _code_text(raw: Raw) -> str:
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    return str(raw)
