"""What is said about a form that came back."""

from qingzhuang.engine.problems.core import Code


class ReturningCode(Code):
    """Why a file, a row (ROW_…) or a cell was not taken, and notes on what was seen (NOTE_…)."""

    NOT_SENT = (
        "这不是从这里发出去的表，没有收。请用 qingzhuang fill 填出来的那份文件改好再交；"
        "要收名册，请用 qingzhuang import。"
    )
    NOTHING_SENT = "这个村还没有从这里发出去过表，没有收。请先用 qingzhuang fill 填表，改好再交回来。"
    OTHER_VILLAGE = (
        "表上的填报单位是“{unit}”，不是{village}，没有收。请核对 --region，或核对是不是拿错了文件。"
    )
    OTHER_PEOPLE = (
        "表上写的 {n} 个人（户）里有 {unknown} 个不在{village}的名册上，像是别的村的表，没有收。"
        "请核对 --region；确是本村的，请先导入名册。"
    )
    NO_IDENTITY = (
        "表上没有姓名、身份证号或户号，也没有问村里自己的格子，认不出说的是谁，没有收。请把这几栏留着再交。"
    )
    NO_FILE = "找不到文件“{name}”。请看看文件名写对没有。"
    NO_FORMS = "“{name}”里没有找到填好的表（.xlsx、.docx、.xls、.et）。请看看是不是放错了地方。"
    FILE_CHANGED = "文件“{name}”读的时候被改动了，没有收。请等保存好了再交一次。"

    ROW_BAD_ID = "身份证号有问题，这一行没有收：{reason}"
    ROW_UNKNOWN = (
        "本村名册上没有“{name}”，这一行没有收。请核对；是新来的人，请写上姓名和身份证号，或先导入名册。"
    )
    ROW_SEVERAL = "“{name}”在本村不止一人能对上，这一行没有收。请写上身份证号再交。"
    ROW_OTHER_NUMBER = "“{name}”的身份证号和我们的不一样，拿不准是不是同一个人，这一行没有收。请核对号码。"
    ROW_OTHER_NAME = "这个身份证号在我们这里不叫“{name}”，这一行没有收。请核对姓名和号码有没有错行。"
    ROW_NOBODY = "这一行没有姓名，也没有身份证号，不知道说的是谁，没有收。请补上再交。"
    ROW_TWICE = "“{name}”在前面第 {row} 行已经有了，说的不一样，这一格没有收。请只留一处。"
    ROW_ELSEWHERE = "这个人登记在别的村，这一行没有收。请核对；确实迁来了，请先导入名册。"

    CELL_BAD = "“{label}”看不懂，这一格没有收：{reason}"
    CELL_NO_ENTRY = (
        "“{label}”没有“{value}”这一项，这一格没有收。请照表上下拉里的写法，或照国家代码表的名称写。"
    )
    CELL_HEAD = "“{label}”和我们的户主不一样，这一格没有收。换了户主，请导入新的名册。"
    CELL_NO_MEMBER = "“{label}”说的是户里哪一个人认不准，这一格没有收。请用名册告诉我们。"
    CELL_COUNTED = (
        "“{label}”是从名册里数出来的，数得 {n}，表上写的不一样，这一格没有收。"
        "名册不对，请导入新的名册；口径不同，请在备注里写明。"
    )
    CELL_SAME_LABEL = "“{label}”在表上不止一处，分不清各说的是什么，这一格没有收，下次还请手填。"
    NUMBER_CUT = "这么长的号码存成了数，末几位已经丢了。请把这一格设成文本，重新写一遍。"
    PRINT_CHANGED = "“{label}”这一格印好的字被改了，认不出填的是什么，这一格没有收。请照原样填。"
    BOXES_CHANGED = "“{label}”的方框少了或多了，认不出勾的是哪一个，这一格没有收。请在原来的方框上打勾。"
    SEVERAL_TICKED = "“{label}”勾了不止一个，这一格没有收。请只勾一个。"

    NOTE_TAKEN_BEFORE = "这个文件收过了（第 {import_id} 次导入，{day}），这次没有改动。"
    NOTE_NOTHING_NEW = "表上没有新的内容，什么也没有写。"
    NOTE_BLANKED = "{n} 格原来有值，现在空着；空着不算答复，原来的值不变。"
    NOTE_COMPUTED = "{n} 格是由别的项算出来的（如年龄），改了也不收；要改，请改出生日期这样的来源。"
    NOTE_OLD_WORDS = "{n} 格还是表发出去时的旧值，之后已经有了新的，没有动。"
    NOTE_NEW_PEOPLE = "名册上没有这 {n} 个人，身份证号无误，照新来的人收下了。"
    NOTE_LOST = "这几栏在交回来的表上找不到，没有读：{labels}。"
    NOTE_OTHER_SHEETS = "这几张工作表不是发出去的表，没有读：{sheets}。"
    NOTE_OF_VILLAGE = "{n} 格说的是村里自己，记在村名下，以后同名、同单位、同时期的格子就用得上。"
    NOTE_UNKNOWN_LABELS = "目录里没有这几栏，按栏目名存着，以后有同名的栏目就用得上：{labels}。"
