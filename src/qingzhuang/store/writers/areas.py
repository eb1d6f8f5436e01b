"""Writing the areas of a village and who looks after them: from a day on, the past stays as it was."""

from collections.abc import Iterable

from qingzhuang.store.models import Account, Area, AreaDuty


def create_area(*, region: str, name: str, groups: str, on: str, members: Iterable[Account]) -> Area:
    """An area from the ISO day `on` with those who look after it."""
    area = Area.objects.create(region=region, name=name, groups=groups, valid_from=on)
    AreaDuty.objects.bulk_create(AreaDuty(area=area, account=each, valid_from=on) for each in members)
    return area


def end_area(area: Area, *, on: str) -> None:
    """End an area and its duties from the ISO day `on`."""
    area.duties.filter(valid_to__isnull=True).update(valid_to=on)
    area.valid_to = on
    area.save(update_fields=["valid_to"])


def end_duties(account: Account, *, on: str) -> None:
    """Let an account look after no area any more from the ISO day `on`."""
    AreaDuty.objects.filter(account=account, valid_to__isnull=True).update(valid_to=on)


def pass_on_duties(leaver: Account, successor: Account, *, on: str) -> int:
    """Let one account look after what another did, from the ISO day `on`; how many areas."""
    open_ones = list(leaver.areas.filter(valid_to__isnull=True, area__valid_to__isnull=True))
    for duty in open_ones:
        duty.valid_to = max(on, duty.valid_from)
        duty.save(update_fields=["valid_to"])
        if not AreaDuty.objects.filter(area=duty.area, account=successor, valid_to__isnull=True).exists():
            AreaDuty.objects.create(area=duty.area, account=successor, valid_from=max(on, duty.valid_from))
    return len(open_ones)
