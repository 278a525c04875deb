"""National versions of the common texts: where each comes from, how it departs section by section, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.adaptation import queries
from tejido.adaptation.pages import Depicted, depicted
from tejido.adaptation.queries import Version
from tejido.adaptation.queries.versions import as_they_stand
from tejido.engine.adaptation import START
from tejido.engine.document import outline
from tejido.ledger.actors import Actor

from ..resource import Resource, Texts, Within, address, page
from .parts import BETWEEN, Passage, passages_of, texts


@dataclass(frozen=True, slots=True)
class SectionCoverage:
    """How a version treats a section of the text that it comes from. `section` is the id of its heading, empty for what
    stands before the first one; `departures` counts the passages that depart, `lacking` those without a reason that
    holds."""

    section: str
    number: str
    title: Texts
    state: str
    departures: int
    lacking: int


@dataclass(frozen=True, slots=True)
class NationalVersion:
    """A version of a text, as it stands for its own seats, and for others as it was shown. `edition` is the number of
    what it was brought up to: an edition of its source, or a revision where `is_edition` is false. `audience`, to whom
    it is shown, is told to its own seats; `coverage` and `passages` where one version is asked for."""

    key: str
    address: str
    page: str
    text: str
    title: Texts
    member: str
    institution: str
    source: str
    edition: int
    is_edition: bool
    digest: str
    languages: list[str]
    is_own: bool
    audience: str
    shown_at: datetime | None
    coverage: list[SectionCoverage] | None
    passages: list[Passage] | None
    links: dict[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A version, the address of the text that it comes from (empty where that is of another network), and what its page
    shows."""

    version: Version
    source: str
    shown: Depicted | None = None


def _many(actor: Actor, _at: datetime, within: Within) -> Sequence[Told]:
    own = [] if actor.is_public else as_they_stand(queries.own_versions(actor))
    mine = {version.derivation.key for version in own}
    sources = {text.key: text for text in queries.common_texts(actor)}
    shown = [row for row in queries.shown_versions(actor, sources.values()) if row.derivation_id not in mine]
    others = [Version(row.derivation, row.uptake, row.revision, False, row) for row in shown]
    found = [Told(each, _source(each)) for each in own]
    found += [Told(each, sources[each.derivation.source_id or ""].slug) for each in others]
    return [told for told in found if _is_wanted(told, within)]


def _is_wanted(told: Told, within: Within) -> bool:
    return within.get("source") in {"", told.source} and within.get("member") in {"", _member(told.version)}


def _one(actor: Actor, _at: datetime, key: str) -> Told:
    version = queries.version_for(actor, key)
    return Told(version, _source(version), depicted(version))


def _show(item: Told, _actor: Actor, _at: datetime) -> NationalVersion:
    version, shown = item.version, item.shown
    row, text, institution = version.derivation, version.text, version.text.body.institution
    release = version.release
    return NationalVersion(
        key=row.key,
        address=address("versions", row.key),
        page=page("adaptation:version", row.key),
        text=text.slug,
        title=texts(text.title),
        member=_member(version),
        institution=institution.code if institution else "",
        source=item.source,
        edition=version.uptake.edition,
        is_edition=version.uptake.is_edition,
        digest=version.revision.digest,
        languages=list(version.revision.languages),
        is_own=version.is_own,
        audience=str(release.audience) if release and version.is_own else "",
        shown_at=release.at if release else None,
        coverage=_coverage(shown) if shown else None,
        passages=passages_of(shown.reading.document) if shown else None,
        links=_links(item),
    )


def _links(told: Told) -> dict[str, str]:
    version, source, uptake = told.version, told.source, told.version.uptake
    links = {"text": address("texts", version.text.slug)} if version.is_own else {}
    if source and uptake.is_edition:
        links["edition"] = address("editions", f"{source}{BETWEEN}{uptake.edition}")
    return links


def _coverage(shown: Depicted) -> list[SectionCoverage]:
    """Every section of the source in its order, also those that are taken word for word."""
    account = shown.reading.account
    before = [_section(shown, START, "", {})] if account.by_section.get(START) else []
    headed = [(section.heading, section.number) for section in outline(shown.reading.base) if section.heading]
    return [*before, *(_section(shown, heading.id, number, dict(heading.texts)) for heading, number in headed)]


def _section(shown: Depicted, id: str, number: str, title: Texts) -> SectionCoverage:
    account = shown.reading.account
    departing = account.by_section.get(id, ())
    lacking = len(shown.reasons.lacks(each.id for each in departing))
    return SectionCoverage(id, number, title, str(account.state(id, shown.core)), len(departing), lacking)


def _source(version: Version) -> str:
    source = version.derivation.source
    return str(source.slug) if source else ""


def _member(version: Version) -> str:
    member = version.text.body.member
    return str(member.code) if member else ""


def _key(item: Told) -> str:
    return str(item.version.derivation.key)


VERSIONS = Resource(
    "versions", "adaptation:version", NationalVersion, _many, _one, _show, key=_key, index="adaptation:home",
    filters=("source", "member"), is_public=True,
)  # fmt: skip  # one row, read as one

RESOURCES = (VERSIONS,)
