"""Writing what regions are called: names from a day on, other names, the end of a code."""

from qingzhuang.store.models import Region, RegionAlias


def close_region(code: str, *, on: str) -> None:
    """End the name a code has from the ISO day `on`; the past stays as it was."""
    Region.objects.filter(code=code, valid_to__isnull=True).update(valid_to=on)


def add_alias(code: str, name: str) -> bool:
    """Let a region be found by another name as well; whether it is a new one."""
    return RegionAlias.objects.get_or_create(code=code, name=name)[1]
