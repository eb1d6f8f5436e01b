"""The commands `recognise`, `match` and `bind`."""

from argparse import Namespace
from collections.abc import Sequence

from qingzhuang.actions.read import RecognisedFile, match_labels, recognise_files, remember_binding
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.web import WebCode
from qingzhuang.engine.read.grid import Grid
from qingzhuang.engine.read.layout import Field
from qingzhuang.engine.read.match import Binding, Match
from qingzhuang.engine.read.memory import path_key
from qingzhuang.store.queries.bindings import memory_for
from qingzhuang.web.commands.console import OPERATOR
from qingzhuang.web.commands.speaking import DONE, REFUSED, answer

_MOST_LABELS = 200  # contract of `match`
_KINDS = {"card": "卡片", "list": "名单", "crosstab": "交叉表", "mixed": "混合", "none": "没有要填的"}
_SURE = {Binding.AUTO: "认定", Binding.SUGGESTED: "待确认", Binding.UNKNOWN: "不认识"}


def run(command: str, options: Namespace) -> int:
    """Recognise files, match labels or remember a binding."""
    if command == "recognise":
        return _recognise(options)
    if command == "match":
        return _match(options)
    return _bind(options)


def _recognise(options: Namespace) -> int:
    """Contract: one object for one file, a list for several; a file that cannot be read has `error`."""
    found = recognise_files(OPERATOR, paths=options.files, memory=memory_for(OPERATOR, options.issuer))
    documents = [_file_document(file) for file in found]
    answer(
        documents[0] if len(documents) == 1 else documents,
        is_json=options.is_json,
        text="\n".join(line for file in found for line in _file_lines(file)),
    )
    return REFUSED if any(file.problem for file in found) else DONE


def _file_document(file: RecognisedFile) -> dict[str, object]:
    """One file as the contract wants it."""
    sheets = [
        {
            "name": sheet.layout.name,
            "kind": str(sheet.layout.kind),
            "fields": [
                _field_document(field, match, sheet.grid)
                for field, match in zip(sheet.layout.fields, sheet.matches, strict=True)
            ],
        }
        for sheet in file.sheets
    ]
    document: dict[str, object] = {"file": str(file.path), "sheets": sheets}
    return document | ({"error": file.problem.sentence} if file.problem else {})


def _field_document(field: Field, match: Match, grid: Grid) -> dict[str, object]:
    """One field as the contract wants it."""
    document: dict[str, object] = {
        "cell": grid.address(field.row, field.column) + (f"#{field.blank}" if field.blank else ""),
        "label": field.label,
        "path": list(field.path),
        "kind": str(field.kind),
        "purpose": str(field.purpose),
        "unit": field.unit,
    }
    if field.header_rows is not None:
        first, last = field.header_rows
        rows = {
            "header_rows": list(range(first, last + 1)),
            "first_row": field.first_row,
            "last_row": field.last_row,
        }
        document |= rows
    return document | _match_document(match)


def _match_document(match: Match) -> dict[str, object]:
    """What a label means, as the contract wants it."""
    return {
        "element": match.element,
        "role": match.role,
        "binding": str(match.binding),
        "candidates": list(match.candidates),
        "why": match.why,
    }


def _file_lines(file: RecognisedFile) -> list[str]:
    """One file as a person reads it."""
    if file.problem:
        return [f"{file.path.name}：{file.problem.sentence}"]
    lines = []
    for sheet in file.sheets:
        kind = _KINDS[str(sheet.layout.kind)]
        lines.append(f"{file.path.name}　{sheet.layout.name}　{kind}　{len(sheet.matches)} 处要填")
        for field, match in zip(sheet.layout.fields, sheet.matches, strict=True):
            label = "/".join(field.path) or field.label or "（没有栏目名）"
            lines.append(f"  {sheet.grid.address(field.row, field.column):<6}{label}　{_meaning(match)}")
    return lines


def _meaning(match: Match) -> str:
    """What a match says, in one line."""
    told = match.key or "、".join(match.candidates[:3])
    return "　".join(word for word in (_SURE[match.binding], told, match.why) if word)


def _match(options: Namespace) -> int:
    """Contract: one entry per label, in the order asked."""
    labels: Sequence[str] = options.labels
    if len(labels) > _MOST_LABELS:
        raise RefusedError(Problem(WebCode.TOO_MANY_LABELS, {"n": len(labels), "most": _MOST_LABELS}))
    matches = match_labels(OPERATOR, labels=labels, memory=memory_for(OPERATOR, options.issuer))
    answer(
        [{"label": label} | _match_document(match) for label, match in zip(labels, matches, strict=True)],
        is_json=options.is_json,
        text="\n".join(f"{label}　{_meaning(match)}" for label, match in zip(labels, matches, strict=True)),
    )
    return DONE


def _bind(options: Namespace) -> int:
    """Remember, and say what was remembered and whether it holds already (R-MAT-09)."""
    path = [part for part in options.label.split("/") if part.strip()]
    key = remember_binding(OPERATOR, issuer=options.issuer, path=path, element=options.element)
    is_settled = path_key(path) in memory_for(OPERATOR, options.issuer.strip())
    text = f"记住了：{options.issuer} 的“{options.label}”是 {key or '别人的数据，不填'}。"
    if not is_settled:
        text += "这和上次教的不一样，先不照着认；再这样教一次，就算数。"
    answer(
        {"issuer": options.issuer, "path": path, "element": key or None, "is_settled": is_settled},
        is_json=options.is_json,
        text=text,
    )
    return DONE
