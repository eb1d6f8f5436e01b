"""Which programme a form is about: 补贴金额 of one is not that of another. Rule R-MAT-14."""

import re
import unicodedata

_ASIDE = re.compile(r"\(.*?\)|《|》|“|”|\"")
_TIME = re.compile(
    r"\d{2,4}年(度|秋季|春季|上半年|下半年)?|\d{1,2}月份?|第?[一二三四1-4]季度|[上下]半年|年度"
)
_PLACE = re.compile(r"^.{1,12}?(?:省|自治区|市|县|区|镇|乡|街道|社区|(?<!农)村)(?!级|民|集体|干部|组)")
_LIST = re.compile(
    r"(?:花名册|名册|名单|清册|清单|台账|登记表|登记册|发放表|发放册|汇总表|统计表|明细表|公示表|申请表|审批表|审核表"
    r"|申报表|核对表|情况表|信息表|摸底表|调查表|确认表|公示|表|册|发放|发放情况|汇总|明细|申请|审批|审核|核定|基本|信息|情况)+$"
)
_MONEY = re.compile(r"(?:补贴|补助|津贴|救助|奖补)?(?:资金|金额|金|款|经费|对象|人员|农户|户|村民)?$")


def program_of(title: str) -> str:
    """
    The programme a title names, without year, place and the word for the list; "" if it names none.

    >>> program_of("青禾村2024年耕地地力保护补贴资金发放花名册")
    '耕地地力保护'
    """
    text = "".join(unicodedata.normalize("NFKC", title).split())
    text = _TIME.sub("", _ASIDE.sub("", text))
    while place := _PLACE.match(text):
        text = text[place.end() :]
    listed = _LIST.search(text)
    return _MONEY.sub("", text[: listed.start()]) if listed else ""


def key_of_program(key: str, title: str) -> str:
    """`benefit.amount@耕地地力保护` for what is paid under a programme; other keys stay as they are."""
    program = program_of(title) if key.startswith("benefit.") and "@" not in key else ""
    return f"{key}@{program}" if program else key
