"""A change of the text re-opens only the positions whose passages changed in substance."""

from collections.abc import Iterable, Mapping

from .acts import Agreement, utc


def reopened(
    agreements: Iterable[Agreement], old_substance: Mapping[str, str], new_substance: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """The members whose agreement no longer holds, each with the passages that re-opened it, sorted by id.

    Both mappings are passage id -> digest of the substance (`document.substance`). An agreement to the whole text
    speaks of every passage of `old_substance`, the text it was given to, and is re-opened by an added passage too; one
    to listed passages speaks of those only. Where a member agreed more than once, the latest word on a passage is the
    one that counts.
    """
    by_member: dict[str, list[Agreement]] = {}
    for agreement in agreements:
        by_member.setdefault(agreement.member, []).append(agreement)
    found = {member: _changed(given, old_substance, new_substance) for member, given in sorted(by_member.items())}
    return {member: changed for member, changed in found.items() if changed}


def _changed(given: list[Agreement], old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    said: dict[str, str] = {}
    spoken: set[str] = set()
    for agreement in sorted(given, key=_order):
        is_whole = agreement.passages is None
        said.update(old if agreement.passages is None else agreement.passages)
        spoken.update(new if is_whole else ())
    return tuple(sorted(id for id in spoken | said.keys() if said.get(id) != new.get(id)))


def _order(agreement: Agreement) -> tuple[object, ...]:
    """By instant; of two at the same instant the one to listed passages is the more exact word."""
    listed = () if agreement.passages is None else tuple(sorted(agreement.passages.items()))
    return utc(agreement.at), listed
