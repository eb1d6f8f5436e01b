"""Rows of a roster that are no record: totals, notes, footers, samples, column numbers, section lines."""

import re
import unicodedata
from collections.abc import Sequence

# 合计, 小计, 总计 with what stands around them: 本页合计, 一组小计：, 合计人数. R-COL-06.
_TOTAL = re.compile(r"^.{0,8}?(合计|小计|总计|共计|累计|汇总)(人数|户数|金额|人口|数)?[:(]?.{0,12}$")
_TOTAL_COUNT = re.compile(r"^(合计|小计|总计|共计|共|计)[:]?\d+(户|人|名|个|条)")
# Whole words only: a resident's name may begin with 审, 制 or 经 (FORMS trap 11).
_FOOTER = re.compile(
    r"^(填报|填表|制表|审核|复核|经办|负责|统计|联系|主管|分管|录入|调查|登记|报送|村|乡镇|单位)?"
    r"(人|单位|日期|时间|负责人|电话|联系电话|签字|签章|签名|盖章|公章|领导|主任|书记|干部)(\((签字|签章|签名|盖章|公章)\))*:"
    r"|^(填报|填表|制表|审核|复核|审批|经办):"
)
_SECTION = re.compile(r"^.{0,12}(组|队|屯|湾|村|社区|网格|类|级|人员|对象|名单|名册|台账|台帐|清册|户)\)?:?$")
_NOTE = re.compile(
    r"^(注|备注|说明|填表说明|填报说明|填写说明|附注|附|提示|要求|注意|注意事项)(\d|[一二三四五]|:|\.|、)"
)
_NUMBERED = re.compile(r"^(\d{1,2}[.、．)]|\([一二三四五六七八九十\d]+\)|[①-⑳])\D{6,}")
_SAMPLE = re.compile(r"^[(\[]?(例|示例|样例|范例|举例|填写示例|示范)\d*[)\]]?[:]?$")
_COLUMN_LETTERS = frozenset("甲乙丙丁戊己庚辛壬癸")
_UNIT = re.compile(
    r"^\(?(单位:)?(元|万元|亩|公顷|平方米|m2|米|人|户|岁|个|间|层|年|月|头|只|公斤|斤|元/月|元/年|元/人)\)?$"
)
_FORM_WORDS = re.compile(
    r"^(填报|填表|编制|制表|报送|统计|上报|主管|所属)(单位|部门|日期|时间|人|机构)|^(单位|日期|时间|单位名称|截止时间)$"
)


def plain(text: str) -> str:
    """Text as it is compared here: NFKC, without white space."""
    if text.isascii():
        return "".join(text.split())
    return "".join(unicodedata.normalize("NFKC", text).split())


def is_total(texts: Sequence[str]) -> bool:
    """Whether one of the first texts of a row says 合计, 小计, 总计 … texts: `plain`."""
    return any(_TOTAL.match(text) or _TOTAL_COUNT.match(text) for text in texts)


def is_footer(texts: Sequence[str], *, names: Sequence[str] = ()) -> bool:
    """
    Whether a row is a footer or note line: 填表人：, 审核人：, 注：, 说明：… Rule R-COL-06.

    texts: the filled cells, `plain`. names: those of them in columns of names. Whoever is named there is no
    footer, unless the row begins with a bare 填表人： of which he is the answer. A row without a name and
    without a serial number may have its footer in any cell; remarks (备注：外出) make none.
    """
    first = texts[0]
    if any(not _is_footer_text(name) for name in names):
        return first.endswith(":") and _is_footer_text(first)
    return _is_footer_text(first) or (not first.isdigit() and any(map(_FOOTER.match, texts)))


def _is_footer_text(text: str) -> bool:
    return bool(_FOOTER.match(text) or _NOTE.match(text))


def is_long_note(text: str) -> bool:
    """Whether a text that stands alone in its row is a note or a section line (一组), not somebody's name."""
    return bool(_NUMBERED.match(text) or _SECTION.match(text)) or len(text) > 25


def is_sample(text: str) -> bool:
    """Whether a serial number or name says that the row is a printed example (例)."""
    return bool(_SAMPLE.match(text))


def is_numbering_row(texts: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: 甲 乙 1 2 3, or 栏次 1 2 3."""
    said = [text for text in texts if text and text != "栏次"]
    numbers = [int(text) for text in said if text.isascii() and text.isdigit()]
    rest = [text for text in said if not (text.isascii() and text.isdigit())]
    return (
        len(said) >= 3
        and all(text in _COLUMN_LETTERS for text in rest)
        and numbers == list(range(1, len(numbers) + 1))
    )


def is_unit_row(texts: Sequence[str]) -> bool:
    """Whether a row below a header holds only units: （亩） 元 …"""
    said = [text for text in texts if text]
    return bool(said) and all(_UNIT.match(text) for text in said)


def is_unit(text: str) -> bool:
    """Whether a text is nothing but a unit."""
    return bool(_UNIT.match(text))


def is_form_line(texts: Sequence[str]) -> bool:
    """Whether a row is a line of the form itself (填报单位：…, 日期 …) rather than a part of the header."""
    return any(":" in text.rstrip(":") or text.endswith(":") or _FORM_WORDS.match(text) for text in texts)
