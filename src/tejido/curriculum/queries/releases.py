"""Editions, for whoever may read them: the network's for anybody; a mechanism's for who takes part in it, and for those
to whom it was released. Nothing else of a mechanism's space is opened by a release."""

from dataclasses import dataclass

from django.db.models import Q

from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.names import BodyKind
from tejido.registry.queries import bodies_of
from tejido.registry.rules import tasks

from ..models import Edition, EditionRelease, Picture
from ..names import Readers
from .documents import document_of


@dataclass(frozen=True, slots=True)
class OpenEdition:
    """An edition as the actor may read it. `releases` are told to whoever may read it: what was shown, when, by its
    digest."""

    edition: Edition
    shows_record: bool
    is_own: bool
    releases: tuple[EditionRelease, ...]

    @property
    def is_of_mechanism(self) -> bool:
        """Whether the reader takes part in the mechanism whose edition it is."""
        return self.is_own and self.edition.text.body.member is not None

    @property
    def standing(self) -> EditionRelease | None:
        return next((row for row in self.releases if row.withdrawn_at is None), None)


def edition_for(actor: Actor, slug: str, number: int) -> OpenEdition:
    """Edition.DoesNotExist for who may not read it, exactly as for one that is not there."""
    edition = Edition.objects.select_related("text__body__member", "revision__text").get(text__slug=slug, number=number)
    body = edition.text.body
    if body.kind == BodyKind.NETWORK:
        return OpenEdition(edition, shows_record=True, is_own=False, releases=())
    releases = tuple(EditionRelease.objects.filter(edition=edition))
    if tasks(actor, body):
        return OpenEdition(edition, shows_record=True, is_own=True, releases=releases)
    standing = [row for row in releases if row.withdrawn_at is None and row.readers in _readers(actor)]
    if not standing:
        raise Edition.DoesNotExist
    return OpenEdition(edition, shows_record=standing[0].with_record, is_own=False, releases=tuple(standing))


def released_editions(actor: Actor, body: Body) -> list[Edition]:
    """The editions of a mechanism that are open to an actor from outside it, without their records."""
    standing = EditionRelease.objects.filter(
        edition__text__body=body, withdrawn_at=None, readers__in=_readers(actor)
    ).values("edition")
    found = Edition.objects.filter(key__in=standing).select_related("text__body__member", "revision")
    return list(found.defer("record", "revision__manifest").order_by("text__created_at", "number"))


def readable_editions(actor: Actor) -> list[Edition]:
    """Every edition that the actor may read, without their records: those of the network and of one's own bodies, and
    those that other mechanisms released. Two queries."""
    standing = EditionRelease.objects.filter(withdrawn_at=None, readers__in=_readers(actor)).values("edition")
    own = Q(text__body__in=[body.key for body in bodies_of(actor)])
    wanted = Q(text__body__kind=BodyKind.NETWORK) | own | Q(key__in=standing)
    return list(Edition.objects.filter(wanted).select_related("text", "revision").defer("record").order_by("key"))


def released_picture(actor: Actor, slug: str, digest: str) -> Picture:
    """An image that a released edition shows; not those that stand in other revisions. Picture.DoesNotExist
    otherwise."""
    found = Picture.objects.get(text__slug=slug, digest=digest)
    standing = EditionRelease.objects.filter(
        edition__text=found.text_id, withdrawn_at=None, readers__in=_readers(actor)
    ).select_related("edition__revision")
    for row in standing:
        document = document_of(row.edition.revision)
        if any(digest in text for passage in document for _language, text in passage.texts):
            return found
    raise Picture.DoesNotExist


def _readers(actor: Actor) -> list[str]:
    return [Readers.PUBLIC] if actor.is_public else [Readers.PUBLIC, Readers.NETWORK]
