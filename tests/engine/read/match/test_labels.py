"""One label by itself: which element it means, whether that is sure, and why it is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.read.labels import parse_label
from qingzhuang.engine.read.match import Binding, Match
from qingzhuang.engine.read.matching import match_label
from qingzhuang.files.reference.catalogue import load_catalogue

CATALOGUE = load_catalogue()
SURE_LABELS = sorted(
    label
    for label in CATALOGUE.codes_by_label
    if match_label(label, catalogue=CATALOGUE).binding is Binding.AUTO
)


def match(label: str) -> Match:
    """What the shipped catalogue makes of a label."""
    return match_label(label, catalogue=CATALOGUE)


def bound(label: str) -> str | None:
    """The key this label is bound to without a question; None if it is asked or unknown."""
    found = match(label)
    return found.key if found.binding is Binding.AUTO else None


@pytest.mark.parametrize(
    ("label", "code"),
    [
        *(("姓　名：", "person.name"), ("*性别", "person.sex"), ("01申请人姓名", "person.name")),
        *(("A4姓名", "person.name"), ("①联系电话：", "person.phone"), ("二、民族", "person.ethnicity")),
        *(("身份证号（18位或15位）", "person.id_number"), ("身份证号码（选填）", "person.id_number")),
        *(("身份证号码后六位", "person.id_number"), ("出生年月（如1990年1月）", "person.birth_date")),
        *(("出生日期（年-月-日）", "person.birth_date"), ("性别（男/女）", "person.sex")),
        *(("年龄（截至2024年12月31日）", "person.age"), ("银行帐号（财政一卡通）", "person.bank_account")),
        *(("籍贯（省市县）", "person.native_place"), ("社会保障号码（身份证号码）", "person.id_number")),
    ],
)
def test_numbering_stars_and_advice_do_not_change_the_meaning(label: str, code: str) -> None:
    """R-MAT-02: numbering, blanks, stars, colons and advice in brackets leave a label sure."""
    assert bound(label) == code


@pytest.mark.parametrize(
    ("label", "key"),
    [
        *(
            ("监护人联系电话", "guardian.phone"),
            ("配偶身份证号码", "spouse.id_number"),
            ("户主手机号", "household.head_phone"),
        ),
        *(
            ("家长（或监护人）姓名", "guardian.name"),
            ("申请人（户主）", "household.head_name"),
            ("姓名（监护人）", "guardian.name"),
        ),
        *(
            ("身份证号（户主）", "household.head_id_number"),
            ("丈夫姓名", "spouse.name"),
            ("联系人手机", "contact.phone"),
        ),
        *(
            ("母亲联系方式", "mother.phone"),
            ("祖父电话", "person.phone@grandfather"),
            ("法人身份证", "org.rep_id_number"),
        ),
        *(
            ("申请职工姓名", "person.name"),
            ("帮扶人手机", "assist.owner_phone"),
            ("户主性别", "person.sex@head"),
        ),
    ],
)
def test_subject_and_property_are_read_apart(label: str, key: str) -> None:
    """R-MAT-04: the words for somebody are split from the property; both together make the meaning."""
    assert bound(label) == key


@pytest.mark.parametrize(
    ("label", "key"),
    [
        *(("成员一姓名", "person.name@member1"), ("家庭成员2身份证号", "person.id_number@member2")),
        *(("第三成员性别", "person.sex@member3"), ("子女2姓名", "person.name@child2")),
    ],
)
def test_members_unrolled_into_columns_have_a_role_each(label: str, key: str) -> None:
    """Trap 2: numbered members are different people, never the block's subject."""
    assert bound(label) == key


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        *(
            ("耕地面积（亩）", "亩"),
            ("耕地面积（公顷）", "公顷"),
            ("A25耕地面积(亩)", "亩"),
            ("家庭年收入（万元）", "万元"),
        ),
        *(
            ("建筑面积（m2）", "m2"),
            ("建筑面积（㎡）", "m2"),
            ("建筑面积(平方米)", "平方米"),
            ("低保金（元/月）", "元/月"),
        ),
    ],
)
def test_a_unit_in_brackets_is_read_not_dropped(label: str, unit: str) -> None:
    """Trap 5: the same element, with the unit that is printed."""
    found = match(label)

    assert found.binding is Binding.AUTO
    assert found.unit == unit


@pytest.mark.parametrize(
    "label",
    [
        *(
            "耕地面积",
            "其中：耕地面积",
            "人均耕地面积（亩）",
            "水田面积",
            "补贴面积",
            "残疾人",
            "低保户（户）",
            "女性劳动力人数（人）",
        ),
        *(
            "地址",
            "等级",
            "月标准",
            "负责人",
            "原工作单位",
            "原户籍地址",
            "全日制学历",
            "姓名变更情况",
            "申请人",
            "父亲",
        ),
        *(
            "年补贴金额（元/年）",
            "姓名（人）",
            "家庭人口（户）",
            "户口性质情况",
            "户藉所在地",
            "身份证地址邮编",
        ),
    ],
)
def test_what_does_not_say_enough_is_asked(label: str) -> None:
    """R-MAT-08: a missing unit, a part, a rate, a count, a former value or half a name is not bound."""
    assert bound(label) is None


