"""What is said about accounts, offices, posts and regions."""

from qingzhuang.engine.problems.core import Code


class OrganisationsCode(Code):
    """Problems of people and places."""

    WRONG_PASSWORD = "现在的口令不对；再写一次，忘了就请系统管理员重设。"  # noqa: S105 (a sentence)
    NOT_TWICE_THE_SAME = "两遍新口令不一样；请重新写两遍。"
    WEAK_PASSWORD = "新口令太容易猜到：{why}请换一个，比如几个不相干的词连起来。"  # noqa: S105 (a sentence)

    # Lists that a county hands in.
    NO_LIST = "文件里没有找到名单；表头要有“{needed}”，请看是不是选错了文件。"
    EMPTY_LIST = "名单里一行也没有；请看是不是选错了文件。"
    BIG_LIST = "名单超过 {most} KB，网页上放不下；请用命令行导入，或者分成几份。"
    LONG_LIST = "名单有 {n} 人，网页上一次最多开 {most} 人；请分成几份，或者用命令行导入。"
    LINE_LACKS = "{place}没有写“{what}”；请补上再导。"
    LINE_BAD_CODE = "{place}的区划代码“{code}”不是 12 位数字；请核对后再导。"
    LINE_TWICE = "{place}的“{what}”前面已经有了；请只留一行。"
    LINE_NOT_YOURS = "{place}的区划 {code} 不归你管；请从名单里去掉。"
    LINE_NO_PARENT = "{place}的上级区划 {parent} 没有登记，名单里也没有；请先加上它。"
    LINE_OTHER_PARENT = "{place}的上级写的是“{said}”，按代码应当是“{parent}”；请改一处。"
    LINE_BAD_DAY = "{place}的日期“{text}”读不出来；请写成 2024-06-30 这样。"
    LINE_FUTURE = "{place}的启用日期 {day} 还没有到；到那天再导，或者先去掉这一行。"
    LINE_TOO_EARLY = "{place}的启用日期 {day} 早于现在这个名字的启用日 {since}；请核对。"
    LINE_TOO_LONG = "{place}的“{what}”超过 {most} 个字；请改短再导。"
    LINE_NO_OFFICE = "{place}的单位“{office}”没有登记；请先在“单位”里开，或者改成登记的名字。"
    LINE_TWO_OFFICES = "{place}的单位“{office}”有好几个；请写单位代码。"
    LINE_NO_ROLE = "{place}的岗位“{role}”不认得；可以写：{roles}。"
    LINE_NO_REGION = "{place}的区划“{region}”没有登记；请写登记的代码或名称。"
    REGION_IN_USE = "“{name}”（{code}）不在名单里，可是“{office}”还在那里；请先关掉或交接这个单位，再停用。"
    LINE_REFUSED = "{place}：{why}"

    # Offices.
    OFFICE_CODE = "单位代码“{code}”不行；请用 2 到 40 个字母、数字或短横，比如 zjj。"
    OFFICE_NAME = "单位名称不能空着；请写全称或常用的简称。"
    OFFICE_KIND = "单位类别不对；请在村、镇、部门、减负办里选一个。"
    OFFICE_CODE_TAKEN = "单位代码“{code}”已经用过，一个代码只给一个单位；请换一个。"
    OFFICE_NAME_TAKEN = "已经有一个单位叫“{name}”；请换一个能分清的名字。"
    OFFICE_IN_USE = "这个单位还有 {n} 个账号在用；请先交接或停用，再关。"
    OFFICE_CLOSED = "这个单位 {day} 已经关了。"
    NO_OFFICE = "没有找到这个单位；请从列表里选。"

    # Accounts.
    ACCOUNT_NAME = (
        "账号“{name}”不行；请用 2 到 30 个小写字母、数字、点或短横，字母开头，不要用手机号、身份证号。"
    )
    ACCOUNT_TAKEN = "账号“{name}”已经有人用；请换一个。"
    NO_FULL_NAME = "姓名不能空着；请写上。"
    NO_ACCOUNT = "没有找到这个账号；请从列表里选。"
    ACCOUNT_CLOSED = "这个账号已经停用；要用请先恢复。"
    ACCOUNT_OPEN = "这个账号正在用，不用恢复。"
    NOT_YOUR_OWN = "自己的账号和岗位不能自己改；请另一位系统管理员来办。"

    # Posts.
    NO_ROLE = "岗位没有选；请选一个。"
    NO_PLACE = "管哪里没有选；请选一个地方。"
    WRONG_LEVEL = "“{role}”的范围要是{level}；“{region}”不是。请换一个区划。"
    NOT_ALONE = "“{role}”只能单独一个岗位，不能和别的岗位放在同一个人身上；请另开一个账号给别人。"
    TWO_REACHES = "{roles}不能放在同一个账号：能办的事不一样，管的地方也不一样。请另开一个账号。"
    POST_HELD = "这个岗位已经有了，不用再加。"
    PAST_DAY = "{day} 已经过去；以前的事不改，请写今天或以后的日子。"
    POST_ENDED = "这个岗位已经到期，不用再结束。"
    SAME_PERSON = "交的人和接的人是同一个；请选另一个人来接。"
    NOT_YOUR_PLACE = "区划 {region} 不归你管；请所在地的系统管理员来办。"
    UNKNOWN_PLACE = "区划“{region}”没有登记；请先导入区划名单。"

    # Areas.
    AREA_NAME = "片区名称不能空着；比如 东片。"
    AREA_TAKEN = "这个村已经有“{name}”；请换一个名字，或者去改它。"
    AREA_GROUPS = "包哪些村民小组不能空着；比如 一组、二组。"
    NO_AREA = "没有找到这个片区；请从列表里选。"
    AREA_NOBODY = "“{name}”不在这个村任职，不能包片；请从名单里选。"
    NOT_YOUR_VILLAGE = "片区由本村的书记和报表员来改；你可以看，不能改。"
