"""An invented line, as a village would see it; for an office, which sees no resident. R-APP-16."""

from qingzhuang.engine.catalogue.elements import DataElement
from qingzhuang.engine.values.domain import Kind

_OF_KIND = {
    Kind.NAME: "张三",
    Kind.ID_NUMBER: "3609**********001X",
    Kind.DOCUMENT: "****1234",
    Kind.ACCOUNT: "****5678",
    Kind.PHONE: "138****0000",
    Kind.ADDRESS: "青禾村一组 8 号",
    Kind.REGION: "青禾县",
    Kind.DATE: "1950-03-08",
    Kind.NUMBER: "3",
    Kind.BOOLEAN: "否",
    Kind.USCC: "9136****",
}
_OF_UNIT = {"平方米": "96", "元": "300", "亩": "2.5", "岁": "76", "公顷": "0.17"}
_ANY = "（已有）"
_NONE = ("未知", "未说明", "其他", "无")


def sample_of(element: DataElement | None) -> str:
    """
    A made-up value of an element, numbers and accounts masked as they would be; a phrase where none fits.

    >>> sample_of(None)
    '（已有）'
    """
    if element is None:
        return _ANY
    choices = element.domain.code_list
    if choices is not None and choices.entries:
        labels = [entry.label for entry in choices.entries]
        return next((label for label in labels if not label.startswith(_NONE)), labels[0])
    if element.domain.unit in _OF_UNIT:
        return _OF_UNIT[element.domain.unit]
    if element.code == "record.serial":
        return "1"
    return _OF_KIND.get(element.domain.kind, _ANY)
