"""
What of a department's file stays as it was after filling: parts byte for byte, features by count.

    python bench/fidelity.py

Fills every .xlsx and .docx template of FORMS_DIR (default ../shared/forms) from the invented demo village,
for one villager group, so that lists grow and cards come out one per person; then compares the first finished
file with the template, feature by feature, and has LibreOffice open all of them. Figures go to
bench/results/fidelity.json; a share of 1.0 is all.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from qingzhuang.files.examples.people import REGION, VILLAGE
from qingzhuang.files.examples.village import draw_example

FOLDER = Path(os.environ.get("FORMS_DIR", "../shared/forms")).resolve()
RESULT = Path(__file__).parent / "results" / "fidelity.json"
PROGRAM = Path(sys.executable).parent / "qingzhuang"
# Parts that filling may change (docs/rules/workbooks.md); all others stay byte for byte.
MAY_CHANGE = re.compile(
    r"xl/worksheets/sheet[^/]*\.xml|xl/workbook\.xml|xl/sharedStrings\.xml|xl/styles\.xml|xl/calcChain\.xml"
    r"|\[Content_Types\]\.xml|xl/_rels/workbook\.xml\.rels|docProps/.*"
    r"|word/document\.xml|xl/drawings/.*\.(xml|vml)|xl/comments.*\.xml"
)
# What is counted in the sheets (or in the document): none may become fewer.
COUNTED = {
    "merges": "mergeCell",
    "validations": "dataValidation",
    "conditional formats": "conditionalFormatting",
    "conditional rules": "cfRule",
    "formulas": "f",
    "drawings": "drawing",
    "comments": "legacyDrawing",
    "hyperlinks": "hyperlink",
    "row breaks": "brk",
}
# What must stay as it is, word by word, in every sheet.
SAME = {
    "page set-up": ("pageSetup", "pageMargins", "printOptions"),
    "headers and footers": ("headerFooter",),
    "column widths": ("cols", "sheetFormatPr"),
    "views": ("sheetViews",),
    "protection": ("sheetProtection",),
}
DOCUMENT = {
    "tables": "tbl",
    "table rows": "tr",
    "merged sideways": "gridSpan",
    "merged downwards": "vMerge",
    "pictures": "drawing",
    "old pictures": "pict",
    "sections": "sectPr",
    "paragraph styles": "pStyle",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """
    One template. n_filled: cells written. other: parts that had to stay; changed: those that did not.
    has, lost: features of the template, and those that are fewer or different afterwards. made: the file.
    """

    template: str
    n_filled: int = 0
    other: int = 0
    changed: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    refused: str = ""
    made: Path | None = None


def main() -> None:
    """Fill, compare, print, keep the figures."""
    if not (FOLDER / "dev").is_dir():
        print(f"没有找到表样文件夹 {FOLDER}；用 FORMS_DIR 指明它在哪里。")
        return
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        environment = {**os.environ, "QINGZHUANG_HOME": str(home / "data")}
        environment.pop("DATABASE_URL", None)
        _import_village(home, environment)
        templates = sorted(path for kind in ("xlsx", "docx") for path in (FOLDER / "dev").glob(f"*.{kind}"))
        with ThreadPoolExecutor(2) as pool:
            compared = list(pool.map(lambda path: _compare(path, home / path.stem, environment), templates))
        made = [each.made for each in compared if each.made]
        opened = _opened(made, home) if shutil.which("soffice") else None
        kinds = {kind: _figures(compared, kind) for kind in ("xlsx", "docx")}
    figures = {**kinds, "opened_by_libreoffice": opened, "files_made": len(made)}
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, ensure_ascii=False, indent=1))


def _import_village(home: Path, environment: dict[str, str]) -> None:
    (home / "village").mkdir()
    example = draw_example(home / "village")
    _run(environment, "init", "--region", REGION, "--name", VILLAGE)
    for path, source in example.rosters:
        _run(environment, "import", str(path), "--region", REGION, "--source", source)


def _run(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PROGRAM), *words], env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def _compare(template: Path, out: Path, environment: dict[str, str]) -> Compared:
    """Fill one template for one villager group and compare the first finished file with it."""
    out.mkdir()
    wanted = ("--region", REGION, "--who", "村民小组=1组", "--on", "2026-06-30", "-o", f"{out}/", "--json")
    told = _run(environment, "fill", str(template), *wanted)
    if told.returncode:
        said = told.stderr.strip().splitlines()
        return Compared(template.name, refused=said[-1] if said else f"exit code {told.returncode}")
    answer = json.loads(told.stdout)
    made = sorted(out.rglob(f"*{template.suffix}")) or [Path(answer["out"] or out)]
    if not made[0].is_file():
        return Compared(template.name, refused="没有可填的人")
    before, after = _parts(template), _parts(made[0])
    other = [name for name in before if not MAY_CHANGE.fullmatch(name)]
    changed = tuple(name for name in other if after.get(name) != before[name])
    has, lost = (_in_document if template.suffix == ".docx" else _in_workbook)(before, after)
    filled = answer["cells"]["filled"]
    return Compared(template.name, filled, len(other), changed, has, lost, made=made[0])


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _in_workbook(
    before: dict[str, bytes], after: dict[str, bytes]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Features of the template, and those that the finished file has fewer of, or others."""
    has: set[str] = set()
    lost: set[str] = set()
    for name in (name for name in before if name.startswith("xl/worksheets/sheet")):
        old, new = etree.fromstring(before[name]), etree.fromstring(after[name])
        for feature, tag in COUNTED.items():
            _note(feature, _count(old, tag), _count(new, tag), has, lost)
        for feature, tags in SAME.items():
            if any(_words(old, tag) for tag in tags):
                has.add(feature)
            if any(_words(old, tag) != _words(new, tag) for tag in tags):
                lost.add(feature)
        _note("columns with rules", len(_columns(old)), len(_columns(old) & _columns(new)), has, lost)
    names = [_count(etree.fromstring(parts["xl/workbook.xml"]), "definedName") for parts in (before, after)]
    _note("defined names (print areas, titles)", names[0], names[1], has, lost)
    return tuple(sorted(has)), tuple(sorted(lost))


