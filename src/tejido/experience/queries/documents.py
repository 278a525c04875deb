"""Documents of the state and profile resources: one of them, or the names of those that are there."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from ..keys import Keys
from ..models import Document, Store
from ..names import DocumentKind
from ..proof import NAME, PLACE, REGISTRATION, etag, read_sealed, token

_NO_REGISTRATION = b""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document belongs: to an activity, an agent or both, and of a state perhaps to a registration. Without a
    `registration` all are meant where several documents are asked for, and the one without one where one is."""

    kind: DocumentKind
    activity: str = ""
    agent: str = ""
    registration: str = ""

    def tokens(self, keys: Keys) -> tuple[bytes, bytes]:
        own = token(keys, PLACE, json.dumps([self.kind, self.activity, self.agent]))
        registered = token(keys, REGISTRATION, self.registration) if self.registration else _NO_REGISTRATION
        return own, registered


@dataclass(frozen=True, slots=True)
class Found:
    """A document as it was sent."""

    media_type: str
    body: bytes
    at: datetime

    @property
    def etag(self) -> str:
        return etag(self.body)


def rows_at(store: Store, keys: Keys, place: Place) -> QuerySet[Document]:
    """The documents of a place, of every registration where none is named."""
    own, registered = place.tokens(keys)
    rows = Document.objects.filter(store_no=store.no, kind=place.kind, place=own)
    return rows.filter(registration=registered) if place.registration else rows


def row_at(store: Store, keys: Keys, place: Place, name: str) -> QuerySet[Document]:
    own, registered = place.tokens(keys)
    return Document.objects.filter(
        store_no=store.no, kind=place.kind, place=own, registration=registered, name=token(keys, NAME, name)
    )


def document_at(store: Store, keys: Keys, place: Place, name: str) -> Found | None:
    """One query."""
    row = row_at(store, keys, place, name).first()
    return read_row(store, keys, row) if row else None


def names_at(store: Store, keys: Keys, place: Place, since: datetime | None) -> Sequence[str]:
    """The names of the documents of a place, those only that were stored after `since` where it is given. One query."""
    rows = rows_at(store, keys, place).order_by("pk").defer("sealed")
    later = rows.filter(at__gt=since) if since else rows
    names = (read_sealed(keys, row.label, "name", store.key, where(row)).decode() for row in later)
    return list(dict.fromkeys(names))


def read_row(store: Store, keys: Keys, row: Document) -> Found:
    clear = read_sealed(keys, row.sealed, "document", store.key, where(row))
    media_type, _mark, body = clear.partition(b"\n")
    return Found(media_type.decode(), body, row.at)


def where(row: Document) -> str:
    """What a document is bound to."""
    return "-".join((row.kind, *(bytes(part).hex() for part in (row.place, row.registration, row.name))))
