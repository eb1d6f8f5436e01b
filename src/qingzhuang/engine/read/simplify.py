"""A sheet's labels written simply, so that every rule of matching sees one spelling. Rule R-MAT-40."""

from dataclasses import replace

from qingzhuang.engine.read.layout import Field, SheetLayout
from qingzhuang.engine.read.traditional import simplified


def written_simply(layout: SheetLayout) -> SheetLayout:
    """The layout with its labels, paths, options, printed texts and title in simplified characters."""
    texts = [layout.title, *(text for field in layout.fields for text in _texts(field))]
    joined = "\n".join(texts)
    if simplified(joined) == joined:
        return layout
    return replace(layout, title=simplified(layout.title), fields=tuple(map(_field, layout.fields)))


def _texts(field: Field) -> tuple[str, ...]:
    return (field.label or "", *field.path, *field.options, field.printed)


def _field(field: Field) -> Field:
    return replace(
        field,
        label=simplified(field.label) if field.label is not None else None,
        path=tuple(map(simplified, field.path)),
        options=tuple(map(simplified, field.options)),
        printed=simplified(field.printed),
    )
