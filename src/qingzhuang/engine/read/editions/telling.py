"""Small words that change what a label means: two labels that differ in one of them are not re-worded."""

import re
from collections import Counter
from functools import lru_cache

# One spelling for words that say the same on forms; what is left of a label is then compared.
_SAME_WORDS = (
    (r"出生年月日?|出生时间|出生日期", "出生日期"),
    (r"(?:公民|居民)?(?:身份证件?|身份)(?:号码|编号|号)", "身份证号"),
    (r"有没有|是否有|有无", "有无"),
    (r"是不是", "是否"),
    (r"(?:联系)?手机(?:号码|号)?|移动电话(?:号码|号)?", "手机"),
    (r"联系电话|联系方式|电话号码|联络电话", "电话"),
    (r"(?:详细|具体|居住|家庭)*(?:地址|住址|住所|详址)", "地址"),
    (r"(?<=..)名称$", ""),
    (r"年底|期末", "年末"),
    (r"年度", "年"),
    (r"(?:受教育|文化)程度|学历(?:情况)?", "学历"),
    (r"最低生活保障", "低保"),
    (r"周岁", "岁"),
    (r"岁(?:及|\(含\)|含)以", "岁以"),
    (r"(?:人口|人员)?总(?:人口数?|人数)|人口总数|总人口|人数合计|人口合计|合计人数", "总人数"),
    (r"总户数|户数合计|合计户数|户总数", "总户数"),
    (r"人口数|人员数量?|人员总数|人口(?=$|\()", "人数"),
    (r"总计|共计|总数|小计", "合计"),
    (r"数额|款额|数目", "金额"),
    (r"(?<=.)(?:个数|数量)", "数"),
    (r"状况|状态", "情况"),
    (r"类型|种类", "类别"),
    (r"编号|编码|号码", "号"),
    (r"银行卡号|卡号", "账号"),
    (r"开户银行", "开户行"),
    (r"年龄\(岁\)", "年龄"),
    (r"名字", "姓名"),
    (r"时间|年月日", "日期"),
    (r"其它", "其他"),
    (r"残障", "残疾"),
    (r"老人(?!家)", "老年人"),
    (r"打工", "务工"),
    (r"在外(?=务工|就业|人)", "外出"),
    (r"^(?:本村|全村|我村)(?=..)", ""),
    (r"[的之]", ""),
    (r"[及和与、,，]", "、"),
)
_COMPILED = tuple((re.compile(pattern), word) for pattern, word in _SAME_WORDS)
# Whoever has one of these more or less asks for something else, however alike the rest is.
_STRICT = re.compile(
    r"\d+(?:\.\d+)?|其中|本年|今年|当年|上年|去年|明年|本月|上月|当月|本期|上期|累计|新增|至今|人均|户均|亩均|平均|月均"
    r"|计划|实际|预计|同比|环比|开始|结束|固定|手机|微信|传真|邮箱|邮编|户籍|常住|暂住|现住|流动"
    r"|户主|监护人|家长|配偶|本人|申请人|联系人|代理人|代办人|经办人|负责人|法人|法定代表人|学生|老师|教师|校长|干部|党员|团员"
    r"|父|母|祖|夫|妻|儿(?!童)|孙|子女|兄|弟|姐|妹|亲属|男|女|上|下|增|减|未|无|非|不|否|起|止|甲|乙|丙|丁"
    r"|原|现|新|旧|拟|应|毛|净|纯|率|比|半|首次|再次|[一二三四五六七八九十]"
    r"|(?<!开)户(?!主|籍|口|名)|人次|承包|流转"
)
# In these a label may gain or lose one (农村留守儿童), but not give one for another (水田, 旱田).
_LOOSE = re.compile(
    r"月|年|前|后|内|外|有|已|出|入|进|收|支|买|卖|借|贷|租|转|迁|返|致|存|末|初|始|终|早|中|晚|春|夏|秋|冬|季|旬|周|日(?!期)|时"
    r"|左|右|东|南|西|北|大|小|高|低(?!保)|长|短|正|副|公|私|生|死|亡|城|农|省|市|县|区|镇|乡|村|组|全|级|第|轻|重|主|次"
    r"|干|湿|水|旱|林|牧|渔|草|集体|个人|单位|企业|学校|居民|家庭|电话"
    r"|老|幼|童"
)
# What is measured or asked: a label may name it or leave it out, but an area is no number of people.
_ASKED = re.compile(
    r"人数|面积|产量|单产|金额|价格|单价|价值|产值|日期|姓名|地址|地点|原因|标准|类别|性质|情况|账号|证号|号|密码"
    r"|收入|支出|成本|利润|资产|负债|补贴|补助|工资|贷款|存款|所有权|使用权"
)


@lru_cache(maxsize=8192)
def canonical(label: str) -> str:
    """
    A compared label with synonyms made one and brackets opened; what two re-wordings have in common.

    >>> canonical("年底总人口") == canonical("年末人口总数")
    True
    """
    for pattern, word in _COMPILED:
        label = pattern.sub(word, label)
    return re.sub(r"[()\[\]:;/\"'。.·\-—~]", "", label)


@lru_cache(maxsize=8192)
def _told(label: str, pattern: re.Pattern[str]) -> Counter[str]:
    return Counter(pattern.findall(canonical(label)))


def says_the_same(one: str, other: str) -> bool:
    """
    Whether no small word tells the labels apart: none that changes all came or went, none gave way.

    Rule R-EDI-05.

    >>> says_the_same("60岁以上人数", "65岁以上人数"), says_the_same("留守儿童", "农村留守儿童")
    (False, True)
    """
    if _told(one, _STRICT) != _told(other, _STRICT):
        return False
    pairs = ((_told(one, words), _told(other, words)) for words in (_LOOSE, _ASKED))
    return not any(ours - theirs and theirs - ours for ours, theirs in pairs)
