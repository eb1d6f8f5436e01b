"""What the village is told about a notice: whether to fill it, why, and what can be done."""

from qingzhuang.engine.problems.core import Code


class NoticesCode(Code):
    """Reasons and ways out. They speak of the notice and the number, never of who is to blame."""

    # 已准入
    ADMITTED = "{numbers}作数，说的就是“{title}”，到{until}为止。"

    # 没准入
    NO_NUMBER = "通知上没有准入编号，登记簿里也没有找到这件事。"
    UNKNOWN_NUMBER = "登记簿里查不到{numbers}。"
    ONLY_REFERENCE = "这是申请编号，不是准入编号：{reference}。申请还没办完，或者号没写对。"
    NEEDS_NONE = "通知上说不用准入编号；要村里做的事都要有号，登记簿里没有找到这件事。"
    SAME_TITLE_ENDED = "通知上没有准入编号；登记簿里有同名的，可是现在不作数：{why}"
    NOT_OURS = "通知上没有准入编号，清单上还写着“{duty}”不归村里办。"

    # 有号，不作数
    OTHER_MATTER = "{number}是“{title}”的号，不是“{asked}”的。"
    BEYOND_TITLES = "{number}只管“{title}”，“{asked}”不在里面。"
    BEYOND_FIELDS = "{number}没有准入这{n}栏：{fields}。"
    BEYOND_FEATURES = "{number}没有准入这{n}样要求：{features}。"
    OFTENER = "{number}准入的是{admitted}，通知上要的是{asked}。"

    # 说不准
    SAME_TITLE = "通知上没有写编号；登记簿里同名的是{number}（{office}，到{until}为止），还不能说就是它。"
    NEAR_TITLE = "登记簿里有{n}件名字差不多的，拿不准是不是同一件；列在下面，请你看一看。"
    SAME_BUT_UNKNOWN = "登记簿里查不到{numbers}；同名的是{number}，可能是编号写错了。"
    SOME_UNKNOWN = "通知上有{n}个编号，其中{unknown}查不到。"
    SOME_ENDED = "通知上有{n}个编号，有的作数，有的不作数：{why}"
    NO_TITLE = "{number}作数，管的是“{title}”；看不出通知要的是不是这一件。"
    NEAR_ITS_TITLE = "{number}管的是“{title}”，通知上写的是“{asked}”，名字差一点。"
    ALSO_ASKS = "{number}只管“{title}”；通知里好像还要“{asked}”，拿不准。"
    OTHER_OFFICE = "{number}是{admitted}的号，通知像是{asked}发的，对不上。"
    ENDS = "通知里说到“{words}”，看不出是要办，还是不用再办了；请你看一看，或者问发通知的人。"
    IN_PICTURE = "内容在图片里。这里看不了图片里的字；请把文字贴过来，或者把照片交给减负办看。"
    TOO_LONG = "通知太长，只看了前面{n}个字；请只贴要村里办的那几段，再查一次。"
    NOTHING_READ = "这里没有字可看；请把通知的文字贴过来。"
    NOTHING_ASKED = "没看出通知要村里做什么；只是告知的，不用管。"
    OUR_DUTY = "没有编号，可是“{duty}”在清单里，本来就归村里办；要另外填表报数，才要编号。"
    RESCUE = "像是抢险救人的事：先救人，不等编号。要填的表、要报的数，等有了编号再补。"

    # 出路
    DO_IT = "照着办就行；只填准入的栏目。"
    DO_ADMITTED_PART = "有编号的部分照办，多出来的可以先不办；点“回绝”，把写好的话发给对方。"
    MAY_REFUSE = "可以先不办，不算你没完成；点“回绝”，把写好的话发给对方，也会告诉减负办。"
    ASK_FOR_NUMBER = "请发通知的人把准入编号补上，再查一次；拿不准就交给减负办看。"
    LOOK_FIRST = "先对一对下面列出来的；对上了照办，对不上就交给减负办看。"
    RESCUE_FIRST = "先去办要紧的；回来再查一次。"
    LEAVE_IT = "不用办；要是后来又要你填表，再来查一次。"

    # 另外要说的
    FIELDS_UNWRITTEN = "{number}没有登记栏目，要的栏目对不了；多得离谱就问减负办。"
    DUTY_BUT_FORM = "“{duty}”这件事归村里办；没有编号的只是这张表、这次报数。"
