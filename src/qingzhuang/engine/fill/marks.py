"""What a form's notes want where a question does not arise: 没有的填“无”."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_QUOTED = r"[“”\"'‘’「」『』]?"
_MARK = r"(无|没有|—{1,2}|－{1,2}|-{1,2}|/|／|不涉及|不适用)"
_ASKS = re.compile(
    rf"(?:没有|无|不是|不属于|不涉及|不适用|非)(?P<what>[^，,。；;“”\"]{{0,24}}?)[，,]?\s*"
    rf"(?:的|者|则|请|可|统一|一律|就|均|一栏|该栏)*\s*(?:填写|填报|填入|填|写|用|划|画|打){_QUOTED}(?P<mark>{_MARK}){_QUOTED}"
)
_ANYTHING = re.compile(
    "此项|该项|本项|上述|以上|相关|有关|对应|某一?项|任何|情况|内容|信息|数据|项目|事项|人员|对象|家庭|农户|的|者|户|人"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """
    One rule of the notes: the mark, the sentence it stands in (labels named there narrow it down), and what
    must be lacking: 残疾 in 没有残疾的填无, "" where nothing is named.
    """

    text: str
    sentence: str
    lacking: str = ""


def marks_in(texts: tuple[str, ...]) -> tuple[Mark, ...]:
    """The marks that these notes ask for where something does not apply, in order."""
    found = []
    for text in texts:
        for sentence in re.split(r"[。；;\n]", text):
            asked = _ASKS.search(sentence)
            if asked is not None:
                found.append(Mark(asked["mark"], sentence, _ANYTHING.sub("", asked["what"])))
    return tuple(found)


def mark_for(marks: tuple[Mark, ...], *, label: str, labels: tuple[str, ...], about: str = "") -> str | None:
    """
    The mark for a column that does not apply; None if the cell is to stay blank.

    A rule that names columns of the form (labels: all of them) is for these alone; one that names what must
    be lacking (没有残疾的) is for what is about it (about: path and membership); else it is for all.
    The label's own words go first: 残疾等级（没有填无）.
    """
    own = marks_in((label,))
    if own:
        return own[0].text
    names = [_bare(other) for other in labels if len(_bare(other)) > 1]
    for mark in marks:
        named = [name for name in names if name in _bare(mark.sentence)]
        if _bare(label) in named or (not named and _speaks_of(about, mark.lacking)):
            return mark.text
    return None


def _speaks_of(about: str, lacking: str) -> bool:
    """Whether two characters in a row of what must be lacking stand in what a column is about."""
    pairs = [lacking[at : at + 2] for at in range(len(lacking) - 1)]
    return not lacking or any(pair in about for pair in pairs or [lacking])


@lru_cache(maxsize=4096)
def _bare(label: str) -> str:
    plain = re.sub(r"[\s*＊]", "", unicodedata.normalize("NFKC", label))
    return re.sub(r"\(.*?\)|[:：]$", "", plain)