@pytest.mark.parametrize(
    "label",
    [
        *(
            "公民身份证号或残疾证号",
            "申请人/单位名称",
            "证件类型及号码",
            "身份证号码/社会信用代码",
            "姓名或名称",
            "电话/传真",
        ),
        *(
            "填报人姓名及联系电话",
            "所在单位或住址",
            "单位地址（邮编）",
            "户籍地址/现居住地址",
            "开户行及账号",
            "母亲单位/职务",
        ),
    ],
)
def test_two_things_in_one_label_are_asked(label: str) -> None:
    """R-MAT-06: trap 9: a double label is never bound silently."""
    assert bound(label) is None


def test_the_doubt_names_what_is_asked_for() -> None:
    """A double label's reason lists the things it asks."""
    assert match("开户行及账号").why == "一个空里问了几样：开户银行、银行账号"


@pytest.mark.parametrize(
    "label", ["统一社会信用代码（组织机构代码）", "注册号/统一社会信用代码", "统一社会信用代码或组织机构代码"]
)
def test_the_credit_code_takes_in_the_older_codes(label: str) -> None:
    """R-MAT-06: the credit code replaced the older codes of organisations, so naming both asks one thing."""
    assert bound(label) == "org.uscc"


def test_another_document_is_not_the_identity_number() -> None:
    """Trap 1: 证件号码 and 残疾证号 are elements of their own."""
    assert bound("证件号码") == "person.document_number"
    assert bound("残疾人证号码") == "person.disability_cert_no"


@pytest.mark.parametrize(
    ("label", "code"),
    [
        *(
            ("是否低保户", "person.dibao"),
            ("是否享受低保政策", "person.dibao"),
            ("是否党员", "person.party_member"),
        ),
        *(
            ("党员（是/否）", "person.party_member"),
            ("是否为五保户", "person.tekun"),
            ("有无残疾", "person.disabled"),
        ),
    ],
)
def test_yes_no_questions_lead_to_their_element(label: str, code: str) -> None:
    """R-MAT-03: 是否X and X（是/否） ask the yes/no of X."""
    assert bound(label) == code


def test_a_likely_element_is_proposed_with_a_reason() -> None:
    """R-MAT-07: what is not sure comes with up to three candidates and a Chinese reason."""
    found = match("孕妇姓名")

    assert found.binding is Binding.SUGGESTED
    assert found.candidates[0] == "person.name"
    assert len(found.candidates) <= 3
    assert found.why == "和“姓名”相像，请确认"


def test_a_label_of_other_business_is_unknown() -> None:
    """What the catalogue does not hold is bound to nothing."""
    found = match("主机功率（台/千瓦）")

    assert found.element is None
    assert found.binding is Binding.UNKNOWN


def test_options_in_brackets_are_told_apart_from_units() -> None:
    """R-MAT-02: brackets are read as unit, options or note."""
    parts = parse_label("残疾类别（视力/听力）（选填）")

    assert parts.core == "残疾类别"
    assert parts.options == ("视力", "听力")


@given(st.sampled_from(SURE_LABELS), st.data())
def test_blanks_never_change_a_binding(label: str, data: st.DataObject) -> None:
    """Blanks between the characters, ideographic ones too, change nothing."""
    blanks = st.sampled_from(["", " ", "\u3000", "  "])
    stretched = "".join(sign + data.draw(blanks) for sign in label)

    assert match(stretched) == match(label)


@given(st.sampled_from(SURE_LABELS))
def test_full_width_never_changes_a_binding(label: str) -> None:
    """Full-width letters, digits and brackets change nothing."""
    wide = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in label)

    assert match(wide).key == match(label).key


@given(
    st.sampled_from([label for label in SURE_LABELS if "\u4e00" <= label[0] <= "\u9fff"]),
    st.sampled_from(["①", "*", "★", "1、", "（二）", "三、", "2．"]),
    st.sampled_from(["", "：", ":", "*", "（必填）", "（选填）"]),
)
def test_numbering_and_marks_never_change_a_binding(label: str, before: str, behind: str) -> None:
    """A number or star before the label and a colon or advice behind it change nothing."""
    found = match(f"{before}{label}{behind}")

    assert (found.key, found.binding) == (match(label).key, Binding.AUTO)


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("截至2023年12月31日年龄", "person.age"),
        ("2023年底周岁年龄", "person.age"),
        ("年龄（2023年12月31日）", "person.age"),
        ("身份证号（6-8-4）", "person.id_number"),
        ("身份证号（中间用*代替）", "person.id_number"),
        ("联系电话（隐去中间四位）", "person.phone"),
    ],
)
def test_how_and_when_do_not_change_what_is_asked(label: str, code: str) -> None:
    """R-MAT-02: The day of an age, a mask and a grouping of digits are advice on how to write it."""
    found = match_label(label, catalogue=CATALOGUE)

    assert (found.key, found.binding) == (code, Binding.AUTO)


def test_the_day_of_an_amount_is_no_advice() -> None:
    """R-MAT-02: An income of one day or year is not the income of any other."""
    assert match_label("收入（2023年12月31日）", catalogue=CATALOGUE).binding is not Binding.AUTO
