"""Published counts of training as a value can be taken from them, with where they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.figures.names import Counts
from tejido.figures.queries import Shown
from tejido.figures.words import edition_words, number
from tejido.web.dates import in_words


@dataclass(frozen=True, slots=True)
class Offer:
    """A number that was published: what it counts, and what the form is filled with when it is taken. `key` stands in
    the address of the page."""

    key: str
    words: str
    persons: str
    initial: dict[str, str]


def offers_of(shown: Shown | None) -> Sequence[Offer]:
    """The totals of a member's year, each of one edition and way of counting."""
    if shown is None:
        return ()
    totals = [one for one in shown.sums if not one.by]
    found = []
    for place, one in enumerate(totals, 1):
        row = shown.publications[one.member, one.year]
        words = f"{Counts(one.counts).label} · {edition_words(one.edition, shown.editions)}"
        told = {"year": one.year, "what": words, "day": in_words(row.at.date())}
        initial = {
            "whole": str(one.persons),
            "source": (_("Released counts of training, %(year)s: %(what)s. Released on %(day)s") % told)[:300],
            "address": f"{settings.ORIGIN}{reverse('figures:member', args=[one.member])}?year={one.year}",
            "note": f"SHA-256 {row.digest}",
        }
        found.append(Offer(f"{row.digest[:12]}-{place}", words, number(one.persons), initial))
    return found