def _in_document(
    before: dict[str, bytes], after: dict[str, bytes]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    has: set[str] = set()
    lost: set[str] = set()
    old, new = (etree.fromstring(parts["word/document.xml"]) for parts in (before, after))
    for feature, tag in DOCUMENT.items():
        _note(feature, _count(old, tag), _count(new, tag), has, lost)
    has.add("section set-up")
    if _words(old, "sectPr") != _words(new, "sectPr"):
        lost.add("section set-up")
    return tuple(sorted(has)), tuple(sorted(lost))


def _note(feature: str, before: int, after: int, has: set[str], lost: set[str]) -> None:
    if before:
        has.add(feature)
    if after < before:
        lost.add(feature)


def _count(root: etree._Element, tag: str) -> int:
    """Elements of this name in any namespace: x14 ones in extLst too."""
    return sum(1 for _ in root.iter(f"{{*}}{tag}"))


def _words(root: etree._Element, tag: str) -> list[str]:
    """Every element of this name with all in it, as plain values."""
    return [
        f"{part.tag} {sorted(map(str, part.attrib.items()))} {(part.text or '').strip()}"
        for element in root.iter(f"{{*}}{tag}")
        for part in element.iter("{*}*")
    ]


def _columns(root: etree._Element) -> set[str]:
    """Areas of validations and conditional formats without their rows, which may have grown or moved."""
    ruled = (e for tag in ("conditionalFormatting", "dataValidation") for e in root.iter(f"{{*}}{tag}"))
    areas = (area for element in ruled for area in element.get("sqref", "").split())
    return {re.sub(r"\d+", "", area) for area in areas}


def _opened(made: list[Path], home: Path) -> int:
    """How many of the files LibreOffice opens and exports, all in one call a kind."""
    n_opened = 0
    for kind, target in ((".xlsx", "csv"), (".docx", "txt:Text")):
        folder, results = home / f"all{kind}", home / f"opened{kind}"
        folder.mkdir()
        for number, path in enumerate(path for path in made if path.suffix == kind):
            shutil.copy(path, folder / f"{number}{kind}")
        files = sorted(folder.iterdir())
        profile = f"-env:UserInstallation=file://{home}/profile"
        words = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(results)]
        if files:
            subprocess.run([*words, *files], capture_output=True, check=False, timeout=900)
            n_opened += len(list(results.glob("*"))) if results.is_dir() else 0
    return n_opened


def _figures(compared: list[Compared], kind: str) -> dict[str, object]:
    """Shares over the templates of one kind; 1.0 is all."""
    own = [each for each in compared if each.template.endswith(kind)]
    finished = [each for each in own if not each.refused]
    n_other = sum(each.other for each in finished)
    n_changed = sum(len(each.changed) for each in finished)
    features = sorted({feature for each in finished for feature in each.has})
    return {
        "templates": len(own),
        "filled": len(finished),
        "cells_filled": sum(each.n_filled for each in finished),
        "other_parts": n_other,
        "byte_identical_share": round(1 - n_changed / n_other, 6) if n_other else None,
        "kept": {feature: _share(finished, feature) for feature in features},
        "features_lost": {each.template: each.lost for each in finished if each.lost},
        "changed": {each.template: each.changed for each in finished if each.changed},
        "refused": {each.template: each.refused for each in own if each.refused},
    }


def _share(finished: list[Compared], feature: str) -> dict[str, float]:
    having = [each for each in finished if feature in each.has]
    n_kept = sum(feature not in each.lost for each in having)
    return {"templates": len(having), "share": round(n_kept / len(having), 4)}


if __name__ == "__main__":
    main()
