"""What is said when an action refuses."""

from qingzhuang.engine.problems.core import Code


class ActionCode(Code):
    """Problems of the actions."""

    NO_NAME = "村名不能空着；请用 --name 写上村名，比如 青禾村。"
    NO_SOURCE = "来源不能空着；请用 --source 写上名册是哪里来的，比如 村委会。"
    UNKNOWN_REGION = "区划 {region} 还没有登记；请先用 qingzhuang init --region {region} --name 村名 登记。"
    ALREADY_IMPORTED = "这个文件已导入过（第 {import_id} 次导入，{day}），这次没有改动。"
    COMPLETE_ROSTER = (
        "这份名单当作完整的：不在上面的 {n} 人，“{name}”记为否；"
        "只是一部分的话，请用 qingzhuang undo 撤回，加 --partial 再导。"
    )
    NO_ROSTER = "文件里没有找到名册（要有“姓名”“身份证号”“户主”这样的表头）；请看是不是选错了文件。"
    NO_SUCH_IMPORT = "没有第 {import_id} 次导入；请看导入时给的编号。"
    ALREADY_UNDONE = "第 {import_id} 次导入已经撤回过，不用再撤。"
    NO_SUCH_QUESTION = "没有第 {question_id} 个问题；请用 qingzhuang questions 看现有的问题。"
    QUESTION_ANSWERED = "第 {question_id} 个问题已经答过了。"
    NOBODY = "没有找到“{person}”；请写全名，或写身份证号。"
    UNREADABLE_FILE = "文件“{file}”打不开；请看文件还在不在、是不是正被别的程序占用。"
    FILE_CHANGED = "文件“{file}”读的时候被改动了，这次没有收；请等保存好了再导一次。"
    EMPTY_LABEL = "栏目名不能空着；请写表上印的栏目名。"
    BAD_PREFIX = "--regions 要写区划代码的前几位（最多 12 位数字），或者 all；“{prefix}”不是。"
    NO_VILLAGES = "代码以“{prefix}”开头的村一个也没有登记；请看看代码，或先用 qingzhuang init 登记。"
    OUT_NOT_FOLDER = "一村一份的表要放进文件夹或 .zip，“{out}”不行。请换一个 -o。"
    WORKER_GONE = "填到一半，干活的进程没了，多半是内存不够；什么也没有写。请关掉别的程序再试，或者分几次填。"
