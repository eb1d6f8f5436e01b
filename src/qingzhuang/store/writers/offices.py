"""Writing offices: opened, renamed, closed; never deleted."""

from qingzhuang.store.models import Office


def create_office(*, code: str, name: str, kind: str, region: str, on: str) -> Office:
    """Open an office from the ISO day `on`. kind: of Office. region: 12-digit code of where it sits."""
    return Office.objects.create(code=code, name=name, kind=kind, region=region, opened_on=on)


def name_office(office: Office, name: str) -> None:
    """Give an office another name."""
    office.name = name
    office.save(update_fields=["name"])


def end_office(office: Office, *, on: str) -> None:
    """Close an office from the ISO day `on`."""
    office.closed_on = on
    office.save(update_fields=["closed_on"])
