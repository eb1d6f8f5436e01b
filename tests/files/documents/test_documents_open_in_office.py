"""What we write opens in LibreOffice with the right words."""

import subprocess
from pathlib import Path

import pytest
from tests.files.documents.drawn import card_form, list_form

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.files.documents.compiled import compile_document

pytestmark = pytest.mark.office


def as_text(content: bytes, folder: Path) -> list[str]:
    """The words of a document, line by line, exported by LibreOffice."""
    path = folder / "out.docx"
    path.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=120
    )
    return (folder / "out.txt").read_text(encoding="utf-8-sig").splitlines()


def test_a_filled_card_opens_with_its_values(tmp_path: Path) -> None:
    """Values stand beside their labels, the line keeps what was printed."""
    writes = [
        Write("document", 2, 1, "填报单位：青禾村　日期：2026年3月7日"),
        Write("document", 3, 2, "张三"),
        Write("document", 8, 2, "☑是 □否"),
    ]
    lines = as_text(compile_document(card_form()).render(writes), tmp_path)

    assert lines[1].replace(" ", "") == "填报单位：青禾村　日期：2026年3月7日"
    assert lines[lines.index("姓名") + 1] == "张三"
    assert "☑是 □否" in lines


def test_a_grown_list_opens_with_all_its_rows(tmp_path: Path) -> None:
    """New rows are rows of the same table."""
    writes = [Write("document", row, 2, f"赵{row}") for row in range(3, 13)]
    lines = as_text(compile_document(list_form(3)).render(writes, [Growth("document", 5, 7, 5)]), tmp_path)

    assert [line for line in lines if line.startswith("赵")] == [f"赵{row}" for row in range(3, 13)]
    assert lines[-1] == "注：一人一行。"
