"""What became public, and when the network's ledger wrote it down."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.utils.functional import Promise

from tejido.curriculum.models import EditionRelease
from tejido.curriculum.names import Act as CurriculumAct
from tejido.ledger.queries import written_at
from tejido.mechanisms.models import Release
from tejido.meetings.words import title_of
from tejido.promotion.queries import EntryLine
from tejido.registry.names import Act as RegistryAct
from tejido.registry.queries import MemberLine, PastLine

from ..names import Sort
from .mechanisms import released_parts, released_policies
from .meetings import ReleasedMeeting, first_releases
from .past import Past
from .texts import Adopted

ACTS = (
    CurriculumAct.EDITION_SEALED,
    RegistryAct.EVENT_ENTERED,
    RegistryAct.EVENT_CORRECTED,
    RegistryAct.STATUS_ENTERED,
)
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class News:
    """One thing that became public. `view` and `named` say on which page it stands, and `anchor` where there.
    `begun` is when it first became public, where it was corrected since."""

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
    begun: datetime | None = None
    about: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the public pages show of the network, loaded once for all that an answer says of it."""

    texts: Collection[Adopted]
    past: Past
    meetings: Collection[ReleasedMeeting]
    members: Collection[MemberLine]
    promotion: Collection[EntryLine] = ()


def news(shown: Shown, sorts: Collection[Sort], limit: int) -> list[News]:
    """The latest first. What the ledger has no public line of is not told. A constant number of queries."""
    rows: list[News] = []
    parts = released_parts() if Sort.MECHANISM in sorts else []
    policies = released_policies() if Sort.POLICY in sorts else []
    keys = [edition.key for text in shown.texts for edition in text.editions]
    sources = [source.key for line in shown.members for source in line.standings]
    at = written_at(ACTS, [*keys, *_keys(shown.past), *sources])
    told = (
        _of_texts(shown.texts, at),
        _of_events(shown.past.lines, at),
        _of_sources(shown.members, at),
        _of_meetings(shown.meetings),
        _of_mechanisms(parts, policies),
        _of_promotion(shown.promotion),
    )
    for found in told:
        rows += [row for row in found if row.sort in sorts]
    return list(islice(sorted(rows, key=lambda row: (row.at, row.key), reverse=True), limit))


def _of_texts(texts: Collection[Adopted], at: Mapping[str, datetime]) -> Iterator[News]:
    for text in texts:
        named = {"slug": text.text.slug}
        for edition in text.editions:
            if edition.key in at:
                when, number = at[edition.key], edition.number
                yield News(edition.key, Sort.EDITION, text.text.title, {}, when, "text", named, f"e-{number}", number)


def _keys(past: Past) -> Iterator[str]:
    for line in past.lines:
        yield line.event.key
        yield _first(line)


def _first(line: PastLine) -> str:
    """The key of the first entry: a correction is news of the same thing."""
    return line.earlier[-1].key if line.earlier else line.event.key


def _of_events(lines: Collection[PastLine], at: Mapping[str, datetime]) -> Iterator[News]:
    for line in lines:
        row, first = line.event, _first(line)
        if row.key in at and first in at:
            anchor = f"e-{row.key}"
            yield News(
                first, Sort.EVENT, row.title, row.says, at[row.key], "meetings", anchor=anchor, source=row.source,
                begun=at[first],
            )  # fmt: skip  # one row of a table, read as one


def _of_sources(members: Collection[MemberLine], at: Mapping[str, datetime]) -> Iterator[News]:
    for line in members:
        named, name = {"code": line.member.code}, line.member.name
        for row in line.standings:
            if row.key in at:
                yield News(row.key, Sort.STATUS, name, row.says, at[row.key], "member", named, source=row.source)


def _of_meetings(meetings: Collection[ReleasedMeeting]) -> Iterator[News]:
    """A release has the instant of its line, which was written in the same transaction. What is released anew is news
    of the same part."""
    begun = first_releases()
    for row in meetings:
        key, title = row.meeting.key, title_of(row.meeting)
        for part, release in row.parts.items():
            yield News(
                f"{key}/{part}", Sort.MEETING, {}, {}, release.at, "meeting", {"key": key}, part,
                begun=begun[key, part], about=f"{title}: {release.get_part_display()}",
            )  # fmt: skip  # one row of a table, read as one


def _of_mechanisms(parts: Collection[Release], policies: Collection[EditionRelease]) -> Iterator[News]:
    """A release has the instant of its line, which was written in the same transaction."""
    for part in parts:
        named = {"code": part.member.code}
        yield News(
            part.key, Sort.MECHANISM, part.member.name, {}, part.at, "member", named, "mechanism", about=part.words
        )
    for policy in policies:
        text = policy.edition.text
        if text.body.member is not None:
            named = {"code": text.body.member.code}
            number = policy.edition.number
            yield News(policy.key, Sort.POLICY, text.title, {}, policy.at, "member", named, "mechanism", number)


def _of_promotion(lines: Collection[EntryLine]) -> Iterator[News]:
    """An entry has the instants of its lines: when it was shown to everybody, or corrected since."""
    for line in lines:
        entry, version = line.entry, line.version
        at = max(version.at, entry.shown_at or version.at)
        yield News(
            entry.key, Sort.PROMOTION, version.title, version.says, at, "promotion", anchor=f"e-{entry.key}",
            source=version.source, begun=entry.first_public_at,
        )  # fmt: skip  # one row of a table, read as one


def begun_at(network: str) -> datetime | None:
    """When this node's network was founded: before that nothing can have become public."""
    return written_at([RegistryAct.NETWORK_FOUNDED], [network]).get(network)
