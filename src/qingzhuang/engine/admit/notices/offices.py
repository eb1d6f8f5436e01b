"""Who sends a notice: the office it is signed by, or speaks of as the one that asks."""

import re

_BODY = (
    r"[\u4e00-\u9fff]{1,14}?(?:委员会|办公室|指挥部|领导小组|工作专班|专班|中心|政府|党委|支行|信用社|联社|"
    r"[县市区乡镇]委|派出所|供电所|卫生院|局|办|部|委|联|院)"
)
_OFFICE = re.compile(_BODY)
_DAY = r"(?:20\d\d\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号]?"
_SIGNED = re.compile(
    rf"^\s*(?:[—-]{{1,3}}|通知人[:：]|发[自布][:：])?\s*({_BODY})\s*(?:{_DAY}|（[^）]*）)?\s*$"
)
_PRINTED = re.compile(rf"(?:制表机关|制表单位|发表单位|发文机关|发文单位)\s*[:：]\s*({_BODY})")
_BRACKETED = re.compile(rf"[【\[（(]\s*({_BODY})\s*(?:通知|提醒|紧急通知)?\s*[】\]）)]")
_SPEAKING = re.compile(rf"({_BODY})(?=\s*(?:通知|要求|来函|来电|部署|安排|发来|下发|转发|印发|需要|需|要))")
_HANDED_ON = re.compile(r"(?:按|按照|根据|应|接|据)\s*$|^(?:按照|根据|按|应|接|据)")
_NO_OFFICE = re.compile(
    r"^(?:各|全|本|每|所有)|支部$|干部$|内部$|全部$|[减]负办|局部$|党支部|外部$|部部|农村部$|门部|不办|[怎如]|[好]办|督办$|"
    r"代办$|交办$|补办$|承办$|主办$|包联$|关联$|住院$|医院$|法院$|妇联主席$|政府$(?<!人民政府)|下属|单位"
)


def office_in(text: str) -> str:
    r"""
    The office that sends the notice, as written; "" where none is named surely. Rule R-NTC-02.

    What is printed as 制表机关 goes first, then the signature (a line of its own near the end), then
    【县应急局】, then 县水利局要求….

    >>> office_in("请各村填报四季度高龄津贴核定表。\n青山县民政局\n2026年11月20日")
    '青山县民政局'
    """
    printed = _PRINTED.search(text)
    if printed is not None and _is_office(printed[1]):
        return printed[1]
    for line in reversed(text.splitlines()[1:]):
        signed = _SIGNED.match(line)
        if signed is not None and _is_office(signed[1]):
            return signed[1]
    for pattern in (_BRACKETED, _SPEAKING):
        for found in pattern.finditer(text):
            name = _HANDED_ON.sub("", found[1])
            if _is_office(name):
                return name
    return ""


def _is_office(name: str) -> bool:
    return len(name) >= 3 and _NO_OFFICE.search(name) is None


_LEVEL = re.compile(r"^(?:[\u4e00-\u9fff]{1,4}?[省市县区])+(?=.{2})")
_TOWN = re.compile(r"[镇乡]|街道")
_SHORT = {
    "应急管理局": "应急局",
    "农业农村局": "农业局",
    "人力资源和社会保障局": "人社局",
    "卫生健康委员会": "卫健委",
}


def is_other_office(named: str, offices: tuple[str, ...]) -> bool:
    """
    Whether the office named is surely none of these. A town that hands a matter on is no other office.

    >>> is_other_office("青山县水利局", ("县民政局",)), is_other_office("民政局", ("县民政局",))
    (True, False)
    """
    if not named or _TOWN.search(named) or not any(offices):
        return False
    key = _office_key(named)
    return not any(key in other or other in key for other in map(_office_key, filter(None, offices)))


def _office_key(name: str) -> str:
    bare = _LEVEL.sub("", name)
    for whole, short in _SHORT.items():
        bare = bare.replace(whole, short)
    return bare
