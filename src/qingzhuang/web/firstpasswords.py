"""First passwords as they are handed out: a .csv that Excel opens, one line a person."""

import re
from collections.abc import Iterable

from qingzhuang.actions.organisations.opening import Handed

_HEADINGS = ("账号", "姓名", "单位", "岗位", "首次口令")


def as_csv(handed: Iterable[Handed]) -> bytes:
    """UTF-8 with its mark, comma separated."""
    rows = [_HEADINGS]
    rows += [(each.name, each.full_name, each.office, each.roles, each.password) for each in handed]
    text = "".join(",".join(_cell(cell) for cell in row) + "\r\n" for row in rows)
    return b"\xef\xbb\xbf" + text.encode()


def _cell(text: str) -> str:
    """A cell that no program takes for a formula."""
    bare = f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
    return f'"{bare.replace(chr(34), chr(34) * 2)}"' if re.search(r'[",\r\n]', bare) else bare
