"""The manual: every command in one table, and the parser that speaks Chinese. Loads nothing heavy."""

from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter, _ActionsContainer
from dataclasses import dataclass
from typing import NoReturn

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.web import WebCode


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the room whose modules are loaded, and its line in the manual."""

    room: str
    summary: str


COMMANDS = {
    "init": Command("organisations", "登记一个村：区划代码和村名"),
    "regions": Command("regions", "导入县里的区划名单"),
    "offices": Command("accounts", "按名单开单位"),
    "accounts": Command("accounts", "按名单开账号，首次口令另写一份"),
    "import": Command("collect", "导入村里已有的名册（.xlsx、.xls、.et、.csv）"),
    "undo": Command("collect", "撤回一次导入"),
    "questions": Command("link", "列出拿不准是不是同一个人的，由你来定"),
    "why": Command("know", "某人的某一项：谁说的、哪天、在哪个文件哪一行"),
    "recognise": Command("read", "认表：表里有哪些要填的格子，各是什么"),
    "match": Command("read", "认标签：一个栏目名是什么数据元"),
    "bind": Command("read", "教一次：这家单位的这个栏目就是那个数据元"),
    "edition": Command("editions", "比新旧两版：哪些栏目没变、移了、改了说法、新加、没有了"),
    "fill": Command("fill", "填表：部门的表进，填好的同一张表出"),
    "return": Command("returning", "收答复：村里补好交回来的表，新的内容记进底账"),
    "apply": Command("applying", "送一份准入申请：申请写成 JSON，表样可以一起送"),
    "gate": Command("gate", "准入的钟：到日子的落下去，到期的停下来"),
    "lists": Command("lists", "三张清单：把县里的 Excel 导进来，从某天起执行"),
    "matters": Command("lists", "事项总账：把县里清理台账报表的 Excel 导进来"),
    "journal": Command("journal", "查日志：有没有人改过、删过、截过；写出来给别人查"),
    "serve": Command("serving", "开网页"),
    "check": Command("selfcheck", "自检：证书、字体、备份、密钥、数据库，哪样要看一下"),
    "backup": Command("keeping", "备份：数据、密钥、日志记号写进一个文件"),
    "restore": Command("keeping", "恢复：查过校验值和日志，再放回空的数据文件夹"),
    "demo": Command("demo", "用一个虚构的村从头走一遍"),
    "bench": Command("bench", "跑一项测速或测准"),
}
# These work without a data folder; the first two use what was taught where there is one.
WITHOUT_DATABASE = frozenset({"recognise", "match", "bench", "demo", "verify", "restore"})  # `journal verify`

_ROOT_HELP = """\
轻装：已经知道的，不再让村里填第二遍。

用法：qingzhuang 命令 [选项]        每个命令都可以加 --help 看说明

命令：
{commands}

从头到尾做一遍：
  qingzhuang init --region 360999101205 --name 青禾村
  qingzhuang import 常住人口.xlsx 低保名单.xlsx --region 360999101205 --source 村委会
  qingzhuang fill 残疾人信息表.xlsx --region 360999101205 --who 残疾=是 -o 填好.xlsx
  qingzhuang why 张三 联系电话

说明：
  数据放在 QINGZHUANG_HOME 指的文件夹里（默认 ./var），不上网，不外传。
  命令加 --json，标准输出只有一份 JSON；其余的话都在标准错误里。
  退出码 0：做完了（没收的行、空着的格子都写在结果里）；2：没有做，有一句话说明原因。
"""


def root_help() -> str:
    """The manual's first page."""
    lines = (f"  {name:<11}{command.summary}" for name, command in COMMANDS.items())
    return _ROOT_HELP.format(commands="\n".join(lines))


class ChineseParser(ArgumentParser):
    """An argument parser whose complaints are one Chinese sentence, raised as RefusedError."""

    def error(self, message: str) -> NoReturn:
        """Refuse with one sentence; argparse would print its own usage in English."""
        raise RefusedError(Problem(WebCode.WRONG_USE, {"what": _in_chinese(message), "command": self.prog}))

    def format_help(self) -> str:
        """The help with Chinese headings."""
        text = super().format_help()
        return text.replace("usage: ", "用法：", 1)


# argparse words its messages itself; the beginnings are those of CPython 3.11–3.13.
_MESSAGES = (
    ("the following arguments are required: ", "还缺 "),
    ("unrecognized arguments: ", "不认识 "),
    ("one of the arguments ", "这几个要写一个："),
    ("argument ", "选项不对："),
    ("ambiguous option: ", "选项写得不全："),
)
_ENDINGS = (
    (" is required", ""),
    (": expected one argument", " 后面要跟一个值"),
    (": expected at least one argument", " 后面至少要有一个值"),
    (": invalid int value: ", " 要一个整数，现在是 "),
    (": invalid choice: ", " 没有这个选项："),
    (": not allowed with argument ", " 不能同时用 "),
    (" could match ", " 可能是 "),
    (" (choose from ", "（可以用 "),
)


def _in_chinese(message: str) -> str:
    """An argparse message in Chinese words."""
    for english, chinese in _MESSAGES:
        if message.startswith(english):
            message = chinese + message.removeprefix(english)
            break
    for english, chinese in _ENDINGS:
        message = message.replace(english, chinese)
    return message


def command_parser(name: str) -> ArgumentParser:
    """The bare parser of one command, with --help and --json; the room adds its own arguments."""
    parser = ChineseParser(
        prog=f"qingzhuang {name}",
        usage=None,
        description=COMMANDS[name].summary,
        formatter_class=RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser._positionals.title = "要给的"
    parser._optionals.title = "选项"
    _add_help(parser)
    return parser


def _add_help(parser: _ActionsContainer) -> None:
    """--help and --json, which every command knows."""
    parser.add_argument("-h", "--help", action="help", default=SUPPRESS, help="看这一页")
    parser.add_argument("--json", action="store_true", dest="is_json", help="结果写成一份 JSON")
