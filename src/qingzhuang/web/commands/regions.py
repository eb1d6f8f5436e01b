"""The command `regions`."""

from argparse import Namespace
from collections.abc import Iterator

from qingzhuang.actions.organisations.regions import RegionChanges, RegionWish, import_regions
from qingzhuang.web.commands.console import OPERATOR, day_of, today
from qingzhuang.web.commands.listfiles import refused_list, taken
from qingzhuang.web.commands.speaking import DONE, answer


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Take in the county's list, or say what is wrong with which line."""
    wish = RegionWish(
        on=day_of(options.on) or today(),
        today=today(),
        is_closing=options.is_closing,
        is_trial=options.is_dry_run,
    )
    changes = import_regions(OPERATOR, given=taken(options.file), wish=wish)
    if changes.problems:
        return refused_list(changes.problems, is_json=options.is_json)
    document = {
        "lines": changes.n_lines,
        "opened": [code for code, _ in changes.opened],
        "renamed": [{"code": e.code, "old": e.old, "new": e.new, "since": e.since} for e in changes.renamed],
        "unchanged": changes.n_unchanged,
        "aliases": changes.n_aliases,
        "gone": [code for code, _ in changes.gone],
        "closed": changes.n_closed,
        "is_trial": options.is_dry_run,
    }
    answer(document, is_json=options.is_json, text="\n".join(_account(changes, is_trial=options.is_dry_run)))
    return DONE


def _account(changes: RegionChanges, *, is_trial: bool) -> Iterator[str]:
    """What changed, or would, in sentences."""
    begin = "没有写入；写入的话，" if is_trial else ""
    yield (
        f"{begin}新增 {len(changes.opened)} 个，改名 {len(changes.renamed)} 个，"
        f"不变 {changes.n_unchanged} 个，停用 {changes.n_closed} 个。"
    )
    for each in changes.renamed:
        yield f"  {each.code} {each.old} → {each.new}，{each.since} 起"
    if changes.gone and not changes.n_closed:
        yield f"名单里没有、照旧留着的 {len(changes.gone)} 个；名单是全的，就加 --close-missing。"
