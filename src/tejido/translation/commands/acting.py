"""What every act here does: lock the text, look again, and write its line into the ledger of the text's body."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import latest_revision
from tejido.engine.translation import Standing
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.keys import Keyed

from ..models import TranslationMark
from ..names import Act
from ..queries import standings_of


def locked(text: Text) -> Text:
    """The text's row, locked until the transaction ends, so that acts on its translations queue."""
    Text.objects.select_for_update().get(key=text.key)
    return Text.objects.select_related("body__member").get(key=text.key)


def seen_now(text: Text, language: str) -> tuple[Revision, dict[str, Standing]]:
    """The text as it stands inside this transaction, and how its passages stand in a language."""
    latest = latest_revision(text)
    return latest, standings_of(text, latest, [language])[language]


def write_down(
    actor: Actor,
    act: Act,
    text: Text,
    at: datetime,
    facts: Mapping[str, Any],
    *,
    row: Keyed | None = None,
    details: Mapping[str, Any] | None = None,
) -> None:
    """A line about a row, or about the text itself."""
    about = row or text
    kind = type(about).__name__.lower()
    facts = {"text": text.key, **facts}
    record(actor=actor, act=act, tree=text.body.tree, kind=kind, object=about.key, at=at, facts=facts, details=details)


def mark_for(
    actor: Actor, text: Text, passage: str, language: str, state: str, target: str, source: str, at: datetime
) -> TranslationMark:
    """An unsaved mark."""
    return TranslationMark(
        text=text, passage=passage, language=language, state=state, target=target, source=source,
        source_language=text.negotiated_language, **said_by(actor, at),
    )  # fmt: skip  # one row of a table, read as one


def said_by(actor: Actor, at: datetime) -> dict[str, Any]:
    return {"seat_key": actor.seat, "office": actor.office, "at": at}
