"""What goes with an entry: documents and quotations."""

import hashlib
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.mechanisms.commands.writing import File

from .. import rules
from ..models import ForumDocument, ForumEntry, ForumQuote
from ..names import Act, No
from .entries import code_of, locked


@transaction.atomic
def add_document(
    *,
    actor: Actor,
    entry: ForumEntry,
    title: str,
    language: str,
    at: datetime,
    address: str = "",
    file: File | None = None,
) -> ForumDocument:
    """A file, an address, or both. Refused where there is neither."""
    row = locked(entry)
    ask(rules.may_change(actor, row))
    if file is None and not address:
        raise Refused(Refusal(No.NOTHING_ADDED))
    document = ForumDocument(
        entry=row, title=title, language=language, address=address, at=at, office=actor.office
    )  # fmt: skip  # one row of a table, read as one
    if file is not None:
        document.name, document.media_type, document.data = file.name[-120:], file.media_type, file.data
        document.digest = hashlib.sha256(file.data).hexdigest()
    document.save(force_insert=True)
    facts = {"entry": row.key, "digest": document.digest}
    details = {"title": title, "address": address}
    write_down(actor, Act.DOCUMENT_ADDED, document, at, facts, tree=tree_of(code_of(row)), details=details)
    return document


@transaction.atomic
def remove_document(*, actor: Actor, document: ForumDocument, at: datetime) -> None:
    """It is shown no more. Its digest stays in the ledger."""
    _remove(actor, document, Act.DOCUMENT_REMOVED, at)


@transaction.atomic
def add_quote(*, actor: Actor, entry: ForumEntry, words: str, language: str, source: str, at: datetime) -> ForumQuote:
    """Words as they were said, and where they can be read."""
    row = locked(entry)
    ask(rules.may_change(actor, row))
    quote = ForumQuote.objects.create(
        entry=row, words=words, language=language, source=source, at=at, office=actor.office
    )  # fmt: skip  # one row of a table, read as one
    details = {"words": words, "source": source}
    write_down(actor, Act.QUOTE_ADDED, quote, at, {"entry": row.key}, tree=tree_of(code_of(row)), details=details)
    return quote


@transaction.atomic
def remove_quote(*, actor: Actor, quote: ForumQuote, at: datetime) -> None:
    _remove(actor, quote, Act.QUOTE_REMOVED, at)


def _remove(actor: Actor, part: ForumDocument | ForumQuote, act: Act, at: datetime) -> None:
    entry = locked(part.entry)
    row: ForumDocument | ForumQuote = type(part).objects.select_for_update().get(key=part.key)
    row.entry = entry
    ask(rules.may_remove(actor, row))
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    write_down(actor, act, row, at, {"entry": entry.key}, tree=tree_of(code_of(entry)))
