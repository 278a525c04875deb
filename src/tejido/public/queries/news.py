"""What became public, and when the network's ledger wrote it down."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from tejido.curriculum.names import Act as CurriculumAct
from tejido.ledger.queries import written_at
from tejido.registry.models import Event
from tejido.registry.models import Standing as Source
from tejido.registry.names import Act as RegistryAct

from ..names import Sort
from .texts import Adopted

ACTS = (CurriculumAct.EDITION_SEALED, RegistryAct.EVENT_ENTERED, RegistryAct.STATUS_ENTERED)
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class News:
    """One thing that became public. `view` and `named` say on which page it stands, and `anchor` where there."""

    key: str
    sort: Sort
    title: Texts
    says: Texts
    at: datetime
    view: str
    named: Mapping[str, str] = field(default_factory=dict)
    anchor: str = ""
    number: int = 0
    source: str = ""


def news(texts: Collection[Adopted], events: Collection[Event], sorts: Collection[Sort], limit: int) -> list[News]:
    """The latest first. What the ledger has no public line of is not told. Two queries at most."""
    rows: list[News] = []
    sources = list(Source.objects.select_related("member")) if Sort.STATUS in sorts else []
    keys = [edition.key for text in texts for edition in text.editions]
    at = written_at(ACTS, [*keys, *(event.key for event in events), *(source.key for source in sources)])
    for found in (_of_texts(texts, at), _of_events(events, at), _of_sources(sources, at)):
        rows += [row for row in found if row.sort in sorts]
    return list(islice(sorted(rows, key=lambda row: (row.at, row.key), reverse=True), limit))


def _of_texts(texts: Collection[Adopted], at: Mapping[str, datetime]) -> Iterator[News]:
    for text in texts:
        named = {"slug": text.text.slug}
        for edition in text.editions:
            if edition.key in at:
                when, number = at[edition.key], edition.number
                yield News(edition.key, Sort.EDITION, text.text.title, {}, when, "text", named, f"e-{number}", number)


def _of_events(events: Collection[Event], at: Mapping[str, datetime]) -> Iterator[News]:
    for row in events:
        if row.key in at:
            anchor = f"e-{row.key}"
            yield News(
                row.key, Sort.EVENT, row.title, row.says, at[row.key], "meetings", anchor=anchor, source=row.source
            )


def _of_sources(sources: Collection[Source], at: Mapping[str, datetime]) -> Iterator[News]:
    for row in sources:
        if row.key in at:
            named = {"code": row.member.code}
            yield News(row.key, Sort.STATUS, row.member.name, row.says, at[row.key], "member", named, source=row.source)


def begun_at(network: str) -> datetime | None:
    """When this node's network was founded: before that nothing can have become public."""
    return written_at([RegistryAct.NETWORK_FOUNDED], [network]).get(network)
