"""What is said about the three lists and the register of matters."""

from qingzhuang.engine.problems.core import Code


class ListsCode(Code):
    """Problems of lists, matters and the caps of the two books."""

    NO_LIST = "文件里没有找到清单；表头要有“{needed}”，请看是不是选错了文件。"
    EMPTY_LIST = "清单里一行也没有；请看是不是选错了文件。"
    BIG_LIST = "文件超过 {most} KB，网页上先看再定放不下；请用命令行导入，或者分成几份。"
    LINE_NO_CLASS = (
        "{place}看不出在哪张清单（写的是“{text}”）；请加一列“清单”，写上 {names} 里的一个，"
        "或者三张清单各一个工作表。"
    )
    LINE_NO_NAME = "{place}没有写事项名称；请补上再导。"
    LINE_TWICE = "{place}的“{name}”前面已经有了；请只留一行。"
    LINE_BAD_DAY = "{place}的日期“{text}”读不出来；请写成 2026-12-31 这样。"
    LINE_TOO_LONG = "{place}的“{what}”超过 {most} 个字；请改短再导。"
    LINE_BAD_KIND = "{place}的种类“{text}”不认得；可以写：{kinds}。"
    LINE_BAD_FREQUENCY = "{place}的频次“{text}”不认得；可以写：{frequencies}。"
    LINE_BAD_BOOK = "{place}的账本“{text}”不认得；可以写：{books}。"
    LINE_BOOK_OF_LEDGERS = "{place}不是台账，不进两本账；请把账本那一格空着。"
    LINE_BAD_FATE = "{place}的去向“{text}”不认得；可以写：保留、取消、整合到某一件。"
    LINE_NO_TARGET = "{place}要整合到“{name}”，名单里和总账里都没有在用的这一件；请核对名称。"
    LINE_ENDS_EARLY = "{place}的终止日期 {ended} 早于起始日期 {started}；请核对。"

    NONE_YET = "还没有公布过清单；请减负办先导入。"
    SAME_DAY = "从 {day} 起执行的清单已经公布过；请换一个日子。"
    BETWEEN = (
        "{day} 夹在已经公布的两版中间，会改掉以前算数的内容；请写 {after} 以后的日子，"
        "补录老清单请写 {before} 以前的日子。"
    )
    NO_NAMES = "三张清单都要有名字，而且不能重名；请补上。"

    OVER_CAP = (
        "{book}最多 {most} 本，现在有 {now} 本，再加就是 {then} 本，没有加；请先停掉 {n} 本，"
        "或者整合到已有的一本里。"
    )
    NOT_A_LEDGER = "“{name}”不是台账，不进两本账。"
    BAD_BOOK = "账本没有选；请在 {books} 里选一个。"
    BAD_CAP = "上限要写 0 到 999 之间的整数；请重新写。"
    CAP_DAY = "{day} 已经过去；以前的上限不改，请写今天或以后的日子。"
    ENDED = "“{name}”{day} 已经停了，不用再办。"
    NO_REASON = "请写一句为什么；以后查得到。"
    BAD_DAY = "日子写得不对；请写成 2026-12-31 这样。"
    END_EARLY = "停用的日子 {day} 早于开始的日子 {started}；请换一个。"
    END_PAST = "{day} 已经过去；以前的事不改，请写今天或以后的日子。"
    NUMBERED = "“{name}”有编号 {number}，停用它要撤回编号；请在准入登记里办。"
    INTO_ITSELF = "不能整合到它自己；请选另一件。"
    NO_TARGET = "没有找到在用的“{name}”；请从总账里选一件还在用的，名称写全。"
    OTHER_KIND = "“{name}”是{kind}，两件不是一种；请选同一种的。"
