"""Which value holds: the rule table of DESIGN §3, over all claims on one element of one subject."""

from collections.abc import Sequence
from itertools import groupby

from qingzhuang.engine.know.profile import Claim, Holding
from qingzhuang.engine.values.codes import find, kinds_of
from qingzhuang.engine.values.domain import Domain, Kind
from qingzhuang.engine.values.sameness import is_same_meaning

# A source's present word: the day from which it says it, and the claim that is shown for it.
Word = tuple[str, Claim]


def hold(claims: Sequence[Claim], domain: Domain, *, authority: Sequence[str] = ()) -> Holding:
    """
    What holds, whatever the order of the claims. Rules R-KNW-01 to R-KNW-08.

    claims: every word ever said on one element of one subject; at least one. authority: names of sources
    that go before all others (none by default); a village's answer goes before them too until they say
    something new after it.

    Raises:
        ValueError: there are no claims.
    """
    if not claims:
        raise ValueError("nothing was said, so nothing can hold")
    if len(claims) == 1:
        return Holding(claims[0])
    if not authority:
        agreed = _agreed(claims)
        if agreed is not None:
            return Holding(agreed)
    words = [*_import_words(claims, domain), *_answer_words(claims)]
    first = [word for word in words if word[1].source in authority]
    if first:
        words = first + [word for word in words if word[1].is_village_answer and word not in first]
    return _settle(words, domain)


def _agreed(claims: Sequence[Claim]) -> Claim | None:
    """
    The claim that holds if all are rows of imports with one and the same text; else None. The common
    case, in one pass.

    Each source's word dates from its first day; the latest of these holds.
    """
    value = claims[0].value
    first: dict[str, Claim] = {}
    for claim in claims:
        if claim.value != value or not claim.row or claim.is_village_answer:
            return None
        known = first.get(claim.source)
        if known is None or (claim.day, _place(claim)) < (known.day, _place(known)):
            first[claim.source] = claim
    latest = max(claim.day for claim in first.values())
    return min((claim for claim in first.values() if claim.day == latest), key=_place)


def _import_words(claims: Sequence[Claim], domain: Domain) -> list[Word]:
    """Each source's present words: those of its last day, dated from the first day of their unbroken run."""
    imports = sorted((claim for claim in claims if not claim.is_village_answer), key=lambda each: each.source)
    words: list[Word] = []
    for _source, own in groupby(imports, key=lambda each: each.source):
        by_day = groupby(sorted(own, key=lambda each: each.day), key=lambda each: each.day)
        snapshots = [_spoken(list(said)) for _day, said in by_day]
        words += [
            _run(value, snapshots, domain) for value in sorted({claim.value for claim in snapshots[-1]})
        ]
    return words


def _spoken(claims: list[Claim]) -> list[Claim]:
    """Claims without those that only a roster's end implies (row 0), if a row says something. R-KNW-07."""
    return [claim for claim in claims if claim.row or claim.is_village_answer] or claims


def _run(value: str, snapshots: list[list[Claim]], domain: Domain) -> Word:
    """
    The run that ends with this value in the last snapshot: since when, and its most precise, earliest
    claim.
    """
    run: list[Claim] = []
    for snapshot in reversed(snapshots):
        same = [
            claim for claim in snapshot if claim.value == value or is_same_meaning(claim.value, value, domain)
        ]
        if not same:
            break
        run += same
        value = max((claim.value for claim in same), key=lambda each: (_precision(each, domain), each))
    since = min(claim.day for claim in run)
    shown = min(run, key=lambda claim: (-_precision(claim.value, domain), claim.day, *_place(claim)))
    return since, shown


def _answer_words(claims: Sequence[Claim]) -> list[Word]:
    """
    The village's last answer, as news newer than every import taken in before it. Rules R-KNW-05, R-KNW-06.

    It ranks on its own day, or on the latest day among the imports before it, if a sheet's day lay ahead.
    """
    answers = [claim for claim in claims if claim.is_village_answer]
    if not answers:
        return []
    last = max((claim.day, claim.import_id) for claim in answers)
    ahead = [claim.day for claim in claims if not claim.is_village_answer and claim.import_id < last[1]]
    rank = max([last[0], *ahead])
    latest = sorted((claim for claim in answers if (claim.day, claim.import_id) == last), key=_place)
    return [(rank, claim) for claim in latest]


def _settle(words: list[Word], domain: Domain) -> Holding:
    """
    The latest word; among words of its day a village answer; the rest of that day are rivals if they
    differ.
    """
    day = max(since for since, _ in words)
    latest = [claim for since, claim in words if since == day]
    latest = [claim for claim in latest if claim.is_village_answer] or _spoken(latest)
    best = min(latest, key=lambda claim: (-_precision(claim.value, domain), *_place(claim)))
    rivals = [claim for claim in latest if not is_same_meaning(claim.value, best.value, domain)]
    if not rivals:
        return _more_precise(best, words, domain)
    return Holding(best, tuple(sorted(rivals, key=_place)))


def _more_precise(best: Claim, words: list[Word], domain: Domain) -> Holding:
    """
    A present word of the same meaning that tells more: 1990-03-07 for 1990-03, whoever said it. R-KNW-04.
    """
    floor = _precision(best.value, domain)
    finer = [
        (since, claim)
        for since, claim in words
        if _precision(claim.value, domain) > floor and is_same_meaning(claim.value, best.value, domain)
    ]
    return _settle(finer, domain) if finer else Holding(best)


def _precision(value: str, domain: Domain) -> int:
    """
    How much a date tells: longer ISO text, more known; an identity number of 18 places more than the
    old one of 15; 妻 more than 配偶. Other kinds are all alike.
    """
    if domain.kind is Kind.CODE and domain.code_list is not None:
        entry = find(domain.code_list, value)
        return 0 if entry is None or kinds_of(domain.code_list, entry) else 1
    return len(value) if domain.kind in (Kind.DATE, Kind.ID_NUMBER) else 0


def _place(claim: Claim) -> tuple[int, str, str, int, str]:
    """A fixed order among equals, so that the order in which claims arrive never shows."""
    return claim.import_id, claim.source, claim.sheet, claim.row, claim.value
