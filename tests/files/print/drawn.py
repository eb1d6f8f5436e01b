"""The papers the tests print: all offices, numbers and words are invented."""

from dataclasses import replace
from datetime import date
from typing import Any

from qingzhuang.files.print.papers import (
    ComparedField,
    Letter,
    MinutesSheet,
    NumberBlock,
    WallItem,
    WallList,
    WallSheet,
)

DAY = date(2026, 11, 23)
ADDRESS = "https://jf.qinghe.example/check/2026-31"


def a_letter(**changes: Any) -> Letter:
    """A letter that admits a form; `changes` replace its fields."""
    drawn = Letter(
        issuer="青禾县为基层减负工作专项机制办公室",
        number="青减负函〔2026〕31号",
        title="关于《高龄津贴季度核定表》准入会审的意见书",
        addressee="县民政局",
        opening="你局报来的《高龄津贴季度核定表》收悉，现将会审意见告知如下。",
        conclusion="同意改为取数，并入现有报表。准入编号为准入〔2026〕31号。",
        comparison="申请的20栏与现有报表逐栏比对，结果如下。",
        compared=(
            ComparedField("姓名", "县公安局户籍人口库", "同一口径", "取数"),
            ComparedField("健在情况", "", "季度末是否健在", "村里填"),
        ),
        grounds=("县里的准入办法第六条。", "县里的共享办法第九条。"),
        validity="至2027年11月30日止，到期自己失效。",
        attachments=("会审后的表样", "逐栏比对表"),
        signer="青禾县为基层减负工作专项机制办公室",
        dated=DAY,
        contact="联系人：孙晓岚",
        copies=("县委组织部", "县数据局"),
        printer="青禾县为基层减负工作专项机制办公室",
    )
    return replace(drawn, **changes)


def a_plain_letter(conclusion: str, **changes: Any) -> Letter:
    """A letter of nothing but a conclusion, without foot."""
    bare: dict[str, Any] = {
        "opening": "", "comparison": "", "compared": (), "grounds": (), "validity": "", "attachments": (),
        "contact": "", "copies": (), "printer": "",
    }  # fmt: skip
    return a_letter(conclusion=conclusion, **(bare | changes))


def a_block(**changes: Any) -> NumberBlock:
    """The block of an admitted form."""
    drawn = NumberBlock(
        form_code="QHMZ-07",
        issuer="青禾县民政局",
        number="准入〔2026〕31号",
        basis="青减负函〔2026〕31号",
        expires_on=date(2027, 11, 30),
        check_address=ADDRESS,
    )
    return replace(drawn, **changes)


def a_wall(n_items: int = 3, **changes: Any) -> WallSheet:
    """Two lists of so many items; only the second has support."""
    plain = tuple(WallItem(f"第{at}件事", "县民政局", "县里的办法第三条") for at in range(n_items))
    helped = tuple(replace(each, support="每村每年补助2000元") for each in plain)
    drawn = WallSheet(
        county="青禾县",
        title="村级组织三张清单",
        version="2026年第2版",
        effective_on=date(2026, 12, 1),
        lists=(WallList("依法履职事项", plain), WallList("协助事项", helped)),
        note="拿不准，打县减负办电话0999-6210031。",
    )
    return replace(drawn, **changes)


def some_minutes(n_columns: int = 6, n_rows: int = 3, **changes: Any) -> MinutesSheet:
    """Minutes with so many columns and rows."""
    drawn = MinutesSheet(
        title="准入会审联席会议纪要",
        office="青禾县减负办",
        period="2026年11月23日",
        columns=tuple(f"栏目{at}" for at in range(n_columns)),
        rows=tuple(tuple(f"行{row}列{at}" for at in range(n_columns)) for row in range(n_rows)),
        people=("主持人：赵立新",),
        decisions=("同意高龄津贴季度核定表改为取数。",),
        filler="孙晓岚",
        phone="0999-6210031",
        dated=DAY,
    )
    return replace(drawn, **changes)
