"""What can be wrong with a file that somebody hands in."""

from qingzhuang.engine.problems.core import Code


class FilesCode(Code):
    """Problems of files: each says what is wrong and the way out."""

    NOT_THERE = "找不到这个文件，请核对文件名和位置。"
    FOLDER = "这是一个文件夹，请写出里面要用的文件，几个文件可以一次写上。"
    EMPTY = "这个文件是空的，请重新下载或重新导出后再交。"
    TOO_BIG = "这个文件有 {megabytes} MB，超过 {limit} MB 的上限，请拆成几个文件再交。"
    UNKNOWN_KIND = (
        "只认表格（.xlsx、.xls、.et、.csv）和 Word 文档（.docx），请用 WPS 或 Office 另存为其中一种再交。"
    )
    NEEDS_XLSX = "要填的表须是 .xlsx、.xls、.et 或 .docx，请用 Excel 或 WPS 打开后另存为 .xlsx 再交。"
    NOT_XLSX = "这个文件名字是 .xlsx，内容却不是，请用 Excel 或 WPS 打开后另存为 .xlsx 再交。"
    NAMED_WRONG = "这个文件的内容是 Excel 表，名字却是 {suffix}，请把扩展名改成 .xlsx 或 .xls 再交。"
    NO_OFFICE = (
        "这是旧格式的表（{suffix}），要靠 LibreOffice 读，这台机器上没有。请装上它："
        "sudo apt-get install libreoffice-calc-nogui；或者用 Excel 或 WPS 打开后另存为 .xlsx 再交。"
    )
    NO_OFFICE_TO_WRITE = (
        "写成 .xls 要靠 LibreOffice，这台机器上没有。请装上它："
        "sudo apt-get install libreoffice-calc-nogui；或者把 -o 改成 .xlsx。"
    )
    OFFICE_FAILED = "这份旧格式的表（{suffix}）打不开，请用 Excel 或 WPS 打开后另存为 .xlsx 再交。"
    OFFICE_TOO_LONG = (
        "这份旧格式的表（{suffix}）太大或太复杂，没有读完，请用 Excel 或 WPS 打开后另存为 .xlsx 再交。"
    )
    CANNOT_BE_XLS = "“{sheet}”有 {rows} 行 {columns} 列，.xls 最多 65536 行 256 列，请把 -o 改成 .xlsx。"
    TEXT_INSIDE = (
        "这个文件名字是 {suffix}，内容却是纯文字，请把扩展名改成 .csv，或者用 WPS 另存为 .xlsx 再交。"
    )
    WEB_ARCHIVE = "这个文件名字是 {suffix}，内容却是网页存档，请用 Excel 打开后另存为 .xlsx 再交。"
    NO_TABLE_INSIDE = (
        "这个文件名字是 {suffix}，里面却没有表，请看是不是选错了文件，或者向发表的单位要 .xlsx 原表。"
    )
    WITH_MACROS_SUFFIX = "这是带宏或二进制的文件（{suffix}），请另存为不带宏的 .xlsx 或 .docx 再交。"
    WORD = "这是 Word 文档，名册要从表格里读，请把里面的表贴到 Excel 或 WPS 表格里，存为 .xlsx 再交。"
    NOT_DOCX = "这个文件名字是 .docx，内容却不是，请用 Word 或 WPS 打开后另存为 .docx 再交。"
    OLD_DOC = "这是旧格式的文字文档（.doc、.wps、.rtf 一类），请用 Word 或 WPS 打开后另存为 .docx 再交。"
    DOCX_ENCRYPTED = "这个文件加了密码，请用 Word 或 WPS 打开，去掉密码后另存为 .docx 再交。"
    PDF = "这是 PDF，填不了，请向发表的单位要能编辑的原表（.xlsx 或 .docx）。"
    OFD = "这是 OFD，填不了，请向发表的单位要能编辑的原表（.xlsx 或 .docx）。"
    PICTURE = "这是图片，读不出格子，请向发表的单位要能编辑的原表（.xlsx 或 .docx）。"
    ENCRYPTED = "这个文件加了密码，请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx 再交。"
    TRUNCATED = "这个文件不完整，可能没有传完，请重新下载后再交。"
    BROKEN = "这个文件坏了，读不下去，请用 WPS 或 Office 打开后另存为 .xlsx 或 .docx 再交。"
    FOREIGN_BYTES = "这个文件夹带了不属于表格的内容，请用 WPS 或 Office 打开后另存为 .xlsx 或 .docx 再交。"
    PACKED_TOO_TIGHT = "这个文件解开后大得不正常，不能读，请向发表的单位要一份新的 .xlsx 或 .docx。"
    TOO_MANY_PARTS = "这个文件里的部件多得不正常，请用 WPS 或 Office 打开后另存为 .xlsx 或 .docx 再交。"
    MACRO = "这个文件里有宏，请另存为不带宏的 .xlsx 或 .docx 再交。"
    EMBEDDED = "这个文件里嵌了别的文件或控件，请删掉它们，另存为 .xlsx 或 .docx 再交。"
    EXTERNAL_LINK = "这个表引用了别的文件，请在“数据”里的“编辑链接”中断开链接，另存为 .xlsx 再交。"
    DOCTYPE = "这个文件里有表格不该有的声明（DOCTYPE），请用 WPS 或 Office 打开后另存为 .xlsx 或 .docx 再交。"
    BAD_REFERENCE = "这个表里有超出表格边界的格子，请用 Excel 或 WPS 打开后另存为 .xlsx 再交。"
    TOO_MANY_CELLS = "这个表超过 {limit} 个格子，请删掉用不到的行和列，或拆成几个文件再交。"
    TOO_MANY_ROWS = "这个表超过 {limit} 行，请拆成几个文件再交。"
    TOO_MANY_COLUMNS = "这个表超过 {limit} 列，请删掉用不到的列再交。"
    TOO_MANY_MERGES = "这个表的合并单元格太多或太大，请取消用不到的合并再交。"
    TEXT_TOO_LONG = "有一格的文字超过 {limit} 个字，请删短后再交。"
    NO_SHEET = "这个文件里没有工作表，请用 Excel 或 WPS 打开后另存为 .xlsx 再交。"
    TOO_HARD = "这个文件太大或太复杂，读到一半停下了，请删掉用不到的行、列和工作表，另存为 .xlsx 再交。"
    NO_READER = (
        "读表的程序没有启动起来，多半是内存不够，请关掉几个别的程序再来；还不行，请运行一次 make setup。"
    )
    CSV_BAD_BYTE = (
        "第 {line} 行有一个字读不出来（文件的第 {byte} 个字节），请用 Excel 或 WPS 打开后另存为 .xlsx 再交。"
    )
    CSV_STRAY_CONTROL = "第 {line} 行里有表格不该有的控制字符，请用 Excel 或 WPS 打开后另存为 .xlsx 再交。"
    CSV_OPEN_QUOTE = "从第 {line} 行起有一个双引号没有成对，请补上或删掉后再交。"
    CANNOT_GROW = "“{sheet}”第 {row} 行下面加不了行：{why}。请先在表里加够空行再填。"
    CANNOT_GROW_DOCUMENT = "文档里 {row} 那一行下面加不了行：{why}。请先在表里加够空行再填。"
    CANNOT_COPY = "“{sheet}”里有{what}，不能在一个文件里复制多份，请改用 -o 文件夹/ 或 -o 文件名.zip。"
    EMPTY_UPLOAD = "还没有选文件，或者文件是空的；请选一个文件再来。"
    BIG_UPLOAD = "文件超过 20 MB，没有收；请去掉里面的图片，或者拆成几个再传。"
