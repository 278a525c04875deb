"""What catalogues gather: everything of the house that everybody may read as a whole, and what was taken back.

Nothing is listed that its own page does not show to the public. A row is never deleted here, so what was taken back is
told for ever.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID, uuid5

from tejido.adaptation.models import Release
from tejido.adaptation.names import Audience
from tejido.annual.queries import public_issues
from tejido.curriculum.models import Edition, EditionRelease
from tejido.curriculum.names import Act, Readers
from tejido.ledger.actors import PUBLIC
from tejido.ledger.queries import written_at
from tejido.practices.queries import shown_practices
from tejido.registry.models import Member

from ..names import Shelf
from .texts import adopted

Texts = Mapping[str, str]
R = TypeVar("R", EditionRelease, Release)
# The name space of the identifiers of all nodes; it never changes.
_IDS = UUID("0b0a53d1-6f0c-5d55-9a2a-0c8f0e6b7d13")


@dataclass(frozen=True, slots=True)
class Item:
    """One record. `at` is when it became, or ceased to be, readable for everybody, in whole seconds. `places` are what
    the address of its page is made of; `follows` the number of the edition before. `member` published it; without one
    the network did."""

    shelf: Shelf
    key: str
    at: datetime
    titles: Texts
    languages: tuple[str, ...]
    digest: str
    places: tuple[str | int, ...]
    number: int = 0
    follows: int | None = None
    member: Member | None = None
    says: Texts | None = None
    issued_at: datetime | None = None
    is_deleted: bool = False

    @property
    def sets(self) -> tuple[str, ...]:
        return f"kind:{self.shelf}", *(f"language:{tag}" for tag in self.languages)

    def identifier(self, network: str) -> str:
        """The same wherever the node stands."""
        return uuid5(_IDS, f"{network}/{self.shelf}/{self.key}").urn


def items() -> list[Item]:
    """Everything, the earliest first. Six queries."""
    found = [*_editions(), *_policies(), *_versions(), *_practices(), *_reports()]
    return sorted(found, key=lambda item: (item.at, item.shelf, item.key))


def _second(at: datetime) -> datetime:
    return at.replace(microsecond=0)


def _editions() -> Iterator[Item]:
    """An edition that was sealed elsewhere counts from the line that this ledger has of it: who gathered before did not
    see it."""
    texts = adopted()
    at = written_at([Act.EDITION_SEALED], [edition.key for text in texts for edition in text.editions])
    for text in texts:
        numbers = sorted(edition.number for edition in text.editions)
        for edition in text.editions:
            older = numbers[: numbers.index(edition.number)]
            yield _edition(edition, Shelf.EDITION, at.get(edition.key, edition.sealed_at), older[-1] if older else None)


def _edition(edition: Edition, shelf: Shelf, at: datetime, follows: int | None = None) -> Item:
    return Item(
        shelf,
        edition.key,
        _second(at),
        edition.text.title,
        tuple(edition.revision.languages),
        edition.revision.digest,
        (edition.text.slug, edition.number),
        number=edition.number,
        follows=follows,
        member=edition.text.body.member if shelf == Shelf.POLICY else None,
        issued_at=edition.sealed_at,
    )


def _policies() -> Iterator[Item]:
    rows = EditionRelease.objects.filter(readers=Readers.PUBLIC).select_related(
        "edition__text__body__member", "edition__revision"
    )
    for row in _last(rows.defer("edition__record", "edition__revision__manifest").order_by("at"), "edition_id"):
        yield _gone(_edition(row.edition, Shelf.POLICY, row.at), row)


def _versions() -> Iterator[Item]:
    rows = Release.objects.filter(audience=Audience.PUBLIC).select_related(
        "derivation__text__body__member", "derivation__text__body__institution__member", "revision"
    )
    for row in _last(rows.defer("survey", "revision__manifest").order_by("at"), "derivation_id"):
        text = row.derivation.text
        of = text.body.member or (text.body.institution.member if text.body.institution else None)
        languages, places = tuple(row.revision.languages), (row.derivation_id,)
        item = Item(Shelf.VERSION, row.derivation_id, _second(row.at), text.title, languages, row.digest, places,
                    member=of, issued_at=row.at)  # fmt: skip  # one record
        yield _gone(item, row)


def _practices() -> Iterator[Item]:
    for shown in shown_practices(PUBLIC, with_withdrawn=True):
        version, key = shown.version, shown.practice.key
        yield Item(
            Shelf.PRACTICE,
            key,
            _second(version.withdrawn_at or version.at),
            shown.content["title"],
            shown.languages,
            version.digest,
            (key,),
            number=version.number,
            member=shown.practice.member,
            says=shown.content["problem"],
            issued_at=version.at,
            is_deleted=shown.is_withdrawn,
        )


def _reports() -> Iterator[Item]:
    for row in public_issues():
        title = row.report.title
        languages = tuple(tag for tag, words in title.items() if words)
        yield Item(Shelf.REPORT, row.report_id, _second(row.at), title, languages, row.digest, (row.report_id,),
                   number=row.number, issued_at=row.at)  # fmt: skip  # one record


def _last(rows: Iterable[R], of: str) -> list[R]:
    """Of what was shown and taken back several times the last showing."""
    return list({getattr(row, of): row for row in rows}.values())


def _gone(item: Item, row: EditionRelease | Release) -> Item:
    return replace(item, at=_second(row.withdrawn_at), is_deleted=True) if row.withdrawn_at else item
