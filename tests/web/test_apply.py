"""The command `apply`, as another system uses it."""

import json
from pathlib import Path

import pytest
from tests.actions.admit.applying import form_bytes
from tests.cast import make_cast

from qingzhuang.engine.problems import RefusedError
from qingzhuang.web.commands import applying
from qingzhuang.web.commands.arguments.applying import add_arguments
from qingzhuang.web.commands.manual import command_parser

pytestmark = pytest.mark.database
DOCUMENT = {
    "title": "摸排表", "kind": "form", "basis": "青民发〔2026〕12号", "clause": "第三条",
    "list_class": "support", "bearer": "村里", "frequency": "once",
    "starts_on": "2099-01-12", "issue_days": 10,
    "money": "没有", "people": "没有", "sharing": "平台里没有",
}  # fmt: skip


def run(*words: str) -> int:
    """The exit code of the command with these words."""
    parser = command_parser("apply")
    add_arguments("apply", parser)
    return applying.run("apply", parser.parse_args(words))


@pytest.fixture
def written(db: None, tmp_path: Path) -> tuple[Path, Path]:
    """An application and its empty form as files."""
    make_cast()
    document, form = tmp_path / "申请.json", tmp_path / "摸排表.xlsx"
    document.write_text(json.dumps(DOCUMENT, ensure_ascii=False), encoding="utf-8")
    form.write_bytes(form_bytes("姓名", "改造意愿"))
    return document, form


def test_an_application_is_handed_in_with_its_form(
    written: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """R-APP-17: one command, one reference on stdout as JSON."""
    exit_code = run(*map(str, written), "--account", "officer", "--json")

    said = json.loads(capsys.readouterr().out)
    assert (exit_code, said["reference"][-4:]) == (0, "-001")


@pytest.mark.parametrize(
    ("account", "content", "said"),
    [
        ("nobody", "{}", "没有“nobody”这个账号"),
        ("officer", "[1]", "花括号"),
        ("officer", "{", "不是 JSON"),
        ("officer", '{"kind": "lottery"}', "kind"),
        ("officer", "{}", "还差"),
    ],
)
def test_what_cannot_be_read_is_refused(
    written: tuple[Path, Path], account: str, content: str, said: str
) -> None:
    """R-APP-17: unknown account, no JSON, wrong values, missing answers: one sentence each."""
    written[0].write_text(content, encoding="utf-8")

    with pytest.raises(RefusedError) as refusal:
        run(str(written[0]), "--account", account)

    assert said in refusal.value.problem.sentence
