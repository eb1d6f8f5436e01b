"""Problems of the fill room."""

from qingzhuang.engine.problems.core import Code


class FillCode(Code):
    """What can go wrong when a form is filled, each with its way out."""

    WHY_AGE = "没有人直接说过，由出生日期 {birth} 算到 {on}。"
    WHY_SIZE = "没有人直接说过，数的是这一户现有的居民。"
    WHY_OTHERS = "没有人对这一项直接说过，由同户或别的项推出。"
    WHY_NOT_APPLICABLE = "“{name}”是否，这一项不适用。"
    WHO_EMPTY = "--who 后面没有写条件。可以写成 --who 年龄>=80 或 --who 低保=是，几个条件用逗号隔开。"
    WHO_UNREADABLE = "看不懂条件“{text}”。请写成 年龄>=80、低保=是；符号用 = != > >= < <=。"
    WHO_UNKNOWN_ELEMENT = "不认识条件里的“{name}”。可以用：{close}。"
    WHO_UNKNOWN_VALUE = "“{name}”没有“{value}”这个值。可以用：{close}。"
    WHO_BAD_VALUE = "条件里的“{name}={value}”不对：{why}"
    WHO_NO_ORDER = "“{name}”不能比大小，只能用 = 或 !=。"
    NOTHING_TO_FILL = "这份表里没有找到能填的格子。请看看是不是发错了文件，或者表头是不是图片。"
    ALREADY_FILLED = "这份表的格子都有内容，看起来已经填好了，没有再填。要重新填，请用没填过的空表。"
    FILLED_BEFORE = (
        "这份表上已经写着“{what}”，看起来填过了，没有再填。要重新填，请用没填过的空表；"
        "要把补好的内容记进底账，请用 qingzhuang return。"
    )
    OUT_NEEDS_FOLDER = "一人一张的表要放进文件夹、.zip、.xlsx 或 .xls，“{out}”不行。请换一个 -o。"
    OUT_NEEDS_WORKBOOK = "这份表填出来是一个 .xlsx 文件（也可以要 .xls），“{out}”不行。请换一个 -o。"
    OUT_NEEDS_FOLDER_OF_DOCUMENTS = (
        "一人一份的 Word 表要放进文件夹或 .zip，“{out}”不行。请改用 -o 文件夹/ 或 -o 文件名.zip。"
    )
    OUT_NEEDS_DOCUMENT = "这份表填出来是一个 .docx 文件，“{out}”不行。请换一个 -o。"
    OUT_IS_TEMPLATE = "不能盖掉原来的空表。请用 -o 换一个文件名。"
    TOO_MANY_CARDS = "一人一张要出 {n} 张，超过一次 {limit} 张。请用 --who 分几次。"
    CANNOT_WRITE = "“{where}”里写不进文件。请换一个 -o，或者看看文件是不是正开着。"
    TEMPLATE_CHANGED = "“{name}”在读的时候被改了。请存好、关掉，再填一次。"
    NO_TEMPLATE = "找不到文件“{name}”。请看看文件名写对没有。"
