"""What stands around the counts of a sheet: of whom and of which day its title and notes speak."""

import re

from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.tallied import Told, plain_label, told_by

_YEAR = re.compile(r"(20\d\d)年(?:度|末|底)?(?:(\d{1,2})月(?:份|末|底)?(?:(\d{1,2})日)?)?")
_BLANKS = re.compile(r"^(?:[_×xX○]+(?:年度?|省|市|县|区|镇|乡|街道|村))+|^年度?")
_OF_A_SHEET = re.compile(
    r"人口(?:与|和|及|、)(?:困难|特殊|重点)(?:群体|群众|人群|人员)|分(?=年龄|性别|民族|组)|村情|指标|一览"
    r"|附件\d*|附表\d*|行政村|村级|统计|汇总|调查|摸底|采集|登记|填报|上报|数据|结构|构成|分布|分类|基本|基础|概况|情况|信息"
    r"|台账|报表|年龄|性别|民族|户籍|农村|人口|户数|居民|村民|本村|全村|截至|表|与|和|及|、|,|\(|\)|[:：_＿-]"
)
_OTHER_PEOPLE = re.compile("常住|口径|统计范围|统计对象|不含|不包括|包含|含.{0,8}人口")
_OTHER_UNIT = re.compile("[万千百]|%|‰")


def title_told(asking: Asking, sheet: FormSheet) -> Told | None:
    """What the title says of those counted; None where a word of it is not understood (R-FIL-76)."""
    text = plain_label(sheet.layout.title)
    names = [asking.book.name, *(claim.value for claim in asking.book.shared.values())]
    for name in sorted((plain_label(name) for name in names if name), key=len, reverse=True):
        text = text.replace(name, "")
    if not _is_of_day(text, asking.on):
        return None
    text = _YEAR.sub("", _BLANKS.sub("", text))
    catalogue = asking.book.catalogue
    rest = _OF_A_SHEET.sub("", text).removesuffix("村")
    if rest and rest not in sheet.worked.told:
        sheet.worked.told[rest] = told_by(rest, catalogue)
    return sheet.worked.told[rest] if rest else Told(is_count=bool(re.search("人口|户数|居民|村民", text)))


def _is_of_day(text: str, on: str) -> bool:
    """Whether the years, months and days in a text are those of the day: the book tells of no other day."""
    for year, month, day in _YEAR.findall(text):
        named = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
        if not on.startswith(named):
            return False
    return True


_VILLAGE = re.compile("村|人口|居民|户")
_SOMEBODY_ELSE = re.compile("企业|公司|学校|班级|单位名称|机构|合作社|家庭农场|职工|项目名称")


def is_of_village(title: Told, sheet: FormSheet) -> bool:
    """Whether title or labels speak of a village, and none of a firm or school with people of its own."""
    labels = "".join(label for field in sheet.layout.fields for label in field.path)
    says_so = title.conditions or _VILLAGE.search(sheet.layout.title + labels)
    return bool(says_so) and _SOMEBODY_ELSE.search(labels) is None


def is_otherwise_defined(sheet: FormSheet) -> bool:
    """Whether notes say that others than the residents are counted, or in thousands."""
    return any(_OTHER_PEOPLE.search(note) for note in sheet.layout.notes) or any(
        _OTHER_UNIT.search(unit) for unit in sheet.layout.stated_units
    )
