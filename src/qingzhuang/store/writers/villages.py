"""Writing villages."""

from qingzhuang.store.models import Region


def open_region(*, code: str, name: str, on: str) -> None:
    """
    Register a village from the ISO day `on`, or give it a new name from then; the same name
    again is nothing.
    """
    current = Region.objects.select_for_update().filter(code=code, valid_to__isnull=True).first()
    if current is not None and current.name == name:
        return
    if current is not None:
        current.valid_to = on
        current.save(update_fields=["valid_to"])
    Region.objects.create(code=code, name=name, valid_from=on)


def lock_region(code: str) -> None:
    """
    Let one writer at a time link and publish this village, until the transaction ends.

    PostgreSQL locks the village's row; SQLite has one writer anyway.
    """
    Region.objects.select_for_update().filter(code=code, valid_to__isnull=True).first()
