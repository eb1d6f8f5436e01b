"""The demo's second half: the county around the village, and its pages in a browser."""

import subprocess
from dataclasses import dataclass

from qingzhuang.files.examples.applications import draw_applications
from qingzhuang.files.examples.county import COUNTY, N_VILLAGES, draw_county
from qingzhuang.files.examples.county_lists import NEW_FROM, OLD_FROM, CountyLists, draw_county_lists
from qingzhuang.web.commands.console import today
from qingzhuang.web.commands.demo_steps import PROGRAM, Stage, Told, step

_FIRST_PASSWORDS = "首次口令.csv"
_PORT = "8000"
# What the demo's lists and register say they rest on; invented like the lists.
_OLD_BASIS, _NEW_BASIS = "青办〔2024〕9号", "青办〔2026〕7号"
# Whom to be, one after another, and what to do there: the way of one application through the gate.
_FIRST_PAGES = {
    "zhoucun": "填表：传一份空表，拿回填好的；查一查：贴一条通知",
    "wubumen": "准入申请：传《农村老年人居住情况摸排表》，看 20 列里有几列早就有了",
    "liushen": "准入会审：4 件等会审，照建议写意见，送签批",
    "heshen": "准入会审：签刘婧写的意见，签了就有编号，村里的工作台就有这件事",
    "qinzhu": "准入会审：签要负责人签的；登记簿：撤回一个号",
    "wangge": "手机上打开查一查：没有编号的通知，怎么回",
    "shenji": "审计日志：谁在什么时候看了、改了什么，查一遍完不完好",
    "xitong": "人员、单位、区划",
}


@dataclass(frozen=True, slots=True)
class County:
    """What was made. people: account, name, office, post, first password of everybody, as in the file."""

    people: list[dict[str, str]]


def play_county(stage: Stage, told: Told) -> County:
    """Make the county by the commands its IT person would type."""
    told(f"\n六、一个县：{COUNTY}，{N_VILLAGES} 个村，都是编的")
    draw_county(stage.folder)
    for words in (
        ["regions", "import", "区划名单.xlsx"],
        ["offices", "import", "单位名单.xlsx"],
        ["accounts", "import", "账号名单.xlsx", "--out", _FIRST_PASSWORDS],
    ):
        _say(stage, told, words)
    told("\n七、清单、总账和四份申请：准入的门前")
    _list(stage, told, draw_county_lists(stage.folder))
    for drawn in draw_applications(stage.folder, today=today()):
        form = [drawn.template] if drawn.template else []
        _say(stage, told, ["apply", drawn.document, *form, "--account", drawn.account])
    return County(_people(stage))


def serve_county(stage: Stage, county: County, told: Told) -> int:
    """Say who can be signed in as what, then serve the pages until somebody stops it; its exit code."""
    told("\n八、网页")
    told(f"    在本机打开 http://127.0.0.1:{_PORT}/ ，账号和口令（演示用，都是编的）：")
    for person in county.people:
        told(f"      {person['账号']:<9} {person['首次口令']}　{person['岗位']}{_hint(person['账号'])}")
    words = ["serve", "--port", _PORT]
    return subprocess.run(  # noqa: S603 (our own program, our own words)
        [PROGRAM, *words], cwd=stage.folder, env=stage.environment, check=False
    ).returncode


def _people(stage: Stage) -> list[dict[str, str]]:
    """Everybody with a first password, as the slips have them; no cell of the demo's own has a comma."""
    heading, *lines = (stage.folder / _FIRST_PASSWORDS).read_text(encoding="utf-8-sig").splitlines()
    return [dict(zip(heading.split(","), line.split(","), strict=True)) for line in lines]


def _hint(account: str) -> str:
    """What to look at first as this person, "" where nothing is said."""
    hint = _FIRST_PAGES.get(account, "")
    return f"　先看：{hint}" if hint else ""


def _list(stage: Stage, told: Told, lists: CountyLists) -> None:
    """The lists of last year and of this year, and what is left in the register of matters."""
    for path, since, basis in (
        (lists.old_lists, OLD_FROM, _OLD_BASIS),
        (lists.new_lists, NEW_FROM, _NEW_BASIS),
    ):
        _say(stage, told, ["lists", "import", path.name, "--from", since, "--basis", basis, "--example"])
    _say(stage, told, ["matters", "import", lists.matters.name, "--on", NEW_FROM, "--example"])


def _say(stage: Stage, told: Told, words: list[str]) -> None:
    """Run one command and repeat what it said."""
    for line in step(stage, told, words).splitlines():
        told(f"    {line}")
