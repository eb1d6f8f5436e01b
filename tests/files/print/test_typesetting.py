"""What any text may do to a paper: be read, nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.files.print.drawn import DAY, a_letter, a_plain_letter, some_minutes
from tests.files.print.reopened import info, ink, pages, words

from qingzhuang.engine.problems import RefusedError
from qingzhuang.files.print.letters import letter
from qingzhuang.files.print.minutes import minutes_sheet
from qingzhuang.files.print.typesetting import LIMIT

COMMANDS = (
    '#read("/etc/passwd")', "#panic()", '#import "@preview/cetz:0.2.0"', "$ x^2 $", "*粗* _斜_ `码`",
    "// 注释", "= 标题", "#set page(width: 1cm)",
    "\\ \\u{41}", "] #let x = 1 [", '"; #sys', "<label> @label", "---~",
    "{{issuer}} {% if %}", "<script>alert(1)</script>",
)  # fmt: skip


@pytest.mark.poppler
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_typesetter_is_printed_as_it_is_written(command: str) -> None:
    """In title, text, table, attachment and signer it is text, letter for letter (R-PRT-09)."""
    field = a_letter().compared[0]
    made = letter(
        a_letter(
            title=command,
            conclusion=command,
            compared=(type(field)(command, command, command, command),),
            grounds=(command,),
            attachments=(command,),
            signer=command,
        )
    )

    seen = words(made).replace("-", "").replace("‐", "")
    assert seen.count(command.replace(" ", "").replace("-", "")) >= 5


@given(st.text(max_size=60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_makes_a_letter(text: str) -> None:
    """Emoji, rare characters, halves of pairs, control characters: there is always a PDF."""
    assert letter(a_letter(title=text, conclusion=text, signer=text, issuer=text)).startswith(b"%PDF-")


@pytest.mark.poppler
def test_a_character_without_a_shape_stops_nobody() -> None:
    """A name with a character no typeface here has is printed, the others are all there (R-PRT-11)."""
    made = letter(a_plain_letter("赵\U000323b0荣😀住五组"))

    assert "荣" in words(made)
    assert "住五组" in words(made)


@pytest.mark.poppler
@pytest.mark.parametrize("word", ["W" * 400, "й" * 400, "https://jf.example/" + "a" * 300, "e\u0301" * 300])
def test_a_word_without_end_stays_inside_the_type_area(word: str) -> None:
    """It breaks (R-PRT-09)."""
    made = letter(a_plain_letter(word))

    assert max(ink(made, page, above=264).right for page in range(1, len(pages(made)) + 1)) <= 184.5


@pytest.mark.poppler
def test_an_opinion_of_5000_characters_is_printed_whole() -> None:
    """In the text and in one cell of the comparison."""
    field = a_letter().compared[0]
    made = letter(a_letter(conclusion="国" * 5000, compared=(type(field)("栏", "", "圆" * 5000, ""),)))

    assert words(made).count("国") == 5000
    assert words(made).count("圆") == 5000


@pytest.mark.poppler
def test_a_letter_is_made_for_the_archive() -> None:
    """PDF/A-2u by its own word, dated with the letter's own day, titled (R-PRT-12)."""
    made = letter(a_letter())

    said = info(made)
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"<pdfaid:conformance>U</pdfaid:conformance>" in made
    assert said["CreationDate"].startswith("Mon Nov 23 ")
    assert said["Title"] == "关于《高龄津贴季度核定表》准入会审的意见书"


def test_the_same_letter_is_the_same_file() -> None:
    """Byte for byte, so that a fingerprint of it can stand in the journal (R-PRT-12)."""
    assert letter(a_letter()) == letter(a_letter())


def test_a_paper_without_end_is_refused_with_its_length() -> None:
    """More than the limit is not printed: the sentence says how many there are (R-PRT-17)."""
    with pytest.raises(RefusedError) as refused:
        minutes_sheet(some_minutes(title="国" * (LIMIT + 1)), made_on=DAY)

    assert str(LIMIT) in refused.value.problem.sentence
