"""Applications and findings as plain documents, the way they are kept: JSON types, every name written out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from qingzhuang.engine.admit.domain import (
    Application,
    AskedField,
    Extra,
    Finding,
    Frequency,
    Kind,
    ListClass,
    Topic,
    Weight,
)


def to_document(application: Application) -> dict[str, Any]:
    """The application as JSON types; `from_document` gives it back equal."""
    document = asdict(application)
    document["fields"] = _to_documents(application.fields)
    document["supplied"] = _to_documents(application.supplied)
    document["extras"] = sorted(application.extras)
    document["helpers"] = list(application.helpers)
    document["regions"] = list(application.regions)
    return document


def from_document(document: Mapping[str, Any]) -> Application:
    """The application a document holds; unknown names are left out, missing ones are unanswered."""
    known = {field.name for field in fields(Application)}
    words: dict[str, Any] = {name: value for name, value in document.items() if name in known}
    words["kind"] = Kind(words.get("kind", Kind.FORM))
    words["list_class"] = ListClass(words["list_class"]) if words.get("list_class") else None
    words["frequency"] = Frequency(words["frequency"]) if words.get("frequency") else None
    words["extras"] = frozenset(Extra(each) for each in words.get("extras", ()))
    words["helpers"] = tuple(words.get("helpers", ()))
    words["regions"] = tuple(words.get("regions", ()))
    words["fields"] = _from_documents(words.get("fields", ()))
    words["supplied"] = _from_documents(words.get("supplied", ()))
    return Application(**words)


def _to_documents(fields: Sequence[AskedField]) -> list[dict[str, Any]]:
    return [asdict(each) | {"options": list(each.options)} for each in fields]


def _from_documents(documents: Sequence[Mapping[str, Any]]) -> tuple[AskedField, ...]:
    return tuple(AskedField(**dict(each) | {"options": tuple(each.get("options", ()))}) for each in documents)


def findings_to_documents(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings as JSON types, in their order."""
    return [asdict(each) | {"evidence": list(each.evidence)} for each in findings]


def findings_from_documents(documents: Sequence[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """The findings that documents hold."""
    return tuple(
        Finding(
            topic=Topic(each["topic"]),
            weight=Weight(each["weight"]),
            sentence=each["sentence"],
            evidence=tuple(each["evidence"]),
            rule=each["rule"],
            step=each["step"],
        )
        for each in documents
    )
