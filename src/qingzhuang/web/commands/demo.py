"""The command `demo`: from an invented village's rosters to a filled form, by the commands a clerk types."""

import json
import os
import shutil
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.examples import ExampleCode
from qingzhuang.files.examples.people import REGION, VILLAGE
from qingzhuang.files.examples.village import Example, draw_example
from qingzhuang.web.commands.account import FillAnswer, ImportAnswer, account_of_fill, account_of_import
from qingzhuang.web.commands.demo_county import play_county, serve_county
from qingzhuang.web.commands.demo_steps import Stage, Told, step
from qingzhuang.web.commands.speaking import DONE, answer, say

MARK = "这里是演示.txt"
_MARK_TEXT = "这个文件夹是 qingzhuang demo 画出来的，人和号码都是编的。再跑一次演示，这里会清空重画。\n"
_WHO = "低保=是"
_ON = "2026-06-30"  # the demo says the same on every day of the year


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Draw the village, do the main job, tell what happened; with --json the same as one document."""
    stage = _set_stage(Path(os.environ.get("QINGZHUANG_HOME", "var")) / "demo")
    example = draw_example(stage.folder)
    n_people = sum(len(household.members) for household in example.households)
    told: Told = say if options.is_json else print
    told(f"{VILLAGE}：{len(example.households)} 户 {n_people} 人，都是编的。文件都在 {stage.folder}")
    document = {"folder": str(stage.folder)} | _play(stage, example, told)
    county = play_county(stage, told)
    answer(document | {"people": county.people}, is_json=options.is_json)
    if options.is_without_server or options.is_json:
        return DONE
    return serve_county(stage, county, told)


def _set_stage(folder: Path) -> Stage:
    """
    An empty folder of the demo's own; an earlier demo there is cleared away, anything else is left alone.

    The county's database stays out of it: an invented village has no place there.
    """
    folder = folder.absolute()
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise RefusedError(Problem(ExampleCode.FOLDER_IN_USE, {"folder": str(folder)}))
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(mode=0o700, parents=True)
    (folder / MARK).write_text(_MARK_TEXT, encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    return Stage(
        folder,
        environment
        | {"QINGZHUANG_HOME": str(folder), "PYTHONIOENCODING": "utf-8", "QINGZHUANG_PROFILE": "demo"},
    )


def _play(stage: Stage, example: Example, told: Told) -> dict[str, object]:
    """The main job, step by step."""
    told("\n一、登记这个村")
    step(stage, told, ["init", "--region", REGION, "--name", VILLAGE])
    told("\n二、收六份名册")
    imports = [_import(stage, told, path, source) for path, source in example.rosters]
    told(f"\n三、填部门的表：{example.template.name}，只填低保户")
    filled = _fill(stage, told, example.template)
    told("\n四、问一个值从哪里来")
    why = [_why(stage, told, name, label) for name, label in _asked(example)]
    told("\n五、东西在哪里")
    for line in _places(stage, filled):
        told(line)
    return {"imports": imports, "fill": filled, "why": why}


def _import(stage: Stage, told: Told, path: Path, source: str) -> ImportAnswer:
    words = ["import", path.name, "--region", REGION, "--source", source]
    answered: ImportAnswer = json.loads(step(stage, told, words, "--json"))["files"][0]
    for line in account_of_import(answered):
        told(line)
    return answered


def _fill(stage: Stage, told: Told, template: Path) -> FillAnswer:
    out = f"{template.stem}（填好）.xlsx"
    words = ["fill", template.name, "--region", REGION, "--who", _WHO, "--on", _ON, "-o", out]
    answered: FillAnswer = json.loads(step(stage, told, words, "--json"))
    for line in account_of_fill(answered):
        told(line)
    return answered


def _why(stage: Stage, told: Told, name: str, label: str) -> str:
    said = step(stage, told, ["why", name, label, "--region", REGION])
    for line in said.splitlines():
        told(f"    {line}")
    return said


def _asked(example: Example) -> Iterator[tuple[str, str]]:
    """Two values worth asking about: an amount that one office says, a telephone on which two disagree."""
    helped = next(household for household in example.households if household.allowance)
    yield helped.head.name, "低保金额"
    members = (person for household in example.households for person in household.members)
    yield next(p.name for p in members if p.id_number == example.traps.other_phone), "联系电话"


def _places(stage: Stage, filled: FillAnswer) -> Iterator[str]:
    """Where the filled form and the list of what is missing lie."""
    out = stage.folder / filled["out"]
    yield f"    填好的表　　{out}"
    yield from (f"    要补的清单　{path}" for path in sorted(stage.folder.glob("*缺项清单*")))
    yield f"    六份名册、空表和数据　{stage.folder}"
