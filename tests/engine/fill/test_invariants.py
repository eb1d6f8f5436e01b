"""What holds for every form: drawn at random, filled, counted and written."""

import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.engine.fill.drawn import household, id_number, person, village
from tests.engine.fill.shapes import planned_form, sheets_of, workbook

from qingzhuang.engine.fill.plan import Plan
from qingzhuang.engine.fill.skeletons import is_blank_text
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Claim, Holding
from qingzhuang.files.workbooks.writing import write_workbook

_LABELS = (
    "序号",
    "姓名",
    "身份证号",
    "与户主关系",
    "民族",
    "联系电话",
    "承包地面积（亩）",
    "备注",
    "补贴档次",
)
_RELATIONS = ("户主", "配偶", "子", "女", "儿媳", "孙子", "父亲")
_CARD = ("姓名", "民族", "身份证号", "联系电话", "文化程度", "家庭住址", "户主姓名")
_DISPUTED = Holding(Claim("1", "甲", "2025-01-01", 1), (Claim("2", "乙", "2025-01-01", 2),))


@st.composite
def villages(draw: st.DrawFn) -> VillageBook:
    """One to three households of one to four, with gaps and conflicts here and there."""
    profiles = []
    for home in range(1, draw(st.integers(1, 3)) + 1):
        profiles.append(household(home * 100, household__no=f"H{home}"))
        for nth in range(draw(st.integers(1, 4))):
            number = home * 100 + nth + 1
            known = {"ethnicity": "汉族"} if draw(st.booleans()) else {}
            more = {"person.phone": _DISPUTED} if draw(st.integers(0, 3)) == 0 else {}
            relation = "户主" if nth == 0 else draw(st.sampled_from(_RELATIONS[1:]))
            profiles.append(
                person(
                    number,
                    home=home * 100,
                    name=f"人{number}",
                    relation_to_head=relation,
                    more=more,
                    id_number=id_number("1980-01-01", number),
                    **known,
                )
            )
    return village(*profiles)


@st.composite
def forms(draw: st.DrawFn) -> bytes:
    """A list with a formula, maybe a total and two people per row; or a card with options and relations."""
    if draw(st.booleans()):
        chosen = draw(st.permutations(_LABELS))[: draw(st.integers(1, 5))]
        labels = ["姓名", *(label for label in chosen if label != "姓名")] * draw(st.integers(1, 2))
        rows: list[list[str | int | None]] = [list(labels), *([] for _ in range(draw(st.integers(1, 3))))]
        rows += [["合计"]] if draw(st.booleans()) else []
        rows += [["填表人：", "审核人："]] if draw(st.booleans()) else []
        return workbook([[*row, *[None] * (len(labels) - len(row)), ""] for row in rows], title="花名册")
    labels = ["姓名", *draw(st.permutations(_CARD[1:]))[:3]]
    rows = [[labels[0], None, labels[1], None], [labels[2], None, labels[3], None]]
    rows += [["是否低保", "□是 □否", "性别", "①男 ②女（  ）"]] if draw(st.booleans()) else []
    if draw(st.booleans()):
        rows += [["关系", "姓名", "身份证号", "联系电话"], ["父亲"], ["配偶"], ["子女"], ["子女"]]
    return workbook(rows, title="登记卡")


def bytes_of(template: bytes, plan: Plan) -> bytes:
    """The finished file."""
    return write_workbook(template, plan.writes, plan.growths)


_RARELY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_RARELY
@given(villages(), forms())
def test_all_cells_are_accounted_for(book: VillageBook, template: bytes) -> None:
    """Filled, gaps and conflicts make the total; no cell is counted twice (R-FIL-50)."""
    for output in planned_form(template, book).outputs:
        plan = output.plan
        written = {(write.row, write.column) for write in plan.writes}
        blank = [*plan.gap_cells, *plan.conflict_cells]

        assert plan.filled == len(written) == len(plan.writes)
        assert len(set(blank)) == len(blank)
        assert [line.cell for line in plan.missing] == list(plan.gap_cells)
        assert [each.blank.cell for each in plan.disputed] == list(plan.conflict_cells)


@_RARELY
@given(villages(), forms())
def test_filling_twice_gives_the_same_bytes(book: VillageBook, template: bytes) -> None:
    """The same form and the same village give the same file (R-FIL-53)."""
    one, other = (planned_form(template, book).outputs for _ in range(2))

    assert [bytes_of(template, each.plan) for each in one] == [
        bytes_of(template, each.plan) for each in other
    ]


@_RARELY
@given(villages(), forms())
def test_only_blanks_are_written(book: VillageBook, template: bytes) -> None:
    """No value lands on a label, signature or covered cell: what is printed stays (R-FIL-24)."""
    grid = sheets_of(template)[0].grid
    printed = {
        cell.text for cell in grid.cells.values() if not is_blank_text(cell.text) and "□" not in cell.text
    }
    kept = {text for text in printed if "（  ）" not in text}
    for output in planned_form(template, book).outputs:
        book_ = load_workbook(io.BytesIO(bytes_of(template, output.plan)))
        shown = {
            str(cell.value)
            for row in book_.worksheets[0].iter_rows()
            for cell in row
            if cell.value is not None
        }

        assert kept <= shown
