"""
A drawn questionnaire and its next edition, with the truth about every field.

The vocabulary is invented: a label with its unit, with other wordings of it, and with labels
that look alike and mean something else.
"""

from dataclasses import dataclass, replace
from random import Random

# label, unit, re-wordings, false friends; several parted by blanks
_WORDS: tuple[tuple[str, str, str, str], ...] = (
    ("年末总户数", "户", "年底总户数 总户数（年末） 年末户数合计", "年末总人口 年初总户数"),
    ("年末常住人口", "人", "年末常住人口数 常住人口（年末） 年底常住人口", "年末户籍人口 年末流动人口"),
    ("外出务工人数", "人", "外出务工人员数量 在外务工人数 外出打工人数", "返乡务工人数 外出务工户数"),
    ("耕地面积", "亩", "耕地总面积 耕地的面积", "林地面积 耕地流转面积"),
    ("水田面积", "亩", "水田总面积 水田种植面积", "旱田面积"),
    ("粮食总产量", "吨", "粮食产量 粮食产量合计", "粮食总产值"),
    ("农民人均纯收入", "元", "农民人均年纯收入 人均纯收入（农民）", "农民户均纯收入 农民人均总支出"),
    ("村集体经营收入", "万元", "集体经营收入 村集体经营性收入", "村集体经营支出"),
    ("享受低保人数", "人", "低保人数 享受最低生活保障人数", "享受低保户数 新增低保人数"),
    ("60岁以上老年人数", "人", "60周岁以上老年人数 60岁及以上老人数", "65岁以上老年人数 60岁以下人数"),
    ("持证残疾人数", "人", "持证的残疾人数 残疾人数（持证）", "未持证残疾人数"),
    ("留守儿童人数", "人", "农村留守儿童数 留守儿童数量", "留守老人人数"),
    ("自来水入户数", "户", "通自来水户数 自来水通户数", "未通自来水户数"),
    ("垃圾集中收集点", "个", "垃圾收集点 生活垃圾集中收集点", "公共厕所"),
    ("村卫生室面积", "平方米", "卫生室面积 村卫生室建筑面积", "村卫生室人数"),
    ("本年新增贷款", "万元", "本年度新增贷款", "上年新增贷款 本年累计贷款"),
    ("村干部姓名", "", "村干部的姓名", "村干部性别"),
    ("联系电话", "", "电话号码 联系方式", "固定电话 手机号码"),
    ("监护人姓名", "", "监护人名字", "学生姓名 父亲姓名"),
    ("家庭地址", "", "家庭住址 家庭详细地址", "户籍地址"),
    ("开户银行", "", "开户行 开户行名称", "开户日期"),
    ("银行账号", "", "银行卡账号 银行帐号", "身份证号"),
    ("是否通硬化路", "", "是否通硬化公路 通硬化路是否", "是否通动力电"),
    ("致贫原因", "", "主要致贫原因 致贫主要原因", "返贫原因"),
    ("生猪出栏头数", "头", "生猪出栏数量 出栏生猪头数", "生猪存栏头数"),
    ("新建沼气池", "个", "新建沼气池个数 沼气池（新建）", "报废沼气池"),
    ("党员大会次数", "次", "召开党员大会次数", "村民大会次数"),
    ("图书室藏书量", "册", "图书室藏书 农家图书室藏书量", "图书室面积"),
)
_PLACES = ("", "上半年", "下半年", "甲组", "乙组", "丙组", "丁组")
_PARTS = (("男性", "人"), ("女性", "人"), ("其中：党员", "人"))
_FRESH = "碳排放核算 快递驿站 充电桩 直播带货 民宿床位 光伏板 无人机巡查 智慧大棚 冷链仓储 研学基地".split()
_UNITS = {"万元": "元", "元": "万元", "户": "人", "人": "户", "亩": "公顷", "吨": "公斤", "平方米": "亩"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A field as drawn. id: who it is, the same in both editions. is_choice: a drop-down stands there."""

    id: int
    label: str
    unit: str
    parents: tuple[str, ...] = ()
    is_choice: bool = False
    word: int = -1


@dataclass(frozen=True, slots=True)
class Truth:
    """What was done to whom, by id: re-worded, and changed in a way that must never be carried."""

    reworded: frozenset[int]
    changed: frozenset[int]


def draw_edition(dice: Random, n: int) -> list[Drawn]:
    """An edition of n fields or fewer: the vocabulary below several parents, in random order."""
    fields = [
        Drawn(0, label, unit, (place,) if place else (), word=at)
        for place in _PLACES
        for at, (label, unit, _, _) in enumerate(_WORDS)
    ]
    fields += [Drawn(0, label, unit, ("党员队伍",), word=-1) for label, unit in _PARTS[:2]]
    dice.shuffle(fields)
    return [replace(field, id=i) for i, field in enumerate(fields[:n])]


def next_edition(dice: Random, old: list[Drawn], share: float) -> tuple[list[Drawn], Truth]:
    """The next edition: about `share` of the fields edited in one way each, and the truth about it."""
    new, reworded, changed, taken = [], set(), set(), {(f.parents, f.label) for f in old}
    fresh = 10_000
    for field in old:
        edit = dice.choice(_EDITS) if dice.random() < share else None
        made = edit(dice, field) if edit else [field]
        if any((f.parents, f.label) in taken and f.label != field.label for f in made):
            made, edit = [field], None  # the new wording is another field's own
        taken |= {(f.parents, f.label) for f in made}
        if edit is _reword and made != [field]:
            reworded.add(field.id)
        elif edit is not None and made != [field]:
            changed.add(field.id)
            made = [replace(f, id=(fresh := fresh + 1)) for f in made]
        new.extend(made)
    _move(dice, new, int(len(new) * share / 3))
    return new, Truth(frozenset(reworded), frozenset(changed))


def _reword(dice: Random, field: Drawn) -> list[Drawn]:
    if field.word < 0:
        return [field]
    return [replace(field, label=dice.choice(_WORDS[field.word][2].split()))]


def _mistake(dice: Random, field: Drawn) -> list[Drawn]:
    """Another field that looks alike."""
    return (
        [field]
        if field.word < 0
        else [replace(field, label=dice.choice(_WORDS[field.word][3].split()), word=-1)]
    )


def _delete(dice: Random, field: Drawn) -> list[Drawn]:
    return []


def _insert(dice: Random, field: Drawn) -> list[Drawn]:
    label = dice.choice(_FRESH) + dice.choice(("数量", "情况", "收入", "面积"))
    return [Drawn(-1, label, dice.choice(("个", "万元", "")), field.parents)]


def _other_unit(dice: Random, field: Drawn) -> list[Drawn]:
    return [replace(field, unit=_UNITS.get(field.unit, field.unit))]


def _other_type(dice: Random, field: Drawn) -> list[Drawn]:
    return [replace(field, is_choice=not field.is_choice)]


def _split(dice: Random, field: Drawn) -> list[Drawn]:
    return [replace(field, label=f"{field.label}（{part}）", word=-1) for part in ("集体", "个人")]


_EDITS = (_reword, _reword, _reword, _mistake, _delete, _insert, _other_unit, _other_type, _split)


def _move(dice: Random, fields: list[Drawn], times: int) -> None:
    for _ in range(times if fields else 0):
        field = fields.pop(dice.randrange(len(fields)))
        fields.insert(dice.randint(0, len(fields)), field)
