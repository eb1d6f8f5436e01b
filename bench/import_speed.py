"""
How long importing 100,000 rows takes, from the file on the disk to published profiles (reach: 20 s or less).

Peer in the same run: the plain way, openpyxl's read-only mode and Django's bulk_create of one row
per line; it recognises, checks, links and publishes nothing.

    python bench/import_speed.py [rows]        table on stdout, bench/results/import_speed.json
"""

import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook

from qingzhuang.engine.values.identity import identity_check_digit

REGION = "360999101205"
REACH = 20.0  # seconds, of the slowest run
N_RUNS = 3
HEADER = (
    *("序号", "户号", "姓名", "性别", "身份证号码", "与户主关系", "民族", "文化程度"),
    *("婚姻状况", "联系电话", "村民小组", "家庭住址"),
)
RESULTS = Path(__file__).parent / "results" / "import_speed.json"


def people(n: int, *, seed: int = 7) -> Iterator[tuple[str | int, ...]]:
    """Invented residents, about four to a household, written as messily as village rosters are."""
    chance = random.Random(seed)
    relations = ("户主", "配偶", "子", "女", "母亲")
    household, size = 0, 0
    for at in range(1, n + 1):
        if size == 0:
            household, size, place = household + 1, chance.randint(2, 6), 0
        size, place = size - 1, place + 1
        birth = f"{chance.randint(1935, 2019)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
        body = f"360999{birth}{at % 1000:03}"
        yield (
            at,
            f"{household:06}",
            chance.choice("赵钱孙李周吴郑王冯陈")
            + chance.choice("建国志强秀英桂兰")
            + chance.choice("明华芳军丽平"),
            "男" if int(body[16]) % 2 else "女",
            body + identity_check_digit(body),
            relations[min(place, 5) - 1],
            chance.choice(("汉", "汉族", "01", "畲族")),
            chance.choice(("小学", "初中", "初级中学", "高中", "大学本科")),
            chance.choice(("已婚", "有配偶", "未婚", "丧偶")),
            f"13{chance.randint(0, 999_999_999):09}",
            f"{chance.randint(1, 12)}组",
            f"青禾村{chance.randint(1, 12)}组{chance.randint(1, 400)}号",
        )


def draw(path: Path, n: int) -> None:
    """A roster of n people with a title, a line for the filling unit and a header."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("人口")
    sheet.append(["青禾村常住人口信息表"])
    sheet.append(["填报单位：青禾村村民委员会　截止日期：2024年6月30日"])
    sheet.append(HEADER)
    for row in people(n):
        sheet.append(row)
    workbook.save(path)


def timed(words: list[str], home: Path) -> tuple[dict[str, float], str]:
    """
    Wall and CPU seconds (with those of its children), peak memory of the biggest of its processes, load of
    the machine when it began; and what it printed.
    """
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    load = os.getloadavg()[0]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as told:
        begun = time.perf_counter()
        process = subprocess.Popen(
            words,
            env=environment | {"QINGZHUANG_HOME": str(home)},
            stdout=out,
            stderr=told,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            raise SystemExit(f"exit code {process.returncode}: {told.read().decode()}")
        out.seek(0)
        printed = out.read().decode()
    figures = {
        "wall_s": round(wall, 2),
        "cpu_s": round(used.ru_utime + used.ru_stime, 2),
        "peak_mb": round(used.ru_maxrss / 1024),
        "load": round(load, 2),
    }
    return figures, printed


PEER = """
import sys
from pathlib import Path
import django
from django.conf import settings
settings.configure(
    INSTALLED_APPS=[],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[2], "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"}}},
)
django.setup()
from django.db import connection, models, transaction
from openpyxl import load_workbook

fields = {f"c{at}": models.TextField() for at in range(12)}
meta = type("Meta", (), {"app_label": "peer"})
Row = type("Row", (models.Model,), {"__module__": "peer", "Meta": meta, **fields})
with connection.schema_editor() as editor:
    editor.create_model(Row)
sheet = load_workbook(sys.argv[1], read_only=True).worksheets[0]
with transaction.atomic():
    rows = (Row(**{f"c{at}": str(value) for at, value in enumerate(line)}) for line in
            sheet.iter_rows(min_row=4, values_only=True))
    Row.objects.bulk_create(rows, batch_size=5000)
print(Row.objects.count())
"""


def imported(path: Path, home: Path) -> tuple[dict[str, float], dict[str, object]]:
    """One import into a village of its own: its figures and what it said of the file."""
    program = [
        sys.executable,
        "-c",
        "import sys; from qingzhuang.web.commands.main import main; sys.exit(main())",
    ]
    timed([*program, "init", "--region", REGION, "--name", "青禾村"], home)
    figures, said = timed(
        [*program, "import", str(path), "--region", REGION, "--source", "派出所", "--json"], home
    )
    return figures, json.loads(said)["files"][0]


def main() -> None:
    """Draw, import thrice, check the counts, run the peer, write the table and the JSON."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "常住人口.xlsx"
        draw(path, n)
        runs = []
        for at in range(N_RUNS):
            ours, taken = imported(path, Path(folder) / f"home{at}")
            runs.append(ours)
        peer, counted = timed(
            [sys.executable, "-c", PEER, str(path), str(Path(folder) / "peer.sqlite3")], Path(folder)
        )
        if int(counted) != n:
            raise SystemExit("the peer lost rows")
        size = path.stat().st_size
        n_read = sum(1 for _ in load_workbook(path, read_only=True).worksheets[0].iter_rows(min_row=4))
    slowest = max(runs, key=lambda run: run["wall_s"])
    refused = taken["refused"]
    result = {
        "rows": n,
        "rows_in_file": n_read,
        "file_mb": round(size / 1e6, 1),
        "accepted": taken["accepted"],
        "refused": len(refused) if isinstance(refused, list) else None,
        "qingzhuang import": slowest,
        "every run": runs,
        "openpyxl + bulk_create (reads and stores only)": peer,
        "reach_s": REACH,
        "is_reached": slowest["wall_s"] <= REACH and taken["accepted"] == n,
        "machine": f"{platform.machine()}, {os.cpu_count()} CPUs, Python {platform.python_version()}",
    }
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(f"{n} rows, {result['file_mb']} MB, accepted {taken['accepted']}, refused {result['refused']}")
    rows = [
        *(("qingzhuang import", run) for run in runs),
        ("openpyxl + bulk_create (reads and stores only)", peer),
    ]
    for name, run in rows:
        print(
            f"{name:<50} {run['wall_s']:>7} s wall {run['cpu_s']:>7} s CPU"
            f" {run['peak_mb']:>6} MB {run['load']:>6} load"
        )


if __name__ == "__main__":
    main()
