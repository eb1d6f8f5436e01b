"""
Do bindings stay when a form changes in a way that means nothing (a row on top, 姓　名, 戶籍, numbers …)?

    python bench/metamorphic.py [changes]        FORMS_DIR (default ../shared/forms): every .xlsx of its dev

The changes are those of tests/metamorphic. A sheet counts as kept if every field has the same path, element,
role and binding as before. Figures go to bench/results/metamorphic.json, with the differences of each sheet.
"""

import json
import os
import runpy
import sys
from collections import defaultdict
from pathlib import Path

from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.workbooks.parsing import parsed

FOLDER = Path(os.environ.get("FORMS_DIR", "../shared/forms")).resolve()
RESULT = Path(__file__).parent / "results" / "metamorphic.json"
CHANGES = Path(__file__).parents[1] / "tests" / "metamorphic" / "changes.py"


def main(wanted: list[str]) -> None:
    """Change every form in every way, compare, print, keep the figures."""
    if not (FOLDER / "dev").is_dir():
        print(f"没有找到表样文件夹 {FOLDER}；用 FORMS_DIR 指明它在哪里。")
        return
    module = runpy.run_path(str(CHANGES))
    changes = {name: change for name, change in module["CHANGES"].items() if not wanted or name in wanted}
    catalogue = load_catalogue(None)
    kept: dict[str, int] = defaultdict(int)
    tried: dict[str, int] = defaultdict(int)
    broken: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for path in sorted((FOLDER / "dev").glob("*.xlsx")):
        grid = next(sheet for sheet in parsed(path.read_bytes()).sheets if not sheet.is_hidden)
        layout = recognise(grid)
        before = module["bindings_of"](grid, catalogue)
        for name, change in changes.items():
            changed = change(grid, layout) if layout.fields else None
            if changed is None:
                continue
            tried[name] += 1
            after = module["bindings_of"](changed, catalogue)
            kept[name] += after == before
            if after != before:
                lost, new = sorted(map(repr, before - after)), sorted(map(repr, after - before))
                broken[name][path.name] = [f"- {one}" for one in lost[:4]] + [f"+ {one}" for one in new[:4]]
    shares = {name: {"sheets": n, "kept": round(kept[name] / n, 4)} for name, n in tried.items()}
    print(json.dumps(shares, ensure_ascii=False, indent=1))
    if not wanted:
        RESULT.parent.mkdir(exist_ok=True)
        figures = {"shares": shares, "broken": broken}
        RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
