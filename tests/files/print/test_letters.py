"""The office's letter, opened again."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.files.print.drawn import a_letter, a_plain_letter
from tests.files.print.reopened import info, ink, pages, typefaces, words

from qingzhuang.files.print.letters import letter, title_lines

pytestmark = pytest.mark.poppler
FULL = letter(a_plain_letter("国" * 1900))


def test_a_letter_is_a4() -> None:
    """210 mm by 297 mm (R-PRT-01)."""
    assert "(A4)" in info(FULL)["Page size"]


def test_the_text_fills_the_type_area() -> None:
    """Ink begins 37 mm from the top and 28 mm from the left and fills 156 mm × 225 mm (R-PRT-01)."""
    written = ink(FULL, 2, above=264)

    assert (written.left, written.top) == pytest.approx((28, 37), abs=1)
    assert (written.right, written.bottom) == pytest.approx((28 + 156, 37 + 225), abs=1)


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    """Nothing but whole lines (R-PRT-02)."""
    lines = [line.strip() for line in pages(FULL)[1].splitlines() if "国" in line]

    assert lines == ["国" * 28] * 22


def test_a_paragraph_of_28_characters_with_its_indent_is_one_line() -> None:
    """Two empty characters and 26 written ones fill one line, the last of a paragraph too."""
    lines = pages(letter(a_plain_letter("国" * 26 + "\n" + "国" * 26)))

    assert [line.strip() for page in lines for line in page.splitlines() if "国" in line] == ["国" * 26] * 2


def test_the_head_is_red_and_begins_35_mm_down_the_type_area() -> None:
    """Red ink from 72 mm; the red line is as wide as the type area, 156 mm (R-PRT-03)."""
    head = ink(FULL, 1, colour="red")

    assert head.top == pytest.approx(37 + 35, abs=1)
    assert (head.left, head.right) == pytest.approx((28, 184), abs=0.5)


def test_only_the_first_page_is_red() -> None:
    """The head stands once."""
    with pytest.raises(ValueError, match="empty"):
        ink(FULL, 2, colour="red")


def test_odd_pages_are_numbered_right_and_even_ones_left() -> None:
    """— 1 — one character in from the right, — 2 — one in from the left, under the type area (R-PRT-05)."""
    first, second = ink(FULL, 1, below=264), ink(FULL, 2, below=264)

    assert [words_of.split()[-1] for words_of in pages(FULL)[:2]] == ["—1—", "—2—"]
    assert (first.right, second.left) == pytest.approx((184 - 4.9, 28 + 4.9), abs=1)
    assert first.top - 262 == pytest.approx(7, abs=2)


def test_the_parts_stand_in_the_order_of_the_standard() -> None:
    """Office, number, title, addressee, sections, attachments, signer, day, contact, copies, printer."""
    said = words(letter(a_letter()))
    parts = (
        "青禾县为基层减负工作专项机制办公室", "青减负函〔2026〕31号",
        "关于《高龄津贴季度核定表》", "准入会审的意见书", "县民政局：",
        "一、会审结论", "二、逐项比对", "健在情况", "三、依据", "四、有效期",
        "附件：1.会审后的表样", "2.逐栏比对表",
        "青禾县为基层减负工作专项机制办公室", "2026年11月23日", "（联系人：孙晓岚）",
        "抄送：县委组织部，县数据局。", "青禾县为基层减负工作专项机制办公室", "2026年11月23日印发",
    )  # fmt: skip

    at = 0
    for part in parts:
        at = said.index(part, at) + len(part)


def test_an_empty_section_leaves_no_gap_in_the_numbers() -> None:
    """Without comparison and grounds the time it holds is section two (R-PRT-06)."""
    said = words(letter(a_letter(comparison="", compared=(), grounds=())))

    assert "二、有效期" in said
    assert "逐项比对" not in said.replace("逐栏比对表", "")


def test_the_date_ends_four_characters_from_the_right() -> None:
    """Right of the day 4 × 5.57 mm are free; a signer shorter than it stands above (R-PRT-04)."""
    made = letter(a_plain_letter("同意。", signer="县减负办", dated=a_letter().dated))

    signed = ink(made, len(pages(made)), below=215, above=264)
    assert signed.right == pytest.approx(184 - 4 * 5.57, abs=1.5)


@pytest.mark.parametrize("n_lines", [*range(1, 7), *range(14, 28)])
def test_signer_and_date_never_stand_alone(n_lines: int) -> None:
    """However many lines the text has, its end stands on the page of the signer (R-PRT-07)."""
    paragraphs = [f"第{at}段" + "国" * 20 for at in range(n_lines)]
    last_page = pages(letter(a_plain_letter("\n".join(paragraphs))))[-1]

    assert "2026年11月23日" in last_page
    assert f"第{n_lines - 1}段" in last_page


@pytest.mark.parametrize("n_characters", range(141, 800, 47))
def test_of_a_long_paragraph_the_last_lines_go_with_the_signer(n_characters: int) -> None:
    """Three lines at least; no character is lost, no number torn, no line begins with a comma (R-PRT-07)."""
    text = ("申请的20栏里有17栏已经掌握（2026年11月更新）由部门取用；其余3栏没有单位掌握，" * 20)[
        :n_characters
    ]
    made = letter(a_plain_letter(text))

    shown = pages(made)
    lines = [line.strip() for page in shown for line in page.splitlines()]
    assert len([line for line in shown[-1].splitlines() if line.strip()]) >= 3 + 3
    assert text in re.sub(r"—\d—", "", words(made))
    assert not [line for line in lines if line[:1] in set("，；）")]
    assert not [line for line, below in pairwise(lines) if line[-1:].isdigit() and below[:1].isdigit()]


def test_a_long_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    """Sixty fields over several pages: each page that shows fields shows the head (R-PRT-08)."""
    field = a_letter().compared[1]
    shown = pages(letter(a_letter(compared=(field,) * 60)))

    with_rows = [page for page in shown if "健在情况" in page]
    assert len(with_rows) > 2
    assert all("哪里已有" in page for page in with_rows)
    assert sum(page.count("健在情况") for page in shown) == 60


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于《高龄津贴季度核定表》准入会审的意见书", ("关于《高龄津贴季度核定表》", "准入会审的意见书")),
        ("关于不予准入的函", ("关于不予准入的函",)),
        (
            "关于不予准入“村级微信群活跃度日报”并退回补充依据的函",
            ("关于不予准入“村级微信群活跃度日报”", "并退回补充依据的函"),
        ),
        ("关于退回\n补充依据的函", ("关于退回", "补充依据的函")),
    ],
)
def test_a_title_is_broken_where_the_sense_allows(title: str, lines: tuple[str, ...]) -> None:
    """Behind a 》 rather than within a name; as given where the office breaks it itself (R-PRT-03)."""
    assert title_lines(title) == lines


@given(st.text("关于《》“”（）的、，准入会审a1", min_size=1, max_size=90))
def test_a_broken_title_is_whole_and_fits(title: str) -> None:
    """Its lines joined are the title again, none is over 20 characters."""
    lines = title_lines(title)

    assert "".join(lines) == title
    assert max(map(len, lines)) <= 20


@pytest.mark.parametrize(
    "issuer",
    ["县减负办", "青禾县整治形式主义为基层减负工作专项机制办公室（县委办公室）", "甲" * 70, "县委\n县政府"],
)
def test_the_head_stays_within_the_type_area(issuer: str) -> None:
    """Short, long, broken by the office: never wider than 156 mm, never cut (R-PRT-03)."""
    made = letter(a_plain_letter("同意。", issuer=issuer, signer="县减负办"))

    head = ink(made, 1, colour="red")
    assert head.left >= 27.5
    assert head.right <= 184.5
    assert "".join(issuer.split()) in words(made)


def test_the_letter_uses_no_typeface_it_does_not_carry() -> None:
    """Every typeface is embedded: the letter looks the same on every machine."""
    assert typefaces(letter(a_letter()))
    assert all(typefaces(letter(a_letter())).values())
