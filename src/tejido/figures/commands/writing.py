"""The sums of a release or a publication, written once with it."""

from collections.abc import Iterable

from ..lines import BETWEEN, Sum
from ..models import Figure, Publication, Release


def write_figures(
    sums: Iterable[Sum], *, year: int, release: Release | None = None, publication: Publication | None = None
) -> None:
    Figure.objects.bulk_create(
        Figure(
            release=release, publication=publication, year=year, edition=one.edition, counts=one.counts, by=one.by,
            values=BETWEEN.join(one.values), persons=one.persons,
        )
        for one in sums
    )  # fmt: skip  # one row of a table, read as one
