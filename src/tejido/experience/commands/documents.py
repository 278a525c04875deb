"""Documents that a system keeps: put, joined, deleted; with the conditions of entity tags (RFC 9110, 13)."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.formats.xapi import Bad, read_json

from .. import keys as files_of_keys
from ..keys import Keys
from ..models import Document, Store
from ..proof import NAME, sealed, token
from ..queries.documents import Found, Place, read_row, row_at, rows_at, where
from ..refusals import bad_request, conflict, precondition_failed

_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Conditions:
    """The headers If-Match and If-None-Match as they came. `is_needed`: what is there is only replaced under one."""

    match: str = ""
    none_match: str = ""
    is_needed: bool = False

    def ask(self, found: Found | None) -> None:
        """`refusals.Answered`: 412 where a condition does not hold, 409 where one is needed and none is there."""
        if self.match and not (found and _names(self.match, found.etag)):
            raise precondition_failed()
        if self.none_match and found and _names(self.none_match, found.etag):
            raise precondition_failed()
        if self.is_needed and found and not (self.match or self.none_match):
            raise conflict("There is a document already. Read it, and send If-Match with its ETag to replace it.")


def _names(header: str, etag: str) -> bool:
    """Whether a list of tags has this one. An answer that was packed on the way carries it as a weak one."""
    tags = [tag.strip().removeprefix("W/") for tag in header.split(",")]
    return "*" in tags or etag in tags or etag.strip('"') in tags


@transaction.atomic
def put_document(
    *,
    store: Store,
    place: Place,
    name: str,
    media_type: str,
    body: bytes,
    conditions: Conditions,
    at: datetime,
    is_joined: bool = False,
) -> None:
    """Keeps the document in the place of what was there, or joined with it (`is_joined`): two JSON objects, of which
    the newer one says what both say."""
    keys = _locked(store)
    row = row_at(store, keys, place, name).first()
    found = read_row(store, keys, row) if row else None
    conditions.ask(found)
    if is_joined:
        body = _joined(found, media_type, body)
    own, registered = place.tokens(keys)
    row = row or Document(
        store_no=store.no, kind=place.kind, place=own, registration=registered, name=token(keys, NAME, name)
    )
    row.label = sealed(keys, name.encode(), "name", store.key, where(row))
    row.sealed = sealed(keys, media_type.encode() + b"\n" + body, "document", store.key, where(row))
    row.at = at
    row.save()


def _locked(store: Store) -> Keys:
    Store.objects.select_for_update().get(key=store.key)
    return files_of_keys.read(store.key, store.number)


def _is_json(media_type: str) -> bool:
    return media_type.partition(";")[0].strip().lower() == _JSON


def _joined(found: Found | None, media_type: str, body: bytes) -> bytes:
    if not found and not _is_json(media_type):
        return body
    if not _is_json(media_type) or (found and not _is_json(found.media_type)):
        raise bad_request("A POST joins two documents of the type application/json, and nothing else.", "media_type")
    newer = _object(body, "The document that was sent")
    return body if found is None else json.dumps(_object(found.body, "The document that is here") | newer).encode()


def _object(raw: bytes, what: str) -> dict[str, Any]:
    try:
        found = read_json(raw)
    except Bad as problem:
        raise bad_request(f"{what} is no JSON: {problem}", problem.code) from problem
    if not isinstance(found, dict):
        raise bad_request(f"{what} is no JSON object.", "wrong_type")
    return found


@transaction.atomic
def delete_documents(
    *, store: Store, place: Place, name: str = "", since: datetime | None = None, conditions: Conditions
) -> None:
    """Deletes one document, or without a name all of the place that were stored after `since`; nothing happens where
    there is none."""
    keys = _locked(store)
    if not name:
        rows = rows_at(store, keys, place)
        (rows.filter(at__gt=since) if since else rows).delete()
        return
    row = row_at(store, keys, place, name).first()
    conditions.ask(read_row(store, keys, row) if row else None)
    if row:
        row.delete()
