"""
The README's table of figures is what the benches last wrote to bench/results.

`python -m tests.web.readme` writes it anew.
"""

import json
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
_RESULTS = _ROOT / "bench" / "results"
_HEADING = "| 什么 | 数 | 命令 |\n|---|---|---|\n"


def _read(name: str) -> Any:
    return json.loads((_RESULTS / f"{name}.json").read_text(encoding="utf-8"))


def _dec(share: float) -> str:
    """A share as F1 measures are told: .9955."""
    return "1.0" if share == 1 else f"{share:.4f}".removeprefix("0")


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%".replace(".0%", "%")


def _counts(row: dict[str, Any]) -> str:
    return f"{row['right']}/{row['total']}"


def _recognising() -> list[tuple[str, str, str]]:
    figures = _read("recognise")
    open_set, hand = figures["score.py"]["scores"], figures["score_hand.py"]["scores"]
    return [
        (
            f"{figures['templates']} 份真实的表样（Excel、Word）：该填的格子 F1 · 栏目绑对 · 卡片整张全对",
            f"{_dec(open_set['fill F1']['share'])} · {_dec(open_set['binding']['share'])}"
            f" · {_percent(open_set['form perfect']['share'])}",
            "recognise",
        ),
        (
            "名单的末级表头 · 整条表头路径",
            f"{_counts(open_set['list leaf header'])} · {_counts(open_set['list full path'])}",
            "recognise",
        ),
        (
            "25 份逐格手工标的表样：空格 F1 · 栏目名 · 整条路径 · 整张全对",
            f"{_dec(hand['fields F1']['share'])} · {_dec(hand['label']['share'])}"
            f" · {_dec(hand['full path']['share'])} · {_percent(hand['perfect']['share'])}",
            "recognise",
        ),
    ]


def _matching() -> list[tuple[str, str, str]]:
    ours, bare = (_read("matching")[name] for name in ("qingzhuang", "qingzhuang without patterns"))
    asked = _read("questions")
    return [
        (
            "没见过的部门（留下一个来源）：自动绑定准 · 覆盖",
            f"{_percent(ours['precision']['share'])} · {_percent(ours['coverage']['share'])}"
            f"（不用看过栏目后写的构词式：{_percent(bare['precision']['share'])}"
            f" · {_percent(bare['coverage']['share'])}）",
            "matching",
        ),
        (
            "认识的单位来一张新表，每 20 栏要问几个（中位）· 同一张表再来",
            f"{asked['known issuer']['median']:g} · {asked['the same form again']['median']:g}",
            "questions",
        ),
    ]


def _editions() -> list[tuple[str, str, str]]:
    styles = _read("editions").values()
    wrong = sum(style["wrongly carried"] for style in styles)
    told = [style["re-wordings proposed"] for style in styles]
    share = sum(row["right"] for row in told) / sum(row["total"] for row in told)
    return [
        ("换版（随机改出来的新旧两版）：带错 · 改了说法的认出", f"{wrong} · {_percent(share)}", "editions")
    ]


def _filling() -> list[tuple[str, str, str]]:
    village, kinds, speed = _read("wrong_values"), _read("fidelity"), _read("fill_speed")["methods"]
    total = next(row for row in village["rows"] if row["form"] == "all")
    cells, wrong = total["cells_written"], total["wrong"]
    files = sum(kind["filled"] for kind in kinds.values() if isinstance(kind, dict) and "filled" in kind)
    shares = {
        kind["byte_identical_share"] for kind in kinds.values() if isinstance(kind, dict) and "filled" in kind
    }
    return [
        (f"虚构的 {village['people']} 人的村，{cells:,} 格：写错", f"{wrong}", "wrong_values"),
        (f"填好的 {files} 份表，不该动的部件一个字节不差", _percent(min(shares)), "fidelity"),
        (
            "填 300 行 20 列，比 openpyxl 省处理器时间",
            f"{speed['zlib']['times_less_cpu_median']:.0f} 倍，"
            f"装了 isal {speed['isal']['times_less_cpu_median']:.0f} 倍",
            "fill_speed",
        ),
    ]


def _county() -> list[tuple[str, str, str]]:
    county = _read("bulk")
    ours = county["best"]
    return [
        (
            f"全县 {ours['villages']:,} 个村一次填，{ours['rows']:,} 行，连计划",
            f"{ours['wall_s']:.0f} 秒，{ours['peak_mb_all_processes']} MB，"
            f"比 openpyxl 省 {county['times_less_cpu_than_openpyxl']:.0f} 倍处理器时间",
            "bulk",
        )
    ]


def _importing() -> list[tuple[str, str, str]]:
    runs = _read("import_speed")
    best = runs["qingzhuang import"]
    return [
        ("导入 10 万行", f"{best['wall_s']:.0f} 秒，{best['peak_mb']} MB", "import_speed"),
    ]


def _admitting() -> list[tuple[str, str, str]]:
    figures = _read("duplicates")
    verdicts, speed = figures["verdicts"], figures["speed"]
    return [
        (
            "准入查重：要的栏目早就有没有 F1（595 栏对另外 31 份真实的表）· 两张表撞不撞 F1",
            f"{_dec(verdicts['column']['f1'])} · {_dec(verdicts['form']['f1'])}",
            "duplicates",
        ),
        (
            f"{figures['fields']} 栏和 {figures['known_forms']:,} 张表比（中位）· 逐栏看有没有",
            f"{speed['index']['median_ms']:.1f} 毫秒 · {speed['held fields']['median_ms']:.1f} 毫秒",
            "duplicates",
        ),
    ]


def table() -> str:
    """The table's rows as Markdown, one per line, each with the command that makes its figures."""
    rows = [*_recognising(), *_matching(), *_editions(), *_filling(), *_county(), *_importing()]
    rows += _admitting()
    return "\n".join(f"| {what} | {figure} | `qingzhuang bench {bench}` |" for what, figure, bench in rows)


def shown(readme: str) -> str:
    """The table's rows as they stand in the README."""
    return readme.split(_HEADING)[1].split("\n\n", maxsplit=1)[0]


def replaced(readme: str) -> str:
    """The README with the table written anew."""
    before, rest = readme.split(_HEADING)
    return f"{before}{_HEADING}{table()}\n\n{rest.split(chr(10) * 2, 1)[1]}"
