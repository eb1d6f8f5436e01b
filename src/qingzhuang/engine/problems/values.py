"""Problems of values: what was written in one cell cannot be taken as it stands."""

from qingzhuang.engine.problems.core import Code


class ValuesCode(Code):
    """
    What is wrong with one value. Row and column are said by the caller; no identity number, telephone
    number or account is repeated here.
    """

    FORMULA_ERROR = "这一格是公式出错的结果（{text}）。把公式改好，或直接填上内容再来一次。"
    DIGITS_LOST = "这个号码是按数字存的，超过15位时后几位已经丢了。把这一列设成“文本”，照原件重新填上号码。"
    MASKED = "号码里有星号，看不到全部数字。向来源要没有打码的名单，或照原件填全。"
    ID_LENGTH = "身份证号应有18位（旧证15位），这里有{length}位。照原件核对后填全。"
    ID_CHARACTER = "身份证号里有数字和末位X以外的字。照原件核对后重填，一格只填一个号码。"
    ID_DATE = "身份证号里的出生日期不存在。照原件核对中间那几位。"
    ID_CHECKSUM = "身份证号最后一位和前面对不上，多半抄错了一位。照原件核对后重填。"
    USCC_SHAPE = "统一社会信用代码应是18位数字和大写字母（没有I、O、S、V、Z）。照证照核对后重填。"
    USCC_CHECKSUM = "统一社会信用代码最后一位和前面对不上，多半抄错了一位。照证照核对后重填。"
    PHONE_SHAPE = "看不出这是哪个电话号码。手机填11位，座机填区号和号码。"
    PHONE_ZERO_LOST = "座机号前面的0丢了。把这一列设成“文本”，填上区号和号码，如 0797-1234567。"
    ACCOUNT_SHAPE = "账号里应只有数字和字母。一格只填一个账号，照存折或卡重填。"
    NUMBER_AS_NAME = "这一格应是名称，却是数字。看看是不是填错了列。"
    DATE_SHAPE = "看不出这是哪一天（{text}）。照 1990-03-07 这样填年、月、日；只知道年月就填 1990-03。"
    DATE_IMPOSSIBLE = "没有这一天（{text}）。核对年、月、日后重填。"
    DATE_TWO_DIGIT_YEAR = "年份只有两位（{text}），分不清是哪一年。把年份写成四位，如 1990。"
    DATE_AMBIGUOUS_MONTH = "{text} 分不清是1月还是10月。把这一列设成“文本”，写成 1990-01 或 1990-10。"
    DATE_SERIAL = "数字 {text} 换不成日期。照 1990-03-07 这样写。"
    DATE_LUNAR = "这是农历日期（{text}）。换成公历再填。"
    NUMBER_SHAPE = "看不出这是多少（{text}）。只填一个阿拉伯数字，如 1234.5。"
    NUMBER_AMBIGUOUS = "{text} 里的逗号和点分不清哪个是小数点。去掉千位逗号，只留小数点，如 1234.5。"
    NUMBER_CHINESE = "{text} 是汉字数目。改成阿拉伯数字再填，如 1000。"
    UNIT_UNKNOWN = "单位“{text}”换不成“{unit}”。写成以“{unit}”为单位的数字。"
    UNIT_EXTRA = "这一项只记数字，不认单位“{text}”。换算好了只填数字。"
    UNIT_MISMATCH = "这里按“{source}”计，要的是“{unit}”，两者不能换算。核对单位后重填。"
    MARK_UNKNOWN = "看不出“{text}”是“是”还是“否”。填“是”或“否”。"
    REGION_SHAPE = "区划代码应是2、4、6、9或12位数字，这里有{length}位。核对后填全。"
    OPTION_NONE = "这一格只能从下拉里选，里面没有和“{text}”一样的。请你选一个合适的。"
    OPTION_SEVERAL = "下拉里有几项都像“{text}”。请你选一个合适的。"
    CODE_UNKNOWN = "这一格要填代码，代码表里找不到“{text}”。请你查好代码填上。"
    DATE_TOO_COARSE = "这一格要填到更细的日期，现在只知道 {text}。问清楚后填上。"
    ID_NEEDS_18 = "这一格要18位身份证号，现在只有15位旧证号。请换证后的新号码填上。"
