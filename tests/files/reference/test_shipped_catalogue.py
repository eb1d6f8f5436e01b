"""The shipped catalogue and a county's files laid over it."""

import csv
import re
from pathlib import Path

import pytest

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.values.domain import Kind
from qingzhuang.files.reference.catalogue import ELEMENT_COLUMNS, SHIPPED, load_catalogue

CATALOGUE = load_catalogue()
ELEMENTS = tuple(CATALOGUE.elements.values())
ROW = dict.fromkeys(ELEMENT_COLUMNS, "") | {
    "code": "person.village_doctor",
    "name": "包户村医",
    "subject": "person",
    "kind": "name",
    "definition": "负责这户的村医",
    "owner": "卫生健康",
    "sensitivity": "internal",
    "sharing": "有条件共享",
    "fresh_days": "365",
    "membership": "no",
    "derived": "no",
    "source": "县自定",
    "verified": "no",
}


def county(folder: Path, **changes: str) -> Path:
    """A county's folder with one element, drawn with these cells changed."""
    with (folder / "elements.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ROW)
        writer.writeheader()
        writer.writerow({**ROW, **changes})
    return folder


def refusal(folder: Path) -> str:
    """The sentence with which this county's catalogue is refused."""
    with pytest.raises(RefusedError) as refused:
        load_catalogue(folder)
    return refused.value.problem.sentence


def test_every_row_says_everything() -> None:
    """Each element has a name, a definition, an owner, a source, a sensitivity and a sharing class."""
    bare = [
        e.code
        for e in ELEMENTS
        if not all((e.name, e.definition, e.owner, e.source, e.sensitivity, e.sharing))
    ]

    assert bare == []


def test_codes_are_not_repeated_in_the_file() -> None:
    """A code stands in the shipped file once."""
    with (SHIPPED / "elements.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]

    assert len(codes) == len(set(codes)) == len(ELEMENTS)


def test_no_spelling_means_two_elements() -> None:
    """R-MAT-11: a name or synonym belongs to one element only; what may mean several is a hint."""
    shared = {label: codes for label, codes in CATALOGUE.codes_by_label.items() if len(codes) > 1}

    assert shared == {}


def test_an_element_does_not_doubt_its_own_names() -> None:
    """No element lists a spelling both as its name and as a hint."""
    both = [(code, label) for label, codes in CATALOGUE.hints_by_label.items() for code in codes]

    assert [pair for pair in both if pair[0] in CATALOGUE.codes_by_label.get(pair[1], ())] == []


def test_patterns_are_sound_and_apart() -> None:
    """Each pattern compiles, and no name of another element fits it."""
    wrong = [
        (code, label)
        for pattern, code in CATALOGUE.patterns
        for label, codes in CATALOGUE.codes_by_label.items()
        if codes != (code,) and re.fullmatch(pattern, label)
    ]

    assert wrong == []


def test_code_elements_have_a_list_and_numbers_a_unit() -> None:
    """A coded element names its list, a number its unit; 序号 alone counts nothing."""
    no_list = [e.code for e in ELEMENTS if (e.domain.kind is Kind.CODE) != (e.domain.code_list is not None)]
    no_unit = [e.code for e in ELEMENTS if e.domain.kind is Kind.NUMBER and not e.domain.unit]

    assert no_list == []
    assert no_unit == ["record.serial"]


def test_what_hangs_on_a_roster_names_a_membership() -> None:
    """Only a yes/no that complete rosters decide can make other elements not applicable."""
    wrong = [e.code for e in ELEMENTS if e.depends_on and not CATALOGUE[e.depends_on].is_membership]
    no_boolean = [e.code for e in ELEMENTS if e.is_membership and e.domain.kind is not Kind.BOOLEAN]

    assert wrong == []
    assert no_boolean == []


def test_all_ethnic_groups_are_there() -> None:
    """GB/T 3304 has 56 groups, 01 汉族 to 56 基诺族, and each is found by its short form too."""
    entries = CATALOGUE.code_lists["ethnicity"].entries
    groups = [entry for entry in entries if entry.label.endswith("族")]

    assert len(groups) == 56
    assert (groups[0].code, groups[0].label, groups[-1].label) == ("01", "汉族", "基诺族")


def test_identity_numbers_and_accounts_are_sensitive() -> None:
    """Every identity number and bank account is marked sensitive."""
    open_ones = [
        e.code
        for e in ELEMENTS
        if e.domain.kind in (Kind.ID_NUMBER, Kind.ACCOUNT) and e.sensitivity != "sensitive"
    ]

    assert open_ones == []


def test_nothing_from_secondary_sources_is_called_verified() -> None:
    """R-MAT-11: no code of the shipped lists was checked against the standard itself, and none says so."""
    verified = [
        entry.label for codes in CATALOGUE.code_lists.values() for entry in codes.entries if entry.verified
    ]

    assert verified == []


def test_a_county_adds_an_element(tmp_path: Path) -> None:
    """R-MAT-12: a row of the county's own file is an element beside the shipped ones."""
    catalogue = load_catalogue(county(tmp_path))

    assert catalogue.codes_by_label["包户村医"] == ("person.village_doctor",)
    assert len(catalogue.elements) == len(ELEMENTS) + 1


def test_a_county_overrides_by_code(tmp_path: Path) -> None:
    """R-MAT-12: a row with a shipped code replaces that element."""
    catalogue = load_catalogue(county(tmp_path, code="person.contract_doctor"))

    assert catalogue["person.contract_doctor"].name == "包户村医"
    assert len(catalogue.elements) == len(ELEMENTS)


def test_a_county_brings_a_code_list(tmp_path: Path) -> None:
    """A county's list is used by its elements."""
    folder = tmp_path / "code_lists"
    folder.mkdir()
    (folder / "index.csv").write_text("name,title,source,ranked\nstall,摊位,县自定,no\n", encoding="utf-8")
    (folder / "stall.csv").write_text("code,label,synonyms,verified\n1,固定摊位,固定,yes\n", encoding="utf-8")

    catalogue = load_catalogue(county(tmp_path, kind="code", code_list="stall"))
    code_list = catalogue["person.village_doctor"].domain.code_list

    assert code_list is not None
    assert code_list.entries[0].label == "固定摊位"
    assert code_list.entries[0].verified


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(
            ("kind", "number8"),
            ("subject", "cat"),
            ("membership", "maybe"),
            ("fresh_days", "一年"),
            ("name", ""),
        ),
        *(
            ("sharing", "随便"),
            ("sensitivity", "x"),
            ("depends_on", "a.b"),
            ("code_list", "zzz"),
            ("pattern", "("),
        ),
    ],
)
def test_a_bad_value_is_named_with_file_and_line(tmp_path: Path, column: str, value: str) -> None:
    """R-MAT-12: a row that cannot be read is refused in one sentence: file, line, column, what is wanted."""
    sentence = refusal(county(tmp_path, **{column: value}))

    assert sentence.startswith(f"elements.csv 第 2 行：“{column}”写成了“{value}”，这里应是")


def test_an_unknown_column_is_refused(tmp_path: Path) -> None:
    """A column nobody knows is named, not ignored."""
    (tmp_path / "elements.csv").write_text(",".join((*ELEMENT_COLUMNS, "colour")) + "\n", encoding="utf-8")

    assert "“colour”" in refusal(tmp_path)


def test_a_missing_column_is_refused(tmp_path: Path) -> None:
    """A file without one of the columns is refused by that column's name."""
    (tmp_path / "elements.csv").write_text(",".join(ELEMENT_COLUMNS[:-1]) + "\n", encoding="utf-8")

    assert "缺“verified”" in refusal(tmp_path)


def test_a_row_of_another_width_is_refused(tmp_path: Path) -> None:
    """A row with too few cells is refused with its line."""
    text = ",".join(ELEMENT_COLUMNS) + "\nperson.x,某某\n"
    (tmp_path / "elements.csv").write_text(text, encoding="utf-8")

    assert refusal(tmp_path).startswith("elements.csv 第 2 行：应有 19 栏，现有 2 栏")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """A GBK file is refused with the way out, not read as rubbish."""
    (tmp_path / "elements.csv").write_bytes("编码,名称\n".encode("gbk"))

    assert "UTF-8" in refusal(tmp_path)
